"""A table of answers for the terminal: names as they are, IRIs short, long texts wrapped."""

import os
import sys
import textwrap
from collections.abc import Collection, Mapping, Sequence
from itertools import zip_longest

from kg.cli.screen import linked, plain

WIDEST = 60
"""No column is wider than this many characters, so that quotes do not push names off the screen."""


UNKNOWN = 120
"""The width that is taken where the output is no terminal."""

NARROWEST = 10
"""Below this many characters a column of words is no longer read with ease."""


NO_LINKS: Mapping[tuple[int, int], str] = {}


def drawn(
    columns: Sequence[str],
    rows: Sequence[Sequence[str]],
    spare: Collection[str] = (),
    links: Mapping[tuple[int, int], str] = NO_LINKS,
) -> str:
    """The rows under their column names, with a line that counts them.

    Args:
        columns: the names of the columns.
        rows: a cell for each column.
        spare: columns that are left out (and named below the table) where the terminal is too narrow for all.
        links: where the cell of a row and a column leads; only for terminals.
    """
    count = f"{len(rows)} row{'' if len(rows) == 1 else 's'}"
    if not rows:
        return f"{count}\n"
    rows = [[plain(cell) for cell in row] for row in rows]
    widths = _natural(columns, rows)
    left_out = [] if _fits(widths) else [name for name in columns if name in spare]
    if left_out and len(left_out) < len(columns):
        kept = [i for i, name in enumerate(columns) if name not in left_out]
        moved = {(row, kept.index(column)): url for (row, column), url in links.items() if column in kept}
        narrower = drawn([columns[i] for i in kept], [[row[i] for i in kept] for row in rows], links=moved)
        return f"{narrower[:-1]}; no room for {', '.join(left_out)} (--format csv has every column)\n"
    narrowed = _narrowed(widths)
    lines = [*_lines(columns, narrowed), "  ".join("-" * width for width in narrowed)]
    for number, row in enumerate(rows):
        lines.extend(_lines(row, narrowed, [links.get((number, i)) for i in range(len(columns))]))
    return "\n".join([*lines, count, ""])


def _lines(cells: Sequence[str], widths: Sequence[int], urls: Sequence[str | None] = ()) -> list[str]:
    """One row as the lines it takes with each cell wrapped into its column."""
    wrapped = [
        [piece for part in cell.split("\n") for piece in textwrap.wrap(part, width) or [""]]
        for cell, width in zip(cells, widths, strict=True)
    ]
    return [
        "  ".join(
            linked(piece, url) + " " * (width - len(piece))
            for piece, width, url in zip(line, widths, urls or [None] * len(cells), strict=True)
        ).rstrip()
        for line in zip_longest(*wrapped, fillvalue="")
    ]


def _natural(columns: Sequence[str], rows: Sequence[Sequence[str]]) -> list[int]:
    """How wide each column would be without wrapping, up to WIDEST."""
    cells = (max(len(part) for row in rows for part in row[i].split("\n")) for i in range(len(columns)))
    return [min(WIDEST, max(len(name), cell)) for name, cell in zip(columns, cells, strict=True)]


def _fits(widths: Sequence[int]) -> bool:
    return sum(widths) + 2 * len(widths) <= _columns()


def _narrowed(widths: list[int]) -> list[int]:
    """The widest columns made narrower, a character at a time, until the terminal has room."""
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
