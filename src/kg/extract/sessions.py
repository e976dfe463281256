"""What lies inside a session: its talks, each with its speakers, and where a talk ends."""

from dataclasses import replace
from datetime import date

from kg.extract import items, lexicon, outline, relative, talks, times
from kg.extract.drafts import Draft, Scene
from kg.extract.lines import Line
from kg.extract.state import State
from kg.extract.times import Clock
from kg.extract.words import find, longest, split
from kg.model import BlockKind

AHEAD = 40
"""So many lines are looked through for the further talks of a session."""


def talk(state: State, line: Line, n: int) -> bool:
    """Take the title of a talk in the open session; what its speakers stand in belongs to it."""
    session = _session(state)
    span = None if session is None else _title(state, n, session)
    sibling = state.sub is not None and items.lettered(line) is not None
    if session is None or span is None or sibling or beside(state, line) is not None:
        return False
    draft, kind = state.out.drafts[session], _kind(state.out.drafts[session])
    if kind == "round-table" and not _panel(draft) and state.page.text[line.start] not in items.OPENING:
        return False
    if not _several(state, n) and (kind == "talk" or not (line.bullet or holds(draft))):
        return _goes_on(state, draft, span, line)
    one = Draft(day=state.today(), parent=session)
    one.add_title(state.page.text, *span)
    same = state.said_before(one)
    state.talk = state.add(one) if same is None else same
    state.titled, state.told, state.pending, state.open = line, session, [], False
    state.out.scenes.append(Scene(line, state.talk, None, True))
    return True


def hour(state: State, line: Line, clock: Clock) -> bool:
    """A time that is the event's own: the first under an event of a calendar, or the one under the event's day."""
    event = state.item
    if event is None and _under_day(state, line, clock):
        event = state.main
    draft = None if event is None else state.out.drafts[event]
    if draft is None or draft.clock is not None or not (draft.own or event == state.main):
        return False
    draft.clock = clock
    draft.spans.append((clock.begin, clock.stop))
    state.out.headers[line.start] = event or 0
    state.out.scenes.append(Scene(line, event or 0, None, True))
    return True


def last_hour(state: State, line: Line, clock: Clock) -> bool:
    """The second line of a range that stands in two (`10.15 bis` over `11.00 Uhr`); what follows it is the item's."""
    draft = None if state.item is None else state.out.drafts[state.item]
    if not state.until or draft is None or draft.clock is None or line.blank:
        return False
    state.until = False
    draft.clock = replace(draft.clock, end=clock.start)
    draft.spans.append((clock.begin, clock.stop))
    rest = tuple(w for w in line.words if w.start >= clock.stop)
    if rest:
        tail = replace(line, start=rest[0].start, words=rest)
        state.out.scenes.append(Scene(tail, state.item or 0, None, True))
    return True


def inner_hour(state: State, line: Line) -> None:
    """The time of an event of a calendar somewhere in a line under it (`Maison du Savoir, Belval, 12.15–1.45 p.m.`)."""
    draft = state.out.drafts[state.item or 0]
    clock = times.find(state.page.text, line.start, line.end) if draft.clock is None else None
    days = [relative.weekday(w) for w in line.words if w.fold in lexicon.words("calendar.weekdays")]
    if clock is not None and all(day == _weekday(draft) for day in days):
        draft.clock = clock
        draft.spans.append((clock.begin, clock.stop))


def led_by_hour(state: State, line: Line) -> bool:
    """`Freitag, 19 Uhr. Drei Arbeiterinnen erinnern sich.`: prose that begins with a weekday or a time."""
    first = next((n for n, w in enumerate(line.words) if w.fold not in lexicon.words("calendar.weekdays")), 0)
    return times.opening(state.page.text, line.words[first].start, line.end) is not None


def _weekday(draft: Draft) -> int | None:
    try:
        return None if draft.day is None else date.fromisoformat(draft.day).weekday()
    except ValueError:
        return None


def _under_day(state: State, line: Line, clock: Clock) -> bool:
    """True for a line of time and place right under the day (`14 h 15 – 17 h 00, Château de Sonnaz`)."""
    if state.programme or line.blank or not state.out.headers or len(state.out.drafts) != 1:
        return False
    behind = [w for w in line.words if w.start >= clock.stop]
    return not behind or behind[0].gap == "c"


def beside(state: State, line: Line) -> Draft | None:
    """`Session 1B` under `11.15–12.45 Session 1A`: the open item, which runs beside it."""
    draft = None if state.item is None else state.out.drafts[state.item]
    if draft is None or draft.clock is None or items.lettered(line) is None:
        return None
    words = split(draft.title, 0, len(draft.title))
    alike = words and items.one_of_several(words) is not None and words[0].fold == line.words[0].fold
    return draft if alike else None


def _session(state: State) -> int | None:
    """The open event that may hold talks."""
    event = state.item if state.sub is None or not holds(state.out.drafts[state.sub]) else state.sub
    event = state.block if event is None else event
    if event is None or not state.programme or state.role is not None:
        return None
    draft = state.out.drafts[event]
    return None if draft.entry or not draft.title or pause(draft) else event


def _kind(draft: Draft) -> str | None:
    """The kind of item that a title begins with."""
    words = split(draft.title, 0, len(draft.title))
    hit = longest(words, 0, lexicon.kinds("events.items")) if words else None
    return None if hit is None else hit[1]


def _panel(draft: Draft) -> bool:
    """`Panel 2`: at conferences of scholars a panel is a session of talks, elsewhere a debate."""
    words = split(draft.title, 0, len(draft.title))
    return words[0].fold in ("panel", "plenary", "pleniere", "plenum")


def holds(draft: Draft) -> bool:
    """`Session 2`, `Forum A`, `Table ronde`: what holds talks."""
    words = split(draft.title, 0, len(draft.title))
    return find(words, lexicon.phrases("events.holders")) is not None


def side_by_side(draft: Draft) -> bool:
    """`Parallele Foren`, `Ateliers au choix`: an item whose parts run side by side."""
    words = split(draft.title, 0, len(draft.title))
    return draft.parallel or find(words, lexicon.phrases("events.parallel")) is not None


def parallel(line: Line) -> bool:
    """`Werkstattgespräche (parallel)`: the bracket behind a title says that its parts run side by side."""
    return any(w.gap == "(" and w.fold in lexicon.words("events.parallel") for w in line.words)


def pause(draft: Draft) -> bool:
    """A break or a reception, which holds nothing."""
    return _kind(draft) in ("break", "reception")


def _goes_on(state: State, draft: Draft, span: tuple[int, int], line: Line) -> bool:
    """The only title under an item says more of it: the item's own title goes on."""
    if any(scene.event == state.current() and scene.line.start != line.start for scene in state.out.scenes[-1:]):
        return False
    draft.title += " – "
    draft.add_title(state.page.text, *span)
    state.out.scenes.append(Scene(line, state.current() or 0, None, True))
    return True


def _several(state: State, n: int) -> bool:
    """True where another talk stands in the same session, before or after line `n`."""
    if state.told is not None and state.told == _session(state):
        return True
    lines = state.page.lines
    session = _session(state)
    for m in range(n + 1, min(n + AHEAD, len(lines))):
        line = lines[m]
        if line.kind is BlockKind.HEADING or times.opening(state.page.text, line.start, line.end) is not None:
            return False
        if session is not None and _title(state, m, session) is not None:
            return True
    return False


def _title(state: State, n: int, session: int) -> tuple[int, int] | None:
    """The title of a talk; one of several that run side by side, each with its number or bullet, may be short."""
    line = state.page.lines[n]
    marked = line.bullet or (line.words[0].shape == "0" and len(line.words[0].text) == 1)
    return talks.title(state.page, n, state.people, marked=marked and side_by_side(state.out.drafts[session]))


def close(state: State, line: Line) -> None:
    """End the open talk where a line lies outside it: higher in the list, or a chair of the whole session.

    `Forum A`, `Workshop 2` has a chair of its own.
    """
    above = state.titled
    if state.talk is None or above is None or (line.block == above.block and line.kind is not BlockKind.LINE):
        return
    label = outline.label(state.page.text, line)
    chair = label is not None and label[0] == "moderator"
    inside = _inside(above, line) or (items.lettered(above) is not None if chair else _named(state, line))
    if line.kind is BlockKind.HEADING or not inside:
        state.talk = None


def _inside(above: Line, line: Line) -> bool:
    """True for a line that lies deeper than the talk's title."""
    if above.kind is BlockKind.ITEM:
        return line.kind is BlockKind.ITEM and line.level > above.level
    if above.kind is BlockKind.LINE:
        hangs = above.bullet and not line.bullet and line.indent == above.indent and not line.blank
        return line.kind is BlockKind.LINE and (line.indent > above.indent or hangs)
    return line.kind is BlockKind.ITEM


def _named(state: State, line: Line) -> bool:
    """True for a further line of speakers beside a talk that is no list item."""
    above = state.titled
    person = items.first_person(line, state.people)
    return above is not None and not above.bullet and not line.bullet and person is not None and person <= talks.LEAD


def spoken(state: State, draft: Draft) -> bool:
    """An item that names nothing but its speaker, whose office stands below: the name is all that it is called."""
    line = state.out.scenes[-1].line if state.out.scenes else None
    first = None if line is None or draft.title else items.first_person(line, state.people)
    if line is None or first is None or draft.clock is None:
        return False
    draft.add_title(state.page.text, line.words[first].start, line.end)
    state.open = False
    return True
