"""Rooms of what runs side by side: `Workshop A: X – Small Hall`, or a short line of its own right under the title."""

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence

from kg.extract import items, lexicon, outline, sessions, times, venues
from kg.extract.drafts import Draft
from kg.extract.finds import Find, Page, flat, make
from kg.extract.lines import Line
from kg.extract.state import Agenda
from kg.extract.words import Word, longest
from kg.model import BlockKind, EntityType

LONGEST = 5
"""The name of a room has no more words."""
FEWEST = 2
"""So many items side by side each have a line that is no title: those lines are their rooms."""

Span = tuple[int, int]


def find(page: Page, plan: Agenda, people: Mapping[int, Find]) -> Iterator[Find]:
    """The rooms of the numbered items of an agenda; each item is given its own."""
    yield from _alone(page, plan)
    below: dict[int, Span] = {}
    for n, draft in enumerate(plan.drafts):
        line = _line(page, draft)
        if draft.parent is None or draft.venue is not None:
            continue
        numbered = line is not None and _numbered(page, plan, draft, line)
        tail = (_tail(page, line, people) if numbered and line is not None else None) or _set_off(page, draft)
        if tail is not None:
            _shorten(page.text, draft, tail[0] - (page.text[tail[0] - 1] == "("))
            yield _taken(page, draft, tail)
        elif numbered and line is not None and (span := _below(page, line, people)) is not None:
            below[n] = span
    for n, span in below.items():
        alike = sum(plan.drafts[m].parent == plan.drafts[n].parent for m in below) >= FEWEST
        if alike or _told(page, span):
            yield _taken(page, plan.drafts[n], span)


def _alone(page: Page, plan: Agenda) -> Iterator[Find]:
    """The rooms that have a line of their own under an item."""
    for line in page.lines:
        event = plan.headers.get(line.start)
        draft = None if event is None else plan.drafts[event]
        if draft is not None and draft.parent is not None and draft.clock is not None and line.kind is BlockKind.ROW:
            own = any(a <= line.start < b for a, b in draft.spans)
            if not own and draft.venue is None and alone(page, line):
                yield _taken(page, draft, (line.words[0].start, line.words[-1].end))


def alone(page: Page, line: Line) -> bool:
    """A short line that is nothing but the name of a room or a building (`Room U101`, `Concert Hall`)."""
    words = line.words
    short = len(words) <= LONGEST and words[0].capital and all(w.gap in "sah" for w in words[1:])
    both = lexicon.phrases("venues.heads", "venues.rooms")
    if not short or line.bullet or outline.label(page.text, line) is not None:
        return False
    return longest(words, len(words) - 1, both) is not None or (longest(words, 0, both) is not None and not _cue(words))


def _numbered(page: Page, plan: Agenda, draft: Draft, line: Line) -> bool:
    """One of several items that each have a letter or a number of their own (`Workshop 2`, `B  Zug und Bus`)."""
    beside = draft.parent is not None and sessions.side_by_side(plan.drafts[draft.parent])
    return items.lettered(line) is not None or (beside and items.marked(page.text, line) is not None)


def _taken(page: Page, draft: Draft, span: Span) -> Find:
    draft.venue = make(page.text, *span, EntityType.VENUE)
    return draft.venue


def _line(page: Page, draft: Draft) -> Line | None:
    """The line that a draft's title begins."""
    starts = sorted(a for a, _ in draft.spans)
    n = bisect_right(page.lines, starts[0], key=lambda one: one.start) - 1 if starts else -1
    return page.lines[n] if n >= 0 and page.lines[n].start in starts else None


def _tail(page: Page, line: Line, people: Mapping[int, Find]) -> Span | None:
    """The words behind the last dash of a title, or in the bracket that ends it, where one of them means a room."""
    first = next((i for i in range(len(line.words) - 1, 0, -1) if line.words[i].gap in "-("), None)
    words = line.words[first:] if first is not None else ()
    before = page.text[words[0].start - 1] if words else ""
    apart = before.isspace() or (before == "(" and page.text[words[-1].end : line.end].strip() == ")")
    if not apart or len(words) > LONGEST or not words[0].capital or any(w.start in people for w in words):
        return None
    span = words[0].start, words[-1].end
    return span if _told(page, span) else None


def _set_off(page: Page, draft: Draft) -> Span | None:
    """A room that only a space parts from its title (`Minorities as mediators Room U103`, `Lunch Alsik Hotel`)."""
    start, end = max(draft.spans, key=lambda span: span[1], default=(0, 0))
    n = bisect_right(page.lines, start, key=lambda one: one.start) - 1
    if n < 0 or page.lines[n].end != end or not draft.title:
        return None
    words = tuple(w for w in page.lines[n].words if w.start >= start)
    for i in range(len(words) - 1, 0, -1):
        if words[i].capital and words[i].gap == "s" and venues.room(page.text, words, i) == len(words):
            return words[i].start, words[-1].end
    behind = words[_ended(page.text, words) :]
    links, heads = lexicon.words("grammar.name_links"), lexicon.phrases("venues.heads")
    named = 0 < len(behind) <= LONGEST and all((w.capital or w.fold in links) and w.gap in "sha" for w in behind[1:])
    built = named and any(longest(behind, i, heads) is not None for i in (0, len(behind) - 1))
    return (behind[0].start, words[-1].end) if built and behind[0].capital else None


def _ended(text: str, words: Sequence[Word]) -> int:
    """Where a title has ended for certain: behind a pause or a meal, behind a question mark."""
    item = longest(words, 0, lexicon.kinds("events.items")) if words else None
    if item is not None and item[1] in ("break", "reception"):
        return item[0]
    return next((i for i in range(len(words) - 1, 0, -1) if "?" in text[words[i - 1].end : words[i].start]), len(words))


def _shorten(text: str, draft: Draft, end: int) -> None:
    """The title of a draft without its room."""
    spans = [(a, min(b, end)) for a, b in draft.spans]
    draft.spans[:] = [items.unquoted(text, a, b) if b == end else (a, b) for a, b in spans]
    draft.title = flat(text[slice(*max(draft.spans, key=lambda s: s[1]))])


def _below(page: Page, line: Line, people: Mapping[int, Find]) -> Span | None:
    """The short line right under a title, without the small words before it."""
    n = bisect_right(page.lines, line.start, key=lambda one: one.start)
    under = page.lines[n] if n < len(page.lines) else None
    if under is None or under.bullet or under.kind is BlockKind.HEADING or outline.label(page.text, under):
        return None
    if items.first_person(under, people) is not None or times.find(page.text, under.start, under.end) is not None:
        return None
    small = lexicon.words("grammar.where", "grammar.articles")
    first = next((i for i, w in enumerate(under.words) if w.capital or w.fold not in small), len(under.words))
    words = under.words[first:]
    named = 0 < len(words) <= LONGEST and words[0].capital and all(w.gap in "sah" for w in words[1:])
    return (words[0].start, words[-1].end) if named and not _cue(words) and not page.dates_in(under) else None


def _cue(words: Sequence[Word]) -> bool:
    names = ("roles.labels", "roles.lines", "roles.verbs", "events.heads", "events.items", "page.furniture")
    return any(longest(words, 0, lexicon.phrases(name)) is not None for name in names)


def _told(page: Page, span: Span) -> bool:
    """True where a word of the stretch means a room or a building."""
    n = bisect_right(page.lines, span[0], key=lambda one: one.start) - 1
    words = tuple(w for w in page.lines[n].words if span[0] <= w.start < span[1])
    both = lexicon.phrases("venues.heads", "venues.rooms")
    return any(longest(words, i, both) is not None for i in range(len(words)))
