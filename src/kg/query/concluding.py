"""What the rules conclude from a store in memory, kept right while statements are taken from it."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Final

from pyoxigraph import NamedNode, Quad, Store

from kg.query.batches import with_rows
from kg.query.embedded import EmbeddedEngine
from kg.query.rdf import node, term
from kg.query.rules import Rule, piecemeal, rules, seen
from kg.query.seeing import INFERRED
from kg.query.terms import Term

_BATCH: Final = 200


class Conclusions:
    """The conclusions in a store: left out of it where a query cannot see them, else those that may change made anew.

    Args:
        store: the graph with what was concluded from it.
        query: what the store will be asked.
        known: the rules.
    """

    def __init__(self, store: Store, query: str, known: Sequence[Rule] | None = None) -> None:
        self._store = store
        self._rules = rules() if known is None else known
        self._seen = seen(query, self._rules)
        self._piecemeal = piecemeal(self._rules)
        keep = {rule.graph for rule in self._rules} if self._seen else set()
        for graph in _inferred(store):
            if graph.value not in keep:
                store.remove_graph(graph)

    @contextmanager
    def without(self, gone: Sequence[Quad]) -> Iterator[None]:
        """The store without statements, and with what follows from the rest."""
        again = [self._touched(rule, gone) for rule in self._rules] if self._seen else []
        with exchanged(self._store, gone, ()):
            old = set(self._standing(again))
            new = set(self._follow(again, old))  # all before any is added: no rule sees what another concludes
            with exchanged(self._store, old - new, new - old):
                yield

    def _touched(self, rule: Rule, gone: Iterable[Quad]) -> list[Term] | None:
        """Of whom a rule may conclude something else without these statements; None for anybody."""
        if not self._piecemeal or not rule.touched:
            return None
        things = sorted({quad.subject for quad in gone if isinstance(quad.subject, NamedNode)}, key=str)
        asked = self._asked(rule.touched, "it", [term(thing) for thing in things])
        return [subject for text in asked for (subject,) in EmbeddedEngine(self._store).select(text) if subject]

    def _standing(self, again: Sequence[list[Term] | None]) -> Iterator[Quad]:
        for rule, subjects in zip(self._rules, again, strict=False):
            for one in (None,) if subjects is None else map(node, subjects):
                yield from self._store.quads_for_pattern(one, None, None, NamedNode(rule.graph))  # type: ignore[arg-type]

    def _follow(self, again: Sequence[list[Term] | None], old: set[Quad]) -> Iterator[Quad]:
        hidden = () if self._piecemeal else old
        with exchanged(self._store, hidden, ()):
            for rule, subjects in zip(self._rules, again, strict=False):
                for text in (rule.text,) if subjects is None else self._asked(rule.text, rule.subject, subjects):
                    yield from self._concluded(rule, text)

    def _concluded(self, rule: Rule, text: str) -> Iterator[Quad]:
        for triple in EmbeddedEngine(self._store).construct(text):
            subject, predicate, value = map(node, triple)
            yield Quad(subject, predicate, value, NamedNode(rule.graph))  # type: ignore[arg-type]

    @staticmethod
    def _asked(text: str, column: str, values: Sequence[Term]) -> Iterator[str]:
        for start in range(0, len(values), _BATCH):
            yield with_rows(text, [column], ((one,) for one in values[start : start + _BATCH]))


@contextmanager
def exchanged(store: Store, out: Iterable[Quad], into: Iterable[Quad]) -> Iterator[None]:
    """A store with some statements for others; those that go must be there, those that come must not."""
    for quad in out:
        store.remove(quad)
    store.extend(into)
    try:
        yield
    finally:
        for quad in into:
            store.remove(quad)
        store.extend(out)


def _inferred(store: Store) -> list[NamedNode]:
    return [
        graph for graph in store.named_graphs() if isinstance(graph, NamedNode) and graph.value.startswith(INFERRED)
    ]
