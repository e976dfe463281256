"""A record from JSON, with every fault of the file named in one error."""

import json
from pathlib import Path
from typing import Any

from kg.errors import ContentError, InputError
from kg.files import read_text
from kg.model import (
    Attendance,
    Document,
    EntityType,
    Event,
    EventKind,
    Evidence,
    Factuality,
    Mention,
    Participation,
    Passage,
    Position,
    Qualifier,
    Record,
    Role,
    Span,
)
from kg.records.faults import faults
from kg.records.quoting import FACETS, with_places
from kg.text.normal import sha256, stored

_SHOWN = 30
"""Of more faults than these nobody mends the rest before the next look."""


def read(path: Path) -> Record:
    """Read a record from a file.

    Raises:
        InputError: no such file, or not JSON (with line and column).
        ContentError: the record breaks the format or contradicts itself; all faults are named.
    """
    try:
        raw = json.loads(read_text(path))
    except json.JSONDecodeError as error:
        raise InputError(
            f"{path}: line {error.lineno}, column {error.colno}: {error.msg}", hint="Mend the JSON there."
        ) from error
    return from_json(raw, str(path))


def from_json(raw: Any, where: str) -> Record:
    """A record from its JSON value; `where` names it in errors.

    Raises:
        ContentError: the record breaks the format or contradicts itself; all faults are named.
    """
    found = faults(raw)
    if found:
        more = f" (and {len(found) - _SHOWN} more)" if len(found) > _SHOWN else ""
        said = f"{where}: {'; '.join(found[:_SHOWN])}{more}."
        raise ContentError(said, hint="Correct the record; docs/record.md describes the format.")
    raw = with_places(raw)
    head = raw["document"]
    sure = _confidence(raw)
    return Record(
        document=_document(head, raw.get("text", "")),
        mentions=tuple(_mention(m, c) for m, c in zip(raw["entities"], sure["entities"], strict=True)),
        events=tuple(_event(e, c) for e, c in zip(raw["events"], sure["events"], strict=True)),
        participations=tuple(
            _participation(p, c) for p, c in zip(raw["participations"], sure["participations"], strict=True)
        ),
        positions=tuple(_position(p, c) for p, c in zip(raw["positions"], sure["positions"], strict=True)),
        factuality=Factuality(head.get("factuality", Factuality.ANNOUNCED)),
        passages=tuple(
            Passage(span=Span(p["start"], p["end"]), factuality=Factuality(p["factuality"]))
            for p in head.get("passages", ())
        ),
        reviewed=head.get("reviewed", False),
    )


def _confidence(raw: dict[str, Any]) -> dict[str, list[float | None]]:
    """A figure for each item, or None. Who adds or takes away an item moves the others: then no figure counts."""
    head = raw["document"]
    given = {} if head.get("reviewed", False) else head.get("confidence", {})
    fits = all(len(given.get(facet, ())) == len(raw[facet]) for facet in FACETS)
    return {facet: given[facet] if fits and given else [None] * len(raw[facet]) for facet in FACETS}


def _document(head: dict[str, Any], raw_text: str) -> Document:
    text = stored(raw_text)
    return Document(
        id=head["id"],
        language=head["language"],
        text=text,
        sha256=sha256(text),
        title=head.get("title"),
        source=head.get("source"),
        published=head.get("published"),
        retrieved=head.get("retrieved"),
    )


def _evidence(item: dict[str, Any]) -> Evidence:
    return tuple(Span(start, end) for start, end in item.get("evidence", ()))


def _one(value: Any) -> str | None:
    """The first of several right values (a list holds alternatives), None for none."""
    first = value[0] if isinstance(value, list) and value else value
    return first if isinstance(first, str) and first != "" else None


def _mention(item: dict[str, Any], confidence: float | None) -> Mention:
    return Mention(
        type=EntityType(item["type"]),
        name=item["name"],
        aliases=tuple(item.get("aliases", ())),
        evidence=_evidence(item),
        confidence=confidence,
    )


def _attendance(value: Any) -> Attendance | None:
    if value is None:
        return None
    return Attendance(value=value["value"], qualifier=Qualifier(value.get("qualifier", Qualifier.EXACT)))


def _event(item: dict[str, Any], confidence: float | None) -> Event:
    kind = item.get("kind")
    return Event(
        id=item["id"],
        title=item["title"],
        kind=None if kind is None else EventKind(kind),
        part_of=item.get("part_of"),
        start=_one(item.get("start")),
        end=_one(item.get("end")),
        place=_one(item.get("place")),
        venue=_one(item.get("venue")),
        series=_one(item.get("series")),
        attendance=_attendance(item.get("attendance")),
        evidence=_evidence(item),
        confidence=confidence,
    )


def _participation(item: dict[str, Any], confidence: float | None) -> Participation:
    return Participation(
        agent=item["agent"],
        event=item["event"],
        role=Role(item["role"]),
        position=_one(item.get("position")),
        organization=_one(item.get("organization")),
        evidence=_evidence(item),
        confidence=confidence,
    )


def _position(item: dict[str, Any], confidence: float | None) -> Position:
    return Position(
        person=item["person"],
        position=_one(item["position"]) or "",
        organization=_one(item.get("organization")),
        start=_one(item.get("start")),
        end=_one(item.get("end")),
        evidence=_evidence(item),
        confidence=confidence,
    )
