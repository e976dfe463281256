"""Positions for a large connected graph: communities apart, by forces (LinLog) with the repulsion taken from a grid.

Every tie pulls with the same strength however long it is; every two nodes push each other apart, the stronger the
more ties they have and the nearer they are. In such a picture groups with many ties inside and few outside stand
clear of each other (Noack, "Energy models for graph clustering", 2007). The push of all upon all is a convolution
(`field`), so a round takes n log n steps where pairs would take n squared.
"""

from typing import TYPE_CHECKING, Any, Final, TypeAlias

import numpy as np

from kg.view.placing.field import Field

if TYPE_CHECKING:
    from numpy.typing import NDArray

Points: TypeAlias = "NDArray[np.float64]"
"""A row per node: x and y."""
Ties: TypeAlias = "NDArray[np.int64]"
"""A row per tie: the numbers of its two ends."""

ROUNDS: Final = 300
UNTANGLING: Final = 30
"""In so many rounds at the start a tie pulls the stronger the longer it is, which brings near what belongs together."""
FINER_FROM: Final = 150
"""From this round on the grid is twice as fine."""
FIRST_STEP: Final = 0.3
LAST_STEP: Final = 0.002
"""How far a node may move in a round; the picture's radius is about one."""
COARSE: Final = 128
MANY: Final = 50_000
"""From so many nodes on the grid is twice as fine throughout."""
_TINY: Final = 1e-12


def positions(count: int, ties: Ties, seed: int) -> Points:
    """Place the nodes of a connected graph; the root of the mean square of their distances from the middle is one.

    Args:
        count: how many nodes there are.
        ties: pairs of nodes, each once.
        seed: of the places where they start; with the same seed the same machine gives the same numbers.
    """
    points = _centred(np.random.default_rng(seed).normal(size=(count, 2)))
    mass = np.bincount(ties.ravel(), minlength=count) + 1.0
    cells = COARSE * (2 if count >= MANY else 1)
    coarse, fine = Field(cells), Field(2 * cells)
    for number, step in enumerate(np.geomspace(FIRST_STEP, LAST_STEP, ROUNDS)):
        field = coarse if number < FINER_FROM else fine
        push = field.push(points, mass)
        pull = _pull(points, ties, evenly=number >= UNTANGLING)
        force = push * _balance(points, push, pull) + pull
        points = _centred(points + _bounded(force / mass[:, None]) * step)
    return points


def _pull(points: Points, ties: Ties, *, evenly: bool) -> Points:
    along = points[ties[:, 1]] - points[ties[:, 0]]
    if evenly:
        along /= _lengths(along) + _TINY
    pull = np.empty_like(points)
    for axis in (0, 1):
        forth = np.bincount(ties[:, 0], along[:, axis], minlength=len(points))
        pull[:, axis] = forth - np.bincount(ties[:, 1], along[:, axis], minlength=len(points))
    return pull


def _balance(points: Points, push: Points, pull: Points) -> float:
    """How strong the push must be so that the picture as a whole neither grows nor shrinks."""
    return float(-(pull * points).sum() / max((push * points).sum(), _TINY))


def _bounded(force: Points) -> Points:
    """Forces as moves of at most one: the strongest tenth all move equally far."""
    length = _lengths(force)
    strong = np.percentile(length, 90) + _TINY
    bounded: Points = force * (np.minimum(1.0, length / strong) / (length + _TINY))
    return bounded


def _lengths(arrows: Points) -> Any:
    return np.sqrt((arrows * arrows).sum(axis=1))[:, None]


def _centred(points: Points) -> Points:
    points = points - points.mean(axis=0)
    centred: Points = points / np.sqrt((points * points).sum(axis=1).mean())
    return centred
