"""Room for the labels: nodes pushed apart until no two share a box, and separate parts of the graph side by side."""

import math
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Final

from kg.view.stress import Point

WIDTH: Final = 130.0
HEIGHT: Final = 66.0
"""The box of a node and the label under it, in pixels at a zoom of one."""
ROUNDS: Final = 80
GAP: Final = 90.0
WIDER_THAN_HIGH: Final = 1.5

_AROUND: Final = ((0, 0), (1, -1), (1, 0), (1, 1), (0, 1))


def apart(points: Sequence[Point]) -> None:
    """Move points until their boxes do not overlap, or nearly so; works on the points themselves."""
    for _ in range(ROUNDS):
        moved = False
        for one, other in _close_pairs(points):
            moved = _part(one, other) or moved
        if not moved:
            return


def _close_pairs(points: Sequence[Point]) -> Iterator[tuple[Point, Point]]:
    cells: dict[tuple[int, int], list[Point]] = defaultdict(list)
    for point in points:
        cells[math.floor(point[0] / WIDTH), math.floor(point[1] / HEIGHT)].append(point)
    for (column, row), inside in cells.items():
        for right, down in _AROUND:
            there = cells.get((column + right, row + down), [])
            for index, one in enumerate(inside):
                for other in inside[index + 1 :] if there is inside else there:
                    yield one, other


def _part(one: Point, other: Point) -> bool:
    """Push two points apart along the axis on which less is wanting."""
    dx, dy = other[0] - one[0], other[1] - one[1]
    wanting = (WIDTH - abs(dx), HEIGHT - abs(dy))
    if min(wanting) <= 0.5:
        return False
    axis = 0 if wanting[0] * HEIGHT < wanting[1] * WIDTH else 1
    push = wanting[axis] / 2 if (dx, dy)[axis] >= 0 else -wanting[axis] / 2
    one[axis] -= push
    other[axis] += push
    return True


def lie_down(points: Sequence[Point]) -> None:
    """Turn what is higher than wide by a quarter, for screens are wider than high; works on the points themselves."""
    xs, ys = [p[0] for p in points], [p[1] for p in points]
    if max(ys) - min(ys) > max(xs) - min(xs):
        for point in points:
            point.reverse()


def side_by_side(parts: Sequence[list[Point]]) -> None:
    """Lay parts into rows, in the order given; works on the points themselves."""
    sizes = [_size(part) for part in parts]
    area = sum(width * height for width, height in sizes)
    row_width = max(math.sqrt(WIDER_THAN_HIGH * area), *(width for width, _ in sizes))
    left = top = row_height = 0.0
    for part, (width, height) in zip(parts, sizes, strict=True):
        if left > 0 and left + width > row_width:
            left, top, row_height = 0.0, top + row_height, 0.0
        _move(part, left, top)
        left += width
        row_height = max(row_height, height)


def _size(part: Sequence[Point]) -> tuple[float, float]:
    xs, ys = [p[0] for p in part], [p[1] for p in part]
    return max(xs) - min(xs) + WIDTH + GAP, max(ys) - min(ys) + HEIGHT + GAP


def _move(part: Sequence[Point], left: float, top: float) -> None:
    dx, dy = left - min(p[0] for p in part), top - min(p[1] for p in part)
    for point in part:
        point[0] += dx
        point[1] += dy
