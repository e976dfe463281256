"""The facts that a page carries for programs, held against its text: they complete it and never speak for it."""
