"""Judgements written down: one line each, at the end of a file, never changed afterwards."""

import os
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from kg import jsonl
from kg.errors import InputError
from kg.files import cannot_write
from kg.model import Decision, MentionKey, Record

FILE = "resolve.jsonl"
"""The file of the decisions folder that `kg resolve` writes to."""


def append(folder: Path, decisions: Iterable[Decision], file: str = FILE) -> None:
    """Add decisions to the end of a file of the folder, which is made where there is none.

    Raises:
        InputError: the disk refused it.
    """
    lines = "".join(decision_line(decision) + "\n" for decision in decisions)
    path = folder / file
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with path.open("ab+") as out:
            if out.tell() > 0:
                out.seek(-1, os.SEEK_END)
                lines = lines if out.read(1) == b"\n" else "\n" + lines
            out.write(lines.encode("utf-8"))
            out.flush()
            os.fsync(out.fileno())
    except OSError as error:
        raise cannot_write(path, error) from error


def decision_line(decision: Decision) -> str:
    """A decision as a line of a decisions file."""
    value: dict[str, Any] = {
        "left": _side(decision.left, decision.left_source),
        "right": _side(decision.right, decision.right_source),
        "judgement": decision.judgement.value,
        "by": decision.by,
        "on": decision.on,
    }
    if decision.reason:
        value["reason"] = decision.reason
    if decision.withdrawn:
        value["withdrawn"] = True
    value |= {key: list(said) for key, said in (("findings", decision.findings), ("also", decision.also)) if said}
    return jsonl.line(value)


def _side(node: MentionKey | str, source: str | None) -> Any:
    if isinstance(node, str):
        return node
    side = {"document": node.document, "type": node.type.value, "name": node.name}
    return side if source is None else side | {"source": source}


def with_sources(decision: Decision, records: Iterable[Record]) -> Decision:
    """The decision with the addresses of its pages, so that it is found again when a page is fetched again."""
    sources = {record.document.id: record.document.source for record in records}
    left, right = (
        None if isinstance(side, str) else sources.get(side.document) for side in (decision.left, decision.right)
    )
    return replace(decision, left_source=left, right_source=right)


def taking_back(decision: Decision, by: str, on: str) -> Decision:
    """The line that takes a decision back; the decision itself stays where it stands."""
    return replace(decision, by=by, on=on, withdrawn=True)


def last_of(decisions: Sequence[Decision], by: str) -> Decision:
    """The last decision of a person that still holds.

    Raises:
        InputError: there is none.
    """
    found = next((one for one in reversed(decisions) if one.by == by and not one.withdrawn), None)
    if found is None:
        raise InputError(f"there is no decision by {by!r} to take back.", hint="Name whose with --by.")
    return found
