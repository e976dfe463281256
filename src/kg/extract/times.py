"""The grammar of clock times: `9h50 – 10h50`, `14 h`, `9.50 – 10.50 Uhr`, `10.30 a.m.`, `16–18:00 Uhr`, `ab 13 Uhr`."""

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day or a span of it as written; `start` and `end` are `HH:MM`."""

    begin: int
    stop: int
    start: str
    end: str | None = None


_DASH = r"\s{0,2}(?:[-–—]|à|bis|to|until)\s{0,2}"
_POINT = r"(?:\s?[hH]\s?(?:[0-5]\d)?|\s?[:.]\s?[0-5]\d)"
_UNIT = r"(?:\s?(?:Uhr|uhr|heures|h\b|(?P<{0}>[ap])\.?\s?m\b\.?))"
_HOUR = r"(?<![\d.,:/])(?:[01]?\d|2[0-4])"
_RANGE = re.compile(
    rf"(?P<a>{_HOUR}{_POINT}?){_UNIT.format('u')}?{_DASH}(?P<b>(?:[01]?\d|2[0-4]){_POINT}?){_UNIT.format('v')}?(?![\d.]\d)"
)
_SINGLE = re.compile(
    rf"(?P<a>{_HOUR}{_POINT}){_UNIT.format('u')}?(?![\d./]?\d|\.(?:\s|$))|(?P<c>{_HOUR}){_UNIT.format('w')}(?!\d)"
)
_HEAD = re.compile(r"\s{0,4}(?:(?:[-–•*·]|de|ab|à partir de|dès|from|von|um|at|à|vers|gegen)\s{0,2})?")
_PARTS = re.compile(r"(\d{1,2})\D{0,3}(\d{2})?")


def _minutes(text: str, half: str | None) -> str | None:
    match = _PARTS.match(text)
    if match is None:
        return None
    hour = int(match[1])
    if half == "p" and hour < 12:
        hour += 12
    return f"{hour:02}:{match[2] or '00'}" if hour < 24 else None


def at(text: str, start: int, end: int) -> Clock | None:
    """The time that stands exactly here; bare numbers count only in a range with a unit."""
    found = _RANGE.match(text, start, end)
    if found is not None and _plausible(found):
        return _ranged(found)
    found = _SINGLE.match(text, start, end)
    if found is None:
        return None
    begin = _minutes(found["a"] or found["c"], found["u"] or found["w"])
    return None if begin is None else Clock(found.start(), found.end(), begin)


def opening(text: str, start: int, end: int) -> Clock | None:
    """The time that a line begins with, after a bullet or `ab`, `de`, `from`."""
    head = _HEAD.match(text, start, end)
    return at(text, start if head is None else head.end(), end)


def find(text: str, start: int, end: int) -> Clock | None:
    """The first time anywhere in a stretch of text; there a dotted number alone is no time."""
    for match in re.finditer(r"(?<![\d.,:/])\d{1,2}", text[start:end]):
        clock = at(text, start + match.start(), end)
        if clock is not None and re.search(r"[:hHUmr]", text[clock.begin : clock.stop]):
            return clock
    return None


def _plausible(found: re.Match[str]) -> bool:
    marks = re.compile(r"[:hH.]")
    return bool((marks.search(found["a"]) and marks.search(found["b"])) or found["v"] or "hr" in found.group()[-3:])


def _ranged(found: re.Match[str]) -> Clock | None:
    late = found["v"]
    early = found["u"] or (late if late == "a" else None)
    begin = _minutes(found["a"], early)
    end = _minutes(found["b"], late)
    if begin is None or end is None:
        return None
    if late == "p" and found["u"] is None and int(begin[:2]) < int(end[:2]) - 12 + 1 and int(begin[:2]) < 8:
        begin = _minutes(found["a"], "p") or begin
    return Clock(found.start(), found.end(), begin, end)
