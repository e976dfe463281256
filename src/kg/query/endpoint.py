"""A SPARQL 1.1 endpoint as an engine: how users outgrow one machine."""

import json
from collections.abc import Iterable
from typing import Any, Final

import pyoxigraph
from pyoxigraph import RdfFormat
from SPARQLWrapper import POST, SPARQLWrapper

from kg import __version__
from kg.errors import InputError
from kg.query import guard
from kg.query.binding import bound
from kg.query.dumping import dumped
from kg.query.engine import Asking, Bindings
from kg.query.lexing import Token, after_prologue
from kg.query.rdf import node, triples
from kg.query.retries import ONCE, Patience, patiently
from kg.query.terms import Answer, Table, Term, literal
from kg.query.transfer import Limits, Reply, fetched
from kg.vocab.namespaces import PREFIXES

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
        if not url.startswith(("http://", "https://")):
            raise InputError(f"{url!r} is no address of an endpoint.", hint="Give one that begins with https://.")
        self._url = url
        self._limits = limits or Limits()
        self._patience = patience

    def run(self, text: str, bindings: Bindings | None = None) -> Answer:
        """Answer a query of any form."""
        found = guard.checked(text)
        asked = _declared(bound(text, found, bindings), found)
        start = after_prologue(found)
        gives_triples = start < len(found) and found[start].is_word("CONSTRUCT", "DESCRIBE")
        reply = self._fetch(asked, _TRIPLES if gives_triples else _RESULTS)
        try:
            return _triples(reply) if gives_triples else _answer(json.loads(reply.body))
        except (ValueError, KeyError, TypeError, AttributeError, SyntaxError) as error:
            raise InputError(
                f"{self._url} answered with {reply.media_type}, which is no SPARQL result: {reply.start}",
                hint="Check that the address is that of a SPARQL endpoint, not of its web page.",
            ) from error

    def dump(self, format_name: str) -> bytes:
        """The whole graph in one of the formats of `DUMPS`."""
        quads = (pyoxigraph.Quad(*(node(t) for t in row if t is not None)) for row in self.select(_QUADS))  # type: ignore[arg-type]
        return dumped(pyoxigraph.serialize(quads, format=RdfFormat.N_QUADS) or b"", format_name)

    def _fetch(self, text: str, accept: str) -> Reply:
        wrapper = SPARQLWrapper(self._url, agent=AGENT)
        wrapper.setMethod(POST)
        wrapper.setOnlyConneg(True)
        wrapper.setQuery(text)
        request = wrapper._createRequest()
        request.add_header("Accept", accept)
        return patiently(lambda limits: fetched(request, limits), self._limits, self._patience)


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
