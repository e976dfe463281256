"""What goes into a record: only items whose evidence stands in the text, and whose references lead somewhere."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from kg.model import Event, Evidence, Issue, Mention, Participation, Record, Severity, Span
from kg.text.normal import fold


@dataclass(frozen=True, slots=True)
class Checked:
    """A record that holds by itself, and what had to be left out of it."""

    record: Record
    issues: tuple[Issue, ...]


def spans(*stretches: tuple[int, int]) -> Evidence:
    """Stretches of text as evidence, in order, without doubles."""
    return tuple(sorted({Span(start, end) for start, end in stretches if end > start}))


def check(record: Record) -> Checked:
    """Leave out what is not grounded, and what refers to something left out."""
    text = record.document.text
    mentions = tuple(m for m in record.mentions if _holds(m, text))
    names = {n for m in mentions for n in (m.name, *m.aliases)}
    events = tuple(_led(e, names) for e in record.events if _lies(e.evidence, text))
    ids = {e.id for e in events}
    events = tuple(e if e.part_of in ids else replace(e, part_of=None) for e in events)
    parts = tuple(p for p in record.participations if _part_holds(p, text, names, ids))
    positions = tuple(p for p in record.positions if p.person in names and _lies(p.evidence, text))
    kept = replace(record, mentions=mentions, events=events, participations=parts, positions=positions)
    return Checked(kept, tuple(_lost(record, kept)))


def _holds(mention: Mention, text: str) -> bool:
    """True where one of the mention's names stands in a span of its evidence."""
    if not _lies(mention.evidence, text):
        return False
    said = [span.of(text) for span in mention.evidence]
    if mention.name in said and fold(mention.name):
        return True
    names = [fold(name) for name in (mention.name, *mention.aliases)]
    return any(name and name in words for name in names for words in map(fold, said))


def _lies(evidence: Evidence, text: str) -> bool:
    return bool(evidence) and all(span.end <= len(text) and span.of(text).strip() for span in evidence)


def _led(event: Event, names: set[str]) -> Event:
    place = event.place if event.place in names else None
    venue = event.venue if event.venue in names else None
    series = event.series if event.series in names else None
    if (place, venue, series) == (event.place, event.venue, event.series):
        return event
    return replace(event, place=place, venue=venue, series=series)


def _part_holds(part: Participation, text: str, names: set[str], events: set[str]) -> bool:
    agent = part.agent in names if part.agent is not None else part.position is not None
    return agent and part.event in events and _lies(part.evidence, text)


def _lost(before: Record, after: Record) -> Iterator[Issue]:
    groups: Sequence[tuple[Sequence[object], Sequence[object]]] = (
        (before.mentions, after.mentions),
        (before.participations, after.participations),
        (before.positions, after.positions),
    )
    for old, new in groups:
        if len(new) < len(old):
            kept = set(new)
            yield from (_issue(before, item) for item in old if item not in kept)


def _issue(record: Record, item: object) -> Issue:
    value = getattr(item, "name", None) or getattr(item, "agent", None) or getattr(item, "person", None) or ""
    return Issue(
        stage="extract",
        severity=Severity.WARNING,
        document=record.document.id,
        value=str(value),
        message="left out: its evidence does not hold it",
        action="Add it to a reviewed record if the page says it.",
    )
