"""Facts that a page carries for programs: one module a form, and what all forms share of times and names."""
