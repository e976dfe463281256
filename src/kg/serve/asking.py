"""The questions of the protocol, read from JSON that anybody may have written: what is wrong is said, and where."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from kg.errors import InputError

BATCH: Final = 200
"""Queries in one request; OpenRefine sends ten."""
IDS: Final = 1_000
PROPERTIES: Final = 50
VALUES: Final = 20
LIMIT: Final = 5
MOST: Final = 50
TEXT: Final = 500
"""Characters of a name."""
STRICT: Final = ("any", "all", "should")


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """One name to be matched."""

    text: str = ""
    types: tuple[str, ...] = ()
    every: bool = False
    """True where a candidate must have all of the types; else one of them."""
    limit: int = LIMIT
    given: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Values by the id of the property: text, or the id of a thing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Extension:
    """What is to be told of things: ids, and properties with the settings of each."""

    ids: tuple[str, ...]
    properties: tuple[tuple[str, Mapping[str, Any]], ...]


def queries(text: str) -> dict[str, Query]:
    """A batch of queries, by key.

    Raises:
        InputError: it is no such batch.
    """
    raw = parsed(text, "queries")
    if not isinstance(raw, dict):
        raise _wrong("queries", "is no object of queries", 'Write {"q0": {"query": "IGR"}}.')
    if len(raw) > BATCH:
        raise _wrong("queries", f"holds {len(raw)} queries", f"Send at most {BATCH} at a time.")
    return {key: query(value, f"queries.{key[:20]}") for key, value in raw.items()}


def single(text: str) -> Query:
    """The single query of older clients: an object, or only the name."""
    return query(parsed(text, "query"), "query") if text.lstrip().startswith("{") else query({"query": text}, "query")


def parsed(text: str, where: str) -> Any:
    """JSON as Python has it.

    Raises:
        InputError: it is no JSON, or nested too deeply, or holds a number that JSON does not have.
    """
    try:
        return json.loads(text, parse_constant=_no_number)
    except json.JSONDecodeError as error:
        raise _wrong(where, f"is no JSON: {error.msg}, line {error.lineno}, column {error.colno}") from error
    except (RecursionError, ValueError) as error:
        raise _wrong(where, "is no JSON that can be read: too deep, or a number out of range") from error


def query(raw: Any, where: str) -> Query:
    """One query.

    Raises:
        InputError: it is none.
    """
    if not isinstance(raw, dict):
        raise _wrong(where, "is no object", 'Write {"query": "IGR"}.')
    text = _text(raw.get("query", ""), f"{where}.query")
    given = _given(raw.get("properties"), f"{where}.properties")
    if not text.strip() and not given:
        raise _wrong(where, "has neither a query nor properties", 'Write {"query": "IGR"}.')
    strict = raw.get("type_strict", "any")
    if strict not in STRICT:
        raise _wrong(f"{where}.type_strict", "is no way of matching types", f"Choose one of: {', '.join(STRICT)}.")
    return Query(
        text=text,
        types=_types(raw.get("type"), f"{where}.type"),
        every=strict == "all",
        limit=_limit(raw.get("limit"), f"{where}.limit"),
        given=given,
    )


def extension(text: str) -> Extension:
    """A request for values.

    Raises:
        InputError: it is none.
    """
    raw = parsed(text, "extend")
    ids = raw.get("ids") if isinstance(raw, dict) else None
    wanted = raw.get("properties") if isinstance(raw, dict) else None
    if not isinstance(ids, list) or not isinstance(wanted, list):
        raise _wrong("extend", "lacks ids or properties", 'Write {"ids": [...], "properties": [{"id": "label-fr"}]}.')
    if len(ids) > IDS or len(wanted) > PROPERTIES:
        raise _wrong("extend", "is too large", f"Send at most {IDS} ids and {PROPERTIES} properties at a time.")
    return Extension(
        ids=tuple(_text(one, "extend.ids") for one in ids),
        properties=tuple(_wanted(one) for one in wanted),
    )


def _wanted(raw: Any) -> tuple[str, Mapping[str, Any]]:
    if not isinstance(raw, dict) or not isinstance(raw.get("settings", {}) or {}, dict):
        raise _wrong("extend.properties", "holds what is no property", 'Write {"id": "label-fr"}.')
    return _text(raw.get("id"), "extend.properties.id"), raw.get("settings") or {}


def _types(raw: Any, where: str) -> tuple[str, ...]:
    listed = [] if raw is None or raw == "" else raw if isinstance(raw, list) else [raw]
    if len(listed) > VALUES:
        raise _wrong(where, "names too many types", f"Name at most {VALUES}.")
    return tuple(_text(one, where) for one in listed)


def _limit(raw: Any, where: str) -> int:
    if raw is None:
        return LIMIT
    if isinstance(raw, bool) or not isinstance(raw, int | float) or raw < 1:
        raise _wrong(where, "is no number from 1 on", "Leave it out, or write 5.")
    return int(min(raw, MOST))


def _given(raw: Any, where: str) -> dict[str, tuple[str, ...]]:
    if raw is None:
        return {}
    if not isinstance(raw, list) or len(raw) > PROPERTIES:
        raise _wrong(where, f"is no list of at most {PROPERTIES}", 'Write [{"pid": "seat", "v": "Metz"}].')
    found: dict[str, tuple[str, ...]] = {}
    for one in raw:
        if not isinstance(one, dict) or "v" not in one:
            raise _wrong(where, "holds one without pid and v", 'Write [{"pid": "seat", "v": "Metz"}].')
        pid = _text(one.get("pid"), f"{where}.pid")
        values = one["v"] if isinstance(one["v"], list) else [one["v"]]
        if len(values) > VALUES:
            raise _wrong(where, "has too many values", f"Send at most {VALUES} of a property.")
        said = (_value(value, f"{where}.v") for value in values)
        found[pid] = (*found.get(pid, ()), *(value for value in said if value.strip()))
    return {pid: values for pid, values in found.items() if values}


def _value(raw: Any, where: str) -> str:
    if isinstance(raw, dict):
        return _text(raw.get("id"), f"{where}.id")
    return str(raw) if isinstance(raw, int | float) and not isinstance(raw, bool) else _text(raw, where)


def _text(raw: Any, where: str) -> str:
    if not isinstance(raw, str):
        raise _wrong(where, "is no text")
    if len(raw) > TEXT:
        raise _wrong(where, f"has {len(raw)} characters", f"Send at most {TEXT}.")
    return raw


def _no_number(_: str) -> None:
    raise ValueError


def _wrong(where: str, what: str, hint: str = "") -> InputError:
    return InputError(f"{where} {what}.", hint=hint)
