"""From when until when an office is held, where prose says so: `depuis 2014`, `ab Mai 2025`, `from 2010 to 2016`."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from kg.extract import lexicon
from kg.extract.dates import When
from kg.extract.finds import Page
from kg.extract.row import Held

REACH = 70
"""A date may stand so many characters behind the office and its body, and before the person."""
BEFORE = 40
NEAR = 200
"""A body that stands farther from the office is the page's own, and no clause holds both."""
_ENDS = re.compile(r"[;!?()\n]|[a-zà-ÿ\d]{2}\.(?:\s|$)")
_YEAR = re.compile(r"(?<![\d.,/–-])((?:19|20)\d\d)(?!\d|[.,/]\d)")


def dated(page: Page, held: Sequence[Held], others: Sequence[tuple[int, int]] = ()) -> tuple[Held, ...]:
    """The same offices, those with their days whose clause tells them; clauses on `others` are no part of it."""
    starts = sorted({*(h.person.start for h in held), *(start for start, _ in others)})
    return tuple(_dated(page, one, starts) for one in held)


def _dated(page: Page, one: Held, starts: Sequence[int]) -> Held:
    capacity = one.capacity
    if (
        abs(capacity.start - one.person.start) > NEAR
        or capacity.position is None
        or capacity.since is not None
        or capacity.until is not None
        or _ENDS.search(page.text, capacity.end, max(capacity.end, one.person.start))
    ):
        return one
    begin, end = _clause(page.text, one, starts)
    since, until = told(page, begin, end)
    spell = since is not None or until is not None
    return replace(one, capacity=replace(capacity, since=since, until=until)) if spell else one


def _clause(text: str, one: Held, starts: Sequence[int]) -> tuple[int, int]:
    """The stretch around an office in which its days may stand: its clause, up to the next person."""
    stretches = [(one.capacity.start, one.capacity.end)]
    body = one.capacity.body
    apart = body is not None and _ENDS.search(
        text, min(one.capacity.end, body.end), max(one.capacity.start, body.start)
    )
    if body is not None and not apart and abs(body.start - one.capacity.start) < NEAR:
        stretches.append((body.start, body.end))
    first, last = min(s for s, _ in stretches), max(e for _, e in stretches)
    after = _ENDS.search(text, max(first, last - 2), last + REACH)
    stop = last + REACH if after is None else max(last, after.start() + 2 * after.group()[0].isalnum())
    n = bisect_left(starts, last)
    stop = min(stop, starts[n] if n < len(starts) else stop)
    filling = _filling().search(text, last, stop)
    stop = stop if filling is None else filling.start()
    low = max(first - BEFORE, one.person.end if one.person.end <= first else 0)
    before = [m.end() for m in _ENDS.finditer(text, low, first)]
    return (before[-1] if before else low), min(stop, len(text))


@cache
def _filling() -> re.Pattern[str]:
    """Verbs of holding another office: `X, maire de Y, occupait la présidence depuis 2021`."""
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, lexicon.written('offices.filling')))})\b")


def told(page: Page, begin: int, end: int) -> tuple[str | None, str | None]:
    """From when until when something holds, by the words of a stretch."""
    since = until = None
    for a, start, stop in _moments(page, begin, end):
        words = " " + " ".join(page.text[begin:a].casefold().replace("’", "'").split())
        if _led(words, "beginnings"):
            since, until = since or start, until or stop
        elif _led(words, "endings"):
            until = until or start
    return since, until


def _moments(page: Page, begin: int, end: int) -> list[tuple[int, str, str | None]]:
    """The days, months and bare years of a stretch, in order."""
    low = bisect_left(page.dates, begin, key=lambda d: d.begin)
    found: list[When] = [d for d in page.dates[low : low + 6] if d.begin >= begin and d.stop <= end]
    out = [(d.begin, d.start, d.end) for d in found]
    years = (m for m in _YEAR.finditer(page.text, begin, end) if not any(d.begin <= m.start() < d.stop for d in found))
    return sorted([*out, *((m.start(), m[1], None) for m in years)])


def _led(words: str, key: str) -> bool:
    """True where the words end in one that leads to a date."""
    return words.endswith(_ending(key))


@cache
def _ending(key: str) -> tuple[str, ...]:
    return tuple(f" {word}" for word in sorted(lexicon.written(f"calendar.{key}")))
