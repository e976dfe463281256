"""Lines that tell a day: the line of date and place of an event, another day of it, one date of a list of events."""

from bisect import bisect_right
from dataclasses import replace

from kg.extract import calendars, items, minutes, outline, times, titles
from kg.extract.calendars import Entry
from kg.extract.dates import When
from kg.extract.drafts import Draft, Scene
from kg.extract.lines import Line
from kg.extract.state import State
from kg.model import BlockKind


def dated(state: State, line: Line, n: int) -> bool:
    """Take a line of date and place: of a new event, of another day of it, or of one event in a list."""
    entry = None if _told_again(state, line) else state.calendar.get(line.start)
    if entry is not None:
        _of_calendar(state, entry)
    if entry is not None or line.start in state.out.headers or _inside(state, line):
        return True
    date = None if minutes.passed(state, line) else outline.header_date(state.page, line)
    if date is None or not _heads(state, line, date):
        return False
    if _is_entry(state, line, date):
        _entry(state, line, date)
    elif state.main is not None and _same_event(state, line, date):
        _day_of_main(state, line, date)
    elif line.bullet:
        return False
    else:
        _new_main(state, line, date)
    event = state.current()
    if event is not None:
        state.out.headers[line.start] = event
    return True


def _told_again(state: State, line: Line) -> bool:
    """`Samedi 5 avril, 10 h · Irun, Ficoba` under the title whose badge gave the day: its day, time and place."""
    draft = None if state.item is None else state.out.drafts[state.item]
    if state.item is None or draft is None or not draft.own or draft.clock is not None or line.bullet:
        return False
    date = outline.header_date(state.page, line)
    same = date is not None and date.start == draft.day and outline.leads_with(state.page, line, date)
    if date is None or not same or line.start in state.out.headers or state.item != len(state.out.drafts) - 1:
        return False
    draft.clock, draft.last = times.behind(state.page.text, date.stop, line.end), date.end or draft.last
    draft.spans.append((date.begin, date.stop if draft.clock is None else draft.clock.stop))
    state.out.headers[line.start] = state.item
    state.out.scenes.append(Scene(line, state.item, None, True))
    return True


def _inside(state: State, line: Line) -> bool:
    """`mardi 2 décembre, 14h00 : table ronde ...`: an item under an event of a calendar that lasts several days."""
    owner = next((e for e in (state.item, state.block) if e is not None and state.out.drafts[e].own), None)
    date = next((d for d in state.page.dates_in(line) if d.exact and d.end is None), None)
    if owner is None or date is None or state.out.drafts[owner].last is None:
        return False
    clock = times.behind(state.page.text, date.stop, line.end)
    first = None if clock is None else next((i for i, w in enumerate(line.words) if w.start >= clock.stop), None)
    leads = state.out.drafts[owner].covers(date.start) and outline.leads_with(state.page, line, date)
    if clock is None or first is None or not leads:
        return False
    draft = Draft(day=date.start, clock=clock, parent=owner)
    draft.spans.append((date.begin, clock.stop))
    state.block = owner
    state.push_item(draft)
    items.title_until_person(state.page, line, first, draft, state.people)
    state.out.scenes.append(Scene(line, state.item or 0, None, True))
    return True


def _is_entry(state: State, line: Line, date: When) -> bool:
    if not outline.leads_with(state.page, line, date):
        return False
    behind = [w for w in line.words if w.start >= date.stop]
    titled = bool(behind) and behind[0].gap == ":" and times.at(state.page.text, behind[0].start, line.end) is None
    return titled or (line.bullet and line.kind is BlockKind.ITEM)


def _heads(state: State, line: Line, date: When) -> bool:
    """False for a line that names people beside its day, and for a list item that holds a day somewhere."""
    if outline.leads_with(state.page, line, date):
        return True
    return not line.bullet and (state.minutes or items.first_person(line, state.people) is None)


def _of_calendar(state: State, entry: Entry) -> None:
    """One event of a calendar, whose title is known; the lines under it are its own."""
    date, line = entry.date, entry.line
    draft = Draft(entry=True, own=True, parent=_cycle(state, line), kind=entry.kind)
    if date is not None:
        draft.day, draft.last = date.start, date.end
        draft.clock = times.behind(state.page.text, date.stop, line.end) or times.find(state.page.text, *entry.tail)
    draft.add_title(state.page.text, *_named_title(state, entry))
    draft.spans.append((line.start, line.end) if date is None else (date.begin, date.stop))
    state.push_item(draft)
    state.block, state.open, state.programme = None, False, False
    state.out.headers[line.start] = state.item or 0
    state.out.scenes.append(Scene(line, state.item or 0, None, True))


def _named_title(state: State, entry: Entry) -> tuple[int, int]:
    """The title up to the words that bring in a person (`Travailler ailleurs, par X`)."""
    start, end = entry.title
    lines = state.page.lines
    n = max(bisect_right(lines, start, key=lambda one: one.start) - 1, 0)
    words = tuple(w for w in lines[n].words if start <= w.start < end)
    draft = Draft()
    if words:
        line = replace(entry.line, start=start, end=end, words=words)
        items.title_until_person(state.page, line, 0, draft, state.people)
    return draft.spans[0] if draft.spans else (start, end)


def _cycle(state: State, line: Line) -> int | None:
    """The cycle that the events of a calendar belong to, if it is one."""
    head = None if state.main is not None or state.out.drafts else calendars.cycle(state.page, line.start)
    if head is not None:
        draft = Draft()
        draft.add_title(state.page.text, head.start, head.end)
        state.main = state.add(draft)
    return state.main


def _entry(state: State, line: Line, date: When) -> None:
    """One date of a list of events, with its title behind a colon or on the next line."""
    parent = cycle(state)
    draft = Draft(day=date.start, last=date.end, entry=True, parent=parent)
    draft.spans.append((date.begin, date.stop))
    behind = [w for w in line.words if w.start >= date.stop]
    draft.clock = times.behind(state.page.text, date.stop, line.end)
    if behind and behind[0].gap == ":":
        draft.add_title(state.page.text, behind[0].start, line.end)
    state.push_item(draft)
    state.open = not draft.title
    state.out.scenes.append(Scene(line, len(state.out.drafts) - 1, None, True))


def cycle(state: State) -> int | None:
    """The event that a list of dates belongs to: the page's own where it is a cycle without a date."""
    if state.main is None and state.pending and not state.out.drafts and items.is_cycle(state.page, state.pending):
        state.main = state.add(titles.main(state.page, state.pending, Draft()))
    return state.main


def _same_event(state: State, line: Line, date: When) -> bool:
    main = state.out.drafts[state.main or 0]
    if main.day is None or main.covers(date.start):
        return True
    fresh = [p for p in state.pending if not outline.programme(p)]
    return (not fresh and state.programme) or (date.end is None and bool(main.last) and main.covers(date.start))


def _day_of_main(state: State, line: Line, date: When) -> None:
    main = state.out.drafts[state.main or 0]
    state.day, state.near = date.start, line.start
    state.item, state.sub, state.talk, state.block = None, None, None, None
    if main.day is None:
        main.day, main.last = date.start, date.end
        main.spans.append((date.begin, date.stop))
    elif not main.covers(date.start):
        main.last = max(main.last or main.day, date.start)
    titles.improve(state.page, state.pending, main)
    if main.clock is None and date.start == main.day and not state.programme:
        main.clock = times.find(state.page.text, line.start, line.end)
    if items.is_container(line, date):
        draft = Draft(day=date.start, parent=state.main)
        draft.add_title(state.page.text, line.start, line.end)
        state.block, state.programme = state.add(draft), True
    state.pending = []


def _new_main(state: State, line: Line, date: When) -> None:
    draft = Draft(day=date.start, last=date.end)
    draft.clock = times.behind(state.page.text, date.stop, line.end)
    told = minutes.titled(state.page, state.pending, line, date) if state.minutes else []
    titles.main(state.page, told or titles.with_date(state.page, state.pending, line, date), draft, line.start)
    if not draft.title:
        return
    draft.spans.append((date.begin, date.stop))
    state.near = None
    state.main, state.day = state.add(draft), date.start
    state.item, state.sub, state.block, state.programme, state.pending = None, None, None, False, []


def quoted(state: State, line: Line, n: int) -> bool:
    """A list of past or coming events: a title in quotation marks, then its day."""
    date = next((d for d in state.page.dates_in(line) if d.exact), None)
    if date is None or not line.bullet or state.page.text[line.start] not in items.OPENING:
        return False
    close = min((k for q in items.CLOSING if (k := state.page.text.find(q, line.start + 1, date.begin)) > 0), default=0)
    if not close:
        return False
    draft = Draft(day=date.start, last=date.end, entry=True)
    draft.add_title(state.page.text, line.words[0].start, close)
    draft.spans.append((date.begin, date.stop))
    number = state.add(draft)
    state.out.headers[line.start] = number
    state.out.scenes.append(Scene(line, number, None, False))
    return True
