"""Where the words of a name, a day or a time of day stand in a text."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from kg.extract import dates, times
from kg.model import Span

DAY = len("2019-11-21")
YEAR = len("2019")
_ANY_YEAR = "2000"
NEAR = 120
"""How many characters lie at most between an event's own words and a time of day that is its: two lines."""

_WORD = re.compile(r"\w+")
_NUMBER = re.compile(r"(?<![\d.,:/])\d{1,2}")
_MARKED = re.compile(r"[:hHUmr]")


def of_name(text: str, name: str) -> Iterator[Span]:
    """Every place where a name stands, whatever its capitals, white space and punctuation."""
    said = _WORD.findall(name)
    words = [re.escape(word) for word in said]
    if words and all(word.lower() in _lower(text) for word in said):  # a hundred times faster than the pattern
        pattern = re.compile(r"(?<!\w)" + r"[\W_]{1,4}".join(words) + r"(?!\w)", re.IGNORECASE)
        yield from (Span(found.start(), found.end()) for found in pattern.finditer(text))


def of_day(text: str, day: str) -> Iterator[Span]:
    """Every place where a day stands, with its year or without one."""
    for date in _dates(text):
        words = text[date.begin : date.stop]
        for one in (date.start, date.end or ""):
            if one[YEAR:] == day[YEAR:] and (one == day or not says_year(words)):
                yield Span(date.begin, date.stop)


@lru_cache(maxsize=1)
def _dates(text: str) -> tuple[dates.When, ...]:
    """The dates of a text, those without a year in any: it is not asked of them."""
    return dates.find(text, _ANY_YEAR)


@lru_cache(maxsize=1)
def _lower(text: str) -> str:
    return text.lower()


def says_year(words: str) -> bool:
    """True where a year stands in a date, in four digits or two (`21.06.22`)."""
    return re.search(r"\d{4}|\d[./]\d{1,2}[./]\d", words) is not None


def of_clock(text: str, clock: str, near: Iterable[Span]) -> Span | None:
    """The place where a time of day (`HH:MM`) stands near some words."""
    for span in near:
        start, end = max(0, span.start - NEAR), min(len(text), span.end + NEAR)
        for number in _NUMBER.finditer(text, start, end):
            found = times.at(text, number.start(), end)
            if (
                found is not None
                and clock in (found.start, found.end)
                and _MARKED.search(text[found.begin : found.stop])
            ):
                return Span(found.begin, found.stop)
    return None
