"""The grammar of dates: `jeudi 11 juillet 2019`, `12. und 13. September`, `24-25 mai 2016`, `21.06.22`, `May 2018`."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from itertools import zip_longest

from kg.extract import lexicon
from kg.extract.lexicon import LANGUAGES
from kg.extract.numbers import Place, places
from kg.text.normal import fold


@dataclass(frozen=True, slots=True)
class When:
    """A date or a range of days as written. `start` and `end` are ISO; `end` is None for a single day.

    A month alone has a `start` of `YYYY-MM`.
    """

    begin: int
    stop: int
    start: str
    end: str | None = None

    @property
    def exact(self) -> bool:
        """True where the day is known."""
        return len(self.start) == len("2019-07-11")


@cache
def months() -> dict[str, int]:
    """Month names and their abbreviations, folded, to their numbers."""
    return {
        fold(str(name)): int(number)
        for language in LANGUAGES
        for number, names in lexicon.tree(language, "calendar")["months"].items()
        for name in names
    }


@cache
def weekday_pattern() -> str:
    """A group of weekday names, longest first."""
    return _alternatives(lexicon.written("calendar.weekdays"))


def _alternatives(names: tuple[str, ...]) -> str:
    return "(?:" + "|".join(re.escape(n) for n in sorted(names, key=lambda n: (-len(n), n))) + ")"


@dataclass(frozen=True, slots=True)
class Spelling:
    """One way to write a date. Every date has a number behind what may (or must) stand before it, its `lead`."""

    whole: re.Pattern[str]
    lead: re.Pattern[str] | None
    reach: int = 0
    """How far before the number the lead may begin."""
    must: bool = False
    last: tuple[str, ...] = ()
    """What a lead ends with but for stops and spaces, casefolded."""
    year: bool = False
    """True where the number is a year, else it is a day or a month."""

    def match(self, text: str, since: int, place: Place) -> re.Match[str] | None:
        """The date around a number, from as far before it as it can begin, but not before `since`."""
        number = place[0]
        found = None if self.must else self.whole.match(text, number)
        if self.lead is None or not place[1].endswith(self.last) or (found is None and not self.must):
            return found
        lead = self.lead.search(text, max(since, number - self.reach), number)
        return found if lead is None else self.whole.match(text, lead.start())


@cache
def spellings() -> tuple[Spelling, ...]:
    """All ways to write a date; where two fit the same words, the first."""
    spelled = {str(n) for lang in LANGUAGES for ns in lexicon.tree(lang, "calendar")["months"].values() for n in ns}
    month = _alternatives(tuple(sorted(spelled)))
    apart, number = r"(?<![\d.,/:])", r"(?:0?[1-9]|[12]\d|3[01])(?!\d)"
    day = apart + number
    tail = rf"(?:{_alternatives(lexicon.written('calendar.ordinals'))}|\.)?"
    join = rf"\s{{0,2}}(?:[-–—/&]|{_alternatives(lexicon.written('calendar.joiners'))})\s{{0,2}}"
    name = rf"(?<![^\W\d_])(?:{weekday_pattern()})\.?"
    week = rf"(?:(?:{name}\s?[-–/]\s?)?{name},?\s{{1,2}})?(?:den\s|dem\s|le\s|the\s)?"
    first = rf"(?P<d1>{day}){tail}(?:\s(?P<m1>{month})\.?(?:\s(?P<y1>\d{{4}}))?)?"
    leads = (rf"{week}\Z", rf"{week}\b{month}\.?\s\Z", rf"\b{month}\s\Z")
    weekday, named, month_alone = (re.compile(p, re.IGNORECASE) for p in leads)
    reach = 2 * max(map(len, lexicon.written("calendar.weekdays"))) + len("., – ., the ") + 1
    far = max(map(len, spelled)) + len(". ") + reach
    days = (*lexicon.written("calendar.weekdays"), "den", "dem", "le", "the")
    tails = {None: (), weekday: tuple(n.casefold() for n in days)}
    return tuple(
        Spelling(
            re.compile(p, re.IGNORECASE),
            lead,
            far if lead in (named, month_alone) else reach,
            lead in (named, month_alone),
            tails.get(lead, tuple(n.casefold() for n in spelled)),
            lead in (None, month_alone),
        )
        for lead, p in (
            (
                weekday,
                rf"{week}(?:{first}{join}{week}|{apart})(?P<d2>{number}){tail}\s{{0,2}}(?:of\s|de\s)?(?P<m2>{month})\b\.?,?(?:\s{{1,2}}(?P<y2>\d{{4}}))?(?!\d)",
            ),
            (
                named,
                rf"{week}\b(?P<m2>{month})\.?\s(?P<d1>{day}){tail}(?:{join}(?P<d2>{day}){tail})?,?\s(?P<y2>\d{{4}})(?!\d)",
            ),
            (
                weekday,
                rf"{week}(?<![\d.])(?P<d1>\d{{1,2}})(?:\.(?P<n1>\d{{1,2}})\.|\.)?\s?(?:[-–/]|bis|und|u\.)\s?(?P<d2>\d{{1,2}})\.\s?(?P<n2>\d{{1,2}})\.(?:\s?(?P<y2>\d{{4}}|\d{{2}}(?![\d.:])))?(?!\d)",
            ),
            (
                weekday,
                rf"{week}(?<![\d.])(?P<d2>\d{{1,2}})[./](?P<apart>\s)?(?P<n2>\d{{1,2}})[./]\s?(?P<y2>\d{{4}}|(?(apart)|(?<!\s))\d{{2}}(?![\d.:]))(?!\d)",
            ),
            (
                weekday,
                rf"{week}(?<![\d.])(?P<d2>(?:0[1-9]|[12]\d|3[01]))\.(?P<n2>0[1-9]|1[0-2])\.(?P<y2>(?!))?(?!\s?\d{{1,2}}[.:](?!\d\d(?![.\d])))(?!\d)",
            ),
            (None, r"(?<!\d)(?P<y2>(?:19|20)\d\d)-(?P<n2>\d\d)-(?P<d2>\d\d)(?!\d)"),
            (month_alone, rf"\b(?P<m2>{month})\s(?P<y2>(?:19|20)\d\d)(?!\d)"),
        )
    )


def find(text: str, published: str | None = None) -> tuple[When, ...]:
    """All dates of a text in order. A date without a year takes the year the page is of, if that can be told."""
    hits: list[re.Match[str]] = []
    taken = bytearray(len(text))
    numbers = places(text)
    for spelling in spellings():
        for match in matches(text, spelling, numbers[spelling.year]):
            start, end = match.span()
            if taken.find(1, start, end) < 0:
                taken[start:end] = b"\x01" * (end - start)
                hits.append(match)
    hits.sort(key=lambda m: m.start())
    year = _year(text, hits, published)
    years = [_shared(text, m, then) or year for m, then in zip_longest(hits, hits[1:])]
    return _joined(text, [w for w in (_when(m, y) for m, y in zip(hits, years, strict=True)) if w is not None])


def _shared(text: str, match: re.Match[str], then: re.Match[str] | None) -> str | None:
    """The year of the last day of a range, for the first (`08.05. – 09.05.2025`)."""
    if then is None or _four(match["y2"]) is not None or not _between().fullmatch(text[match.end() : then.start()]):
        return None
    return _four(then["y2"])


def matches(text: str, spelling: Spelling, numbers: Sequence[Place]) -> Iterator[re.Match[str]]:
    """The dates of one spelling, as `finditer` gives them, but looked for only where numbers stand."""
    since = 0
    for number in numbers:
        match = spelling.match(text, since, number) if number[0] >= since else None
        if match is not None:
            yield match
            since = match.end()


def _year(text: str, hits: list[re.Match[str]], published: str | None) -> str | None:
    """The year of dates without one: where weekdays stand with them the one they fall on, else what the page is of."""
    found = Counter(y for m in hits if (y := _four(m["y2"])) is not None)
    top = _YEAR.search(text, 0, TOP)
    known = [*([top[0]] if top else []), *sorted(found, key=lambda y: (-found[y], y))]
    known += [published[:4]] if published else []
    if not known:
        return None
    bare = [m for m in hits if _four(m["y2"]) is None and _weekday(m.group()) is not None]
    near = [*known, *(str(int(y) + n) for y in known for n in (1, -1))] if bare else known
    fits = {y: sum(_falls(m, y) for m in bare) for y in near}
    best = max(fits.values())
    return next(y for y in (*_first(found, top), *near) if fits.get(y) == best)


def _first(found: Counter[str], top: re.Match[str] | None) -> list[str]:
    """The year that most dates of the page have; of several, the one at its top, else the latest."""
    own = None if top is None else top[0]
    return [max(found, key=lambda y: (found[y], y == own, y))] if found else []


_YEAR = re.compile(r"(?<![\d./-])(?:19|20)\d\d(?![\d/])")
TOP = 250
"""A year among so many first characters is the one that the page is of."""


@cache
def _days() -> dict[str, int]:
    """Weekdays and their abbreviations, folded, to their numbers, Monday 0."""
    return {
        fold(str(name)): int(number) - 1
        for language in LANGUAGES
        for number, names in lexicon.tree(language, "calendar")["weekdays"].items()
        for name in names
    }


def _weekday(words: str) -> int | None:
    """The weekday that a date begins with."""
    first = fold(words).split()[:1]
    return _days().get(first[0]) if first else None


def _falls(match: re.Match[str], year: str) -> bool:
    got = match.groupdict()
    number = int(got["n2"]) if got.get("n2") else months()[fold(got["m2"])]
    head = _head(got, number)
    try:
        return date(int(year), head, int(got.get("d1") or got.get("d2") or 1)).weekday() == _weekday(match.group())
    except ValueError:
        return False


def _head(got: dict[str, str | None], number: int) -> int:
    """The month of the first day: its own, else that of the last."""
    if got.get("m1"):
        return months()[fold(got["m1"] or "")]
    return int(got.get("n1") or number)


def _four(year: str | None) -> str | None:
    return f"20{year}" if year is not None and len(year) == 2 else year


def _when(match: re.Match[str], year: str | None) -> When | None:
    got = match.groupdict()
    number = int(got["n2"]) if got.get("n2") else months()[fold(got["m2"])]
    year = _four(got.get("y2")) or year
    if year is None or not 1 <= number <= 12 or not 1 <= _head(got, number) <= 12:
        return None
    if not (got.get("d1") or got.get("d2")):
        return When(match.start(), match.end(), f"{year}-{number:02}")
    last = f"{year}-{number:02}-{int(got.get('d2') or got['d1']):02}"
    if not (got.get("d1") and got.get("d2")):
        return When(match.start(), match.end(), last)
    own = _only_last(match)
    if own is not None:
        return When(own, match.end(), last)
    head = _head(got, number)
    start = f"{got.get('y1') or year}-{head:02}-{int(got['d1']):02}"
    return When(match.start(), match.end(), start, last if last > start else None)


def _only_last(match: re.Match[str]) -> int | None:
    """Where the last day begins, if it alone has a weekday: the number before it counts (`Day 1 – Monday, 3 May`)."""
    if _weekday(match.group()) is not None or match.groupdict().get("m1"):
        return None
    week = _weekdays().search(match.string, match.end("d1"), match.start("d2"))
    return None if week is None else week.start()


@cache
def _weekdays() -> re.Pattern[str]:
    return re.compile(rf"\b{weekday_pattern()}", re.IGNORECASE)


@cache
def _between() -> re.Pattern[str]:
    words = _alternatives(lexicon.written("calendar.joiners"))
    return re.compile(rf"\s{{0,2}}(?:[-–—]|{words})\s{{0,2}}", re.IGNORECASE)


def _follows(last: When, then: When) -> bool:
    return last.exact and last.end is None and then.exact and last.start < then.start


def _joined(text: str, dates: list[When]) -> tuple[When, ...]:
    """Two whole dates with a joining word between them are one range."""
    out: list[When] = []
    for then in dates:
        last = out[-1] if out else None
        if last is not None and _follows(last, then) and _between().fullmatch(text[last.stop : then.begin]):
            out[-1] = When(last.begin, then.stop, last.start, then.end or then.start)
        else:
            out.append(then)
    return tuple(out)
