"""What one document states, each item with the spans of text that state it.

The format on disk is described in docs/record.md; every reference inside a record is by name: the `name` or an
alias of one of its mentions, or the `id` of one of its events. `confidence` is how probable it is that an item is
right, 0 to 1, as far as the extraction can tell; None where a person has checked it or where nobody has weighed it.
"""

from dataclasses import dataclass, replace
from enum import StrEnum

from kg.model.document import Document, Span


class EntityType(StrEnum):
    """The kinds of named things."""

    PERSON = "Person"
    ORGANIZATION = "Organization"
    TERRITORY = "Territory"
    VENUE = "Venue"
    SERIES = "Series"
    PROJECT = "Project"
    INSTRUMENT = "Instrument"


class EventKind(StrEnum):
    """The kinds of events and agenda items."""

    CONFERENCE = "conference"
    ROUND_TABLE = "round-table"
    TALK = "talk"
    WORKSHOP = "workshop"
    VISIT = "visit"
    RECEPTION = "reception"
    BREAK = "break"
    MEETING = "meeting"
    CEREMONY = "ceremony"
    OTHER = "other"


class Role(StrEnum):
    """As what somebody takes part."""

    ORGANIZER = "organizer"
    PARTNER = "partner"
    HOST = "host"
    MODERATOR = "moderator"
    SPEAKER = "speaker"
    ATTENDEE = "attendee"


class Qualifier(StrEnum):
    """How exact a stated number of people is."""

    EXACT = "exact"
    ABOUT = "about"
    AT_LEAST = "at-least"
    AT_MOST = "at-most"


class Factuality(StrEnum):
    """Whether a source says that something was to be or that it was."""

    ANNOUNCED = "announced"
    REPORTED = "reported"
    EXCUSED = "excused"
    REPRESENTED = "represented"
    CANCELLED = "cancelled"


Evidence = tuple[Span, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """One named thing of a document, with its other names there."""

    type: EntityType
    name: str
    aliases: tuple[str, ...] = ()
    evidence: Evidence = ()
    confidence: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Attendance:
    """How many people came, as stated."""

    value: int
    qualifier: Qualifier = Qualifier.EXACT


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """An event, or a session or agenda item of one (then `part_of` names the event above).

    `start` and `end` are `YYYY`, `YYYY-MM`, `YYYY-MM-DD` or `YYYY-MM-DDTHH:MM` in local time.
    """

    id: str
    title: str
    kind: EventKind | None = None
    part_of: str | None = None
    start: str | None = None
    end: str | None = None
    place: str | None = None
    venue: str | None = None
    series: str | None = None
    attendance: Attendance | None = None
    evidence: Evidence = ()
    confidence: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Participation:
    """Somebody's part in one event. `agent` is None where only an office is named."""

    agent: str | None
    event: str
    role: Role
    position: str | None = None
    organization: str | None = None
    evidence: Evidence = ()
    confidence: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Position:
    """An office that a person holds or held, in the document's words."""

    person: str
    position: str
    organization: str | None = None
    start: str | None = None
    end: str | None = None
    evidence: Evidence = ()
    confidence: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A stretch of text whose statements are announced, reported, and so on."""

    span: Span
    factuality: Factuality


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """Everything that one document states.

    `factuality` holds for the whole document but for its `passages`, which say otherwise for their stretch of text.
    """

    document: Document
    mentions: tuple[Mention, ...] = ()
    events: tuple[Event, ...] = ()
    participations: tuple[Participation, ...] = ()
    positions: tuple[Position, ...] = ()
    factuality: Factuality = Factuality.ANNOUNCED
    passages: tuple[Passage, ...] = ()
    reviewed: bool = False
    """True where a person has checked the record: it then wins over extraction."""

    def as_reviewed(self) -> "Record":
        """The record as one that a person has checked: how sure a program was is no matter any more."""
        return replace(
            self,
            mentions=tuple(replace(m, confidence=None) for m in self.mentions),
            events=tuple(replace(e, confidence=None) for e in self.events),
            participations=tuple(replace(p, confidence=None) for p in self.participations),
            positions=tuple(replace(p, confidence=None) for p in self.positions),
            reviewed=True,
        )

    def factuality_at(self, evidence: Evidence) -> Factuality:
        """The factuality of a statement: that of the passage in which its first span begins."""
        if evidence:
            start = evidence[0].start
            for passage in self.passages:
                if passage.span.start <= start < passage.span.end:
                    return passage.factuality
        return self.factuality
