"""Dates as spans of days: a year is the days from its first to its last."""

import re
from collections.abc import Iterable
from datetime import date
from typing import Final

_DATE: Final = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?")
_EPOCH: Final = date(1970, 1, 1).toordinal()
_DECEMBER: Final = 12

Span = tuple[int, int]
"""The first day and the last, counted from 1 January 1970."""


def span(text: str) -> Span | None:
    """The days of `2019`, `2019-06`, `2019-06-04` or a time on that day; None for what is none of these."""
    found = _DATE.match(text)
    if found is None:
        return None
    year = int(found[1])
    month, day = (None if part is None else int(part) for part in found.groups()[1:])
    try:
        first = date(year, month or 1, day or 1)
        last = first if day is not None else _last(first, _DECEMBER if month is None else month)
    except ValueError:
        return None
    return first.toordinal() - _EPOCH, last.toordinal() - _EPOCH


def between(texts: Iterable[str]) -> list[int]:
    """The days from the first of some dates to the last, or nothing where none of them is a date."""
    spans = [found for found in map(span, texts) if found is not None]
    return [] if len(spans) == 0 else [min(first for first, _ in spans), max(last for _, last in spans)]


def each(texts: Iterable[str]) -> list[int]:
    """The first and last day of each date, one after the other."""
    return [day for found in map(span, texts) if found is not None for day in found]


def _last(first: date, month: int) -> date:
    """The last day of a month of the same year."""
    after = date(first.year + month // 12, month % 12 + 1, 1) if first.year < date.max.year else date.max
    return date.fromordinal(after.toordinal() - 1)
