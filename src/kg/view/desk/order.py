"""In which order nodes and ties stand in the page: the best tied first, so that the page can draw the first few of a
list.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from kg.view.scene import Scene, Tie


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """Things and ties by number.

    Attributes:
        nodes: the ids of the nodes, then those of everything else that is named.
        number: the place of each in `nodes`.
        drawn: how many of them are nodes.
        ties: the ties.
    """

    nodes: tuple[str, ...]
    number: Mapping[str, int]
    drawn: int
    ties: tuple[Tie, ...]

    def numbers(self, things: Iterable[str]) -> list[int]:
        """The numbers of things."""
        return [self.number[thing] for thing in things]


def order(scene: Scene, mentioned: Iterable[str]) -> Order:
    """Number a scene.

    Args:
        scene: what is drawn.
        mentioned: the ids of other things that the page names.
    """
    degree = Counter(end for tie in scene.ties for end in (tie.source, tie.target))
    nodes = sorted(scene.nodes, key=lambda node: (-degree[node], node))
    things = (*nodes, *sorted(set(mentioned) - scene.nodes.keys()))
    ties = sorted(scene.ties, key=lambda tie: (-min(degree[tie.source], degree[tie.target]), tie))
    return Order(
        nodes=things,
        number={thing: number for number, thing in enumerate(things)},
        drawn=len(nodes),
        ties=tuple(ties),
    )
