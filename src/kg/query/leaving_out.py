"""How an answer changes when one source is left out: the same question to the graph without what that source says."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from pyoxigraph import NamedNode, Quad, RdfFormat, Store

from kg.errors import InputError
from kg.query.answering import answer
from kg.query.concluding import Conclusions
from kg.query.embedded import EmbeddedEngine
from kg.query.engine import Bindings, Engine
from kg.query.named import NamedQuery
from kg.query.rdf import node
from kg.query.terms import Answer, Row, Table, Term
from kg.vocab.namespaces import GRAPH

_TEXTS: Final = """
SELECT ?graph ?text { ?graph prov:wasDerivedFrom ?text . ?text a kg:TextVersion ; prov:wasDerivedFrom ?document }
ORDER BY ?graph ?text"""
_META: Final = NamedNode(GRAPH + "meta")


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftOut:
    """What becomes of an answer without one source."""

    document: Term
    title: str
    vanished: tuple[Row, ...]
    """Rows that rest on this source alone."""
    changed: tuple[tuple[Row, Row], ...]
    """Rows of the same things with other cells: before and after."""
    appeared: tuple[Row, ...]
    """Rows that only its absence makes, such as a name in another language."""


class Without:
    """A copy of the graph in memory, from which one source at a time is taken, for one query."""

    def __init__(self, engine: Engine, query: NamedQuery) -> None:
        self._store = Store()
        lines = engine.lines() if isinstance(engine, EmbeddedEngine) else engine.dump("nquads")
        self._store.bulk_load(input=lines, format=RdfFormat.N_QUADS)
        self._conclusions = Conclusions(self._store, query.text)
        self._engine = engine_like(engine, self._store)
        self._query = query

    def answer(self, document: Term, bindings: Bindings) -> Table:
        """The answer without a source: without what its texts say, what is inferred from that, and itself."""
        with self._conclusions.without(sorted(set(self._of(document)), key=str)):
            return as_table(answer(self._engine, self._query, bindings))

    def _of(self, document: Term) -> Iterator[Quad]:
        """What stands in the graphs of its texts, and what is said of it and of them."""
        described = {node(document)}
        for graph, text in EmbeddedEngine(self._store).select(_TEXTS, {"document": document}):
            assert graph is not None
            assert text is not None
            described |= {node(graph), node(text)}
            yield from self._store.quads_for_pattern(None, None, None, NamedNode(graph.value))
        for one in described:
            yield from self._store.quads_for_pattern(one, None, None, _META)  # type: ignore[arg-type]


def engine_like(engine: Engine, store: Store) -> Engine:
    """An engine over another store: in this process where the given one is; else in a child with the same limits."""
    if isinstance(engine, EmbeddedEngine):
        return EmbeddedEngine(store)
    from kg.query.confinement import ConfinedEngine  # noqa: PLC0415 - our own questions need no child

    return engine.over(store) if isinstance(engine, ConfinedEngine) else ConfinedEngine(store)


def as_table(found: Answer) -> Table:
    """An answer as rows; triples are rows of three cells.

    Raises:
        InputError: yes or no has no rows.
    """
    if isinstance(found, Table):
        return found
    if isinstance(found, tuple):
        return Table(("subject", "predicate", "object"), found)
    raise InputError("yes or no has no rows whose sources could be counted.", hint="Ask a SELECT query.")


def compared(document: Term, title: str, before: Table, after: Table) -> LeftOut:
    """What has become of the rows: two rows are about the same where all IRIs in them are."""
    old, new = (Counter(table.rows) for table in (before, after))
    gone, come = list((old - new).elements()), list((new - old).elements())
    changed = []
    for row in gone.copy():
        same = next((other for other in come if things(other) == things(row) and things(row)), None)
        if same is not None:
            changed.append((row, same))
            gone.remove(row)
            come.remove(same)
    return LeftOut(document=document, title=title, vanished=tuple(gone), changed=tuple(changed), appeared=tuple(come))


def things(row: Row) -> tuple[Term, ...]:
    """The IRIs of a row, in the order of its columns."""
    return tuple(cell for cell in row if cell is not None and cell.kind == "iri")
