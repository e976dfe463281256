"""What a push has to do: what is to be sent, what is there already, what is there besides."""

from dataclasses import dataclass

from kg.push.ledger import Ledger
from kg.push.local import LocalGraph


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """The work of a push.

    Attributes:
        graphs: all graphs of ours, by name.
        waiting: those that the store has not acknowledged whole.
        left: how many statements of these it has not acknowledged.
        others: names of graphs in our name space that the store holds and the built graph has not.
    """

    graphs: tuple[LocalGraph, ...]
    waiting: tuple[LocalGraph, ...]
    left: int
    others: tuple[str, ...]

    @property
    def statements(self) -> int:
        """How many statements all graphs have."""
        return sum(map(len, self.graphs))


def plan(graphs: tuple[LocalGraph, ...], known: Ledger, held: dict[str, int]) -> Plan:
    """Compare the built graph with what the store has acknowledged and holds."""
    gone = [g for g in graphs if known.sent(g) and not held.get(g.name)]
    for graph in gone:  # the store was emptied since
        known.forget(graph.name)
    waiting = tuple(g for g in graphs if known.sent(g) < len(g))
    left = sum(len(g) - known.sent(g) for g in waiting)
    others = sorted(set(held) - {g.name for g in graphs})
    return Plan(graphs=graphs, waiting=waiting, left=left, others=tuple(others))
