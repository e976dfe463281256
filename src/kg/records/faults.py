"""Everything that is wrong with a record: its form (JSON Schema), and what its items say of each other."""

import json
import re
from collections import defaultdict
from collections.abc import Iterator
from datetime import datetime
from functools import cache
from typing import Any

from kg import assets
from kg.records.quoting import FACETS, quote_faults
from kg.text.normal import sha256, slug, stored


def faults(raw: Any) -> list[str]:
    """Each fault in words, with where it stands; empty for a sound record."""
    form = list(_form(raw))
    return form + [fault for fault in _meaning(raw, whole=not form) if not _is_told(fault, form)]


@cache
def _validator() -> Any:
    import jsonschema  # noqa: PLC0415 - only records need it, and it is slow to load

    schema = json.loads(assets.text(assets.path("ontology/record.schema.json")))
    return jsonschema.Draft202012Validator(schema)


def _form(raw: Any) -> Iterator[str]:
    for error in sorted(_validator().iter_errors(raw), key=lambda e: [str(p) for p in e.absolute_path]):
        where = "".join(f"[{p}]" if isinstance(p, int) else f".{p}" for p in error.absolute_path).lstrip(".")
        yield f"{where or 'the record'}: {_said(error)}"


def _said(error: Any) -> str:
    """The fault in words: of a date that cannot be read, how it is written."""
    if isinstance(error.instance, str) and list(error.absolute_path)[-1:] in (["start"], ["end"]):
        return f"{error.instance!r} {_no_date(error.instance)}"
    return str(error.message[:200])


def _is_told(fault: str, form: list[str]) -> bool:
    """Whether the form of the same place, or of a part of it, is told to be wrong already."""
    where = fault.partition(": ")[0]
    parts = () if where in FACETS else (f"{where}[",)
    return any(one.startswith((f"{where}: ", *parts)) for one in form)


def _meaning(raw: Any, *, whole: bool) -> Iterator[str]:
    """What the items say of each other.

    Args:
        raw: the record.
        whole: whether its form is sound; else what a fault of form keeps from being looked at is left out.
    """
    for check in (_head, _unknown_events, _names, _nobody, _dates, _cycles, _text, _spans, quote_faults):
        try:
            yield from check(raw)
        except (AttributeError, KeyError, TypeError, ValueError):
            if whole:
                raise


def _head(raw: dict[str, Any]) -> Iterator[str]:
    head = raw["document"]
    if slug(head["id"]) == "" or re.search(r"[/\\\x00-\x1f]", head["id"]) is not None or head["id"].startswith("."):
        yield f"document.id: {head['id']!r} can name no file: write letters, digits and hyphens"
    source = head.get("source")
    if source is not None and re.match(r"https?://[^/\s]", source, re.IGNORECASE) is None:
        yield f"document.source: {source!r} is no web address (https://...)"


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


_FIELDS = {
    "events": ("place", "venue", "series"),
    "participations": ("agent", "organization"),
    "positions": ("person", "organization"),
}
"""The fields that name an entity."""


def _names(raw: dict[str, Any]) -> Iterator[str]:
    types: dict[str, set[str]] = defaultdict(set)
    for entity in raw["entities"]:
        for name in (entity["name"], *entity.get("aliases", ())):
            types[name].add(entity["type"])
    for facet, fields in _FIELDS.items():
        for i, item in enumerate(raw[facet]):
            for field in fields:
                for name in _all(item.get(field)):
                    yield from (f"{facet}[{i}].{field}: {name!r} {what}" for what in _misnamed(field, types.get(name)))


def _misnamed(field: str, types: set[str] | None) -> Iterator[str]:
    if types is None:
        yield "is the name of no entity of this record"
    elif field == "person" and "Person" not in types:
        yield f"is no Person (but {' and '.join(sorted(types))})"
    elif field not in ("person", "agent") and types == {"Person"}:
        yield "is a Person"


def _all(value: Any) -> list[str]:
    """The names in a field: one, none, or a list of which any is right."""
    return [name for name in (value if isinstance(value, list) else [value]) if name not in (None, "")]


def _nobody(raw: dict[str, Any]) -> Iterator[str]:
    for i, item in enumerate(raw["participations"]):
        if not any(_all(item.get(field)) for field in ("agent", "position", "organization")):
            yield f"participations[{i}]: says nobody: no agent, no position and no organization"
    for i, item in enumerate(raw["positions"]):
        if not _all(item["position"]):
            yield f"positions[{i}].position: names no office"


def _dates(raw: dict[str, Any]) -> Iterator[str]:
    head = raw["document"]
    for field in ("published", "retrieved"):
        yield from (f"document.{field}: {value!r} is no date" for value in _all(head.get(field)) if not _is_date(value))
    for facet in ("events", "positions"):
        for i, item in enumerate(raw[facet]):
            for field in ("start", "end"):
                for value in _all(item.get(field)):
                    if not _is_date(value):
                        yield f"{facet}[{i}].{field}: {value!r} {_no_date(value)}"


def _no_date(value: str) -> str:
    """What is wrong with a date, and how it is written: the day that is probably meant, else an example."""
    met = re.fullmatch(r"(\d\d?)[./-](\d\d?)[./-](\d{4})", value.strip())
    day = f"{met[3]}-{int(met[2]):02}-{int(met[1]):02}" if met else ""
    example = day if _is_date(day) else "2019-11-21"
    return f"is no date (write {example}, {example[:7]} or {example[:4]})"


def _is_date(value: str) -> bool:
    """True for a year, a month or a day that the calendar has, with or without a time of day."""
    try:
        datetime.fromisoformat(f"{value}-01-01"[:10] if len(value) in (4, 7) else value)
    except ValueError:
        return False
    return re.match(r"\d{4}(-\d\d(-\d\d(T|$)|$)|$)", value) is not None


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
    for facet in FACETS:
        for i, item in enumerate(raw[facet]):
            for start, end in (one for one in item.get("evidence", ()) if not isinstance(one, str)):
                if not 0 <= start < end <= length:
                    yield f"{facet}[{i}].evidence: [{start}, {end}] lies outside the text of {length} characters"
    for i, passage in enumerate(raw["document"].get("passages", ())):
        if not 0 <= passage["start"] < passage["end"] <= length:
            yield f"document.passages[{i}]: [{passage['start']}, {passage['end']}] lies outside the text"
