"""Events as they take shape while a page is read, and the lines in which people belong to them."""

from dataclasses import dataclass, field

from kg.extract import lexicon
from kg.extract.finds import Find, flat
from kg.extract.lines import Line
from kg.extract.times import Clock
from kg.extract.words import Word, longest
from kg.model import Attendance, EventKind, Role


@dataclass(slots=True, kw_only=True)
class Draft:
    """One event in the making. `spans` hold its title (and date); `parent` is the number of the event above.

    Sentences, and no line of an agenda, tell of a `prose` event and of a `told` part of one; `kind` is what its word
    shows it to be; `ahead` is an event that a report says is to come.
    """

    title: str = ""
    spans: list[tuple[int, int]] = field(default_factory=list)
    day: str | None = None
    last: str | None = None
    clock: Clock | None = None
    parent: int | None = None
    entry: bool = False
    own: bool = False
    """True for an event of a calendar: the prose under it tells of it alone."""
    near: int | None = None
    """Where the line of the day begins under which it stands."""
    parallel: bool = False
    """True where the line of the title says that several things run side by side."""
    told: bool = False
    prose: bool = False
    ahead: bool = False
    kind: str = ""
    place: Find | None = None
    venue: Find | None = None
    series: Find | None = None
    attendance: Attendance | None = None

    def add_title(self, text: str, start: int, end: int) -> None:
        """Put some more words behind the title."""
        words = flat(text[start:end])
        self.title = f"{self.title} {words}".strip().removesuffix(" :")
        self.spans.append((start, end))

    def beside(self) -> "Draft":
        """An event that runs beside this one, at the same time and in the same event."""
        spans = [] if self.clock is None else [(self.clock.begin, self.clock.stop)]
        return Draft(day=self.day, clock=self.clock, parent=self.parent, spans=spans)

    def covers(self, day: str) -> bool:
        """True where a day lies within the event."""
        return self.day is not None and self.day <= day <= (self.last or self.day)


@dataclass(frozen=True, slots=True)
class Scene:
    """A line as the stage of an event: who is named in it takes part there, in `role` where a heading gave one.
    It is an event's `own` where the page gives it to one event of a calendar. In `minutes` whoever a sentence begins
    with has the floor.
    """

    line: Line
    event: int
    role: Role | None
    item: bool
    minutes: bool = False
    own: bool = False


def kind_of(words: tuple[Word, ...]) -> EventKind | None:
    """The kind that the words of a title show: the first item or event word in them."""
    both = (lexicon.kinds("events.items"), lexicon.kinds("events.heads"))
    for i, word in enumerate(words):
        for phrases in both:
            hit = longest(words, i, phrases) if word.fold in phrases.starting else None
            if hit is not None:
                return EventKind(hit[1])
    return None
