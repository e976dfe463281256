"""Events told of in running text: `Die Plenarsitzung fand am 9. Dezember 2022 in Metz statt`."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from kg.extract import (
    accounts,
    awards,
    bylines,
    headlines,
    held,
    lexicon,
    occasions,
    outline,
    recorded,
    relative,
    sentences,
    times,
)
from kg.extract.dates import When
from kg.extract.drafts import Draft, Scene
from kg.extract.finds import Page
from kg.extract.lines import Line
from kg.extract.times import Clock
from kg.extract.words import Word, longest
from kg.extract.words import find as find_phrase
from kg.model import Role
from kg.text.normal import fold

JOURNEY = 10
"""What takes no more days than these is one event, a journey perhaps."""
HISTORY = 5
"""An event this many years before the latest one of a page is history."""
REACH = 36
"""So many characters behind a day its time may end."""
TITLE, NEXT = 140, 2
"""A title in quotation marks has no more characters, and what takes it up follows so many behind."""


@dataclass(frozen=True, slots=True)
class _Told:
    """An event told in a sentence; `ahead` where a report speaks of what is to come; `bare` where nothing names it."""

    draft: Draft
    ahead: bool
    bare: bool


def find(page: Page, roles: Mapping[int, Role]) -> tuple[list[Draft], list[Scene]]:
    """The events of a page that has no agenda, the main one first, and the sentences that tell of each."""
    dated = [t for n in range(len(page.lines)) for t in _in_line(page, n, None)]
    whole = any(_lasts(t.draft.day, t.draft.last) for t in dated)
    issued = relative.published(page)
    again = issued is not None and not whole
    told = _recent([t for n in range(len(page.lines)) for t in _in_line(page, n, issued)] if again else dated)
    told = told if issued is None else _sorted_out(told, issued.isoformat())
    drafts: list[Draft] = []
    for one in sorted(told, key=lambda t: t.ahead):
        if not any(d.day == one.draft.day for d in drafts):
            drafts.append(one.draft)
    drafts = [d for d in drafts if d.title] or _undated(page)
    drafts[1:] = [d for d in drafts[1:] if not drafts[0].covers(d.day or "")]
    if drafts:
        headlines.fuller(page, drafts[0])
        headlines.by_headline(page, drafts[0])
    return drafts, accounts.scenes(page, drafts, roles) if drafts else []


def _sorted_out(told: list[_Told], issued: str) -> list[_Told]:
    """In a report of what is past, what comes after the day of the page is ahead."""
    past = any((t.draft.day or issued) < issued for t in told)
    late = [past and (t.draft.day or "") > issued for t in told]
    for one, ahead in zip(told, late, strict=True):
        one.draft.ahead = one.draft.ahead or ahead
    return [replace(t, ahead=t.draft.ahead) for t in told]


def further(page: Page, n: int) -> Iterator[Draft]:
    """The events that one line of prose tells with their day; no deadlines."""
    if not sentences.cues(page.lines[n].words, 0, len(page.lines[n].words), lexicon.phrases("page.deadlines")):
        yield from (told.draft for told in _in_line(page, n, None))


def _recent(told: Sequence[_Told]) -> list[_Told]:
    """Without events of long before the others: a body's founding is history, not what the page tells of."""
    latest = max((t.draft.day or "" for t in told), default="")
    kept = [t for t in told if latest and int((t.draft.day or latest)[:4]) > int(latest[:4]) - HISTORY]
    named = {t.draft.day for t in kept if not t.bare}
    return [t for t in kept if not (t.bare and t.draft.day in named)]


def _undated(page: Page) -> list[Draft]:
    """An event named in one sentence, its day told in another: the first of each."""
    found = day(page)
    span = None if found is None else headlines.named(page)
    told = held.find_one(page) if found is None else None
    if told is not None:
        return [told]
    return [] if found is None or span is None else [_draft(page, span, found)]


def day(page: Page) -> When | None:
    """The first whole date of a sentence that tells no deadline and nothing that holds no longer."""
    passed = lexicon.phrases("page.superseded", "page.deadlines")
    for line in page.lines:
        if bylines.found(line):
            continue
        for first, stop in sentences.split(page.text, line):
            begin, end = line.words[first].start, line.words[stop - 1].end
            here = (d for d in page.dates_in(line) if begin <= d.begin <= end and d.exact)
            found = next((d for d in here if not recorded.termed(page, d)), None)
            if found is not None and not sentences.cues(line.words, first, stop, passed):
                return found
    return None


def _in_line(page: Page, n: int, known: date | None) -> Iterator[_Told]:
    line = page.lines[n]
    if bylines.found(line):
        return
    prose, own = outline.sentence(page.text, line), relative.dateline(page, line)
    for first, stop in sentences.split(page.text, line):
        words = line.words[first:stop]
        dates = [d for d in page.dates_between(words[0].start, words[-1].end) if d.exact and d is not own]
        dates = [d for d in dates if not (_since(page.text, words[0].start, d) or recorded.termed(page, d))]
        if not dates and (known is None or not prose):
            continue
        ahead = find_phrase(words, lexicon.phrases("page.next")) is not None
        dates = dates or (relative.days(page, words, known, ahead=ahead) if prose else [])
        if not dates or find_phrase(words, lexicon.phrases("page.superseded")) is not None:
            continue
        span = _meant(page.text, line, first, stop) or occasions.title(page.text, line.words, first, stop)
        span = span or _quote(page.text, words[0].start, words[-1].end)
        span = span or (awards.find_one(page.text, line.words, first, stop) if prose else None)
        if span is None and not (prose and (_occurs(words, dates[0]) or headlines.done(page, n, words))):
            continue
        draft = _draft(page, span, dates[0] if span is None else _near(dates, span[0]))
        draft.clock = _clock(page.text, draft, line.end if stop == len(line.words) else line.words[stop].start)
        if span is None:
            headlines.headline(page, n, draft, away=_away(words, dates[0]))
        draft.ahead = ahead
        yield _Told(draft, ahead, bare=span is None)


def _since(text: str, begin: int, told: When) -> bool:
    """`directeur depuis le 1er septembre`: the first day of something that lasts."""
    before = fold(text[begin : told.begin]).rstrip()
    return before.endswith(tuple(f" {word}" for word in lexicon.words("calendar.since")))


def _occurs(words: Sequence[Word], told: When) -> bool:
    """True where people come together, or where something takes days."""
    occurring = find_phrase(words, lexicon.phrases("events.occurring")) is not None
    return occurring or _away(words, told)


def _lasts(first: str | None, last: str | None) -> bool:
    """True for a few days, one after the other; a term of office is longer."""
    if first is None or last is None:
        return False
    try:
        return (date.fromisoformat(last) - date.fromisoformat(first)).days < JOURNEY
    except ValueError:
        return False


def _away(words: Sequence[Word], told: When) -> bool:
    """True where somebody travels, a group moves (`kam eine Delegation nach Zittau`), or what is told takes days."""
    travels = find_phrase(words, lexicon.phrases("events.travelling")) is not None
    moves = find_phrase(words, lexicon.phrases("events.moving")) is not None
    return (
        travels
        or _lasts(told.start, told.end)
        or (moves and find_phrase(words, lexicon.phrases("roles.groups")) is not None)
    )


def _clock(text: str, draft: Draft, end: int) -> Clock | None:
    """The time that stands right behind the day (`am Freitag, 8. März, um 18 Uhr`)."""
    stop = draft.spans[-1][1]
    clock = times.find(text, stop, min(end, stop + REACH))
    return clock if clock is None or _BESIDE.fullmatch(text[stop : clock.begin]) else None


_BESIDE = re.compile(r"[\s,;:(–-]{0,3}(?:(?:[^\W\d]{1,7}|l['’]après|du matin)[\s,]{1,2}){0,3}")
"""What may stand between a day and its time: commas and a few small words."""


_QUOTED = re.compile(r"[«„“\"]\s?([A-ZÀÂÉÈÊÎÔÛÄÖÜ][^«»„“”\"]{8,120}?)\s?[»“”\"]")


def _meant(text: str, line: Line, first: int, stop: int) -> tuple[int, int] | None:
    """`„Ein Fluss, zwei Ufer?“ Mit dieser Frage ...`: the quotation that a sentence takes up as a title."""
    anaphora = lexicon.phrases("events.anaphora")
    for i in range(max(first, 1), stop):
        if line.words[i].fold in anaphora.starting and longest(line.words, i, anaphora) is not None:
            begin = max(line.start, line.words[i].start - TITLE)
            before = list(_QUOTED.finditer(text, begin, line.words[i].start))
            if before and line.words[i].start - before[-1].end() <= NEXT:
                return before[-1].span(1)
    return None


def _quote(text: str, begin: int, end: int) -> tuple[int, int] | None:
    """A title in quotation marks in a sentence that tells a day; `« ... », a déclaré X` is speech."""
    found = _QUOTED.search(text, begin, end)
    spoken = found is not None and text[found.end() : found.end() + 2].lstrip(" \u00a0").startswith(",")
    return None if found is None or spoken or found[1].count(" ") < 2 else found.span(1)


def _near(dates: Sequence[When], offset: int) -> When:
    return min(dates, key=lambda d: (abs(d.begin - offset), d.begin))


def _draft(page: Page, span: tuple[int, int] | None, told: When) -> Draft:
    draft = Draft(day=told.start, last=told.end, prose=True)
    if span is not None:
        draft.add_title(page.text, *span)
    draft.spans.append((told.begin, told.stop))
    return draft
