"""Positions for one connected graph: drawn distances as near as can be to the steps from node to node.

Stress is taken down pair by pair in shuffled order (stochastic gradient descent). A small graph uses all pairs; a large
one the pairs with some pivots that lie far apart, so that the work grows with the number of nodes and not its square.
Only sums, products and square roots are used, which every machine rounds alike: the same graph gives the same picture.
"""

import math
from collections import deque
from collections.abc import Sequence
from random import Random
from typing import Final

Point = list[float]
Term = tuple[int, int, float]
Neighbours = Sequence[Sequence[int]]

ROUNDS: Final = 40
PAIRS: Final = 40_000
"""How many pairs a round may take before pivots stand for all nodes."""
LEAST_PIVOTS: Final = 40
SIBLINGS: Final = 4
"""How many neighbours of the same node each is also held apart from, where pivots are used."""
LAST_STEP: Final = 0.1


def positions(neighbours: Neighbours, random: Random) -> list[Point]:
    """Place the nodes of a connected graph; one step is one unit long.

    Args:
        neighbours: of each node, the nodes it is tied to.
        random: where nodes start and in which order pairs are taken; seeded by the caller.
    """
    count = len(neighbours)
    spread = math.sqrt(count)
    points = [[random.random() * spread, random.random() * spread] for _ in range(count)]
    terms = _terms(neighbours, random)
    if len(terms) > 0:
        for step in _steps(max(distance for _, _, distance in terms)):
            random.shuffle(terms)
            for term in terms:
                _relax(points, term, step)
    return points


def _steps(longest: float) -> list[float]:
    """Step sizes from one that lets the farthest pair jump to one that lets neighbours settle, evenly in ratio."""
    first = longest * longest
    ratio = round((LAST_STEP / first) ** (1 / (ROUNDS - 1)), 6)
    steps = [first]
    while len(steps) < ROUNDS:
        steps.append(steps[-1] * ratio)
    return steps


def _relax(points: list[Point], term: Term, step: float) -> None:
    one, other, distance = term
    a, b = points[one], points[other]
    dx, dy = a[0] - b[0], a[1] - b[1]
    now = math.sqrt(dx * dx + dy * dy) or 1e-9
    share = min(1.0, step / (distance * distance)) * (now - distance) / (2 * now)
    a[0] -= share * dx
    a[1] -= share * dy
    b[0] += share * dx
    b[1] += share * dy


def _terms(neighbours: Neighbours, random: Random) -> list[Term]:
    count = len(neighbours)
    pivots = min(count, max(LEAST_PIVOTS, PAIRS // count))
    found: dict[tuple[int, int], float] = {}
    for pivot, steps in _from_pivots(neighbours, pivots):
        for node, distance in enumerate(steps):
            if node != pivot:
                found[min(node, pivot), max(node, pivot)] = float(distance)
    if pivots < count:
        _add_near(neighbours, random, found)
    return [(one, other, distance) for (one, other), distance in sorted(found.items())]


def _from_pivots(neighbours: Neighbours, count: int) -> list[tuple[int, list[int]]]:
    """Distances from `count` nodes, each as far as can be from those before it."""
    nearest = [len(neighbours)] * len(neighbours)
    pivot = max(range(len(neighbours)), key=lambda node: len(neighbours[node]))
    out = []
    for _ in range(count):
        steps = _distances(neighbours, pivot)
        out.append((pivot, steps))
        nearest = [min(pair) for pair in zip(nearest, steps, strict=True)]
        pivot = max(range(len(neighbours)), key=nearest.__getitem__)
    return out


def _distances(neighbours: Neighbours, start: int) -> list[int]:
    steps = [-1] * len(neighbours)
    steps[start] = 0
    waiting = deque([start])
    while waiting:
        node = waiting.popleft()
        for other in neighbours[node]:
            if steps[other] < 0:
                steps[other] = steps[node] + 1
                waiting.append(other)
    return steps


def _add_near(neighbours: Neighbours, random: Random, found: dict[tuple[int, int], float]) -> None:
    """Add each node's neighbours at one step, and a few that share a neighbour with it at two."""
    for node, around in enumerate(neighbours):
        for other in around:
            found[min(node, other), max(node, other)] = 1.0
            for sibling in random.sample(list(around), min(SIBLINGS, len(around))):
                if sibling != other:
                    found.setdefault((min(sibling, other), max(sibling, other)), 2.0)
