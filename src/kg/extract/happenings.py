"""Events told of in running text: `Die Plenarsitzung fand am 9. Dezember 2022 in Metz statt`."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from kg.extract import heads, lexicon, offices, organisations, outline, sentences
from kg.extract.dates import When
from kg.extract.drafts import Draft, Scene
from kg.extract.finds import Page
from kg.extract.lines import Line
from kg.extract.words import Word, longest
from kg.model import Role

HISTORY = 5
"""An event this many years before the latest one of a page is history."""
COMPOUNDS = ("conference", "meeting", "round-table", "workshop", "ceremony", "reception")
COMPOUND = 10
"""A German compound this long may end in an event's word (Jubiläumskonferenz)."""


def find(page: Page, roles: Mapping[int, Role]) -> tuple[list[Draft], list[Scene]]:
    """The events of a page that has no agenda, and the lines that tell of each."""
    drafts: list[Draft] = []
    scenes: list[Scene] = []
    for line in page.lines:
        for draft in _in_line(page, line):
            if not any(d.day == draft.day for d in drafts):
                drafts.append(draft)
    drafts = _recent(drafts) or _undated(page)
    for line in page.lines if drafts else ():
        scenes.append(Scene(line, _told(page, line, drafts), roles.get(line.start), False))
    return drafts, scenes


def _recent(drafts: Sequence[Draft]) -> list[Draft]:
    """Without events of long before the others: a body's founding is history, not what the page tells of."""
    latest = max((d.day or "" for d in drafts), default="")
    return [d for d in drafts if latest and int((d.day or latest)[:4]) > int(latest[:4]) - HISTORY]


def _undated(page: Page) -> list[Draft]:
    """An event named in one sentence, its day told in another: the first of each."""
    date = next(
        (d for line in page.lines if outline.sentence(page.text, line) for d in page.dates_in(line) if d.exact), None
    )
    for line in page.lines:
        if date is None or not outline.sentence(page.text, line):
            continue
        span = title(page.text, line.words, 0, len(line.words))
        if span is not None:
            return [_draft(page, span, date)]
    return []


def day(page: Page) -> When | None:
    """The first whole date of a sentence that tells no deadline and nothing that holds no longer."""
    passed = lexicon.phrases("page.superseded", "page.deadlines")
    for line in page.lines:
        for first, stop in sentences.split(page.text, line):
            begin, end = line.words[first].start, line.words[stop - 1].end
            date = next((d for d in page.dates_in(line) if begin <= d.begin <= end and d.exact), None)
            if date is not None and not sentences.cues(line.words, first, stop, passed):
                return date
    return None


def _told(page: Page, line: Line, drafts: Sequence[Draft]) -> int:
    """The event a line tells of: the one whose day it names, else the first."""
    days = {d.start for d in page.dates_in(line)}
    return next((n for n, d in enumerate(drafts) if d.day in days), 0)


def _in_line(page: Page, line: Line) -> Iterator[Draft]:
    for first, stop in sentences.split(page.text, line):
        begin, end = line.words[first].start, line.words[stop - 1].end
        dates = [d for d in page.dates if begin <= d.begin <= end and d.exact]
        if not dates or sentences.cues(line.words, first, stop, lexicon.phrases("page.superseded")):
            continue
        span = title(page.text, line.words, first, stop) or _quote(page.text, begin, end)
        if span is not None:
            yield _draft(page, span, _near(dates, span[0]))


_QUOTED = re.compile(r"[«„“\"]\s?([A-ZÀÂÉÈÊÎÔÛÄÖÜ][^«»„“”\"]{8,120}?)\s?[»“”\"]")


def _quote(text: str, begin: int, end: int) -> tuple[int, int] | None:
    """A title in quotation marks in a sentence that tells a day."""
    found = _QUOTED.search(text, begin, end)
    return None if found is None or found[1].count(" ") < 2 else found.span(1)


def _near(dates: Sequence[When], offset: int) -> When:
    return min(dates, key=lambda d: (abs(d.begin - offset), d.begin))


def _draft(page: Page, span: tuple[int, int], date: When) -> Draft:
    draft = Draft(day=date.start, last=date.end)
    draft.add_title(page.text, *span)
    draft.spans.append((date.begin, date.stop))
    return draft


def title(text: str, words: Sequence[Word], first: int, stop: int) -> tuple[int, int] | None:
    """The noun phrase around the first event's word of a sentence."""
    for i in range(first, stop):
        end = _event_word(words, i)
        if end is None or (words[i].gap == "h" and i > first):
            continue
        head = heads.Head(first=i, stop=end, language="de", weak=False, namesake=True, ministry=False, located=False)
        last = organisations.extent(words, i, head, {}) or end
        begin = i
        while begin > first and words[begin].gap in "sh" and _adjective(words[begin - 1]):
            begin -= 1
        begin = _from_determiner(words, first, begin)
        named = behind(text, words, end)
        return words[begin].start, named or words[min(last, stop) - 1].end
    return None


def _from_determiner(words: Sequence[Word], first: int, i: int) -> int:
    """`its winter meeting`: the small words between a determiner and the event's word belong to the title."""
    for length in (1, 2, 3):
        j = i - length
        if j <= first or words[j + 1].gap not in "sh" or words[j].shape != "l" or words[j].fold in _small():
            return i
        if words[j - 1].fold in lexicon.words("grammar.articles") and words[j].gap == "s":
            return j if words[i].shape == "l" else i
    return i


@cache
def _small() -> frozenset[str]:
    return lexicon.words("grammar.articles", "grammar.links", "grammar.openers")


def behind(text: str, words: Sequence[Word], i: int) -> int | None:
    """The end of a title in quotation marks that stands right behind an event's word."""
    if i >= len(words):
        return None
    found = _TITLED.match(text, words[i - 1].end)
    return None if found is None else found.end()


_TITLED = re.compile(r",?\s{1,2}(?:[«„“‘]\s?[^«»„“”]{3,140}?[»“”’]|\"[^\"]{3,140}\")")


def _adjective(word: Word) -> bool:
    if word.fold in lexicon.words("grammar.articles", "grammar.openers"):
        return False
    return (word.capital and offices.head((word,), 0) is None) or word.fold.endswith(("ische", "ischen", "al", "ual"))


def _event_word(words: Sequence[Word], i: int) -> int | None:
    hit = longest(words, i, lexicon.kinds("events.heads"))
    if hit is not None and not (hit[0] < len(words) and words[hit[0]].gap == "h"):
        return hit[0]
    word = words[i]
    return i + 1 if word.capital and len(word.fold) >= COMPOUND and word.fold.endswith(endings()) else None


@cache
def endings() -> tuple[str, ...]:
    """What German compounds that name an event end in."""
    german = (lexicon.phrases_of("de", "events", f"heads.{kind}") for kind in COMPOUNDS)
    return tuple(sorted({w for words in german for w in words if len(w) > 4 and " " not in w}))
