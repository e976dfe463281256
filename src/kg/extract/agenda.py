"""The agenda of a page, read line by line: main events, the items under them with their times, and whose line is whose.

Most lines are told by their first words: a time opens an item, a date and place the event itself or another day of
it, a label (`Ort:`) gives a fact, a heading a role or the programme. A line that is none of these is a title waiting
for its time or date, or belongs to the item above.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from kg.extract import items, lexicon, outline, times, titles
from kg.extract.dates import When
from kg.extract.drafts import Draft, Scene
from kg.extract.finds import Find, Page
from kg.extract.lines import Line
from kg.model import BlockKind, Role
from kg.text.normal import fold


@dataclass(slots=True)
class Agenda:
    """What was read: the events, whose number is their place in the list, and the lines that belong to them."""

    drafts: list[Draft] = field(default_factory=list)
    scenes: list[Scene] = field(default_factory=list)
    headers: dict[int, int] = field(default_factory=dict)
    """The lines of date and place, by where they begin, with the event they are of."""
    early: list[Line] = field(default_factory=list)
    """Lines above the first event."""
    roles: dict[int, Role] = field(default_factory=dict)
    """The roles that headings give, by where the line under them begins."""
    labels: list[tuple[Line, str, int, int]] = field(default_factory=list)
    """Labelled lines: the line, what the label says, the first word behind it, the event."""


def read(page: Page, people: Sequence[Find]) -> Agenda:
    """The agenda of a page."""
    reader = _Reader(page, {p.start: p for p in people})
    for n in range(len(page.lines)):
        reader.feed(n)
    out = reader.out
    first = next((n for n, d in enumerate(out.drafts) if d.parent is None and not d.entry), None)
    if first is not None:
        out.scenes[:0] = [Scene(line, first, None, False) for line in out.early]
    return out


SHORT_TITLE = 12
"""Titles shorter than this (`Discussion`) come again as items of their own."""


def dated(agenda: Agenda) -> None:
    """Give the day of an event to the items under it that have none."""
    for draft in agenda.drafts:
        if draft.day is None and draft.parent is not None:
            draft.day = agenda.drafts[draft.parent].day


@dataclass(slots=True)
class _Reader:
    page: Page
    people: Mapping[int, Find]
    out: Agenda = field(default_factory=Agenda)
    main: int | None = None
    item: int | None = None
    sub: int | None = None
    block: int | None = None
    day: str | None = None
    pending: list[Line] = field(default_factory=list)
    programme: bool = False
    role: Role | None = None
    open: bool = False
    listed: bool = False

    def feed(self, n: int) -> None:
        """Take in line `n`."""
        line = self.page.lines[n]
        if self.main is None and not self.out.drafts:
            self.out.early.append(line)
        if line.kind is BlockKind.HEADING:
            self.role, self.item, self.sub, self.open = None, None, None, False
        for take in (
            self._titled,
            self._heading,
            self._dated,
            self._timed,
            self._labelled,
            self._quoted,
            self._untimed,
        ):
            if take(line, n):
                return
        self._plain(line, n)

    # --- headings

    def _heading(self, line: Line, n: int) -> bool:
        role = outline.section(self.page.text, line)
        named = items.first_person(line, self.people) is not None
        if outline.glossary(line):
            self.item, self.programme, self.role = None, False, None
            return True
        if outline.programme(line) and not named:
            self.programme, self.item, self.block, self.role = True, None, None, role
            return True
        if role is None or named:
            return False
        if role is Role.SPEAKER and self.item is None:
            self.programme = True
        keep = role is Role.MODERATOR and self.item is not None
        self.item, self.role = (self.item, role) if keep or role is Role.SPEAKER else (None, role)
        return True

    # --- dates

    def _dated(self, line: Line, n: int) -> bool:
        date = outline.header_date(self.page, line)
        if date is None:
            return False
        named = items.first_person(line, self.people) is not None
        if named and not line.bullet and not outline.leads_with(self.page, line, date):
            return False
        if self._is_entry(line, date):
            self._entry(line, date)
        elif self.main is not None and self._same_event(line, date):
            self._day_of_main(line, date)
        elif line.bullet:
            return False
        else:
            self._new_main(line, date)
        event = self._current()
        if event is not None:
            self.out.headers[line.start] = event
        return True

    def _is_entry(self, line: Line, date: When) -> bool:
        if not outline.leads_with(self.page, line, date):
            return False
        behind = [w for w in line.words if w.start >= date.stop]
        titled = bool(behind) and behind[0].gap == ":" and times.at(self.page.text, behind[0].start, line.end) is None
        return titled or (line.bullet and line.kind is BlockKind.ITEM)

    def _entry(self, line: Line, date: When) -> None:
        """One date of a list of events, with its title behind a colon or on the next line."""
        parent = self._cycle()
        draft = Draft(day=date.start, last=date.end, entry=True, parent=parent)
        draft.spans.append((date.begin, date.stop))
        behind = [w for w in line.words if w.start >= date.stop]
        draft.clock = times.find(self.page.text, date.stop, line.end)
        if behind and behind[0].gap == ":":
            draft.add_title(self.page.text, behind[0].start, line.end)
        self._push_item(draft)
        self.open = not draft.title
        self.out.scenes.append(Scene(line, len(self.out.drafts) - 1, None, True))

    def _cycle(self) -> int | None:
        """The event that a list of dates belongs to: the page's own where it is a cycle without a date."""
        if self.main is None and self.pending and not self.out.drafts and items.is_cycle(self.page, self.pending):
            self.main = self._add(titles.main(self.page, self.pending, Draft()))
        return self.main

    def _same_event(self, line: Line, date: When) -> bool:
        main = self.out.drafts[self.main or 0]
        if main.day is None or main.covers(date.start):
            return True
        fresh = [p for p in self.pending if not outline.programme(p)]
        return (not fresh and self.programme) or (date.end is None and bool(main.last) and main.covers(date.start))

    def _day_of_main(self, line: Line, date: When) -> None:
        main = self.out.drafts[self.main or 0]
        self.day, self.item, self.sub, self.block = date.start, None, None, None
        if main.day is None:
            main.day, main.last = date.start, date.end
            main.spans.append((date.begin, date.stop))
        elif not main.covers(date.start):
            main.last = max(main.last or main.day, date.start)
        titles.improve(self.page, self.pending, main)
        if main.clock is None and date.start == main.day and not self.programme:
            main.clock = times.find(self.page.text, line.start, line.end)
        if items.is_container(line, date):
            draft = Draft(day=date.start, parent=self.main)
            draft.add_title(self.page.text, line.start, line.end)
            self.block, self.programme = self._add(draft), True
        self.pending = []

    def _new_main(self, line: Line, date: When) -> None:
        draft = Draft(day=date.start, last=date.end)
        draft.clock = times.find(self.page.text, date.stop, line.end)
        titles.main(self.page, titles.with_date(self.page, self.pending, line, date), draft, line.start)
        if not draft.title:
            return
        draft.spans.append((date.begin, date.stop))
        self.main, self.day = self._add(draft), date.start
        self.item, self.sub, self.block, self.programme, self.pending = None, None, None, False, []

    # --- times

    def _timed(self, line: Line, n: int) -> bool:
        clock = times.opening(self.page.text, line.start, line.end)
        if clock is None or outline.sentence(self.page.text, line) and len(line.words) > 40:
            return False
        self._need_main()
        draft = Draft(day=self._today(), clock=clock, parent=self.block if self.block is not None else self.main)
        draft.spans.append((clock.begin, clock.stop))
        start = items.after_clock(self.page.text, line, clock)
        self._push_item(draft)
        self.programme = True
        if start is not None:
            items.title_until_person(self.page, line, start, draft, self.people)
        self.open = not draft.title
        self.out.scenes.append(Scene(line, len(self.out.drafts) - 1, None, True))
        return True

    def _today(self) -> str | None:
        return self.day or (None if self.main is None else self.out.drafts[self.main].day)

    def _need_main(self) -> None:
        """An agenda without a dated event above belongs to an event with the page's title."""
        if self.main is None:
            draft = titles.main(self.page, self.pending or list(self.page.lines[:3]), Draft(day=self.day))
            self.main = self._add(draft)
        self.pending = []

    def _push_item(self, draft: Draft) -> None:
        self.item, self.listed = self._add(draft), False
        self.sub, self.role, self.pending = None, None, []

    def _add(self, draft: Draft) -> int:
        self.out.drafts.append(draft)
        return len(self.out.drafts) - 1

    def _titled(self, line: Line, n: int) -> bool:
        """The title of an item whose time stood alone on the line above."""
        if not self.open or self.item is None or outline.sentence(self.page.text, line):
            return False
        if times.opening(self.page.text, line.start, line.end) is not None:
            return False
        draft = self.out.drafts[self.item]
        bullet = line.bullet and line.kind is not BlockKind.ITEM
        if bullet or items.first_person(line, self.people) is not None or (draft.title and (line.blank or line.bullet)):
            self.open = False
            return False
        draft.add_title(self.page.text, line.start, line.end)
        return True

    # --- labels

    def _labelled(self, line: Line, n: int) -> bool:
        found = outline.label(self.page.text, line)
        if found is None:
            return False
        fact, first = found
        event = self._current() if fact not in ("organizer", "host") else (self._entry_or_main())
        if event is None:
            self._need_main()
            event = self.main
        self.out.labels.append((line, fact, first, event or 0))
        draft = self.out.drafts[event or 0]
        if fact == "time" and draft.clock is None:
            draft.clock = times.at(self.page.text, line.words[first].start, line.end) or times.find(
                self.page.text, line.words[first].start, line.end
            )
        if fact == "place":
            self.out.headers[line.start] = event or 0
        return True

    def _current(self) -> int | None:
        for event in (self.sub, self.item, self.main):
            if event is not None:
                return event
        return None

    def _entry_or_main(self) -> int | None:
        if self.item is not None and self.out.drafts[self.item].entry:
            return self.item
        return self.main

    def _quoted(self, line: Line, n: int) -> bool:
        """A list of past or coming events: a title in quotation marks, then its day."""
        date = next((d for d in self.page.dates_in(line) if d.exact), None)
        if date is None or not line.bullet or self.page.text[line.start] not in items.OPENING:
            return False
        close = min(
            (k for q in items.CLOSING if (k := self.page.text.find(q, line.start + 1, date.begin)) > 0), default=0
        )
        if not close:
            return False
        draft = Draft(day=date.start, last=date.end, entry=True)
        draft.add_title(self.page.text, line.words[0].start, close)
        draft.spans.append((date.begin, date.stop))
        number = self._add(draft)
        self.out.headers[line.start] = number
        self.out.scenes.append(Scene(line, number, None, False))
        return True

    # --- items without a time

    def _untimed(self, line: Line, n: int) -> bool:
        if (
            not self.programme
            or outline.sentence(self.page.text, line)
            and not line.bullet
            or self.role not in (None, Role.SPEAKER)
        ):
            return False
        found = items.untimed(
            self.page, n, self.people, under=self.item is not None and not (self.listed and line.bullet)
        )
        if found is None:
            return False
        self._need_main()
        draft = Draft(day=self._today(), parent=self._above(found.sub))
        draft.add_title(self.page.text, found.start, found.end)
        same = self._said_before(draft)
        number = self._add(draft) if same is None else same
        self.listed = line.bullet and not (found.sub and self.item is not None)
        if found.block:
            self.block, self.item, self.sub = number, None, None
        elif found.sub and self.item is not None:
            self.sub = number
        else:
            self.item, self.sub = number, None
        self.open = False
        self.out.scenes.append(Scene(line, number, None, True))
        return True

    def _said_before(self, draft: Draft) -> int | None:
        """The item of the same event whose title begins with this one: minutes take up their agenda."""
        words = fold(draft.title)
        for number, other in enumerate(self.out.drafts):
            if (
                other.parent == draft.parent is not None
                and len(words) > SHORT_TITLE
                and fold(other.title).startswith(words)
            ):
                return number
        return None

    def _above(self, sub: bool) -> int | None:
        if sub and self.item is not None:
            return self.item
        return self.block if self.block is not None else self.main

    # --- the rest

    def _plain(self, line: Line, n: int) -> None:
        if self.role is not None:
            self.out.roles[line.start] = self.role
        person = items.first_person(line, self.people)
        prose = outline.sentence(self.page.text, line)
        current = self._current() if not prose or line.bullet else self.main
        self.open = False
        if current is not None:
            event = (
                self.main
                if self.role in (Role.ATTENDEE, Role.PARTNER, Role.ORGANIZER) and self.main is not None
                else current
            )
            self.out.scenes.append(Scene(line, event, self.role, (not prose or line.bullet) and self.item is not None))
        if prose:
            self.pending = [] if self.out.drafts else self.pending[:3]
            self.role = None if not line.bullet else self.role
        elif person is None and not line.bullet:
            self.pending.append(line)


def cue_words() -> lexicon.Phrases:
    """What opens the line of a person in an item."""
    return lexicon.kinds("roles.lines")
