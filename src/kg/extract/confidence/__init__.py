"""How probable it is that an item of a record is right: what can be seen of it, weighed by fitted weights."""
