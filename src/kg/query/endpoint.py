"""A SPARQL 1.1 endpoint as an engine: how users outgrow one machine."""

import json
from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Any, Final, TypeVar
from urllib.request import Request

import pyoxigraph
from pyoxigraph import RdfFormat
from SPARQLWrapper import POST, SELECT, SPARQLWrapper

from kg import __version__
from kg.errors import InputError
from kg.query import guard
from kg.query.access import Access
from kg.query.binding import bound
from kg.query.credentials import checked
from kg.query.dumping import dumped
from kg.query.engine import Asking, Bindings, other_form
from kg.query.lexing import Token, after_prologue
from kg.query.rdf import node, triples
from kg.query.retries import ONCE, Patience, patiently
from kg.query.streaming import most_rows, no_result, refuse_most, refuse_part, rows_of
from kg.query.terms import Answer, Rows, Table, Term, literal
from kg.query.transfer import Limits, Reply, fetched, opened
from kg.vocab.namespaces import PREFIXES

_T = TypeVar("_T")
_RESULTS: Final = "application/sparql-results+json"
_TRIPLES: Final = "application/n-triples, text/turtle;q=0.9, application/rdf+xml;q=0.8"
AGENT: Final = f"kg/{__version__} (cross-border knowledge graph; https://w3id.org/grkg/)"
"""Who asks; endpoints that many people share want to know it."""
_QUADS: Final = "SELECT ?s ?p ?o ?g WHERE { GRAPH ?g { ?s ?p ?o } }"


class RemoteEngine(Asking):
    """Answers from an endpoint, within a deadline over the whole call and a cap on what it may send.

    Redirects are not followed. SERVICE and FROM are the endpoint's own business and pass.

    Raises:
        InputError: the URL is not one of http or https.
    """

    def __init__(self, url: str, limits: Limits | None = None, patience: Patience = ONCE) -> None:
        self._url = checked(url)
        self._limits = limits or Limits()
        self._patience = patience
        self._access = Access(url)

    def run(self, text: str, bindings: Bindings | None = None) -> Answer:
        """Answer a query of any form."""
        asked, gives_triples = _asked(text, bindings)
        reply = self._sent(asked, _TRIPLES if gives_triples else _RESULTS, fetched)
        refuse_part(self._url, reply.status, reply.headers)
        try:
            answer = _triples(reply) if gives_triples else _answer(json.loads(reply.body))
        except (ValueError, KeyError, TypeError, AttributeError, SyntaxError) as error:
            raise no_result(self._url, reply.media_type, reply.start) from error
        if not isinstance(answer, bool):
            refuse_most(self._url, len(answer), most_rows(reply.headers, triples=gives_triples))
        return answer

    def stream(self, text: str, bindings: Bindings | None = None) -> Rows:
        """Answer a SELECT query row by row, as the endpoint sends them; nothing of it is asked again once it comes."""
        asked, gives_triples = _asked(text, bindings)
        if gives_triples:
            raise other_form("SELECT", ())
        body = self._sent(asked, _RESULTS, lambda r, limits: opened(r, replace(limits, bytes=limits.streamed)))
        try:
            refuse_part(self._url, body.status, body.headers)
            return rows_of(self._url, body)
        except InputError:
            body.close()
            raise

    def dump(self, format_name: str) -> bytes:
        """The whole graph in one of the formats of `DUMPS`."""
        quads = (pyoxigraph.Quad(*(node(t) for t in row if t is not None)) for row in self.stream(_QUADS))  # type: ignore[arg-type]
        return dumped(pyoxigraph.serialize(quads, format=RdfFormat.N_QUADS) or b"", format_name)

    def _sent(self, text: str, accept: str, send: Callable[[Request, Limits], _T]) -> _T:
        wrapper = SPARQLWrapper(self._url, agent=AGENT)
        wrapper.setMethod(POST)
        wrapper.setOnlyConneg(True)
        wrapper.setQuery(text)
        wrapper.queryType = SELECT  # it takes some queries for updates: words after a `#` in a prefix mislead it
        request = wrapper._createRequest()
        request.add_header("Accept", accept)
        return patiently(lambda limits: self._access.granted(request, limits, send), self._limits, self._patience)


def _asked(text: str, bindings: Bindings | None) -> tuple[str, bool]:
    """The query as it is sent, and whether triples are what it gives."""
    found = guard.checked(text)
    start = after_prologue(found)
    gives_triples = start < len(found) and found[start].is_word("CONSTRUCT", "DESCRIBE")
    return _declared(bound(text, found, bindings), found), gives_triples


def _declared(text: str, found: list[Token]) -> str:
    """The query with those of our prefixes that it uses and does not declare; on its first line."""
    start = after_prologue(found)
    own = {found[i + 1].text for i in range(start - 1) if found[i].is_word("PREFIX")}
    used = {token.text.partition(":")[0] for token in found[start:] if token.kind == "name"}
    lines = [f"PREFIX {p}: <{PREFIXES[p]}> " for p in sorted(used & set(PREFIXES)) if f"{p}:" not in own]
    return "".join(lines) + text


def _answer(value: Any) -> Answer:
    if "boolean" in value:
        return bool(value["boolean"])
    columns = tuple(value["head"]["vars"])
    rows: Iterable[Any] = value["results"]["bindings"]
    return Table(columns, tuple(tuple(_term(row[c]) if c in row else None for c in columns) for row in rows))


def _term(value: Any) -> Term:
    kind, text = value["type"], value["value"]
    if not isinstance(text, str):
        raise TypeError(text)
    if kind in {"uri", "bnode"}:
        return Term("iri" if kind == "uri" else "blank", text)
    return literal(text, value.get("datatype"), value.get("xml:lang"))


def _triples(reply: Reply) -> Answer:
    form = RdfFormat.from_media_type(reply.media_type)
    if form is None:
        raise ValueError(reply.media_type)
    return triples(quad.triple for quad in pyoxigraph.parse(reply.body, format=form))
