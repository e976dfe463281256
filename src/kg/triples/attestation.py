"""On which days a page shows a person in an office.

The days of the events in which the holder takes part with it. Of an office named beside that, the page speaks on the
day of the event that it reports there, else on the day on which it appeared. What is only announced shows nothing of
those who take no part in it, and one who was succeeded is shown by nothing but what he or she took part in.
"""

from collections.abc import Iterable

from kg.model import EntityType, Event, Evidence, Factuality, Participation, Position, Record
from kg.text.normal import fold

DAY = len("YYYY-MM-DD")
PAIR = 2
"""One who comes and one who goes have one office by the same words."""


def days(position: Position, record: Record) -> tuple[str, ...]:
    """The days that attest an office, in order; none where only the wish for one would give it."""
    own = _whole(_day(event) for event in _own(position, record))
    if own or _passed_on(position, record):
        return own
    return tuple(day for day in _spoken(position, record) if position.end is None or day < position.end)


def latest(position: Position, record: Record) -> str | None:
    """The day on which an office that the page calls over was so: the first that the page gives."""
    own = _whole(_day(event) for event in _own(position, record))
    main = _whole(_day(event) for event in record.events if event.part_of is None)
    found = own or main or _spoken(position, record)
    return found[0] if found else None


def _own(position: Position, record: Record) -> list[Event]:
    """The events in which the person takes part in this office, else in any."""
    names = _names(position.person, record)
    parts = [p for p in record.participations if p.agent in names]
    chosen = {p.event for p in parts if _as(p, position)} or {p.event for p in parts}
    return [event for event in record.events if event.id in chosen]


def _as(part: Participation, position: Position) -> bool:
    same = part.position is not None and fold(part.position) == fold(position.position)
    return same and part.organization in (None, position.organization)


def _names(person: str, record: Record) -> frozenset[str]:
    """All names of a person in the record, of which every reference may use any."""
    for mention in record.mentions:
        if mention.type is EntityType.PERSON and person in (mention.name, *mention.aliases):
            return frozenset((mention.name, *mention.aliases))
    return frozenset((person,))


def _passed_on(position: Position, record: Record) -> bool:
    """True for an office that the same words, no plural, give to two people: one followed the other."""
    text, office = record.document.text, fold(position.position)
    words = next((span for span in position.evidence if fold(span.of(text)) == office), None)
    same = [p for p in record.positions if words is not None and words in p.evidence]
    others = [p for p in same if p.person != position.person]
    return len({p.person for p in same}) == PAIR and not all(_after(position, other) for other in others)


def _after(position: Position, other: Position) -> bool:
    """True where the text dates the beginning of this office to the day, and that of the other person's not later."""
    return position.start is not None and len(position.start) >= DAY and position.start > (other.start or "")


def _spoken(position: Position, record: Record) -> tuple[str, ...]:
    """The day of the reported event nearest to the words, else the day of the page."""
    main = [event for event in record.events if event.part_of is None]
    told = [e for e in main if record.factuality_at(e.evidence) is Factuality.REPORTED and _whole((_day(e),))]
    if told:
        return _whole((_day(min(told, key=lambda e: _distance(e.evidence, position.evidence))),))
    dated = any(_day(event) is not None for event in main)
    page = (record.document.published, None if dated else record.document.retrieved)
    return _whole(page)[:1]


def _day(event: Event) -> str | None:
    return event.start


def _whole(values: Iterable[str | None]) -> tuple[str, ...]:
    """Those values that give a day, as days, each once and in order."""
    return tuple(sorted({value[:DAY] for value in values if value is not None and len(value) >= DAY}))


def _distance(left: Evidence, right: Evidence) -> int:
    """How far the nearest words of two statements are from each other."""
    return min((max(a.start - b.end, b.start - a.end, 0) for a in left for b in right), default=0)
