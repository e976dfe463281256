"""Questions to the graph: engines, named queries, and answers as tables.

`open_graph` gives the embedded engine, `remote` one over HTTP; both answer the same queries with the same rows.
"""

from typing import TYPE_CHECKING

from kg.query.answering import answer, asked
from kg.query.embedded import EmbeddedEngine, engine_over, open_graph
from kg.query.engine import DUMPS, Bindings, Engine
from kg.query.library import find, load, named_queries, question
from kg.query.named import Column, NamedQuery, Parameter
from kg.query.parameters import bind
from kg.query.terms import Answer, Rows, Table, Term, Triple, iri, literal, short, shown

if TYPE_CHECKING:
    import rdflib

__all__ = [
    "DUMPS",
    "Answer",
    "Bindings",
    "Column",
    "EmbeddedEngine",
    "Engine",
    "NamedQuery",
    "Parameter",
    "Rows",
    "Table",
    "Term",
    "Triple",
    "answer",
    "asked",
    "bind",
    "card",
    "engine_over",
    "find",
    "iri",
    "literal",
    "load",
    "named_queries",
    "open_graph",
    "question",
    "remote",
    "result_card",
    "short",
    "shown",
    "to_rdflib",
    "written",
]


def remote(url: str) -> Engine:
    """An engine over a SPARQL 1.1 endpoint.

    Raises:
        InputError: the URL is not one of http or https.
    """
    from kg.query.endpoint import RemoteEngine  # noqa: PLC0415 - SPARQLWrapper is slow to load

    return RemoteEngine(url)


def to_rdflib(engine: Engine) -> "rdflib.Dataset":
    """The whole graph as an rdflib Dataset with its named graphs."""
    from kg.query import rdflib_engine  # noqa: PLC0415 - rdflib is slow to load

    return rdflib_engine.to_rdflib(engine)


def written(answer: Answer, form: str) -> str:
    """An answer as text: csv, tsv, json or xml for rows and truth values, turtle, ntriples or jsonld for triples.

    Raises:
        InputError: the answer cannot be written in this format.
    """
    from kg.query import results  # noqa: PLC0415 - a table at the terminal needs none of them

    return results.written(answer, form)


def card(query: NamedQuery, language: str) -> str:
    """A named query described for a reader at the terminal."""
    from kg.query import cards  # noqa: PLC0415

    return cards.card(query, language)


def result_card(query: NamedQuery, bindings: Bindings, graph: str, rows: int | None) -> str:
    """What makes an answer citable: the question, its values, checksums, versions, a citation as text and in BibTeX."""
    from kg.query import citing  # noqa: PLC0415

    return citing.result_card(query, bindings, graph, rows)
