"""A record as JSON."""

from typing import Any

from kg.model import Attendance, Event, Evidence, Mention, Participation, Position, Record


def to_json(record: Record) -> dict[str, Any]:
    """The record in the format of docs/record.md, keys in the order in which a person reads them.

    The stored `text` goes along, so that every offset can be checked by whoever holds the file.
    """
    return {
        "document": _document(record),
        "text": record.document.text,
        "entities": [_mention(m) for m in record.mentions],
        "events": [_event(e) for e in record.events],
        "participations": [_participation(p) for p in record.participations],
        "positions": [_position(p) for p in record.positions],
    }


def _document(record: Record) -> dict[str, Any]:
    document = record.document
    out: dict[str, Any] = {
        "id": document.id,
        "language": document.language,
        "title": document.title,
        "source": document.source,
        "published": document.published,
        "sha256": document.sha256,
        "factuality": record.factuality.value,
    }
    if document.retrieved is not None:
        out["retrieved"] = document.retrieved
    if record.passages:
        out["passages"] = [
            {"start": p.span.start, "end": p.span.end, "factuality": p.factuality.value} for p in record.passages
        ]
    if record.reviewed:
        out["reviewed"] = True
        return out
    confidence = _confidence(record)
    if any(value is not None for values in confidence.values() for value in values):
        out["confidence"] = confidence
    return out


def _confidence(record: Record) -> dict[str, list[float | None]]:
    """One figure for each item, in lists beside those of the items, which have no place for it."""
    return {
        "entities": [m.confidence for m in record.mentions],
        "events": [e.confidence for e in record.events],
        "participations": [p.confidence for p in record.participations],
        "positions": [p.confidence for p in record.positions],
    }


def _evidence(evidence: Evidence) -> list[list[int]]:
    return [[span.start, span.end] for span in evidence]


def _mention(mention: Mention) -> dict[str, Any]:
    out: dict[str, Any] = {"type": mention.type.value, "name": mention.name}
    if mention.aliases:
        out["aliases"] = list(mention.aliases)
    return out | {"evidence": _evidence(mention.evidence)}


def _attendance(attendance: Attendance | None) -> dict[str, Any] | None:
    if attendance is None:
        return None
    return {"value": attendance.value, "qualifier": attendance.qualifier.value}


def _event(event: Event) -> dict[str, Any]:
    return {
        "id": event.id,
        "title": event.title,
        "kind": None if event.kind is None else event.kind.value,
        "part_of": event.part_of,
        "start": event.start,
        "end": event.end,
        "place": event.place,
        "venue": event.venue,
        "series": event.series,
        "attendance": _attendance(event.attendance),
        "evidence": _evidence(event.evidence),
    }


def _participation(participation: Participation) -> dict[str, Any]:
    return {
        "agent": participation.agent,
        "event": participation.event,
        "role": participation.role.value,
        "position": participation.position,
        "organization": participation.organization,
        "evidence": _evidence(participation.evidence),
    }


def _position(position: Position) -> dict[str, Any]:
    return {
        "person": position.person,
        "position": position.position,
        "organization": position.organization,
        "start": position.start,
        "end": position.end,
        "evidence": _evidence(position.evidence),
    }
