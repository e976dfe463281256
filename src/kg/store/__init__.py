"""The graph on disk: the text it can always be rebuilt from, and the store that answers questions."""

from kg.store.credits import Author, Credits, credits_in, credits_of
from kg.store.disk import build_store, in_memory, open_read, prepare
from kg.store.folder import Folder
from kg.store.lines import sorted_lines, write_graph
from kg.store.swap import exclusive, recover, swapped

__all__ = [
    "Author",
    "Credits",
    "Folder",
    "build_store",
    "credits_in",
    "credits_of",
    "exclusive",
    "in_memory",
    "open_read",
    "prepare",
    "recover",
    "sorted_lines",
    "swapped",
    "write_graph",
]
