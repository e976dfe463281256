"""Lines in which a label gives a fact of the event above: its place, its time, its end, who backs it, who speaks."""

from dataclasses import replace

from kg.extract import lexicon, outline, sessions, times
from kg.extract.drafts import Draft
from kg.extract.finds import Page
from kg.extract.lines import Line
from kg.extract.state import State
from kg.extract.words import longest
from kg.model import BlockKind

PERSONAL = ("moderator", "speaker", "attendee")
"""Labels that on a page without any day say an office, no part in an event (`Chair: X`)."""


def labelled(state: State, line: Line, n: int) -> bool:
    """Take a labelled line."""
    found = outline.label(state.page.text, line)
    if found is None or (state.programme and not line.column and _is_item(state, line, found[1])):
        return False
    fact, first = found
    if state.main is None and fact in PERSONAL and not dated(state.page):
        return False
    event = state.current() if fact not in ("organizer", "host", "partner", "attendee") else (state.entry_or_main())
    if event is None:
        state.need_main()
        event = state.main
    state.out.labels.append((line, fact, first, event or 0))
    draft = state.out.drafts[event or 0]
    if fact == "time" and draft.clock is None:
        draft.clock = times.at(state.page.text, line.words[first].start, line.end) or times.find(
            state.page.text, line.words[first].start, line.end
        )
    if fact == "end":
        _ends(state, line, first, draft)
    if fact == "place":
        state.out.headers[line.start] = event or 0
    return True


def dated(page: Page) -> bool:
    """True where the page gives the day of something that happens (`Stand: Januar 2025` gives none)."""
    return any(
        outline.header_date(page, line) is not None or outline.sentence(page.text, line)
        for line in page.lines
        if page.dates_in(line)
    )


def _ends(state: State, line: Line, first: int, draft: Draft) -> None:
    """`Ende: 18.25 Uhr`: the end of an event whose begin is told."""
    clock = times.at(state.page.text, line.words[first].start, line.end)
    if clock is not None and draft.clock is not None and draft.clock.end is None:
        draft.clock = replace(draft.clock, end=clock.start)
        draft.spans.append((clock.begin, clock.stop))


def _is_item(state: State, line: Line, first: int) -> bool:
    """`Grußworte: X und Y` in a programme: an item of its own, not a label; inside a session it is a label."""
    draft = None if state.item is None else state.out.drafts[state.item]
    if state.sub is not None or (draft is not None and (sessions.holds(draft) or _inside(line, draft))):
        return False
    hit = longest(line.words, 0, lexicon.kinds("events.items"))
    return hit is not None and hit[0] == first and hit[1] == "talk"


def _inside(line: Line, draft: Draft) -> bool:
    """True where an item with a time goes on: in the next line of a text, in a further block of a page."""
    return draft.clock is not None and (not line.blank or (bool(draft.title) and line.kind is not BlockKind.LINE))
