"""A table of answers for the terminal: names as they are, IRIs short, long texts wrapped."""

import shutil
from collections.abc import Collection, Sequence

WIDEST = 60
"""No column is wider than this many characters, so that quotes do not push names off the screen."""


NARROWEST = 10
"""Below this many characters a column of words is no longer read with ease."""


def drawn(columns: Sequence[str], rows: Sequence[Sequence[str]], spare: Collection[str] = ()) -> str:
    """The rows under their column names, with a line that counts them.

    Args:
        columns: the names of the columns.
        rows: a cell for each column.
        spare: columns that are left out (and named below the table) where the terminal is too narrow for all.
    """
    import tabulate  # noqa: PLC0415 - only a table needs it

    count = f"{len(rows)} row{'' if len(rows) == 1 else 's'}"
    if not rows:
        return f"{count}\n"
    widths = _natural(columns, rows)
    left_out = [] if _fits(widths) else [name for name in columns if name in spare]
    if left_out and len(left_out) < len(columns):
        kept = [i for i, name in enumerate(columns) if name not in left_out]
        narrower = drawn([columns[i] for i in kept], [[row[i] for i in kept] for row in rows])
        return f"{narrower[:-1]}; no room for {', '.join(left_out)} (--format csv has every column)\n"
    body = tabulate.tabulate(
        [[cell or "" for cell in row] for row in rows],
        headers=columns,
        tablefmt="simple",
        disable_numparse=True,
        maxcolwidths=_narrowed(widths),
    )
    return f"{body}\n{count}\n"


def _natural(columns: Sequence[str], rows: Sequence[Sequence[str]]) -> list[int]:
    """How wide each column would be without wrapping, up to WIDEST."""
    cells = (max(len(part) for row in rows for part in row[i].split("\n")) for i in range(len(columns)))
    return [min(WIDEST, max(len(name), cell)) for name, cell in zip(columns, cells, strict=True)]


def _fits(widths: Sequence[int]) -> bool:
    return sum(widths) + 2 * len(widths) <= shutil.get_terminal_size((120, 40)).columns


def _narrowed(widths: list[int]) -> list[int]:
    """The widest columns made narrower, a character at a time, until the terminal has room."""
    while not _fits(widths) and max(widths) > NARROWEST:
        widths[widths.index(max(widths))] -= 1
    return widths
