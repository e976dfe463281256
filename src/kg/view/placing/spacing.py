"""Room around each node: a picture scaled to the number of its nodes, and those that stand too near pushed apart."""

from typing import TYPE_CHECKING, Any, Final, TypeAlias

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

Points: TypeAlias = "NDArray[np.float64]"

ROUNDS: Final = 60
WIDE: Final = 2.0
AT_ONCE: Final = 5
"""With how many of those in the same cell each node is compared in a round."""
GOLDEN: Final = 2.399963229728653
"""An angle that never comes back to itself: so two nodes at one place do not leave it in the same direction."""


def scaled(points: Points, room: float) -> Points:
    """Enlarge a picture to `WIDE` times the room it needs; the mean square of the distances from its middle is one."""
    enlarged: Points = points * (WIDE * room * np.sqrt(len(points) / (2 * np.pi)))
    return enlarged


def separated(points: Points, room: float) -> Points:
    """Push nodes apart until hardly any two are nearer than `room`."""
    for number in range(ROUNDS):
        moves = _moves(points, room, number)
        if not moves.any():
            break
        points = points + moves
    return points


def _moves(points: Points, room: float, number: int) -> Points:
    """How each node gives way in one round; the cells lie elsewhere in each, so that no two stay unseen for long."""
    shift = np.array([number % 3, number // 3 % 3]) * (2 * room / 3)
    column, row = np.floor((points + shift) / (2 * room)).astype(np.int64).T
    cells = (column - column.min()) * (row.max() - row.min() + 2) + row
    order = np.lexsort((np.arange(len(points)), cells))
    moves = np.zeros_like(points)
    for step in range(1, min(AT_ONCE, len(points) - 1) + 1):
        one, other = order[:-step], order[step:]
        together = cells[one] == cells[other]
        moves += _parted(points, one[together], other[together], room)
    return moves


def _parted(points: Points, one: "NDArray[Any]", other: "NDArray[Any]", room: float) -> Points:
    away = points[other] - points[one]
    distance = np.hypot(*away.T)
    turned = np.stack([np.cos(GOLDEN * other), np.sin(GOLDEN * other)], axis=1)
    direction = np.where(distance[:, None] > 1e-6, away / np.maximum(distance, 1e-6)[:, None], turned)
    wanting = np.maximum(room - distance, 0.0)[:, None] * direction * 0.4
    out = np.empty_like(points)
    for axis in (0, 1):
        forth = np.bincount(other, wanting[:, axis], minlength=len(points))
        out[:, axis] = forth - np.bincount(one, wanting[:, axis], minlength=len(points))
    return out
