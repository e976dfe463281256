"""What a store holds, asked back.

A store may cut an answer (Virtuoso gives 10,000 rows, and of triples does not say so): statements are counted first,
and a large graph is asked for in slices of our own subjects. What the slices do not bring is somebody else's.
"""

from collections.abc import Iterable, Iterator
from typing import Final

from kg.errors import InputError
from kg.push.address import Address
from kg.query.endpoint import RemoteEngine
from kg.query.rdf import written
from kg.query.terms import Term, iri
from kg.query.transfer import Limits
from kg.vocab.namespaces import GRAPH

Statement = tuple[Term, Term, Term]
WHOLE: Final = 5_000
"""A graph of so many statements is asked for at once."""
_SUBJECTS: Final = 200
_NAMES: Final = (
    f'SELECT ?g (COUNT(*) AS ?n) {{ GRAPH ?g {{ ?s ?p ?o }} FILTER(STRSTARTS(STR(?g), "{GRAPH}")) }} GROUP BY ?g'
)
_COUNT: Final = "SELECT (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } }"
_ALL: Final = "SELECT ?s ?p ?o { GRAPH %s { ?s ?p ?o } }"
_SLICE: Final = "SELECT ?s ?p ?o { VALUES ?s { %s } GRAPH %s { ?s ?p ?o } }"


class Asked:
    """The graphs of ours that a store holds."""

    def __init__(self, there: Address) -> None:
        self._engine = RemoteEngine(there.query_url, Limits(seconds=there.seconds), there.patience)

    def counts(self) -> dict[str, int]:
        """Every graph whose name is one of ours, with how many statements it has."""
        rows = self._engine.select(_NAMES)
        return {_text(name): int(_text(count)) for name, count in rows if name is not None}

    def statements(self, name: str, count: int, subjects: Iterable[str]) -> Iterator[Statement]:
        """The statements of a graph: all, or those about these subjects where there are many."""
        graph = written(iri(name))
        if count <= WHOLE:
            yield from self._asked(_ALL % graph)
            return
        for some in _slices(subjects):
            yield from self._asked(_SLICE % (" ".join(some), graph))

    def _asked(self, text: str) -> Iterator[Statement]:
        with self._engine.stream(text) as rows:
            for s, p, o in rows:
                if s is None or p is None or o is None:
                    raise InputError("the store answers with statements that lack a part.", hint="Check --query.")
                yield s, p, o


def _text(cell: Term | None) -> str:
    return "" if cell is None else cell.value


def _slices(subjects: Iterable[str]) -> Iterator[list[str]]:
    some: list[str] = []
    for subject in subjects:
        some.append(subject)
        if len(some) == _SUBJECTS:
            yield some
            some = []
    if some:
        yield some
