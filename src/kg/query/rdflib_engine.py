"""The same questions to an rdflib Dataset: for interchange, and to hold both engines to the same rows."""

import warnings
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any, Final

import rdflib
from pyparsing import ParseBaseException
from rdflib.plugins.sparql.sparql import SPARQLError

from kg.errors import InputError
from kg.query import guard
from kg.query.binding import bound
from kg.query.dumping import dumped
from kg.query.engine import Asking, Bindings, Engine
from kg.query.faults import cut, undeclared_prefix
from kg.query.terms import Answer, Table, Term, Triple
from kg.vocab.namespaces import PREFIXES, XSD

_FAULTS: Final = (
    ParseBaseException,
    SPARQLError,
    ArithmeticError,
    AssertionError,
    AttributeError,
    LookupError,
    NotImplementedError,
    RecursionError,
    TypeError,
    ValueError,
)
"""What rdflib lets out of its parser and evaluator."""


def to_rdflib(engine: Engine) -> rdflib.Dataset:
    """The whole graph as an rdflib Dataset: named graphs kept, and asked together where no graph is named."""
    dataset = rdflib.Dataset(default_union=True)
    with _quiet():
        dataset.parse(data=engine.dump("nquads"), format="nquads")
    for prefix, namespace in PREFIXES.items():
        dataset.bind(prefix, namespace, replace=True)
    return dataset


def to_graph(triples: Iterable[Triple]) -> rdflib.Graph:
    """Triples as an rdflib Graph under the prefixes of the project."""
    from kg.query.rdf import node  # noqa: PLC0415 - the whole graph needs it not

    graph = rdflib.Graph()
    graph.parse(data="".join(f"{' '.join(str(node(term)) for term in triple)} .\n" for triple in triples), format="nt")
    for prefix, namespace in PREFIXES.items():
        graph.bind(prefix, namespace, replace=True)
    return graph


class RdflibEngine(Asking):
    """Answers from an rdflib Dataset. Slower than the embedded engine by a hundred times."""

    def __init__(self, dataset: rdflib.Dataset) -> None:
        self._dataset = dataset

    def run(self, text: str, bindings: Bindings | None = None) -> Answer:
        """Answer a query of any form."""
        found = guard.checked(text)
        guard.stays_here(found)
        asked = bound(text, found, bindings)
        undeclared = undeclared_prefix(text)
        if undeclared is not None:  # rdflib would raise a bare Exception
            raise undeclared
        try:
            with _quiet():
                return _answer(self._dataset.query(asked, initNs=dict(PREFIXES)))
        except _FAULTS as error:
            raise InputError(f"rdflib cannot answer the query: {cut(str(error))}.", hint="Mend the query.") from error

    def dump(self, format_name: str) -> bytes:
        """The whole graph in one of the formats of `DUMPS`."""
        with _quiet():
            data: Any = self._dataset.serialize(format="nquads", encoding="utf-8")
        return dumped(data, format_name)


@contextmanager
def _quiet() -> Iterator[None]:
    """Without the warnings that rdflib 7 raises about its own use of what it has deprecated."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        yield


def _answer(result: Any) -> Answer:
    if result.type == "ASK":
        return bool(result.askAnswer)
    if result.type == "SELECT":
        columns = tuple(str(name) for name in result.vars)
        return Table(columns, tuple(tuple(None if c is None else _term(c) for c in row) for row in result))
    triples: set[Triple] = {(_term(s), _term(p), _term(o)) for s, p, o in result}
    return tuple(sorted(triples, key=repr))


def _term(node: Any) -> Term:
    if isinstance(node, rdflib.URIRef):
        return Term("iri", str(node))
    if isinstance(node, rdflib.BNode):
        return Term("blank", str(node))
    datatype = None if node.datatype is None or str(node.datatype) == XSD + "string" else str(node.datatype)
    return Term("literal", str(node), None if node.language else datatype, node.language)
