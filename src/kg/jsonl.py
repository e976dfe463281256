"""JSON in the one form this project writes it: UTF-8, sorted keys, one line or two-space indent."""

import json
from collections.abc import Iterable
from json.encoder import encode_basestring as _quoted
from typing import Any


def line(value: Any) -> str:
    """One JSON value on one line, keys sorted."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def page(value: Any) -> str:
    """One JSON value for people: indented, keys in the order given, a newline at the end."""
    return _indented(value, "\n") + "\n"


def text(value: str) -> str:
    """A text as JSON."""
    return _quoted(value)


def of_entries(entries: Iterable[tuple[str, str]]) -> str:
    """An object of keys and of values that are JSON already, as `page` writes it."""
    return f"{{\n  {_inside(f'{_quoted(key)}: {written}' for key, written in entries)}\n}}"


def of_values(values: Iterable[str]) -> str:
    """A list of values that are JSON already, as `page` writes it."""
    inside = _inside(values)
    return f"[\n  {inside}\n]" if inside else "[]"


def _inside(parts: Iterable[str]) -> str:
    """Parts one level deeper: JSON has no line break but those between its values."""
    return ",\n".join(parts).replace("\n", "\n  ")


def _indented(value: Any, line_break: str) -> str:
    """As `json.dumps` with an indent of two, which takes three times as long."""
    inner = line_break + "  "
    if isinstance(value, dict) and value:
        entries = (f"{_quoted(key)}: {_indented(one, inner)}" for key, one in value.items())
        return f"{{{inner}{f',{inner}'.join(entries)}{line_break}}}"
    if isinstance(value, list | tuple) and value:
        return f"[{inner}{f',{inner}'.join([_indented(one, inner) for one in value])}{line_break}]"
    return _quoted(value) if type(value) is str else json.dumps(value, ensure_ascii=False)
