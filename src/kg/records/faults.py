"""Everything that is wrong with a record: first its form (JSON Schema), then what its items say of each other."""

import json
from collections.abc import Iterator
from functools import cache
from typing import Any

from kg import assets
from kg.text.normal import sha256, stored


def faults(raw: Any) -> list[str]:
    """Each fault in words, with where it stands; empty for a sound record."""
    return list(_form(raw)) or list(_meaning(raw))


@cache
def _validator() -> Any:
    import jsonschema  # noqa: PLC0415 - only records need it, and it is slow to load

    schema = json.loads(assets.text(assets.path("ontology/record.schema.json")))
    return jsonschema.Draft202012Validator(schema)


def _form(raw: Any) -> Iterator[str]:
    for error in sorted(_validator().iter_errors(raw), key=lambda e: [str(p) for p in e.absolute_path]):
        where = "".join(f"[{p}]" if isinstance(p, int) else f".{p}" for p in error.absolute_path).lstrip(".")
        yield f"{where or 'the record'}: {error.message[:200]}"


def _meaning(raw: dict[str, Any]) -> Iterator[str]:
    yield from _unknown_events(raw)
    yield from _unknown_names(raw)
    yield from _cycles(raw)
    yield from _text(raw)
    yield from _spans(raw)


def _unknown_events(raw: dict[str, Any]) -> Iterator[str]:
    ids = [event["id"] for event in raw["events"]]
    for i, one in enumerate(ids):
        if one in ids[:i]:
            yield f"events[{i}]: the id {one!r} stands twice"
    known = ", ".join(ids) or "none"
    for i, event in enumerate(raw["events"]):
        if event.get("part_of") is not None and event["part_of"] not in ids:
            yield f"events[{i}].part_of: unknown event {event['part_of']!r} (this record has {known})"
    for i, participation in enumerate(raw["participations"]):
        if participation["event"] not in ids:
            yield f"participations[{i}].event: unknown event {participation['event']!r} (this record has {known})"


def _unknown_names(raw: dict[str, Any]) -> Iterator[str]:
    names = {name for e in raw["entities"] for name in (e["name"], *e.get("aliases", ()))}
    for facet, fields in (
        ("events", ("place", "venue", "series")),
        ("participations", ("agent", "organization")),
        ("positions", ("person", "organization")),
    ):
        for i, item in enumerate(raw[facet]):
            for field in fields:
                value = item.get(field)
                for name in value if isinstance(value, list) else [value]:
                    if name not in (None, "") and name not in names:
                        yield f"{facet}[{i}].{field}: {name!r} is the name of no entity of this record"


def _cycles(raw: dict[str, Any]) -> Iterator[str]:
    above = {event["id"]: event.get("part_of") for event in raw["events"]}
    for start, parent in above.items():
        seen, at = [start], parent
        while at is not None and at in above and at not in seen:
            seen.append(at)
            at = above[at]
        if at == start:
            yield f"events: {' is part of '.join([*seen, start])}"
            return


def _text(raw: dict[str, Any]) -> Iterator[str]:
    text = raw.get("text", "")
    if text != stored(text):
        yield "text: not in normal form NFC with line feeds, so that offsets do not count as they should"
    stated = raw["document"].get("sha256")
    if stated is not None and stated != sha256(text):
        yield "text: not the text that document.sha256 was taken of; its offsets may point elsewhere"


def _spans(raw: dict[str, Any]) -> Iterator[str]:
    length = len(raw.get("text", ""))
    for facet in ("entities", "events", "participations", "positions"):
        for i, item in enumerate(raw[facet]):
            for start, end in item.get("evidence", ()):
                if not 0 <= start < end <= length:
                    yield f"{facet}[{i}].evidence: [{start}, {end}] lies outside the text of {length} characters"
    for i, passage in enumerate(raw["document"].get("passages", ())):
        if not 0 <= passage["start"] < passage["end"] <= length:
            yield f"document.passages[{i}]: [{passage['start']}, {passage['end']}] lies outside the text"
