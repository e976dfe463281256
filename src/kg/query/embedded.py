"""The embedded engine: a pyoxigraph store, opened for reading only. It keeps no limits, and is for our own queries."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from pyoxigraph import QueryBoolean, QueryResultsFormat, QuerySolutions, QueryTriples, RdfFormat, Store

from kg.errors import InputError
from kg.query import guard
from kg.query.binding import bound
from kg.query.engine import Asking, Bindings, other_form
from kg.query.lexing import Token
from kg.query.rdf import term, triples
from kg.query.terms import Answer, Row, Rows, Table
from kg.store import Folder, open_read
from kg.vocab.namespaces import PREFIXES

OWN_PREFIXES: Final = dict(PREFIXES)


class EmbeddedEngine(Asking):
    """Answers from a store in this process, however long it takes. SERVICE and FROM are refused by name.

    Attributes:
        graph: the file of N-Quads that the store was made of, or None.
    """

    def __init__(self, store: Store, graph: Path | None = None) -> None:
        self._store = store
        self.graph = graph

    @property
    def store(self) -> Store:
        """The store that is asked."""
        return self._store

    @property
    def place(self) -> Path | Store:
        """Where a process of its own finds the same graph: the output folder, or the store where there is none."""
        return self._store if self.graph is None else self.graph.parent

    def run(self, text: str, bindings: Bindings | None = None) -> Answer:
        """Answer a query of any form."""
        with _told(text):
            result = self._result(text, bindings)
            if isinstance(result, QuerySolutions):
                return Table(_columns(result), tuple(_rows(result)))
            return bool(result) if isinstance(result, QueryBoolean) else triples(result)

    def stream(self, text: str, bindings: Bindings | None = None) -> Rows:
        """Answer a SELECT query row by row, as the store finds them."""
        with _told(text):
            result = self._result(text, bindings)
        if not isinstance(result, QuerySolutions):
            raise other_form("SELECT", bool(result) if isinstance(result, QueryBoolean) else ())
        return Rows(_columns(result), _streamed(text, result))

    def tsv(self, text: str, bindings: Bindings | None = None) -> bytes:
        """Answer a SELECT query as SPARQL 1.1 results in TSV, which the store writes by itself."""
        with _told(text):
            result = self._result(text, bindings)
            if isinstance(result, QuerySolutions):
                return result.serialize(format=QueryResultsFormat.TSV) or b""
        raise other_form("SELECT", bool(result) if isinstance(result, QueryBoolean) else ())

    def dump(self, format_name: str) -> bytes:
        """The whole graph in one of the formats of `DUMPS`."""
        from kg.query.dumping import dumped  # noqa: PLC0415 - a query needs it not

        return dumped(self.lines(), format_name)

    def lines(self) -> bytes:
        """The graph as N-Quads: from the file that the store was made of, where that is known and still there."""
        try:
            if self.graph is not None:
                return self.graph.read_bytes()
        except OSError:
            pass  # the store holds the same
        return self._store.dump(format=RdfFormat.N_QUADS) or b""

    def _result(self, text: str, bindings: Bindings | None) -> QuerySolutions | QueryBoolean | QueryTriples:
        found = guard.checked(text)
        guard.stays_here(found)
        return self._answered(bound(text, found, bindings), found)

    def _answered(self, asked: str, found: list[Token]) -> QuerySolutions | QueryBoolean | QueryTriples:
        """The answer of the store to a query with its bindings; `found` are the tokens it had without them."""
        return self._store.query(asked, use_default_graph_as_union=True, prefixes=OWN_PREFIXES)


def engine_over(store: Store) -> EmbeddedEngine:
    """An engine over a store that is open already."""
    return EmbeddedEngine(store)


def trusted(folder: Path) -> EmbeddedEngine:
    """An engine over the graph of an output folder, in this process and without limits: for queries that one trusts.

    A store that is missing is made anew from `graph.nq`.

    Raises:
        InputError: there is no built graph in the folder.
    """
    return EmbeddedEngine(open_read(folder), Folder(folder).graph)


def _columns(result: QuerySolutions) -> tuple[str, ...]:
    return tuple(variable.value for variable in result.variables)


def _rows(result: QuerySolutions) -> Iterator[Row]:
    return (tuple(None if cell is None else term(cell) for cell in solution) for solution in result)


def _streamed(text: str, result: QuerySolutions) -> Iterator[Row]:
    with _told(text):
        yield from _rows(result)


@contextmanager
def _told(text: str) -> Iterator[None]:
    """What the store finds wrong with a query, as an error for the one who wrote it."""
    try:
        yield
    except SyntaxError as error:
        from kg.query.faults import syntax_error  # noqa: PLC0415 - only a mistake needs it

        raise syntax_error(text, _fault(text) or error) from error
    except (OSError, RuntimeError, ValueError) as error:
        raise InputError(f"the query cannot be answered: {error}.", hint="Ask it in a simpler form.") from error


def _fault(text: str) -> SyntaxError | None:
    """The fault as it stands in the text of the user, before the bindings moved it."""
    try:
        Store().query(text, prefixes=OWN_PREFIXES)
    except SyntaxError as error:
        return error
    return None
