"""The check queries: each finds one kind of problem and says, in its header, what it is and what to do."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Final

from kg import assets
from kg.check.finding import Finding
from kg.errors import KgBug
from kg.files import from_yaml
from kg.model import Severity
from kg.query import Engine, shown

MARK: Final = "#+ "
COLUMNS: Final = ("node", "value", "other")
"""What a check query may select: the node, what is wrong with it, and what it is compared with."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckQuery:
    """A file of queries/check."""

    name: str
    severity: Severity
    problem: Mapping[str, str]
    """By language; `{value}` and `{other}` stand for what the columns of that name give."""
    solution: Mapping[str, str]
    instead_of: str
    """The shape that finds the same and says it in fewer words, "" for none."""
    text: str


@cache
def check_queries() -> tuple[CheckQuery, ...]:
    """All check queries, by name."""
    return tuple(_read(path) for path in sorted(assets.path("queries/check").glob("*.rq")))


def found_by(query: CheckQuery, engine: Engine, language: str) -> Iterator[Finding]:
    """The findings of one query, one a node."""
    table = engine.select(query.text)
    seen: set[str] = set()
    for row in table:
        cells = dict.fromkeys(COLUMNS, "") | {
            column: shown(cell) for column, cell in zip(table.columns, row, strict=True)
        }
        node = row[table.columns.index("node")]
        iri = "" if node is None else node.value
        if iri not in seen:
            seen.add(iri)
            yield Finding(
                severity=query.severity,
                check=query.name,
                node=iri,
                value=cells["value"],
                problem=query.problem[language].format_map(cells),
                solution=query.solution[language],
            )


def _read(path: Path) -> CheckQuery:
    text = assets.text(path)
    lines = (line.removeprefix(MARK) for line in text.splitlines() if line.startswith(MARK))
    head: dict[str, Any] = from_yaml("\n".join(lines), str(path))
    if not {"severity", "problem", "solution"} <= head.keys() <= {"severity", "problem", "solution", "instead-of"}:
        raise KgBug(f"{path}: a check query says severity, problem and solution, and may say instead-of.")
    return CheckQuery(
        name=path.stem,
        severity=Severity(head["severity"]),
        problem=head["problem"],
        solution=head["solution"],
        instead_of=head.get("instead-of", ""),
        text=text,
    )
