"""Open questions as a table for a colleague, and the answers read back from it.

Each cell is safe in a spreadsheet (`'` before what looks like a formula) and is read back as it was. The table may come
back with commas, semicolons or tabs between its cells, in UTF-8 with or without a mark at its beginning.
"""

import csv
import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from kg.errors import InputError
from kg.model import Authority, Decision, EntityType, Judgement, MentionKey
from kg.resolve.addresses import NOT_IN_ADDRESS, is_address
from kg.resolve.contradictions import Node
from kg.resolve.questions import Question
from kg.resolve.resolving import Worked
from kg.resolve.sides import side_of

_SIDES = ("left", "right")
_KEYS = ("document", "type", "name")
COLUMNS = (
    "judgement",
    "reason",
    "by",
    "on",
    *(f"{side}_{key}" for side in _SIDES for key in _KEYS),
    "score",
    "findings",
    *(f"{side}_evidence" for side in _SIDES),
)
"""The columns: what a colleague fills in comes first."""

_NEEDED = frozenset(COLUMNS[:1] + COLUMNS[4:10])
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_ENTRY = "authority"
"""What stands for the type of a side that is an entry of the authority; its id is then the name."""
_ADDRESS = "register"
"""What stands for the type of a side that is an address in another register."""
_WITHOUT_PAGE = frozenset({_ENTRY, _ADDRESS})
_SHOWN = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One open question as it stands in the table."""

    left: Node
    right: Node
    score: float
    reasons: Sequence[str]
    evidence: tuple[Sequence[str], Sequence[str]]
    """What there is to see of either side, line by line."""


def to_csv(questions: Iterable[Question], worked: Worked, authority: Mapping[str, Authority]) -> str:
    """The questions as a table, the most useful first; `judgement`, `reason`, `by` and `on` are empty."""
    return as_table(
        Row(
            left=question.left,
            right=question.right,
            score=question.score,
            reasons=question.reasons,
            evidence=(
                side_of(question.left, worked, authority).lines,
                side_of(question.right, worked, authority).lines,
            ),
        )
        for question in questions
    )


def as_table(rows: Iterable[Row]) -> str:
    """Open questions as a table; `judgement`, `reason`, `by` and `on` are empty."""
    buffer = io.StringIO()
    writer = csv.writer(buffer)
    writer.writerow(COLUMNS)
    for row in rows:
        cells = ["", "", "", "", *(cell for side in (row.left, row.right) for cell in _cells(side))]
        cells += [f"{row.score:.1f}", "; ".join(row.reasons), *(" ⏎ ".join(lines) for lines in row.evidence)]
        writer.writerow([f"'{cell}" if cell.startswith(_FORMULA) else cell for cell in cells])
    return buffer.getvalue()


def _cells(side: Node) -> tuple[str, str, str]:
    if isinstance(side, str):
        return "", _ADDRESS if is_address(side) else _ENTRY, side
    return side.document, side.type.value, side.name


def from_csv(text: str, where: str, by: str, on: str) -> list[Decision]:
    """The answers of a table; rows without a judgement are passed over.

    Args:
        text: the table.
        where: its name in errors.
        by: whose judgements they are, where a row does not say it.
        on: their day, where a row does not say it.

    Raises:
        InputError: a column is missing, or rows are wrong; all of them are named.
    """
    rows = list(_rows(text, where))
    faults = [f"row {number}: {fault}" for number, row in rows if (fault := _fault(row)) is not None]
    if faults:
        more = f"; and {len(faults) - _SHOWN} more" if len(faults) > _SHOWN else ""
        raise InputError(f"{where}: {'; '.join(faults[:_SHOWN])}{more}.", hint="Mend the rows; nothing was taken over.")
    return [_decision(row, by, on) for _, row in rows if row["judgement"]]


def _rows(text: str, where: str) -> Iterator[tuple[int, dict[str, str]]]:
    """The rows by their numbers, each cell as it was before it was made safe."""
    text = text.removeprefix("\N{ZERO WIDTH NO-BREAK SPACE}")
    head = text.partition("\n")[0]
    delimiter = max((",", ";", "\t"), key=head.count)
    reader = csv.DictReader(io.StringIO(text, newline=""), delimiter=delimiter)
    missing = sorted(_NEEDED - set(reader.fieldnames or ()))
    if missing:
        raise InputError(f"{where} has no column {', '.join(missing)}.", hint="Start from the table of --export.")
    for number, row in enumerate(reader, 2):
        yield number, {key: _plain(value) for key, value in row.items() if key in COLUMNS}


def _plain(value: str | None) -> str:
    text = (value or "").strip()
    return text[1:] if text.startswith("'") and text[1:].startswith(_FORMULA) else text


def _fault(row: Mapping[str, str]) -> str | None:
    known = [one.value for one in Judgement]
    if not row["judgement"]:
        return None
    if row["judgement"].lower() not in known:
        return f"unknown judgement {row['judgement']!r} (known: {', '.join(known)})"
    return next((fault for side in _SIDES if (fault := _side_fault(row, side)) is not None), None)


def _side_fault(row: Mapping[str, str], side: str) -> str | None:
    type_, name = row[f"{side}_type"], row[f"{side}_name"]
    if not name:
        return f"the {side} side has no name"
    if type_ in _WITHOUT_PAGE:
        wrong = is_address(name) and (side == _SIDES[0] or NOT_IN_ADDRESS.search(name) is not None)
        return f"{name!r} is no address, or stands on the wrong side" if wrong else None
    if type_ not in {one.value for one in EntityType} or not row[f"{side}_document"]:
        return f"the {side} side has no document, or the unknown type {type_!r}"
    return None


def _decision(row: Mapping[str, str], by: str, on: str) -> Decision:
    left, right = (_node(row, side) for side in _SIDES)
    return Decision(
        left=left,
        right=right,
        judgement=Judgement(row["judgement"].lower()),
        by=row.get("by") or by,
        on=row.get("on") or on,
        reason=row.get("reason") or "",
    )


def _node(row: Mapping[str, str], side: str) -> Node:
    if row[f"{side}_type"] in _WITHOUT_PAGE:
        return row[f"{side}_name"]
    return MentionKey(row[f"{side}_document"], EntityType(row[f"{side}_type"]), row[f"{side}_name"])


def not_yet(new: Sequence[Decision], known: Iterable[Decision]) -> list[Decision]:
    """The decisions that have not been made before, each once."""
    seen = {_said(decision) for decision in known if not decision.withdrawn}
    found = []
    for decision in new:
        if _said(decision) not in seen:
            seen.add(_said(decision))
            found.append(decision)
    return found


def _said(decision: Decision) -> tuple[frozenset[Node], Judgement, str]:
    return frozenset((decision.left, decision.right)), decision.judgement, decision.by
