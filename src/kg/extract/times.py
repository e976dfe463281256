"""The grammar of clock times: `9h50 – 10h50`, `14 heures 30`, `9.50 – 10.50 Uhr`, `9:30 AM to noon`, `18 Uhr c.t.`."""

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day or a span of it as written; `start` and `end` are `HH:MM`."""

    begin: int
    stop: int
    start: str
    end: str | None = None


_HOURS = r"(?:[01]?\d|2[0-4])(?!\d)"
_FIRST = r"(?<![\d.,:/])"
_WORD = r"(?:heures?|uhr|uur|hours|hrs?|o['’]clock)\b"
_HALF = r"(?P<{0}h>[ap])\.?\s?m\b\.?"
_LETTER = r"[hu](?![^\W\d_])"
_NOON = r"(?P<{0}n>(?:12\s)?(?:midi|noon|mittags?)|(?:12\s|0\s)?(?:minuit|midnight|mitternacht))\b"
_ABOUT = r"(?:(?:ca\.?|circa|etwa|env\.|environ|about)\s)?"
_DASH = rf"\s{{0,2}}(?:[-–—>→]{{1,2}}|/|à|au|bis|to|until|till|jusqu['’]à|tot)\s{{0,2}}{_ABOUT}"
_AND = r"\s(?:et|and|und)\s"
_EXACT = r"(?:précises?|pile|sharp|pünktlich|MEZ|MESZ|CES?T|hrs)\b"
_TAIL = rf"(?:\s?\(?(?P<quarter>c\.\s?t\.)\)?|\s?(?:\(?s\.\s?t\.\)?|{_EXACT}))?"


def _clock(name: str) -> str:
    """One time: hours with their sign and minutes, or a dotted number; what follows says what it is."""
    lettered = rf"\s?(?:{_WORD}|{_LETTER})(?:\s?(?P<{name}l>[0-5]\d)(?!\d))?"
    dotted = rf"\s?[:.]\s?(?P<{name}d>[0-5]\d)(?!\d)(?:\s?(?:(?P<{name}u>{_WORD}|h\b)|{_HALF.format(name)}))?"
    half = rf"\s?{_HALF.format(name + 'b')}"
    return rf"(?:{_NOON.format(name)}|(?P<{name}>{_HOURS})(?:{dotted}|{lettered}|{half}|(?P<{name}x>)))"


_RANGE = re.compile(rf"{_FIRST}{_clock('a')}(?P<dash>{_DASH}|{_AND}){_clock('b')}(?![\d.]\d){_TAIL}", re.IGNORECASE)
_SINGLE = re.compile(rf"{_FIRST}{_clock('a')}(?![./]?\d){_TAIL}", re.IGNORECASE)
_OPEN = re.compile(r"[\s\u00a0]{0,2}(?:bis|[-–—]|à|to|until)(?=\s{3,}\S|\s*$)")
_STOP = re.compile(r"\.(?:\s|$)")
_HEAD = re.compile(
    r"\s{0,4}(?:(?:[-–•*·]|de|à partir de|dès|à|vers|entre|ab|von|um|gegen|zwischen|from|at|between|kl\.|van|om)"
    r"\s{0,2})?(?=\d)",
    re.IGNORECASE,
)
_LEADING = frozenset("dàvevugzfabkoDÀVEVUGZFABKO")
"""The letters that a word before a time begins with."""
_JOINED = re.compile(r"(?:entre|between|zwischen)\s{1,2}$", re.IGNORECASE)
_AND_ONLY = re.compile(_AND, re.IGNORECASE)
_NUMBER = re.compile(r"(?<![\d.,:/])\d{1,2}")
_SIGN = re.compile(r"[:hHUumr]")
_QUARTER = ":15"
"""`c.t.` (cum tempore): a quarter past the hour."""


def at(text: str, start: int, end: int) -> Clock | None:
    """The time that stands exactly here; bare numbers count only in a range with a sign at its end."""
    if not text[start : start + 1].isdigit():
        return None
    found = _RANGE.match(text, start, end)
    if found is not None and _is_range(text, found):
        return _ranged(found)
    found = _SINGLE.match(text, start, end)
    if found is None or found["ax"] is not None or (found["an"] or "1")[0].isalpha():
        return None
    if found["ad"] is not None and found["au"] is found["ah"] is None and _STOP.match(text, found.end(), end):
        return None  # `Figure 10.30.`
    begin = _time(found, "a")
    return None if begin is None else Clock(found.start(), found.end(), _late(begin, found))


def unfinished(text: str, clock: Clock, end: int) -> int | None:
    """Where a range ends whose last hour stands in the line below (`10.15 bis` over `11.00 Uhr`)."""
    found = _OPEN.match(text, clock.stop, end) if clock.end is None else None
    return None if found is None else found.end()


def opening(text: str, start: int, end: int) -> Clock | None:
    """The time that a line begins with, after a bullet or `ab`, `de`, `from`."""
    first = text[start : start + 1]
    if first.isdigit():
        return at(text, start, end)
    head = None if first.isalpha() and first not in _LEADING else _HEAD.match(text, start, end)
    return None if head is None else at(text, head.end(), end)


def find(text: str, start: int, end: int) -> Clock | None:
    """The first time anywhere in a stretch of text; there a dotted number by itself is no time."""
    for match in _NUMBER.finditer(text, start, end):
        clock = at(text, match.start(), end)
        if clock is not None and (_SIGN.search(text, clock.begin, clock.stop) or _led(text, clock)):
            return clock
    return None


_LED = re.compile(r"\b(?:at|um)[\s\u00a0]$")


def _led(text: str, clock: Clock) -> bool:
    """`at 10.30`: a dotted number that a word shows to be a time."""
    led = ":" in clock.start and _LED.search(text, max(0, clock.begin - len("xat ")), clock.begin) is not None
    return led and _UNIT.match(text, clock.stop) is None


_LEAD = r"(?:(?:um|von|ab|at|from|à|de|dès)[\s\u00a0])?"
_BEHIND = re.compile(rf"(?:(?:[\s\u00a0]{{0,3}}[,;|·•–—-]){{1,2}}[\s\u00a0]{{0,3}}|[ \t]{{2,40}}){_LEAD}")
_UNIT = re.compile(r"[\s\u00a0]?(?:%|€|£|km|m²|euros?|Euro)")


def behind(text: str, start: int, end: int) -> Clock | None:
    """The time right behind a day and a comma, a bar or a wide space (`2 May | 18.30`), else the first anywhere."""
    parted = _BEHIND.match(text, start, end)
    clock = None if parted is None else at(text, parted.end(), end)
    if clock is not None and ":" in clock.start and _UNIT.match(text, clock.stop, end) is None:
        return clock
    return find(text, start, end)


def _is_range(text: str, found: re.Match[str]) -> bool:
    """True where both ends are times: each has minutes or a sign, or the first shares the sign of the last."""
    if found["bx"] is not None or found["an"] is not None:
        return False
    if _AND_ONLY.fullmatch(found["dash"]) is not None:
        return _JOINED.search(text, max(0, found.start() - 12), found.start()) is not None
    if found["dash"].strip() == "/":
        return found["ax"] is None
    signed = found["bd"] is None or found["bu"] is not None or found["bh"] is not None
    return signed or found["ax"] is None or "hr" in found.group()[-3:].lower()


def _time(found: re.Match[str], name: str, half: str | None = None) -> str | None:
    """`HH:MM` of one end; `half` is that of the other end where this one has none."""
    if found[f"{name}n"] is not None:
        return "12:00" if found[f"{name}n"].lower().endswith(("midi", "noon", "mittag", "mittags")) else None
    own = found[f"{name}h"] or found[f"{name}bh"] or half
    hour = int(found[name])
    if own is not None and hour <= 12:
        hour = hour % 12 + (12 if own.lower() == "p" else 0)
    return f"{hour:02}:{found[f'{name}d'] or found[f'{name}l'] or '00'}" if hour < 24 else None


def _half(found: re.Match[str], name: str) -> str | None:
    half = found[f"{name}h"] or found[f"{name}bh"]
    return None if half is None else half.lower()


def _ranged(found: re.Match[str]) -> Clock | None:
    """Both ends; a first end without `a.m.` or `p.m.` takes that of the last where it then lies before it."""
    end = _time(found, "b")
    half = _half(found, "a") or _half(found, "b")
    begin = _time(found, "a", half)
    if _half(found, "a") is None and half == "p" and begin is not None and end is not None and begin > end:
        begin = _time(found, "a", "a")
    if begin is None:
        return None
    return Clock(found.start(), found.end(), _late(begin, found), end)


def _late(begin: str, found: re.Match[str]) -> str:
    """A quarter later for a full hour `c.t.`."""
    return begin[:2] + _QUARTER if found["quarter"] is not None and begin.endswith(":00") else begin
