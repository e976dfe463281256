"""A table of answers for the terminal: names as they are, IRIs short, long texts wrapped."""

import shutil
from collections.abc import Sequence

WIDEST = 60
"""No column is wider than this many characters, so that quotes do not push names off the screen."""


def drawn(columns: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """The rows under their column names, with a line that counts them."""
    import tabulate  # noqa: PLC0415 - only a table needs it

    count = f"{len(rows)} row{'' if len(rows) == 1 else 's'}\n"
    if not rows:
        return count
    widths = _widths(columns, rows)
    body = tabulate.tabulate(
        [[cell or "" for cell in row] for row in rows],
        headers=columns,
        tablefmt="simple",
        disable_numparse=True,
        maxcolwidths=widths,
    )
    return f"{body}\n{count}"


def _widths(columns: Sequence[str], rows: Sequence[Sequence[str]]) -> list[int]:
    """How wide each column may be: its content where the terminal has room, a fair share where it has not."""
    room = shutil.get_terminal_size((120, 40)).columns
    wanted = [
        min(WIDEST, max([len(name), *(len(part) for row in rows for part in row[i].split("\n"))]))
        for i, name in enumerate(columns)
    ]
    while sum(wanted) + 2 * len(wanted) > room and max(wanted) > 12:
        wanted[wanted.index(max(wanted))] -= 1
    return wanted
