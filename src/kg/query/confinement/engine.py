"""An engine whose every question is answered by a child of its own."""

from collections.abc import Iterator
from pathlib import Path
from typing import IO, cast

import pyoxigraph
from pyoxigraph import QueryResultsFormat, QuerySolutions, RdfFormat, Store

from kg.query import guard
from kg.query.binding import bound
from kg.query.confinement import frames
from kg.query.confinement.bounds import Bounds, checked
from kg.query.confinement.child import Request
from kg.query.confinement.reading import Reply
from kg.query.confinement.starting import start
from kg.query.engine import Asking, Bindings, other_form
from kg.query.rdf import term, triples
from kg.query.terms import Answer, Row, Rows, Table
from kg.store import open_read, prepare


class ConfinedEngine(Asking):
    """Answers from the store of an output folder, or one in memory, within limits.

    Raises:
        InputError: a limit cannot be kept; (from every question) one is reached, or the child crashed.
    """

    def __init__(self, where: Path | Store, bounds: Bounds | None = None) -> None:
        self._where = where
        self._bounds = checked(bounds or Bounds())

    def run(self, text: str, bindings: Bindings | None = None) -> Answer:
        """Answer a query of any form."""
        return self._read(self._asked(text, bindings))

    def stream(self, text: str, bindings: Bindings | None = None) -> Rows:
        """Answer a SELECT query row by row; the time counts until the last row is read."""
        reply = self._asked(text, bindings)
        if reply.form != frames.SOLUTIONS:
            reply.close()
            raise other_form("SELECT", reply.form == frames.TRUTH or ())
        found = _solutions(reply)
        return Rows(_columns(found), _rows(found, reply), reply.close)

    def tsv(self, text: str, bindings: Bindings | None = None) -> bytes:
        """Answer a SELECT query as SPARQL 1.1 results in TSV, which the child writes."""
        reply = self._asked(text, bindings, tsv=True)
        try:
            if reply.form != frames.SOLUTIONS:
                raise other_form("SELECT", reply.form == frames.TRUTH or ())
            return reply.rest()
        finally:
            reply.close()

    def over(self, store: Store) -> "ConfinedEngine":
        """An engine with the same limits over a store in memory."""
        return ConfinedEngine(store, self._bounds)

    def dump(self, format_name: str) -> bytes:
        """The whole graph in one of the formats of `DUMPS`; no question, so in this process."""
        from kg.query.dumping import dumped  # noqa: PLC0415 - a query needs it not

        store = open_read(self._where) if isinstance(self._where, Path) else self._where
        return dumped(store.dump(format=RdfFormat.N_QUADS) or b"", format_name)

    def _read(self, reply: Reply) -> Answer:
        try:
            answer = _answer(reply)
            reply.finish()
        finally:
            reply.close()
        return answer

    def _asked(self, text: str, bindings: Bindings | None, *, tsv: bool = False) -> Reply:
        found = guard.checked(text)
        guard.stays_here(found)
        return self._sent(text, bound(text, found, bindings), tsv=tsv)

    def _sent(self, text: str, asked: str, *, tsv: bool = False) -> Reply:
        if isinstance(self._where, Path):
            prepare(self._where)
            request, store = Request(str(self._where), text, asked, self._bounds, tsv), None
        else:
            request, store = Request("", text, asked, self._bounds, tsv), self._where
        return Reply(start(request, store), text, self._bounds)


def _answer(reply: Reply) -> Answer:
    if reply.form == frames.TRUTH:
        return bool(reply.first)
    if reply.form == frames.TRIPLES:
        return triples(quad.triple for quad in pyoxigraph.parse(_file(reply), format=RdfFormat.N_TRIPLES))
    found = _solutions(reply)
    return Table(_columns(found), tuple(_rows(found, reply)))


def _solutions(reply: Reply) -> QuerySolutions:
    found = pyoxigraph.parse_query_results(_file(reply), QueryResultsFormat.JSON)
    assert isinstance(found, QuerySolutions)
    return found


def _file(reply: Reply) -> IO[bytes]:
    return cast("IO[bytes]", reply)


def _columns(found: QuerySolutions) -> tuple[str, ...]:
    return tuple(variable.value for variable in found.variables)


def _rows(found: QuerySolutions, reply: Reply) -> Iterator[Row]:
    for solution in found:
        yield tuple(None if cell is None else term(cell) for cell in solution)
    reply.finish()
