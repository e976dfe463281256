"""Answers for the terminal: names as they are, IRIs short, long texts wrapped; row by row where a table has no room."""

import os
import sys
from collections.abc import Collection, Mapping, Sequence
from itertools import zip_longest

from kg.cli.grid import Grid, without_constant, without_empty, without_spare
from kg.cli.screen import linked, plain

WIDEST = 60
"""No column is wider than this many characters, so that quotes do not push names off the screen."""


UNKNOWN = 120
"""The width that is taken where the output is no terminal."""

NARROWEST = 16
"""Below this many characters a column of words is no longer read with ease; shorter cells are never wrapped."""


NO_LINKS: Mapping[tuple[int, int], str] = {}


def drawn(
    columns: Sequence[str],
    rows: Sequence[Sequence[str]],
    spare: Collection[str] = (),
    links: Mapping[tuple[int, int], str] = NO_LINKS,
) -> str:
    """The rows under their column names, with a line that counts them.

    Where the terminal is too narrow for all, columns give way: first those that are spare, then what is empty or the
    same in all rows. Where it still is too narrow for the rest, each row stands for itself, a line for each cell.

    Args:
        columns: the names of the columns.
        rows: a cell for each column.
        spare: columns that are left out (and named below the table) where the terminal is too narrow for all.
        links: where the cell of a row and a column leads; only for terminals.
    """
    count = f"{len(rows)} row{'' if len(rows) == 1 else 's'}"
    if not rows:
        return f"{count}\n"
    grid = Grid(columns=columns, rows=[[plain(cell) for cell in row] for row in rows], links=links)
    for give_way in (lambda one: without_spare(one, spare), without_empty, without_constant):
        if not _fits(_natural(grid)):
            grid = give_way(grid)
    widths = _narrowed(grid)
    lines = _table(grid, widths) if _fits(widths) or len(widths) == 1 else _blocks(grid)
    if grid.same:
        lines += ["", "in all rows", *_named(tuple(grid.same), tuple(grid.same.values()), [])]
    return "\n".join([*lines, "; ".join((count, *grid.told)), ""])


def _table(grid: Grid, widths: Sequence[int]) -> list[str]:
    lines = [*_lines(grid.columns, widths), "  ".join("-" * width for width in widths)]
    for number, row in enumerate(grid.rows):
        lines.extend(_lines(row, widths, [grid.links.get((number, i)) for i in range(len(row))]))
    return lines


def _blocks(grid: Grid) -> list[str]:
    """Each row for itself, under its number."""
    lines = []
    for number, row in enumerate(grid.rows):
        urls = [grid.links.get((number, i)) for i in range(len(row))]
        lines += [f"--- {number + 1}", *_named(grid.columns, row, urls)]
    return lines


def _named(names: Sequence[str], cells: Sequence[str], urls: Sequence[str | None]) -> list[str]:
    """A line for each cell: its name and what stands in it, if anything does."""
    first = max(map(len, names))
    widths = [first, max(NARROWEST, _columns() - first - 4)]
    lines: list[str] = []
    for name, cell, url in zip(names, cells, urls or [None] * len(cells), strict=True):
        lines.extend(_lines((name, cell), widths, (None, url)) if cell else ())
    return lines


def _lines(cells: Sequence[str], widths: Sequence[int], urls: Sequence[str | None] = ()) -> list[str]:
    """One row as the lines it takes with each cell wrapped into its column."""
    wrapped = [
        [piece for part in cell.split("\n") for piece in _wrapped(part, width)]
        for cell, width in zip(cells, widths, strict=True)
    ]
    return [
        "  ".join(
            linked(piece, url) + " " * (width - len(piece))
            for piece, width, url in zip(line, widths, urls or [None] * len(cells), strict=True)
        ).rstrip()
        for line in zip_longest(*wrapped, fillvalue="")
    ]


def _wrapped(part: str, width: int) -> list[str]:
    if len(part) <= width and part == " ".join(part.split()):
        return [part]
    import textwrap  # noqa: PLC0415 - most tables have room

    return textwrap.wrap(part, width) or [""]


def _natural(grid: Grid) -> list[int]:
    """How wide each column would be without wrapping, up to WIDEST."""
    cells = (max(len(part) for cell in grid.cells(i) for part in cell.split("\n")) for i in range(len(grid.columns)))
    return [min(WIDEST, max(len(name), cell)) for name, cell in zip(grid.columns, cells, strict=True)]


def _fits(widths: Sequence[int]) -> bool:
    return sum(widths) + 2 * len(widths) <= _columns()


def _narrowed(grid: Grid) -> list[int]:
    """The widest columns made narrower, a character at a time, until the terminal has room or none can be."""
    widths = _natural(grid)
    while not _fits(widths) and max(widths) > NARROWEST:
        widths[widths.index(max(widths))] -= 1
    return widths


def _columns() -> int:
    """The width of the terminal: what COLUMNS says, what the terminal says, or UNKNOWN."""
    stated = os.environ.get("COLUMNS", "")
    if stated.isdecimal() and int(stated) > 0:
        return int(stated)
    try:
        return os.get_terminal_size(sys.stdout.fileno()).columns or UNKNOWN
    except (OSError, ValueError):
        return UNKNOWN
