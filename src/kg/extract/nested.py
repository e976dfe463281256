"""What stands within an item: items with times of their own in its hour, and the prose of a report that tells of it."""

from kg.extract import items, lexicon, outline, rooms, sessions, times
from kg.extract.drafts import Draft, Scene, kind_of
from kg.extract.lines import Line
from kg.extract.state import State
from kg.extract.times import Clock
from kg.extract.words import longest, split
from kg.model import BlockKind, EventKind, Role


def taken(state: State, line: Line, clock: Clock) -> bool:
    """`16.00 Talk` under `16.00–17.30 Parallel strands`: an item within the hours of the open session."""
    if state.item is None or state.hour is None:
        return False
    session = state.out.drafts[state.item]
    inside = _within(session, clock) and _deeper(state.page.lines[state.hour], line)
    if not inside or not (sessions.side_by_side(session) or sessions.holds(session)):
        return False
    start = items.after_clock(state.page.text, line, clock)
    if start is None:
        return False
    draft = Draft(day=state.today(), clock=clock, parent=state.sub if state.sub is not None else state.item)
    draft.spans.append((clock.begin, clock.stop))
    items.title_until_person(state.page, line, start, draft, state.people)
    state.talk, state.titled, state.told = state.add(draft), line, state.item
    state.pending, state.open, state.role = [], False, None
    state.out.scenes.append(Scene(line, state.talk, None, True))
    return True


def _within(session: Draft, clock: Clock) -> bool:
    """True for a time inside the hours of a session, not for the very same hours."""
    outer = session.clock
    if outer is None or outer.end is None or (clock.start, clock.end) == (outer.start, outer.end):
        return False
    return outer.start <= clock.start < outer.end and (clock.end is None or clock.end <= outer.end)


def _deeper(above: Line, line: Line) -> bool:
    """True where a line may lie inside the item that another one opened: in plain text it stands more to the right."""
    return line.kind is not BlockKind.LINE or line.indent > above.indent


def panel(state: State, line: Line, n: int) -> bool:
    """`Panel: A (X); B (Y)` under the title of a panel, `Speech: A` under a dinner: who is heard in the open item."""
    draft = None if state.item is None else state.out.drafts[state.item]
    hit = longest(line.words, 0, lexicon.kinds("events.items"))
    if draft is None or draft.clock is None or not draft.title or hit is None or hit[0] >= len(line.words):
        return False
    person = items.first_person(line, state.people)
    if line.words[hit[0]].gap != ":" or person is None or person - hit[0] > LEAD or line.kind is BlockKind.HEADING:
        return False
    words = split(draft.title, 0, len(draft.title))
    eats = kind_of(words) in (EventKind.BREAK, EventKind.RECEPTION) and hit[1] == EventKind.TALK
    again = words[0].fold == line.words[0].fold and longest(line.words, 0, lexicon.phrases("events.stage")) is not None
    if not eats and not again:
        return False
    state.open = False
    state.out.scenes.append(Scene(line, state.item or 0, Role.SPEAKER, True))
    return True


LEAD = 4
"""So many words, a title or an office, stand before the first name behind a label."""


def under(state: State, line: Line) -> bool:
    """True for prose under an item with a time (`10.30 Welcome` over `Anna Weber opened the meeting.`)."""
    draft = None if state.item is None else state.out.drafts[state.item]
    if draft is None or draft.clock is None or draft.own or draft.entry or state.hour is None:
        return False
    above = state.page.lines[state.hour]
    if line.kind is BlockKind.LINE:
        return (line.blank == 0 and line.indent > above.indent) or _between(state, line)
    same = above.kind is not BlockKind.PARAGRAPH and above.block == line.block
    return same or above.kind is BlockKind.HEADING or _between(state, line)


def _between(state: State, line: Line) -> bool:
    """True where the next item with a time follows below, before any heading."""
    lines = state.page.lines
    for below in lines[(state.hour or 0) + 1 :]:
        if below.start <= line.start:
            continue
        if times.opening(state.page.text, below.start, below.end) is not None and not outline.runs(
            state.page.text, below
        ):
            return True
        if outline.headed(state.page.text, below):
            return False
    return False


def roomed(state: State, line: Line, n: int) -> bool:
    """The room of an item, in a line of its own right under the title in the cell of a table."""
    above, item = state.page.lines[n - 1], state.current()
    if not n or item is None or line.kind is not BlockKind.ROW or not above.shares_cell(line):
        return False
    titled = any(above.start <= a < above.end for a, _ in state.out.drafts[item].spans)
    if not titled or not state.out.drafts[item].title or not rooms.alone(state.page, line):
        return False
    state.open, state.out.headers[line.start] = False, item
    state.out.scenes.append(Scene(line, item, None, True))
    return True
