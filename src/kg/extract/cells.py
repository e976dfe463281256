"""The cells of a table whose heads say what they hold: each row an item of the programme, or an event of a list."""

from dataclasses import replace

from kg.extract import backing, days, given, items, lexicon, outline, places, sentences, sessions, shifted, tails, times
from kg.extract.dates import When
from kg.extract.drafts import Draft, Scene
from kg.extract.lines import Line
from kg.extract.state import State
from kg.extract.words import longest
from kg.model import Role

ROW = 8
"""A row has no more cells."""


def read(state: State, line: Line, n: int) -> bool:
    """Take a cell in a column that is understood; places and roles are labels and left to them."""
    if line.column not in ("when", "what", "who", "aside", "beside"):
        return False
    if line.column == "when":
        _when(state, line)
    elif line.column == "beside" and state.item is not None and state.out.drafts[state.item].title:
        _in_track(state, line, n)
    elif line.column in ("what", "beside"):
        _what(state, line, n)
    else:
        state.open = False
        _of_part(state, line)
        event, told = state.current(), line.column == "who"
        if told:
            state.out.roles[line.start] = Role.SPEAKER
        if told and event is None and given.dated(state.page) and items.first_person(line, state.people) is not None:
            state.need_main()
            event = state.main
        if event is not None:
            state.out.scenes.append(Scene(line, event, None, told))
    return True


def _when(state: State, line: Line) -> None:
    """A time opens an item; a day opens an event of its own, or another day of the programme."""
    date = _last_date(state, line)
    clock = times.find(state.page.text, line.start, line.end) or times.opening(state.page.text, line.start, line.end)
    if date is None and clock is None:
        state.item, state.open = None, False
        return
    if date is None and clock is not None and _second(state, line):
        state.out.drafts[state.item or 0].clock = clock
        return
    if date is None and clock is not None and _last(state, line):
        return
    if date is not None and clock is None and state.main is not None and state.programme:
        state.day = date.start
    if date is None:
        state.need_main()
    draft = Draft(day=state.today(), clock=clock, parent=state.block if state.block is not None else state.main)
    if date is not None:
        draft = Draft(day=date.start, last=date.end, clock=clock, entry=True, own=True, parent=days.cycle(state))
        state.programme = False
    draft.spans.append((line.start, line.end))
    state.push_item(draft)
    state.open, state.programme = False, date is None
    state.out.scenes.append(Scene(line, len(state.out.drafts) - 1, None, True))


def _second(state: State, line: Line) -> bool:
    """The time of a day that stands above it in the same cell."""
    draft = None if state.item is None else state.out.drafts[state.item]
    last = state.out.scenes[-1].line if state.out.scenes else None
    same = last is not None and last.shares_cell(line)
    return draft is not None and draft.entry and draft.clock is None and same


def _last(state: State, line: Line) -> bool:
    """The end of an item right under its beginning, in one cell (`17h00` over `18h00`)."""
    draft = None if state.item is None else state.out.drafts[state.item]
    above = state.out.scenes[-1].line if state.out.scenes else None
    same = above is not None and above.shares_cell(line)
    clock = times.opening(state.page.text, line.start, line.end)
    if not same or draft is None or draft.title or draft.clock is None or draft.clock.end or clock is None:
        return False
    draft.clock = replace(draft.clock, end=clock.start)
    draft.spans.append((line.start, line.end))
    return True


def _last_date(state: State, line: Line) -> When | None:
    """The date of a cell; of two, one of which holds no longer, the other (`Tue 12 March now Thu 9 May`)."""
    found = state.page.dates_in(line)
    return shifted.valid(state.page.text, line.start, found) or (found[-1] if found else None)


def _what(state: State, line: Line, n: int) -> None:
    """The title of the item whose time stood before; further lines of the cell go on with it."""
    above = state.page.lines[n - 1] if n else None
    draft = None if state.item is None else state.out.drafts[state.item]
    fresh = above is None or above.block != line.block or (above.cell != line.cell and not _titles_before(state, n))
    beside = not fresh and above is not None and above.column == "what" and above.cell != line.cell
    if draft is not None and draft.title and beside and (_apart(line) or sessions.side_by_side(draft)):
        _beside(state, line)
        return
    if draft is None or (draft.title and fresh):
        parent = state.item if draft is not None and not draft.entry else state.block or state.main
        if draft is not None and draft.parent != state.main and not draft.entry:
            parent = draft.parent
        if fresh and parent is None and _presented(state, line, n):
            state.need_main()
            parent = state.main
        if not fresh or parent is None:
            return
        draft = Draft(day=state.today(), parent=parent)
        state.sub, state.told = state.add(draft), None
    elif draft.title:
        _under(state, line, draft)
        return
    _titled(state, line, draft)


def _titles_before(state: State, n: int) -> bool:
    """True where the row of a cell holds a title or a time before it."""
    lines = state.page.lines
    before = (lines[m] for m in range(n - 1, -1, -1) if lines[m].block == lines[n].block)
    return any(one.column != "aside" for one in before)


def _presented(state: State, line: Line, n: int) -> bool:
    """True where the row of a title says too who leads or presents it."""
    lines = state.page.lines
    return any(one.block == line.block and one.column in ("who", "moderator") for one in lines[n : n + ROW])


def _in_track(state: State, line: Line, n: int) -> None:
    """A cell of the second of two columns that run side by side: an item of its own at the time of the row."""
    above, item = state.page.lines[n - 1], state.out.drafts[state.item or 0]
    if above.shares_cell(line):
        _under(state, line, item)
        return
    draft = item.beside()
    state.push_item(draft)
    _titled(state, line, draft)


def _apart(line: Line) -> bool:
    """True for the first line of a cell that begins an item of its own (`Atelier B – ...`)."""
    return bool(items.lettered(line))


def _beside(state: State, line: Line) -> None:
    """One of several items that stand side by side in one row: all are parts of what the row above says."""
    above = state.out.drafts[state.sub] if state.sub is not None else None
    parent = state.item if above is None else above.parent
    draft = Draft(day=state.today(), parent=parent)
    state.sub = state.add(draft)
    _titled(state, line, draft)


def _of_part(state: State, line: Line) -> None:
    """`A. X, Direktor` beside `A. Wasser`: who takes part in one of the items that run side by side."""
    mark = items.marked(state.page.text, line)
    if mark is None or state.item is None:
        return
    for number, draft in enumerate(state.out.drafts):
        if draft.parent == state.item and draft.title.startswith(f"{line.words[0].text}."):
            state.sub = number


def _part(state: State, line: Line) -> bool:
    """One of the items side by side that a cell lists under their common title."""
    if state.item is None:
        return False
    common = state.out.drafts[state.item]
    number = items.lettered(line) or (sessions.side_by_side(common) and items.marked(state.page.text, line))
    if not number:
        return False
    draft = Draft(day=state.today(), parent=state.item)
    state.sub = state.add(draft)
    _titled(state, line, draft)
    return True


def _under(state: State, line: Line, draft: Draft) -> None:
    """A further line of the cell: who takes part, who backs the event, what it is about, or more of the title."""
    if _part(state, line):
        return
    event = state.current()
    label = outline.label(state.page.text, line)
    told = outline.sentence(state.page.text, line) or bool(backing.labels(line.words))
    if event is None:
        return
    if draft.own and _towned(line):
        state.out.headers[line.start] = event
    if label is not None:
        state.out.labels.append((line, *label, event))
    elif told or items.first_person(line, state.people) is not None:
        role = Role.SPEAKER if draft.own else None
        state.out.scenes.append(Scene(line, event, role, not told, own=draft.own))
    elif longest(line.words, 0, lexicon.phrases("venues.heads")) is not None:
        state.out.headers[line.start] = event
    elif state.page.text[line.start] in items.OPENING or line.words[0].shape == "l":
        draft.title += " – "
        draft.add_title(state.page.text, line.start, line.end)


def _towned(line: Line) -> bool:
    """`Görlitz, Kulturbrauerei`, `Zittau, Rathaus. Mit X`: a town begins the line."""
    stop = places.at(line.words, 0)
    return stop is not None and (stop == len(line.words) or line.words[stop].gap in "cd(")


def _titled(state: State, line: Line, draft: Draft) -> None:
    """The first sentence of the cell is the title; who is named behind it takes part."""
    first, stop = sentences.split(state.page.text, line)[0]
    end = line.words[stop - 1].end
    mark = state.page.text[end : end + 2].strip()[:1]
    end += 1 if mark in ("?", "!", "»", "“") and mark else 0
    whole = replace(line, end=end, words=line.words[first:stop])
    person = items.first_person(whole, state.people)
    cue = None if person is None else longest(whole.words, 0, lexicon.kinds("roles.lines"))
    if cue is None:
        items.title_until_person(state.page, whole, 0, draft, state.people)
    cut = draft.spans[-1][1] if cue is None and draft.spans else line.start
    rest = [w for w in line.words if w.start >= cut] if person is not None else line.words[stop:]
    tail = tails.backed(line)
    rest = list(line.words[tail:]) if person is None and tail is not None else rest
    event = state.current()
    if event is not None and tails.building(state.page.text, line) is not None:
        state.out.headers[line.start] = event
    if rest and event is not None:
        behind = replace(line, start=rest[0].start, words=tuple(rest))
        state.out.scenes.append(Scene(behind, event, None, True))
