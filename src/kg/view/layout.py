"""Where each node stands: computed once, here, so that the page opens on a still picture and always on the same."""

from collections.abc import Iterable, Sequence
from random import Random
from typing import Final

from kg.view.spread import apart, lie_down, side_by_side
from kg.view.stress import Point, positions

STEP: Final = 150.0
"""How long a tie is meant to be, in pixels."""


def layout(nodes: Sequence[str], ties: Iterable[tuple[str, str]], *, seed: int = 1) -> dict[str, tuple[int, int]]:
    """Place nodes in the plane.

    Args:
        nodes: the ids; their order is part of the input.
        ties: pairs of ids; direction and repetition do not matter.
        seed: another one gives another picture of the same graph.

    Returns:
        Whole pixels, by id.
    """
    neighbours: dict[str, list[str]] = {node: [] for node in nodes}
    for one, other in dict.fromkeys((min(pair), max(pair)) for pair in ties):
        neighbours[one].append(other)
        neighbours[other].append(one)
    parts = _parts(neighbours)
    placed = [_place(part, neighbours, Random(seed)) for part in parts]
    if len(placed) > 0:
        side_by_side(placed)
    ids = [node for part in parts for node in part]
    points = [point for part in placed for point in part]
    return {node: (round(x), round(y)) for node, (x, y) in sorted(zip(ids, points, strict=True))}


def _parts(neighbours: dict[str, list[str]]) -> list[list[str]]:
    """The connected parts, the largest first."""
    seen: set[str] = set()
    parts = []
    for start in neighbours:
        if start not in seen:
            part = [start]
            seen.add(start)
            for node in part:
                fresh = [other for other in neighbours[node] if other not in seen]
                seen.update(fresh)
                part.extend(fresh)
            parts.append(part)
    return sorted(parts, key=lambda part: (-len(part), part[0]))


def _place(part: list[str], neighbours: dict[str, list[str]], random: Random) -> list[Point]:
    index = {node: number for number, node in enumerate(part)}
    points = [[x * STEP, y * STEP] for x, y in positions([[index[o] for o in neighbours[n]] for n in part], random)]
    lie_down(points)
    apart(points)
    return points
