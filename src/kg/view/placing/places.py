"""The places of all nodes: small parts drawn by distance, large ones by forces, and all parts side by side."""

from random import Random
from typing import TYPE_CHECKING, Any, Final, TypeAlias

import numpy as np

from kg.view import spread, stress
from kg.view.placing.forces import positions
from kg.view.placing.parts import connected, offsets
from kg.view.placing.spacing import scaled, separated

if TYPE_CHECKING:
    from numpy.typing import NDArray

Numbers: TypeAlias = "NDArray[Any]"

SMALL: Final = 150
"""A part of so many nodes is drawn by the steps between them, as long as the labels of all have room."""
STEP: Final = 150.0
ROOM: Final = 34.0
"""How far apart two nodes of a large part stand, in pixels at a zoom of one."""
GAP: Final = 90.0
CROWD: Final = 2_000
"""From so many nodes on, small parts stand as near to each other as their nodes do."""


def places(count: int, ties: Numbers, *, seed: int = 1) -> Numbers:
    """Place nodes in the plane.

    Args:
        count: how many nodes there are.
        ties: a row per tie, with the numbers of its ends; direction, repetition and loops do not matter.
        seed: another one gives another picture of the same graph.

    Returns:
        A row per node, in whole pixels: to the right, and down.
    """
    if count == 0:
        return np.zeros((0, 2), np.int32)
    once = np.unique(np.sort(np.asarray(ties, np.int64).reshape(-1, 2), axis=1), axis=0)
    once = once[once[:, 0] != once[:, 1]]
    found = np.zeros((count, 2))
    parts = connected(count, once)
    placed = [_part(part, inside, seed) for part, inside in zip(parts, _inside(parts, count, once), strict=True)]
    gap = GAP if count < CROWD else ROOM
    corners = offsets([tuple(points.max(axis=0) - points.min(axis=0) + gap) for points in placed])
    for part, points, corner in zip(parts, placed, corners, strict=True):
        found[part] = points - points.min(axis=0) + corner
    whole: Numbers = np.rint(found - found.mean(axis=0)).astype(np.int32)
    return whole


def _inside(parts: list[Numbers], count: int, ties: Numbers) -> list[Numbers]:
    """The ties of each part, with its nodes numbered anew."""
    part_of, number = np.empty(count, np.int64), np.empty(count, np.int64)
    for index, part in enumerate(parts):
        part_of[part], number[part] = index, np.arange(len(part))
    belongs = part_of[ties[:, 0]]
    ordered = number[ties[np.argsort(belongs, kind="stable")]]
    return np.split(ordered, np.cumsum(np.bincount(belongs, minlength=len(parts)))[:-1])


def _part(part: Numbers, ties: Numbers, seed: int) -> Numbers:
    if len(part) == 1:
        return np.zeros((1, 2))
    if len(part) <= SMALL:
        return _by_steps(len(part), ties, seed)
    return _lying(separated(scaled(positions(len(part), ties, seed), ROOM), ROOM))


def _by_steps(count: int, ties: Numbers, seed: int) -> Numbers:
    neighbours: list[list[int]] = [[] for _ in range(count)]
    for one, other in ties.tolist():
        neighbours[one].append(other)
        neighbours[other].append(one)
    points = [[x * STEP, y * STEP] for x, y in stress.positions(neighbours, Random(seed))]
    spread.lie_down(points)
    spread.apart(points)
    return np.array(points)


def _lying(points: Numbers) -> Numbers:
    """Turn what is higher than wide by a quarter, for screens are wider than high."""
    width, height = points.max(axis=0) - points.min(axis=0)
    return points[:, ::-1] if height > width else points
