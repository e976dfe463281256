"""Rows as an HTML table for notebooks: everything escaped, links to the web alone, the first rows and their number."""

from collections.abc import Iterable, Sequence
from html import escape
from itertools import islice
from typing import Final

SHOWN: Final = 50
"""So many rows a notebook shows; the others are for data frames."""

_CELL: Final = '<td style="text-align:left;vertical-align:top;max-width:40em;white-space:pre-line">{}</td>'
_HEAD: Final = '<th scope="col" style="text-align:left">{}</th>'

Cell = tuple[str, str | None]
"""The words of a cell and the IRI behind them."""


def table(columns: Sequence[str], rows: Iterable[Iterable[Cell]], count: int) -> str:
    """The first rows under their columns, with a line that says how many there are.

    Args:
        columns: their names.
        rows: the cells of each row.
        count: how many rows there are in all.
    """
    body = "".join(f"<tr>{''.join(_CELL.format(_words(*cell)) for cell in row)}</tr>" for row in islice(rows, SHOWN))
    said = f"{count:,} row{'' if count == 1 else 's'}"
    note = f"{said}; the first {SHOWN} are shown" if count > SHOWN else said
    head = "".join(_HEAD.format(escape(name)) for name in columns)
    return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table><p>{note}</p>"


def _words(words: str, iri: str | None) -> str:
    if iri is None or not iri.startswith(("http://", "https://")):
        return escape(words)
    return f'<a href="{escape(iri)}" target="_blank" rel="noopener noreferrer">{escape(words)}</a>'
