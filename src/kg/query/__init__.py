"""Questions to the graph: engines, named queries, and answers as tables.

`open_graph` gives the embedded engine, `remote` one over HTTP; both answer the same queries with the same rows.
"""

from kg.query.embedded import EmbeddedEngine, engine_over, open_graph
from kg.query.engine import DUMPS, Bindings, Engine
from kg.query.terms import Answer, Table, Term, Triple, iri, literal, short, shown

__all__ = [
    "DUMPS",
    "Answer",
    "Bindings",
    "EmbeddedEngine",
    "Engine",
    "Table",
    "Term",
    "Triple",
    "engine_over",
    "iri",
    "literal",
    "open_graph",
    "short",
    "shown",
]
