"""The agenda of a page, read line by line: main events, the items under them with their times, and whose line is whose.

Most lines are told by their first words: a time opens an item, a date and place the event itself or another day of
it, a label (`Ort:`) gives a fact, a heading a role or the programme. A line that is none of these is a title waiting
for its time or date, or belongs to the item above.
"""

from collections.abc import Sequence
from dataclasses import replace

from kg.extract import (
    below,
    calendars,
    cells,
    days,
    factuality,
    given,
    items,
    letters,
    lexicon,
    minutes,
    nested,
    numbered,
    offices,
    outline,
    sessions,
    sides,
    tails,
    times,
)
from kg.extract.drafts import Draft, Scene
from kg.extract.finds import Find, Page
from kg.extract.items import Item
from kg.extract.lines import Line
from kg.extract.state import Agenda, State
from kg.extract.words import find
from kg.model import BlockKind, Role

CLOSING = 12
"""The close of a letter, and a heading over speakers that opens a programme, has no more words."""
LONG = 40
"""A sentence of more words than these opens no item."""


def read(page: Page, people: Sequence[Find]) -> Agenda:
    """The agenda of a page."""
    state = State(page, {p.start: p for p in people}, minutes=factuality.minutes(page))
    state.calendar = calendars.entries(page)
    state.taken = frozenset(start for entry in state.calendar.values() for start in entry.lines) - {*state.calendar}
    state.datelines = letters.datelines(page)
    for n in range(len(page.lines)):
        _feed(state, n)
    out = state.out
    first = next((n for n, d in enumerate(out.drafts) if d.parent is None and not d.entry), None)
    if first is not None:
        out.scenes[:0] = [Scene(line, first, _listed(out, line), False) for line in out.early]
    return out


def _listed(out: Agenda, line: Line) -> Role | None:
    """Who a list above the first event says is heard (`They called three witnesses:`) is heard in it."""
    return Role.SPEAKER if line.bullet and out.roles.get(line.start) is Role.SPEAKER else None


def _feed(state: State, n: int) -> None:
    """Take in line `n`: the first rule that knows it has it."""
    line = state.page.lines[n]
    if state.main is None and not state.out.drafts:
        state.out.early.append(line)
    if line.start in state.taken:
        state.out.scenes.append(Scene(line, state.current() or 0, None, True))
        return
    if line.start in state.datelines:
        return
    if line.kind is BlockKind.HEADING:
        _headed(state, line)
    state.gone = state.gone and line.kind is not BlockKind.HEADING and line.blank < 2
    state.closed = _closed(state, line)
    sessions.close(state, line)
    rules = (
        cells.read, nested.roomed, _titled, numbered.numbered, _heading, days.dated, _timed, nested.panel,
        sessions.talk, given.labelled, days.quoted, _untimed,
    )  # fmt: skip
    if any(rule(state, line, n) for rule in rules):
        state.gone = minutes.absent(line)
    else:
        _plain(state, line, n)


def _closed(state: State, line: Line) -> bool:
    """True from the close of a letter on (`Mit freundlichen Grüßen`) up to the next heading or time."""
    if state.main is not None and find(line.words[:CLOSING], lexicon.phrases("page.closings")) is not None:
        return len(line.words) <= CLOSING
    if not state.closed or line.kind is BlockKind.HEADING:
        return False
    return times.opening(state.page.text, line.start, line.end) is None


def _headed(state: State, line: Line) -> None:
    """A heading ends what was open, but for a time that waits for its title and a slot whose parallel items follow."""
    waits = state.open and state.item is not None and not state.out.drafts[state.item].title
    holds = state.item is not None and sessions.side_by_side(state.out.drafts[state.item]) and items.lettered(line)
    parts = state.role is not None and sides.parts(line)
    state.role, state.talk, state.sub = state.role if parts else None, None, None
    if not waits and not holds:
        state.item, state.open = None, False


def _heading(state: State, line: Line, n: int) -> bool:
    if minutes.absent(line):
        state.item, state.role, state.gone = None, None, True
        return True
    role = outline.section(state.page.text, line)
    named = items.first_person(line, state.people) is not None
    if outline.glossary(line):
        state.item, state.programme, state.role = None, False, None
        return True
    if outline.programme(line) and not named:
        state.programme, state.item, state.block, state.role = True, None, None, role
        return True
    if role is None or named or (line.kind is BlockKind.ROW and not state.out.drafts):
        return False
    if role is Role.SPEAKER and state.item is None and len(line.words) <= CLOSING:
        state.programme = True
    keep = role is Role.MODERATOR and state.item is not None
    state.item, state.role = (state.item, role) if keep or role is Role.SPEAKER else (None, role)
    return True


def _titled(state: State, line: Line, n: int) -> bool:
    """The title of an item whose time stood alone on the line above."""
    if not state.open or state.item is None or outline.sentence(state.page.text, line):
        return False
    if times.opening(state.page.text, line.start, line.end) is not None:
        return False
    draft = state.out.drafts[state.item if state.sub is None else state.sub]
    bullet = line.bullet and line.kind is not BlockKind.ITEM
    if not bullet and not draft.title and items.first_person(line, state.people):
        items.title_until_person(state.page, line, 0, draft, state.people)
        state.open = not draft.title
        state.out.scenes.append(Scene(line, state.current() or 0, None, True))
        return True
    part = items.lettered(line) or (draft.parallel and items.marked(state.page.text, line))
    ended = draft.title and (line.blank or line.bullet or part)
    if bullet or items.first_person(line, state.people) is not None or ended:
        state.open = False
        return False
    if offices.at(line.words, 0) is not None and sessions.spoken(state, draft):
        return False
    draft.add_title(state.page.text, line.start, tails.bare(state.page.text, line, line.end))
    draft.parallel = sessions.parallel(line)
    if tails.building(state.page.text, line) is not None:
        state.out.headers[line.start] = state.item if state.sub is None else state.sub
    return True


def _timed(state: State, line: Line, n: int) -> bool:
    clock = times.opening(state.page.text, line.start, line.end)
    if clock is None or (outline.sentence(state.page.text, line) and len(line.words) > LONG and not state.programme):
        return False
    if outline.runs(state.page.text, line) and outline.begins_with_time(line, clock):
        return False
    if any(rule(state, line, clock) for rule in (sessions.hour, sessions.last_hour, nested.taken)):
        return True
    stop = times.unfinished(state.page.text, clock, line.end)
    clock = clock if stop is None else replace(clock, stop=stop)
    if state.item is not None and state.out.drafts[state.item].own:
        state.block, state.day = state.item, state.out.drafts[state.item].day
    if state.block is None:
        state.need_main()
    draft = Draft(day=state.today(), clock=clock, parent=state.block if state.block is not None else state.main)
    draft.spans.append((clock.begin, clock.stop))
    start = items.after_clock(state.page.text, line, clock)
    state.push_item(draft)
    state.hour = n
    state.programme, state.until, draft.parallel = True, stop is not None, sessions.parallel(line)
    if start is not None:
        items.title_until_person(state.page, line, start, draft, state.people)
    state.open = not draft.title
    if draft.title and tails.building(state.page.text, line) is not None:
        state.out.headers[line.start] = len(state.out.drafts) - 1
    state.out.scenes.append(Scene(line, len(state.out.drafts) - 1, None, True))
    return True


def _untimed(state: State, line: Line, n: int) -> bool:
    prose = outline.sentence(state.page.text, line) and not line.bullet
    if not state.programme or prose or state.role not in (None, Role.SPEAKER) or (state.minutes and state.number):
        return False
    above = state.page.lines[max(n - 1, 0)]
    if below.says_who(above, line, state.people) or below.presents(state, above, line):
        return False
    if state.item is not None and below.says_kind(above, line, state.out.drafts[state.item]):
        return True
    over = _above(state, line)
    parallel = over is not None and sessions.side_by_side(over)
    found = items.untimed(state.page, n, state.people, over, parallel=parallel)
    if found is None:
        return False
    state.need_main()
    other = sessions.beside(state, line)
    draft = Draft(day=state.today(), parent=state.main if found.block else state.above(found.sub))
    draft = draft if other is None else other.beside()
    draft.add_title(state.page.text, found.start, found.end)
    same = state.said_before(draft)
    number = state.add(draft) if same is None else same
    _open(state, line, replace(found, sub=found.sub and other is None), number)
    if tails.building(state.page.text, line) is not None:
        state.out.headers[line.start] = number
    state.out.scenes.append(Scene(line, number, None, True))
    return True


def _above(state: State, line: Line) -> Draft | None:
    """The open item, where an untimed line may lie inside it."""
    if state.item is None or (state.listed and line.bullet):
        return None
    draft = state.out.drafts[state.item]
    return None if items.lettered(line) is not None and sessions.pause(draft) else draft


def _open(state: State, line: Line, found: Item, number: int) -> None:
    """Make an untimed item the block, the sub-item or the item that the next lines belong to."""
    below = found.sub and state.item is not None
    state.listed, state.open = line.bullet and not below, below and items.lettered(line) == len(line.words)
    state.talk = None
    if found.block:
        state.block, state.item, state.sub = number, None, None
    elif below:
        state.sub = number
    else:
        state.item, state.sub = number, None


def _plain(state: State, line: Line, n: int) -> None:
    """A line that no rule knows: it belongs to the open item, and may be a title or lead to a list."""
    prose = outline.sentence(state.page.text, line)
    state.open = False
    if prose and not line.bullet and n and state.page.lines[n - 1].bullet:
        state.role = None
    if (not prose or sessions.led_by_hour(state, line)) and _own(state, line):
        sessions.inner_hour(state, line)
    _scene(state, line, loose=not prose or line.bullet)
    led = outline.leads_to(state.page.text, line)
    if led is not None:
        state.role, state.pending = led, []
    elif prose:
        state.pending = [] if state.out.drafts else state.pending[:3]
        state.role = None if not line.bullet else state.role
    elif (items.first_person(line, state.people) is None or outline.top(line)) and not line.bullet:
        state.pending.append(line)


def _scene(state: State, line: Line, *, loose: bool) -> None:
    """Keep whose line this is. A `loose` line is no prose: it belongs to the item above it."""
    if outline.aside(line) or state.closed:
        return
    if not loose and state.role is None and nested.under(state, line):
        state.out.scenes.append(Scene(line, state.current() or 0, None, False, minutes=True))
        return
    if state.gone and loose:
        minutes.excused(state, line)
        return
    state.gone = False
    if state.role is not None:
        state.out.roles[line.start] = state.role
    event = state.current() if loose or (state.minutes and state.number) or _own(state, line) else state.entry_or_main()
    role = state.role
    if _own(state, line):
        event, role = state.item, state.role or Role.SPEAKER
    elif state.main is not None and state.role in (Role.ATTENDEE, Role.PARTNER, Role.ORGANIZER):
        event = state.main
    if event is not None:
        told = state.minutes and bool(state.number)
        state.out.scenes.append(Scene(line, event, role, loose and state.item is not None, told, _own(state, line)))


def _own(state: State, line: Line) -> bool:
    """True for a line under an event of a calendar that tells no other day."""
    if state.item is None or not state.out.drafts[state.item].own:
        return False
    dates = [d for d in state.page.dates_in(line) if d.exact]
    return (
        not dates
        or not outline.sentence(state.page.text, line)
        or any(state.out.drafts[state.item].covers(d.start) for d in dates)
    )
