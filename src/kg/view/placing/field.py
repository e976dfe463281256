"""The push of many masses upon each other, from a grid: spread, convolved by FFT, read off."""

from typing import TYPE_CHECKING, Any, TypeAlias

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray

Numbers: TypeAlias = "NDArray[Any]"


class Field:
    """A square grid, and what a unit of mass does on it: it pushes with the inverse of the distance.

    Args:
        cells: how many points the grid has on each side.
    """

    def __init__(self, cells: int) -> None:
        self._cells = cells
        self._shape = (
            2 * cells,
            2 * cells,
        )  # twice as large, so that what leaves on one side does not enter on the other
        steps = np.fft.fftfreq(2 * cells, 1 / (2 * cells)).astype(np.float32)
        x, y = np.meshgrid(steps, steps, indexing="ij")
        squared = x * x + y * y + np.float32(0.25)
        self._unit = (np.fft.rfft2(x / squared), np.fft.rfft2(y / squared))

    def push(self, points: Numbers, mass: Numbers) -> Numbers:
        """The force upon each mass.

        Args:
            points: a row per mass: x and y.
            mass: of each.
        """
        low = points.min(axis=0)
        step = float((points.max(axis=0) - low).max()) / (self._cells - 1) * 1.0001 + 1e-9
        shares = list(self._shares((points - low) / step))
        size = self._cells * self._cells
        spread = sum(np.bincount(place, share * mass, minlength=size) for place, share in shares)
        masses = np.fft.rfft2(np.asarray(spread, np.float32).reshape(self._cells, self._cells), s=self._shape)
        out = np.empty_like(points)
        for axis, unit in enumerate(self._unit):
            field = np.fft.irfft2(masses * unit, s=self._shape)[: self._cells, : self._cells].ravel()
            out[:, axis] = sum(share * field[place] for place, share in shares) * mass / step
        return out

    def _shares(self, at: Numbers) -> "Iterator[tuple[Numbers, Numbers]]":
        """The four points of the grid around each place, and the share that each of them has in it."""
        corner = np.minimum(at.astype(np.int64), self._cells - 2)
        right, down = (at - corner).T
        first = corner[:, 0] * self._cells + corner[:, 1]
        yield first, (1 - right) * (1 - down)
        yield first + 1, (1 - right) * down
        yield first + self._cells, right * (1 - down)
        yield first + self._cells + 1, right * down
