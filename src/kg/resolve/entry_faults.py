"""What can be wrong with authority entries: each in itself, then what they say of each other."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from kg.model import Authority, EntityType
from kg.resolve.codes import code_faults
from kg.resolve.names import PREFIX, quoted
from kg.vocab.concepts import ids

_TEXTS = frozenset({"id", "type", "kind", "seat", "parent", "date", "website", "note", "since", "until"})
_LISTS = frozenset(
    {"acronyms", "links", "within", "composed_of", "partially_composed_of", "competent_for", "parties", "sources"}
)
_BY_LANGUAGE = frozenset({"names", "variants"})
KEYS = _TEXTS | _LISTS | _BY_LANGUAGE | {"codes"}
"""The keys an entry may have."""

_LANGUAGE = re.compile(r"[a-z]{2}")
_DATE = re.compile(r"\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])")
_PART_OF_A_DATE = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")
_SCHEMES = {EntityType.TERRITORY: "territory-kind", EntityType.ORGANIZATION: "organisation-kind"}
_ADDRESS = re.compile(r"https?://[^\s<>\"{}|\\^`]+")
_TERRITORY = frozenset({EntityType.TERRITORY})
_TIES = {
    "within": _TERRITORY,
    "composed_of": _TERRITORY,
    "partially_composed_of": _TERRITORY,
    "competent_for": _TERRITORY,
    "seat": _TERRITORY | {EntityType.VENUE},
    "parent": frozenset({EntityType.ORGANIZATION}),
    "parties": _TERRITORY | {EntityType.ORGANIZATION},
}
_OF_A_PERSON = frozenset({"id", "type", "names", "variants", "links", "website", "note", "sources"})


def faults(raw: Any) -> list[str]:
    """What is wrong with one entry in itself."""
    if not isinstance(raw, dict):
        return [f"an entry has keys and values, this is {raw!r}"]
    found = [f"unknown key {key!r} (known: {quoted(KEYS)})" for key in raw if key not in KEYS]
    found += [
        f"{key} must be text, not {raw[key]!r}: put it in quotes"
        for key in sorted(_TEXTS & raw.keys())
        if not _is_text(raw[key])
    ]
    found += [f"{key} must be a list of texts" for key in sorted(_LISTS & raw.keys()) if not _is_texts(raw[key])]
    found += name_faults(raw)
    return found or list(_values(raw))


def _is_text(value: Any) -> bool:
    return isinstance(value, str) and value.strip() != ""


def _is_texts(value: Any) -> bool:
    return isinstance(value, list) and all(_is_text(one) for one in value)


def name_faults(raw: dict[Any, Any]) -> Iterator[str]:
    """What is wrong with the names of an entry."""
    names, variants = raw.get("names"), raw.get("variants", {})
    if not isinstance(names, dict) or not names or not all(_is_text(name) for name in names.values()):
        yield "names must give one name a language, as in {fr: …, de: …, en: …}"
        names = {}
    if not isinstance(variants, dict) or not all(_is_texts(one) for one in variants.values()):
        yield "variants must give a list of names a language, as in {fr: […]}"
        variants = {}
    for language in [*names, *variants]:
        if not isinstance(language, str) or _LANGUAGE.fullmatch(language) is None:
            yield f"{language!r} is not a two-letter language code"


def _values(raw: dict[str, Any]) -> Iterator[str]:
    types = {one.value: one for one in EntityType}
    if raw.get("type") not in types:
        yield f"unknown type {raw.get('type')!r} (known: {quoted(types)})"
        return
    type_ = types[raw["type"]]
    if re.fullmatch(PREFIX[type_] + "-[a-z0-9]+(-[a-z0-9]+)*", raw.get("id", "")) is None:
        yield f"the id must be `{PREFIX[type_]}-` and small letters, digits and hyphens"
    if type_ is EntityType.PERSON:
        yield from (f"a person has no key {key!r}" for key in sorted(raw.keys() - _OF_A_PERSON))
    yield from _kind(type_, raw.get("kind"))
    if "date" in raw and _DATE.fullmatch(raw["date"]) is None:
        yield f"date {raw['date']!r} is not YYYY-MM-DD"
    yield from _validity(raw)
    yield from source_faults(raw)
    if "codes" in raw:
        yield from code_faults(type_, raw["codes"])
    for address in [*raw.get("links", ()), *([raw["website"]] if "website" in raw else ())]:
        if _ADDRESS.fullmatch(address) is None:
            yield f"{address!r} is not an http address"


def _kind(type_: EntityType, kind: str | None) -> Iterator[str]:
    known: frozenset[str] = ids(_SCHEMES[type_]) if type_ in _SCHEMES else frozenset()
    if kind is not None and kind not in known:
        yield f"unknown kind {kind!r} (known for {type_.value}: {quoted(known) or 'none'})"


def _validity(raw: dict[str, Any]) -> Iterator[str]:
    yield from (fault for key in ("since", "until") for fault in date_faults(key, raw.get(key)))
    since, until = raw.get("since"), raw.get("until")
    if since is not None and until is not None and since[: len(until)] > until[: len(since)]:
        yield f"since {since} is after until {until}: correct one of them"


def date_faults(key: str, value: str | None) -> Iterator[str]:
    """What is wrong with a day, month or year."""
    if value is not None and _PART_OF_A_DATE.fullmatch(value) is None:
        yield f"{key} {value!r} is not YYYY, YYYY-MM or YYYY-MM-DD: write what is known of the date in this form"


def source_faults(raw: dict[str, Any]) -> Iterator[str]:
    """What is wrong with the kinds of source of an entry."""
    for source in raw.get("sources", ()):
        if source not in ids("source-kind"):
            yield f"unknown kind of source {source!r} (known: {quoted(ids('source-kind'))}): use one of these"


def ties_faults(entries: Mapping[str, Authority]) -> Iterator[tuple[str, str]]:
    """What is wrong between entries: references to nothing or to the wrong type, and circles. Pairs of id and fault."""
    for entry in entries.values():
        for key, types in _TIES.items():
            for other in _values_of(entry, key):
                if other not in entries:
                    yield entry.id, f"{key} names {other!r}, which is no entry"
                elif entries[other].type not in types:
                    yield entry.id, f"{key} names {other!r}, which is a {entries[other].type.value}"
    for key in ("within", "parent"):
        yield from _circles(entries, key)


def _values_of(entry: Authority, key: str) -> tuple[str, ...]:
    value = getattr(entry, key)
    return value if isinstance(value, tuple) else () if value is None else (value,)


def _circles(entries: Mapping[str, Authority], key: str) -> Iterator[tuple[str, str]]:
    """The first entry of each circle, with the way round."""
    told: set[str] = set()
    for start in sorted(entries):
        way = {start: [start]}
        queue = [start]
        for at in queue:
            for above in _values_of(entries[at], key) if at in entries else ():
                if above == start and not told & set(way[at]):
                    told.update(way[at])
                    yield start, f"{key} runs in a circle: {' → '.join([*way[at], start])}"
                if above not in way:
                    way[above] = [*way[at], above]
                    queue.append(above)
