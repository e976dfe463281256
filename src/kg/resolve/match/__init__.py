"""How names and facts are compared: forms of names, candidate pairs, features with their weights."""
