"""What is found in a text: an occurrence of a named thing, and the page on which all stages work."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from operator import attrgetter

from kg.extract.dates import When
from kg.extract.lines import Line
from kg.model import Document, EntityType

_start, _begin = attrgetter("start"), attrgetter("begin")


@dataclass(frozen=True, slots=True, order=True)
class Find:
    """A stretch of text that names something. `name` is how the record calls it, `form` the words as they stand."""

    start: int
    end: int
    type: EntityType
    form: str
    name: str

    def __contains__(self, other: object) -> bool:
        return isinstance(other, Find) and self.start <= other.start and other.end <= self.end


def flat(text: str) -> str:
    """Words on one line, whatever white space was between them."""
    return " ".join(text.split())


def make(text: str, start: int, end: int, kind: EntityType, name: str | None = None) -> Find:
    """A find at this place; its name is the words themselves where none is given."""
    form = flat(text[start:end])
    return Find(start, end, kind, form, name or form)


@dataclass(frozen=True, slots=True)
class Page:
    """A document cut into lines, with the dates in it."""

    document: Document
    lines: tuple[Line, ...]
    dates: tuple[When, ...]
    text: str = field(init=False, repr=False, compare=False)
    """The document's text."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "text", self.document.text)

    def dates_in(self, line: Line) -> tuple[When, ...]:
        """The dates that stand in a line."""
        return self.dates_between(line.start, line.end)

    def dates_between(self, start: int, end: int) -> tuple[When, ...]:
        """The dates that begin in a stretch of text."""
        low = bisect_left(self.dates, start, key=_begin)
        if low == len(self.dates) or self.dates[low].begin >= end:
            return ()
        return self.dates[low : bisect_left(self.dates, end, low, key=_begin)]


def within(finds: Sequence[Find], start: int, end: int) -> list[Find]:
    """The finds that begin in a stretch of text; `finds` must be sorted."""
    low = bisect_left(finds, start, key=_start)
    if low == len(finds) or finds[low].start >= end:
        return []
    return list(finds[low : bisect_left(finds, end, low, key=_start)])


@dataclass(slots=True)
class Cover:
    """Stretches of text that are taken, a byte for each character."""

    marks: bytearray

    @staticmethod
    def of(text: str, finds: Iterable[Find] = ()) -> "Cover":
        """The cover of a text in which some finds are taken."""
        cover = Cover(bytearray(len(text)))
        for find in finds:
            cover.add(find.start, find.end)
        return cover

    def free(self, start: int, end: int) -> bool:
        """True where nothing is taken yet."""
        return self.marks.find(1, start, end) < 0

    def add(self, start: int, end: int) -> None:
        """Take a stretch."""
        self.marks[start:end] = b"\x01" * (end - start)

    def __contains__(self, offset: object) -> bool:
        return isinstance(offset, int) and bool(self.marks[offset])
