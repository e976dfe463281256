"""Days that a report tells by their weekday alone (`Réunis mercredi`, `met on Monday`), from its own date."""

from collections.abc import Sequence
from datetime import date, timedelta
from functools import cache

from kg.extract import bylines, lexicon, outline
from kg.extract.dates import When
from kg.extract.finds import Page
from kg.extract.lines import Line
from kg.extract.words import Word, longest
from kg.text.normal import fold

TOP, BARE = 12, 9
"""The day of the page stands among so many first lines, by itself in a line of so many words at most."""
WEEK = 7
PLACE, REACH = 5, 6
"""The place before the day of a report has no more words; a dash follows so many characters behind it."""


def published(page: Page) -> date | None:
    """The day on which a page appeared: what its markup, its by-line or its line of place and date says."""
    if page.document.published is not None:
        return _day(page.document.published[:10])
    for line in page.lines[:TOP]:
        found = next((d for d in page.dates_in(line) if d.exact and d.end is None), None)
        short = len(line.words) <= BARE and not outline.sentence(page.text, line)
        if found is not None and (short or bylines.found(line) or dateline(page, line) is not None):
            return _day(found.start)
    return None


def dateline(page: Page, line: Line) -> When | None:
    """The day in `Strasbourg, le 23 avril 2024 – Le comité s'est réuni`, which is that of the report."""
    found = next((d for d in page.dates_in(line) if d.exact and d.end is None), None)
    if found is None or sum(w.end <= found.begin for w in line.words) > PLACE:
        return None
    behind = page.text[found.stop : found.stop + REACH]
    ends = behind.startswith(". ") and behind[2:3].isupper() and outline.sentence(page.text, line)
    behind = "." if ends else behind.lstrip(" )].")
    led = all(w.capital or w.fold in lexicon.words("calendar.openers") for w in line.words if w.end <= found.begin)
    return found if led and behind[:1] in ("–", "—", "-", "|", ":", ".") and found.begin > line.start else None


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def days(page: Page, words: Sequence[Word], known: date | None, *, ahead: bool) -> list[When]:
    """The days that the words of a sentence tell by weekday, the last before the page's own day, or the next one."""
    if known is None:
        return []
    out: list[When] = []
    for i, word in enumerate(words):
        told = _weekday(words, i, known, ahead=ahead)
        hit = None if told is not None else longest(words, i, _near(page.document.language))
        if hit is not None:
            told = known + timedelta(days=_SHIFT[hit[1]])
        if told is not None:
            out.append(When(word.start, words[hit[0] - 1].end if hit is not None else word.end, told.isoformat()))
    return out


@cache
def _near(language: str) -> lexicon.Phrases:
    """`gestern`, `hier`: in the page's own language alone, for German `hier` is no day."""
    keys = lexicon.keys("calendar.near")
    said = {
        key: lexicon.phrases_of(language, "calendar", f"near.{key}") for key in keys if language in lexicon.LANGUAGES
    }
    return lexicon.Phrases({word: key for key, words in said.items() for word in words})


_SHIFT = {"before_yesterday": -2, "today": 0, "tomorrow": 1, "yesterday": -1}


def _weekday(words: Sequence[Word], i: int, known: date, *, ahead: bool) -> date | None:
    number = weekday(words[i])
    if number is None or _every(words, i):
        return None
    back = (known.weekday() - number) % WEEK
    return known + timedelta(days=(number - known.weekday()) % WEEK) if ahead else known - timedelta(days=back)


SHORTEST = 5
"""A shorter word (`mar`, `Do`) is no weekday in running text."""


def weekday(word: Word) -> int | None:
    """The number of the weekday that a word is, Monday 0; `Sonntagabend` tells it too."""
    if len(word.text) < SHORTEST:
        return None
    number = _weekdays().get(word.fold)
    if number is None and word.fold.endswith(_parts_of_day()):
        part = next(p for p in _parts_of_day() if word.fold.endswith(p))
        number = _weekdays().get(word.fold.removesuffix(part))
    return number


@cache
def _parts_of_day() -> tuple[str, ...]:
    return tuple(sorted(lexicon.words("calendar.parts_of_day"), key=lambda part: (-len(part), part)))


def _every(words: Sequence[Word], i: int) -> bool:
    """`jeden Montag`, `tous les lundis`, `every Monday`, `on Mondays`: no one day."""
    before = words[max(0, i - 2) : i]
    return any(w.fold in lexicon.words("calendar.every") for w in before)


@cache
def _weekdays() -> dict[str, int]:
    return {
        fold(str(name)): int(number) - 1
        for language in lexicon.LANGUAGES
        for number, names in lexicon.tree(language, "calendar")["weekdays"].items()
        for name in names
    }
