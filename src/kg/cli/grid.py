"""Rows of cells for the terminal, and what may be left out of them where it is narrow.

A named tuple and no data class: that one would cost every question two milliseconds.
"""

from collections.abc import Collection, Mapping, Sequence
from types import MappingProxyType
from typing import Final, NamedTuple

Links = Mapping[tuple[int, int], str]

_NO_LINKS: Final[Links] = MappingProxyType({})
_NO_NAMES: Final[Mapping[str, str]] = MappingProxyType({})


class Grid(NamedTuple):
    """Cells under their columns.

    Attributes:
        columns: the names of the columns.
        rows: a cell for each column.
        links: where the cell of a row and a column leads.
        told: what was left out, in words.
        same: the columns left out in which all rows have the same, with that.
    """

    columns: Sequence[str]
    rows: Sequence[Sequence[str]]
    links: Links = _NO_LINKS
    told: tuple[str, ...] = ()
    same: Mapping[str, str] = _NO_NAMES

    def cells(self, column: int) -> list[str]:
        """All cells of a column."""
        return [row[column] for row in self.rows]

    def without(self, names: Collection[str]) -> "Grid":
        """The same without some columns."""
        kept = [i for i, name in enumerate(self.columns) if name not in names]
        return self._replace(
            columns=[self.columns[i] for i in kept],
            rows=[[row[i] for i in kept] for row in self.rows],
            links={(row, kept.index(column)): url for (row, column), url in self.links.items() if column in kept},
        )


def _without(grid: Grid, names: Collection[str], told: str) -> Grid:
    """Without these columns, which is told; whole where nothing would be left."""
    if not names or set(names) >= set(grid.columns):
        return grid
    return grid.without(names)._replace(told=(*grid.told, told))


def without_spare(grid: Grid, spare: Collection[str]) -> Grid:
    """Without the columns that give way first."""
    names = [name for name in grid.columns if name in spare]
    return _without(grid, names, f"no room for {', '.join(names)} (--format csv has every column)")


def without_empty(grid: Grid) -> Grid:
    """Without the columns that no row has anything in."""
    names = [name for i, name in enumerate(grid.columns) if not any(grid.cells(i))]
    return _without(grid, names, f"nothing in {', '.join(names)}")


def without_constant(grid: Grid) -> Grid:
    """Without the columns in which all of several rows have the same; that is told once."""
    same = {name: grid.rows[0][i] for i, name in enumerate(grid.columns) if len(set(grid.cells(i))) == 1}
    return grid if len(grid.rows) == 1 or len(same) == len(grid.columns) else grid.without(same)._replace(same=same)
