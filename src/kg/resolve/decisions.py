"""Decisions on disk: one judgement a line, replayed in order, never merged into anything."""

import json
import re
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any

from kg.errors import InputError
from kg.files import read_text
from kg.model import Decision, EntityType, Judgement, MentionKey
from kg.resolve.addresses import NOT_IN_ADDRESS, is_address

_KEYS = frozenset({"left", "right", "judgement", "by", "on", "reason", "withdrawn", "findings", "also"})
_MENTION_KEYS = frozenset({"document", "type", "name"})
_SOURCE = "source"
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}.*")
_HINT = "docs/data.md describes decisions."


def load_decisions(folder: Path) -> tuple[Decision, ...]:
    """Read all `*.jsonl` of a folder, files by name, lines in order.

    A line that is marked `withdrawn` takes back what was said of the same two before it.

    Raises:
        InputError: no such folder, or a line that is no decision (with file and line).
    """
    if not folder.is_dir():
        raise InputError(f"no such folder: {folder}", hint="Check the spelling and the folder.")
    return settled(
        _decision(line, f"{file}: line {number}")
        for file in sorted(folder.glob("*.jsonl"))
        for number, line in enumerate(read_text(file).split("\n"), 1)
        if line.strip()
    )


def settled(decisions: Iterable[Decision]) -> tuple[Decision, ...]:
    """The decisions, those marked withdrawn that a later line takes back."""
    found: list[Decision] = []
    for decision in decisions:
        if decision.withdrawn:
            found = [replace(one, withdrawn=True) if _says(one) == _says(decision) else one for one in found]
        found.append(decision)
    return tuple(found)


def _says(decision: Decision) -> tuple[frozenset[object], Judgement]:
    return frozenset((decision.left, decision.right)), decision.judgement


def _decision(line: str, where: str) -> Decision:
    try:
        raw = json.loads(line)
    except json.JSONDecodeError as error:
        raise InputError(f"{where}, column {error.colno}: not JSON: {error.msg}.", hint=_HINT) from error
    if not isinstance(raw, dict):
        raise InputError(f"{where}: a decision has keys and values.", hint=_HINT)
    for key in sorted(raw.keys() - _KEYS):
        raise InputError(f"{where}: unknown key {key!r}.", hint=f"Known: {', '.join(sorted(_KEYS))}.")
    left, right = _side(raw, "left", where), _side(raw, "right", where)
    left_source, right_source = (_source(raw[side], f"{where}, {side}") for side in ("left", "right"))
    if is_address(left) or (is_address(right) and NOT_IN_ADDRESS.search(str(right))):
        raise InputError(f"{where}: an address stands on the right, and without blanks or brackets.", hint=_HINT)
    if left == right:
        raise InputError(f"{where}: left and right are the same.", hint=_HINT)
    return Decision(
        left=left,
        right=right,
        judgement=_judgement(raw, where),
        by=_text(raw, "by", where),
        on=_day(raw, where),
        reason=_text(raw, "reason", where) if "reason" in raw else "",
        withdrawn=_withdrawn(raw, where),
        left_source=left_source,
        right_source=right_source,
        findings=_texts(raw, "findings", where),
        also=_addresses(raw, where),
    )


def _texts(raw: dict[str, Any], key: str, where: str) -> tuple[str, ...]:
    value = raw.get(key, [])
    if not isinstance(value, list) or not all(isinstance(one, str) and one.strip() for one in value):
        raise InputError(f"{where}: {key!r} must be a list of texts, not {value!r}.", hint=_HINT)
    return tuple(value)


def _addresses(raw: dict[str, Any], where: str) -> tuple[str, ...]:
    """Further addresses of a link."""
    found = _texts(raw, "also", where)
    wrong = [one for one in found if not is_address(one) or NOT_IN_ADDRESS.search(one)]
    if wrong or (found and not is_address(raw["right"])):
        raise InputError(
            f"{where}: 'also' holds further addresses of a link, not {wrong or list(found)!r}.", hint=_HINT
        )
    return found


def _text(raw: dict[str, Any], key: str, where: str) -> str:
    value = raw.get(key)
    if not isinstance(value, str) or not value.strip():
        raise InputError(f"{where}: {key!r} must be text, not {value!r}.", hint=_HINT)
    return value


def _day(raw: dict[str, Any], where: str) -> str:
    value = _text(raw, "on", where)
    if _DAY.fullmatch(value) is None:
        raise InputError(f"{where}: 'on' must be a day YYYY-MM-DD, not {value!r}.", hint=_HINT)
    return value


def _withdrawn(raw: dict[str, Any], where: str) -> bool:
    value = raw.get("withdrawn", False)
    if not isinstance(value, bool):
        raise InputError(f"{where}: 'withdrawn' must be true or false, not {value!r}.", hint=_HINT)
    return value


def _judgement(raw: dict[str, Any], where: str) -> Judgement:
    value = raw.get("judgement")
    known = [one.value for one in Judgement]
    if value not in known:
        raise InputError(f"{where}: unknown judgement {value!r}.", hint=f"Known: {', '.join(known)}.")
    return Judgement(value)


def _source(side: Any, where: str) -> str | None:
    """The address of the page of a mention, where the decision has it."""
    return _text(side, _SOURCE, where) if isinstance(side, dict) and _SOURCE in side else None


def _side(raw: dict[str, Any], key: str, where: str) -> MentionKey | str:
    """A mention, written as a mapping, or an authority entry, written as its id."""
    value = raw.get(key)
    if isinstance(value, str) and value:
        return value
    if not isinstance(value, dict) or value.keys() - {_SOURCE} != _MENTION_KEYS:
        raise InputError(
            f"{where}: {key!r} must be an authority id or a mention.",
            hint='A mention is {"document": …, "type": …, "name": …}.',
        )
    types = [one.value for one in EntityType]
    if value["type"] not in types:
        raise InputError(
            f"{where}: {key!r} has the unknown type {value['type']!r}.", hint=f"Known: {', '.join(types)}."
        )
    return MentionKey(
        _text(value, "document", f"{where}, {key}"), EntityType(value["type"]), _text(value, "name", f"{where}, {key}")
    )
