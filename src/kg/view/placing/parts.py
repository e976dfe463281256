"""The connected parts of a graph, and their place side by side."""

import math
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Final, TypeAlias

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

Numbers: TypeAlias = "NDArray[Any]"

WIDER_THAN_HIGH: Final = 1.5


def connected(count: int, ties: Numbers) -> list[Numbers]:
    """The nodes of each part: the largest part first, and of equal ones that with the first node."""
    root = np.arange(count)
    while True:
        before = root.copy()
        lowest = np.minimum(root[ties[:, 0]], root[ties[:, 1]])
        np.minimum.at(root, root[ties[:, 0]], lowest)
        np.minimum.at(root, root[ties[:, 1]], lowest)
        root = root[root]
        if (root == before).all():
            break
    order = np.argsort(root, kind="stable")
    parts = np.split(order, np.flatnonzero(np.diff(root[order])) + 1)
    return sorted((part for part in parts if len(part) > 0), key=lambda part: (-len(part), part[0]))


def offsets(sizes: Sequence[tuple[float, float]]) -> list[tuple[float, float]]:
    """Lay boxes into rows, in the order given.

    Args:
        sizes: the width and height of each.

    Returns:
        The left upper corner of each.
    """
    area = sum(width * height for width, height in sizes)
    row_width = max(math.sqrt(WIDER_THAN_HIGH * area), *(width for width, _ in sizes))
    left = top = row_height = 0.0
    corners = []
    for width, height in sizes:
        if left > 0 and left + width > row_width:
            left, top, row_height = 0.0, top + row_height, 0.0
        corners.append((left, top))
        left += width
        row_height = max(row_height, height)
    return corners
