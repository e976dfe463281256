"""What is known while a page is read line by line: the events so far, and where in them the reader stands."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from kg.extract import titles
from kg.extract.calendars import Entry
from kg.extract.drafts import Draft, Scene
from kg.extract.finds import Find, Page
from kg.extract.lines import Line
from kg.model import Role
from kg.text.normal import fold

SHORT_TITLE = 12
"""Titles shorter than this (`Discussion`) come again as items of their own."""


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


def dated(agenda: Agenda) -> None:
    """Give the day of an event to the items under it that have none."""
    for draft in agenda.drafts:
        if draft.day is None and draft.parent is not None:
            draft.day = agenda.drafts[draft.parent].day


@dataclass(slots=True)
class State:
    """Where the reader stands: the main event, the item, its sub-item, the block of items, the day, the role."""

    page: Page
    people: Mapping[int, Find]
    out: Agenda = field(default_factory=Agenda)
    main: int | None = None
    item: int | None = None
    sub: int | None = None
    talk: int | None = None
    titled: Line | None = None
    """The line that gave the open talk its title."""
    told: int | None = None
    """The session whose talks were read last."""
    block: int | None = None
    day: str | None = None
    near: int | None = None
    """Where the line of that day begins."""
    pending: list[Line] = field(default_factory=list)
    programme: bool = False
    role: Role | None = None
    open: bool = False
    listed: bool = False
    closed: bool = False
    """True behind the close of a letter."""
    until: bool = False
    """True where the last hour of the open item stands in the line below."""
    minutes: bool = False
    gone: bool = False
    """True under a heading over those who did not come."""
    calendar: Mapping[int, Entry] = field(default_factory=dict)
    taken: frozenset[int] = frozenset()
    """The lines whose words are a title of the calendar's."""
    datelines: frozenset[int] = frozenset()
    hour: int | None = None
    """Which of the page's lines opened the last item by its time."""
    number: int = 0
    numbers: dict[int, int] = field(default_factory=dict)
    """The items of minutes by their number."""

    def current(self) -> int | None:
        """The event that a line belongs to: the innermost that is open."""
        for event in (self.talk, self.sub, self.item, self.main):
            if event is not None:
                return event
        return None

    def entry_or_main(self) -> int | None:
        """The event that organisers and guests belong to."""
        for event in (self.item, self.block):
            if event is not None and self.out.drafts[event].entry:
                return event
        return self.main

    def today(self) -> str | None:
        """The day that an item without a day takes."""
        return self.day or (None if self.main is None else self.out.drafts[self.main].day)

    def need_main(self) -> None:
        """An agenda without a dated event above belongs to an event with the page's title."""
        if self.main is None:
            draft = titles.main(self.page, self.pending or list(self.page.lines[:3]), Draft(day=self.day))
            self.main = self.add(draft)
        self.pending = []

    def push_item(self, draft: Draft) -> None:
        """Open an item."""
        self.item, self.listed = self.add(draft), False
        self.sub, self.talk, self.role, self.pending = None, None, None, []

    def add(self, draft: Draft) -> int:
        """Keep an event; its number."""
        draft.near = self.near
        self.out.drafts.append(draft)
        return len(self.out.drafts) - 1

    def above(self, sub: bool) -> int | None:
        """The event above a new item."""
        if sub and self.item is not None:
            return self.item
        return self.block if self.block is not None else self.main

    def said_before(self, draft: Draft) -> int | None:
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
