"""Calendars: pages that give, again and again, the day of an event and with it its title.

The title stands right below the day, below a word for the kind of event (`Vortrag`), behind the day in the same
line (`Do, 11.09. – Wem gehört der See?`), or as a heading over kind, day and place (`Workshop | 16 September | Derry`);
one heading over days alone (`Meetings of the Board`) is the title of them all.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date as calendar_day
from functools import cache

from kg.extract import lexicon, outline, places, times
from kg.extract.dates import When
from kg.extract.finds import Page
from kg.extract.lines import Line
from kg.extract.words import Word, find, longest
from kg.model import BlockKind

REST = 8
"""Behind a day over a title stand no more words than these: time and place."""
FEWEST = 2
"""So many days that each stand over a title make a calendar."""
MANY = 3
"""From so many days on, their titles need not stand close to them."""
TIMED = 1
"""A day with more times under it than this looks like the day of a programme."""
LONGEST = 10
"""Days that all lie within one event of so many days are days of that event."""
KIND_WORDS = 3


@dataclass(frozen=True, slots=True)
class Entry:
    """One event of a calendar: the line of its day, the stretch of its title, the lines that this takes up."""

    line: Line
    date: When | None
    title: tuple[int, int]
    lines: tuple[int, ...]
    tail: tuple[int, int]
    """What stands behind the title in its line: often the time."""
    kind: str = ""
    """What the word before the day shows the event to be."""


def entries(page: Page) -> Mapping[int, Entry]:
    """The events of a calendar by the start of the line that gives their day."""
    found = [(n, entry) for n in range(len(page.lines)) if (entry := _entry(page, n)) is not None]
    dated = [(n, e) for n, e in found if e.date is not None]
    if len(dated) < FEWEST or _one_event(page, [e for _, e in dated]) or not _regular(page, dated):
        return {}
    forms = {_form(e.line) for _, e in dated}
    return {e.line.start: e for _, e in found if e.date is not None or _form(e.line) in forms}


def _form(line: Line) -> tuple[BlockKind, int, int]:
    return line.kind, line.level, line.indent


def _regular(page: Page, found: Sequence[tuple[int, Entry]]) -> bool:
    """True where most days have no programme of their own, and their titles stand close or the days look alike."""
    stops = [*(n for n, _ in found[1:]), len(page.lines)]
    plain = sum(_times(page, n + 1, stop) <= TIMED for (n, _), stop in zip(found, stops, strict=True))
    close = sum(e.line.start in e.lines or _close(e.line, page.lines[n + 1]) for n, e in found)
    alike = len(found) >= MANY and len({_form(e.line) for _, e in found}) == 1
    return 3 * plain >= 2 * len(found) and (alike or close >= FEWEST)


def _entry(page: Page, n: int) -> Entry | None:
    line = page.lines[n]
    if line.column or line.bullet or line.kind is BlockKind.ROW:
        return None
    over = _over(page, n)
    if over is not None:
        return over
    date = outline.header_date(page, line)
    if date is None:
        undated = outline.whole(line, "page.undated")
        return _below(page, n, None) if undated else None
    if not outline.leads_with(page, line, date):
        return None
    inside = _behind(page, line, date)
    if inside is not None:
        return Entry(line, date, inside, (line.start,), (inside[1], line.end))
    rest = [w for w in line.words if w.start >= date.stop]
    below = _below(page, n, date) if len(rest) <= REST else None
    return below or _of_several(page, n, date)


def _of_several(page: Page, n: int, date: When) -> Entry | None:
    """A day with its time and place, one of several below a heading that says what they all are."""
    first, last = n, n + 1
    while first and _day(page, page.lines[first - 1]):
        first -= 1
    while last < len(page.lines) and _day(page, page.lines[last]):
        last += 1
    head = page.lines[first - 1] if first else None
    if head is None or last - first < FEWEST or not outline.headed(page.text, head) or not _several(head):
        return None
    line = page.lines[n]
    return Entry(line, date, (head.start, head.end), (line.start,), (date.stop, line.end))


def _day(page: Page, line: Line) -> bool:
    """A line of day, time and place, and nothing else."""
    date = None if line.column or line.bullet or line.kind is BlockKind.ROW else outline.header_date(page, line)
    if date is None or not outline.leads_with(page, line, date):
        return False
    clock = times.behind(page.text, date.stop, line.end)
    stop = date.stop if clock is None else clock.stop
    return sum(w.start >= stop for w in line.words) <= REST


@cache
def _plurals() -> frozenset[str]:
    """`Meetings`, `réunions`, `Sitzungen`, `Sitzungstermine`."""
    kinds = {w for key in lexicon.keys("events.heads") for w in lexicon.words(f"events.heads.{key}") if " " not in w}
    return frozenset(f"{w}{ending}" for w in kinds for ending in ("s", "en", "stermine", "termine"))


def _several(line: Line) -> bool:
    return any(w.fold in _plurals() for w in line.words)


def _over(page: Page, n: int) -> Entry | None:
    """The heading over a line of kind, day and place (`Vortrag | 4. März, 19 Uhr | Stadthalle`)."""
    line = page.lines[n]
    head = page.lines[n - 1] if n and line.kind is not BlockKind.HEADING else None
    if (
        head is None
        or head.kind is not BlockKind.HEADING
        or not _title(page, head)
        or outline.sentence(page.text, line)
    ):
        return None
    hit = find(line.words[: KIND_WORDS + 1], lexicon.kinds("events.heads"))
    if hit is None or hit[1] >= len(line.words) or line.words[hit[1]].gap in "sa":
        return None
    first = line.words[hit[1]].start
    date = next((d for d in page.dates_in(line) if d.begin <= first < d.stop), None)
    if date is None:
        return None
    return Entry(line, date, trimmed(page, head.start, head.end), (line.start,), (date.stop, line.end), hit[2])


def _behind(page: Page, line: Line, date: When) -> tuple[int, int] | None:
    """The title behind a day and a dash, and behind the time or town between them."""
    rest = [w for w in line.words if w.start >= date.stop]
    for i, word in enumerate(rest[: 1 - FEWEST]):
        if _parted(page.text, rest, i) and _title_words(page, rest[i:]) and _last_date(page, line) < word.start:
            return trimmed(page, word.start, line.end)
    return None


def _parted(text: str, words: Sequence[Word], i: int) -> bool:
    """True where a dash, a bar or a dot stands before word `i`."""
    before = text[words[i - 1].end if i else max(0, words[i].start - 4) : words[i].start]
    return any(c in before for c in "–—-|·:•") and any(c.isspace() for c in before)


def _last_date(page: Page, line: Line) -> int:
    return max((d.begin for d in page.dates_in(line)), default=0)


def _title_words(page: Page, words: Sequence[Word]) -> bool:
    """Words of a title, not a time and not a place."""
    if times.opening(page.text, words[0].start, words[-1].end) is not None:
        return False
    hall = longest(words, 0, lexicon.phrases("venues.heads")) is not None
    return not hall and (places.at(words, 0) or 0) < len(words) and places.at(words, 0) is None


def _below(page: Page, n: int, date: When | None) -> Entry | None:
    """The title below the day, or below the kind of event that stands between them."""
    lines = page.lines
    if n + 1 >= len(lines) or not _title(page, lines[n + 1]):
        return None
    one = lines[n + 1]
    if date is not None and n + 2 < len(lines) and _place(page, one) and _heading(page, lines[n + 2], one):
        return _titled(page, lines[n], date, (lines[n + 2],))
    kind = len(one.words) <= KIND_WORDS and longest(one.words, 0, lexicon.kinds("events.heads")) is not None
    two = lines[n + 2] if n + 2 < len(lines) else None
    if kind and two is not None and _heading(page, two, one):
        return _titled(page, lines[n], date, (one, two))
    return _titled(page, lines[n], date, (one,))


def _heading(page: Page, line: Line, above: Line) -> bool:
    return line.kind is BlockKind.HEADING and above.kind is not BlockKind.HEADING and _title(page, line)


def _place(page: Page, line: Line) -> bool:
    """`Zittau, Salzhaus`: a short line of town and building between a day and its title."""
    return len(line.words) <= REST and places.at(line.words, 0) is not None


def _titled(page: Page, line: Line, date: When | None, below: Sequence[Line]) -> Entry:
    """An entry whose title is the last of some lines below its day."""
    last = below[-1]
    title = _quotation(page, last) or trimmed(page, last.start, last.end)
    return Entry(line, date, title, tuple(one.start for one in below), (title[1], last.end))


def _title(page: Page, line: Line) -> bool:
    """A line that may be a title: no day, no time, no label, no prose, no heading over a programme."""
    if _quotation(page, line) is not None:
        return True
    if line.bullet or line.column or outline.programme(line) or outline.sentence(page.text, line):
        return False
    timed = times.opening(page.text, line.start, line.end) is not None
    return not timed and outline.header_date(page, line) is None and outline.label(page.text, line) is None


_QUOTATION = re.compile(r"[„“\"«][ \u00a0]?([^„“”\"«»]{8,140}?)[ \u00a0]?[“”\"»]")


def _quotation(page: Page, line: Line) -> tuple[int, int] | None:
    """The title in quotation marks that a line begins with."""
    found = _QUOTATION.match(page.text, line.start, line.end)
    return None if found is None or line.bullet or line.column else found.span(1)


def trimmed(page: Page, start: int, end: int) -> tuple[int, int]:
    """A title without the time at its end, and without words that it is cancelled, moved or full."""
    clock = times.find(page.text, start, end)
    if clock is not None and clock.begin > start and len(page.text[clock.stop : end].strip(" .)")) < FEWEST:
        end = clock.begin
    marks = _marked()
    while (found := marks.search(page.text, start, end)) is not None and found.start() > start:
        end = found.start()
    lead = _marked_lead().match(page.text, start, end)
    start = lead.end() if lead is not None else start
    text = page.text[start:end]
    return start, start + len(text.rstrip(" ,.;:–—-|·~*\n\u00a0")) if text.strip() else end


def _marked() -> re.Pattern[str]:
    return _pattern(r"(?:[\s~*]*[–—|·:\[(-]|\*\*|~~|\s)[\s~*]*(?:{0})[\s!~*)\]]*$")


def _marked_lead() -> re.Pattern[str]:
    return _pattern(r"[\s~*\[(]*(?:{0})[\s!~*)\]]*[–—|·:!\])-]\s*")


def _pattern(shape: str) -> re.Pattern[str]:
    words = sorted(lexicon.written("page.marks"), key=lambda w: (-len(w), w))
    return re.compile(shape.format("|".join(re.escape(w) for w in words)), re.IGNORECASE)


def _close(line: Line, below: Line) -> bool:
    grouped = line.blank > 0 and below.blank == 0
    headed = below.kind is BlockKind.HEADING and line.kind is not BlockKind.LINE
    return grouped or headed or (line.kind is BlockKind.HEADING and below.kind is not BlockKind.HEADING)


def _times(page: Page, start: int, stop: int) -> int:
    """How many lines of a stretch begin with a time."""
    lines = page.lines[start:stop]
    return sum(times.opening(page.text, line.start, line.end) is not None for line in lines)


def _one_event(page: Page, found: Sequence[Entry]) -> bool:
    """True where the days are those of one event, whose first and last day the page tells."""
    days = [e.date.start for e in found if e.date is not None]
    spans = [(d.start, d.end) for d in page.dates if d.exact and d.end is not None]
    return any(a <= min(days) and max(days) <= b and _length(a, b) <= LONGEST for a, b in spans)


def _length(start: str, end: str) -> int:
    try:
        return (calendar_day.fromisoformat(end) - calendar_day.fromisoformat(start)).days
    except ValueError:
        return 0


def cycle(page: Page, start: int) -> Line | None:
    """The title of the page whose dates, from `start` on, are those of one cycle; None for a mere list of events."""
    above = [line for line in page.lines if line.start < start]
    if 2 * len(above) > len(page.lines):
        return None
    first = next((line for line in above if not outline.sentence(page.text, line) and len(line.words) > 1), None)
    head = next((line for line in above if line.kind is BlockKind.HEADING), first)
    if head is None or find(head.words, lexicon.phrases("page.calendars")) is not None:
        return None
    told = find(head.words, lexicon.phrases("page.cycles", "works.series", "works.endings")) is not None
    series = lexicon.phrases("page.cycles")
    prose = (line for line in above if outline.sentence(page.text, line))
    named = (i for line in prose for i in range(1, len(line.words)) if _determined(line.words, i, series))
    return head if told or next(named, None) is not None else None


def _determined(words: Sequence[Word], i: int, series: lexicon.Phrases) -> bool:
    """`this series`, `die Reihe`: the page speaks of itself as a cycle."""
    return words[i - 1].fold in lexicon.words("grammar.articles") and longest(words, i, series) is not None
