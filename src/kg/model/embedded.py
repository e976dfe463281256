"""What a page says of its event in markup for programs, beside the text that people read."""

from dataclasses import dataclass
from enum import StrEnum


class Markup(StrEnum):
    """The forms in which pages carry facts for programs, the most telling first."""

    JSON_LD = "JSON-LD"
    MICRODATA = "microdata"
    ICALENDAR = "iCalendar"
    H_EVENT = "h-event"
    OPEN_GRAPH = "OpenGraph"


class ActorKind(StrEnum):
    """What the markup takes an actor for."""

    PERSON = "person"
    ORGANISATION = "organisation"
    UNSAID = "unsaid"


class EventStatus(StrEnum):
    """What the markup says has become of an event that does not take place as planned."""

    CANCELLED = "cancelled"
    POSTPONED = "postponed"


@dataclass(frozen=True, slots=True, kw_only=True)
class EmbeddedActor:
    """Somebody named in the markup."""

    name: str
    kind: ActorKind = ActorKind.UNSAID


@dataclass(frozen=True, slots=True, kw_only=True)
class EmbeddedEvent:
    """One event as the markup has it. `start` and `end` have the form of a record's: local time, to the minute."""

    markup: Markup
    name: str = ""
    start: str | None = None
    end: str | None = None
    venues: tuple[str, ...] = ()
    """Places by the name that they have themselves: a house, a room, or a town where the form tells none apart."""
    towns: tuple[str, ...] = ()
    organizers: tuple[EmbeddedActor, ...] = ()
    performers: tuple[EmbeddedActor, ...] = ()
    status: EventStatus | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class EmbeddedFault:
    """Markup that should say facts and cannot be read."""

    markup: Markup
    message: str
