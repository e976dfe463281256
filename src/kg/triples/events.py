"""Events, their sessions, and how many people came."""

import re
from collections import defaultdict

from pyoxigraph import NamedNode

from kg.model import Attendance, EntityType, Event, Evidence, Qualifier
from kg.triples.rdf import integer, moment, node, thing, true, words
from kg.triples.world import PLACES, SERIES_OF, VENUES
from kg.triples.writer import Writer
from kg.vocab.namespaces import EVENT_KIND
from kg.vocab.terms import (
    ABOUT,
    ADDITIONAL_TYPE,
    APPROXIMATE,
    END_DATE,
    EVENT,
    HEADCOUNT,
    HEADCOUNT_OF,
    IN_SERIES,
    LOCATION,
    MAX_VALUE,
    MENTIONS,
    MIN_VALUE,
    NAME,
    PART_OF,
    POSITION,
    SESSION,
    START_DATE,
    VALUE,
)

NAMED_IN_EVENTS = (EntityType.INSTRUMENT, EntityType.PROJECT)


def write_events(out: Writer) -> None:
    """Write every event of the record, in its order."""
    seen: dict[str, int] = defaultdict(int)
    for event in out.record.events:
        node_ = event_node(out, event.id)
        out.typed(node_, EVENT)
        out.add(node_, NAME, words(" ".join(event.title.split()), out.language))
        out.state(node_, event.evidence)
        if event.part_of is not None:
            seen[event.part_of] += 1
            out.typed(node_, SESSION)
            out.add(node_, PART_OF, event_node(out, event.part_of))
            out.add(node_, POSITION, integer(seen[event.part_of]))
        _when_and_where(out, node_, event)
        if event.attendance is not None:
            stating = _stating(event, event.attendance, out.record.document.text)
            out.add(node_, HEADCOUNT_OF, _headcount(out, event.id, event.attendance, stating))
    for event_id, topic in out.world.topics.get(out.record.document.id, ()):
        out.add(event_node(out, event_id), ABOUT, node(topic))
    _write_mentions(out)


def event_node(out: Writer, event: str) -> NamedNode:
    """The node of an event of the record."""
    return thing(out.world.events[out.record.document.id, event])


def _when_and_where(out: Writer, subject: NamedNode, event: Event) -> None:
    if event.kind is not None:
        out.add(subject, ADDITIONAL_TYPE, node(EVENT_KIND + event.kind.value))
    if event.start is not None:
        out.add(subject, START_DATE, moment(event.start))
    if event.end is not None:
        out.add(subject, END_DATE, moment(event.end))
    if event.place is not None:
        out.add(subject, LOCATION, out.thing_as(event.place, PLACES))
    if event.venue is not None:
        out.add(subject, LOCATION, out.thing_as(event.venue, VENUES))
    if event.series is not None:
        out.add(subject, IN_SERIES, out.thing_as(event.series, SERIES_OF))


def _headcount(out: Writer, event: str, attendance: Attendance, evidence: Evidence) -> NamedNode:
    subject = out.bound("headcount", evidence, event, str(attendance.value), attendance.qualifier.value)
    out.typed(subject, HEADCOUNT)
    predicate = {Qualifier.AT_LEAST: MIN_VALUE, Qualifier.AT_MOST: MAX_VALUE}.get(attendance.qualifier, VALUE)
    out.add(subject, predicate, integer(attendance.value))
    if attendance.qualifier is Qualifier.ABOUT:
        out.add(subject, APPROXIMATE, true())
    out.state(subject, evidence)
    return subject


def _stating(event: Event, attendance: Attendance, text: str) -> Evidence:
    """The passages of an event that state its headcount.

    Those with the figure, where it is written in figures; else those that are more than the event's title.
    """
    figures = tuple(s for s in event.evidence if str(attendance.value) in re.sub(r"\W", " ", s.of(text)).split())
    beside = tuple(s for s in event.evidence if s.of(text) != event.title)
    return figures or beside or event.evidence


def _write_mentions(out: Writer) -> None:
    """A treaty or project is mentioned by the event in whose part of the page its name stands."""
    events = [e for e in out.record.events if e.part_of is None and e.evidence]
    if not events:
        return
    events.sort(key=lambda e: e.evidence[0])
    for mention in out.record.mentions:
        if mention.type in NAMED_IN_EVENTS:
            what = thing(out.entity(mention.name, (mention.type,)).id)
            for span in mention.evidence:
                before = [e for e in events if e.evidence[0].start <= span.start]
                out.add(event_node(out, (before or events)[-1 if before else 0].id), MENTIONS, what)
