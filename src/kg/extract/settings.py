"""Where each event takes place, and how many came: from its line of date and place, its labels, or the prose."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from kg.extract import lexicon, places, relative, sentences
from kg.extract.drafts import Draft, Scene, kind_of
from kg.extract.finds import Find, Page, within
from kg.extract.lines import Line
from kg.extract.state import Agenda
from kg.extract.words import Word, longest, split
from kg.model import EntityType, EventKind
from kg.text.normal import fold

GROUP, SHORT, HALF = 8, 16, 8
"""How many lines may be under a day, and how many words such a line has at most; one of building and town has half."""
BRACKET = 3
"""A bracket opens so few characters behind what it belongs to."""
OTHERS = 6
"""How many sentences without the day are asked for a place."""


def neighbours(page: Page, agenda: Agenda) -> Mapping[int, int]:
    """The lines of date and place and the short lines beside them, with the event they are of."""
    out: dict[int, int] = {}
    titled: dict[int, frozenset[int]] = {}
    starts = [line.start for line in page.lines]
    inner = {s.line.start for s in agenda.scenes if agenda.drafts[s.event].parent is not None}
    for start, event in agenda.headers.items():
        n = bisect_left(starts, start)
        if agenda.drafts[event].own:
            if event not in titled:
                titled[event] = _within(starts, agenda.drafts[event].spans)
            out.update(_own(page, n, event, (agenda, titled[event])))
            continue
        if agenda.drafts[event].entry:
            out.update(_group(page.lines, n, event, agenda.headers))
            continue
        alone = agenda.drafts[event].parent is not None
        for m in (n,) if alone else (n, n - 1, n + 1):
            if (
                0 <= m < len(starts)
                and (m == n or starts[m] not in inner)
                and _beside(page.lines[m], page.lines[max(m, n)], m == n)
            ):
                out.setdefault(starts[m], event)
    return out


def _within(starts: Sequence[int], spans: Sequence[tuple[int, int]]) -> frozenset[int]:
    """The lines that begin within some stretches."""
    return frozenset(s for a, b in spans for s in starts[bisect_left(starts, a) : bisect_left(starts, b)])


def _own(page: Page, n: int, event: int, told: tuple[Agenda, frozenset[int]]) -> Mapping[int, int]:
    """The line of the day of an event of a calendar, and those under it, not of its title, that may say where it is."""
    agenda, titled = told
    out = {page.lines[n].start: event}
    for line in page.lines[n + 1 : n + 1 + GROUP]:
        other = agenda.headers.get(line.start, event)
        if other != event:
            break
        if line.start not in titled and (_sited(line) or places.at(line.words, 0) is not None or _towned(line)):
            out[line.start] = event
    return out


def _towned(line: Line) -> bool:
    """`Konzil, Konstanz`, `EPIC, Kolodvorska 8, Nova Gorica`: a short line that ends in a town."""
    i = next((n for n in range(len(line.words) - 1, 0, -1) if line.words[n].gap == "c"), None)
    return len(line.words) < HALF and i is not None and places.at(line.words, i) == len(line.words)


def _group(lines: Sequence[Line], n: int, event: int, headers: Mapping[int, int]) -> Mapping[int, int]:
    """The lines right under the day of an event in a list, up to a gap or the next day."""
    stop = n + 1
    while stop < min(len(lines), n + GROUP) and lines[stop].blank == 0 and lines[stop].start not in headers:
        stop += 1
    return {lines[n].start: event} | {line.start: event for line in lines[n + 1 : stop] if _sited(line)}


def _sited(line: Line) -> bool:
    """A short line that names a building or a street."""
    address = lexicon.endings("venues.address")
    return len(line.words) < SHORT and any(
        w.fold.endswith(address) or longest(line.words, i, lexicon.phrases("venues.heads")) is not None
        for i, w in enumerate(line.words)
    )


def _beside(line: Line, lower: Line, same: bool) -> bool:
    return same or (len(line.words) < SHORT and not line.bullet and lower.blank <= 1)


@dataclass(frozen=True, slots=True)
class _Sentence:
    """A sentence with the places that it says something took place at."""

    begin: int
    end: int
    places: list[Find]


def place(page: Page, agenda: Agenda, lines: Mapping[int, int], finds: Sequence[Find]) -> None:
    """Give each event the first town and venue of its lines; where they have none, of the sentence with its day."""
    drafts = agenda.drafts
    _by_lines(page, agenda, lines, finds)
    inner = sorted(a for d in drafts if d.parent is not None and not d.told for a, _ in d.spans)
    told = [s for s in _sentences(page, finds) if bisect_left(inner, s.begin) == bisect_left(inner, s.end)]
    for draft in drafts:
        if draft.told and draft.spans:
            n = bisect_right(told, draft.spans[0][0], key=lambda s: s.begin) - 1
            _take(draft, told[n].places if n >= 0 else [])
    _by_prose(page, drafts, told, _dateline(page, finds))
    for draft in drafts:
        if draft.place is None and draft.venue is not None and draft.parent is None:
            draft.place = _inside(draft.venue, finds)
        _inherit(draft, drafts)


def _by_lines(page: Page, agenda: Agenda, lines: Mapping[int, int], finds: Sequence[Find]) -> None:
    """Places of the lines of date and place, then of those beside them; and of the days that items stand under."""
    ends = {line.start: line.end for line in page.lines}
    near = {
        line.start: below.start
        for line, below in pairwise(page.lines)
        if lines.get(below.start, -1) == lines.get(line.start)
    }
    for start in sorted(lines, key=lambda s: (s not in agenda.headers, s)):
        here = within(finds, start, ends[start])
        _take(agenda.drafts[lines[start]], here if start in agenda.headers else [f for f in here if _small(f)])
    for draft in agenda.drafts:
        if draft.place is None and draft.venue is not None and draft.parent is None:
            draft.place = _inside(draft.venue, finds)
        if draft.parent is not None and not draft.entry:
            draft.venue = draft.venue or next(_titled(page.text, draft, finds), None)
            draft.place = draft.place or _bracketed(page.text, draft, finds)
        if draft.near in ends and draft.place is None:
            stop = ends[near.get(draft.near, draft.near)]
            _take(draft, within(finds, draft.near, stop))


def _titled(text: str, draft: Draft, finds: Sequence[Find]) -> Iterator[Find]:
    """The building in the title of an item (`Dinner at Castel Mareccio`, `Départ en car, gare d’Arlon`)."""
    eats = kind_of(split(draft.title, 0, len(draft.title))) in (EventKind.BREAK, EventKind.RECEPTION)
    for start, end in draft.spans:
        for hall in within(finds, start, end):
            if hall.type is EntityType.VENUE and (
                eats or text[max(0, hall.start - 2) : hall.start].endswith((", ", "("))
            ):
                yield hall


def _bracketed(text: str, draft: Draft, finds: Sequence[Find]) -> Find | None:
    """The town that begins the bracket right behind the title of an item (`Rundgang (Gubin, Treffpunkt Brücke)`)."""
    for _, end in draft.spans:
        opened = text.find("(", end, end + BRACKET)
        town = next((f for f in within(finds, opened + 1, opened + 2) if f.type is EntityType.TERRITORY), None)
        if opened > 0 and town is not None and text[town.end : town.end + 1] in (",", ")"):
            return town
    return None


def _small(find: Find) -> bool:
    """False for a region or area."""
    return find.type is not EntityType.TERRITORY or not _wide(find.form)


def _dateline(page: Page, finds: Sequence[Find]) -> list[Find]:
    """The town at the head of a report (`Nova Gorica / Gorizia, 19 September 2025 – ...`)."""
    for line in page.lines:
        day = relative.dateline(page, line)
        if day is not None:
            return [f for f in within(finds, line.start, day.begin) if f.type is EntityType.TERRITORY]
    return []


def _by_prose(page: Page, drafts: Sequence[Draft], told: Sequence[_Sentence], head: Sequence[Find]) -> None:
    """Places of the sentences around a main event whose lines named none."""
    own = sorted((d for d in drafts if d.parent is None and d.spans and not d.entry), key=lambda d: min(d.spans))
    begins = [0, *(min(d.spans)[0] for d in own[1:]), len(page.text)]
    for n, draft in enumerate(own):
        if draft.day is not None:
            here = told[_first(told, begins[n]) : _first(told, begins[n + 1])]
            for near in _told(page, draft, here, head):
                _take(draft, [f for f in near if f.type is not EntityType.TERRITORY or not _wide(f.form)])


def _first(told: Sequence[_Sentence], offset: int) -> int:
    """The number of the sentence that an offset lies in, else of the first one behind."""
    n = bisect_right(told, offset, key=lambda s: s.begin)
    return n - 1 if n and told[n - 1].end > offset else n


def _inherit(draft: Draft, drafts: Sequence[Draft]) -> None:
    """An item takes place where its event does; an event of a cycle and a visit may be elsewhere."""
    if draft.parent is None or draft.entry or kind_of(split(draft.title, 0, len(draft.title))) is EventKind.VISIT:
        return
    above = drafts[draft.parent]
    same = draft.place is None or above.place is None or draft.place.name == above.place.name
    draft.place = draft.place or above.place
    draft.venue = draft.venue or (above.venue if same else None)


def series(drafts: Sequence[Draft], scenes: Sequence[Scene], finds: Sequence[Find]) -> None:
    """An event whose title names a series belongs to it; an event of a calendar also where a line under it does."""
    for draft in drafts:
        inside = (f for a, b in draft.spans for f in within(finds, a, b) if f.type is EntityType.SERIES)
        found = next(inside, None)
        if found is not None and draft.parent is None:
            draft.series = found
    for scene in scenes:
        draft = drafts[scene.event]
        if draft.own and draft.series is None:
            named = (f for f in within(finds, scene.line.start, scene.line.end) if f.type is EntityType.SERIES)
            draft.series = next(named, None)


def _inside(hall: Find, known: Sequence[Find]) -> Find | None:
    """The town that a building is called after (`Festspielhaus Bregenz`), where no other is told."""
    words = split(hall.form, 0, len(hall.form))
    if len(words) < 2 or not is_town(words[-1].text):
        return None
    named = next((f for f in known if f.type is EntityType.TERRITORY and fold(f.name) == words[-1].fold), None)
    if named is not None or places.at(words, len(words) - 1) is None:
        return named
    start = hall.end - len(words[-1].text)
    return Find(start, hall.end, EntityType.TERRITORY, words[-1].text, words[-1].text)


def _take(draft: Draft, finds: Sequence[Find]) -> None:
    towns = [f for f in finds if f.type is EntityType.TERRITORY]
    halls = [f for f in finds if f.type is EntityType.VENUE]
    titled = [f for f in towns if any(a <= f.start < b for a, b in draft.spans)]
    free = [f for f in towns if f not in titled]
    if draft.place is None and free:
        draft.place = next((f for f in free if is_town(f.form)), free[0])
    if draft.venue is None and halls:
        draft.venue = halls[0]


def is_town(name: str) -> bool:
    """True for a name that is no country, region or area."""
    return not _wide(name) and fold(name) not in lexicon.words("territories.countries")


def _wide(name: str) -> bool:
    """True for a region or area, too large for something to take place in it."""
    return any(fold(name) in lexicon.words(f"territories.{key}") for key in ("regions", "departments", "areas"))


def _sentences(page: Page, finds: Sequence[Find]) -> Iterator[_Sentence]:
    for line in page.lines:
        here = within(finds, line.start, line.end)
        for first, stop in sentences.split(page.text, line):
            begin, end = line.words[first].start, line.words[stop - 1].end
            near = [f for f in within(here, begin, end) if _at(page.text, line.words, f)] if here else []
            yield _Sentence(begin, end, near)


def _told(page: Page, draft: Draft, told: Sequence[_Sentence], head: Sequence[Find]) -> Iterator[list[Find]]:
    """The places of the sentences that tell the event's day, the town of the report, then those of the first others."""
    days = [d.begin for d in page.dates if d.start == draft.day]
    dated = [bisect_left(days, s.begin) < bisect_right(days, s.end) for s in told]
    yield from (s.places for s, is_dated in zip(told, dated, strict=True) if is_dated)
    yield list(head) if draft.prose and not draft.ahead else []
    yield from [s.places for s, is_dated in zip(told, dated, strict=True) if not is_dated][:OTHERS]


ADJECTIVE = ("schen", "sche")
"""`im tschechischen Liberec`: an adjective may stand between the preposition and the place."""


@cache
def _where() -> frozenset[str]:
    return lexicon.words("grammar.where") | {"the"}


_POSTCODE = re.compile(r"\d{4,5}\s?$")


def _at(text: str, words: Sequence[Word], find: Find) -> bool:
    """True for a venue, and for a territory behind `in`, `à` or a postal code."""
    if find.type is not EntityType.TERRITORY:
        return find.type is EntityType.VENUE
    i = bisect_left(words, find.start, key=lambda w: w.start)
    j = i - 1 if i > 1 and words[i - 1].shape == "l" and words[i - 1].fold.endswith(ADJECTIVE) else i
    local = j > 0 and words[i].gap in "sa" and words[j].gap in "sa" and words[j - 1].fold in _where()
    return local or bool(_POSTCODE.search(text[max(0, find.start - 8) : find.start]))
