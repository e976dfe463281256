"""docs/check.md names every check with its severity."""

import re
from pathlib import Path

import pytest

from kg import assets
from kg.check.queries import CheckQuery, check_queries

PAGE = (Path(__file__).resolve().parents[2] / "docs" / "check.md").read_text("utf-8")
SHAPES = assets.text(assets.path("ontology/shapes.ttl"))
BLOCKS = dict(re.findall(r"^(shape:\S+) a sh:\w+ ;\n(.*?)\.\n(?=\n|\Z)", SHAPES, re.MULTILINE | re.DOTALL))
SEVERITIES = {"sh:Warning": "warning", "sh:Info": "note"}


def row(name: str) -> list[str]:
    """The cells of the row that begins with a name."""
    (line,) = [line for line in PAGE.splitlines() if line.startswith(f"| `{name}` |")]
    return [cell.strip() for cell in line.strip("| ").split(" | ")]


@pytest.mark.parametrize("query", check_queries(), ids=lambda q: q.name)
def test_query_is_described(query: CheckQuery) -> None:
    _, severity, problem, solution = row(query.name)
    assert severity == query.severity
    assert problem == re.sub(r"\{\w+\}", "…", query.problem["en"])
    assert solution == query.solution["en"]


@pytest.mark.parametrize("name", BLOCKS)
def test_shape_is_described(name: str) -> None:
    found = re.search(r"sh:severity (\S+)", BLOCKS[name])
    assert row(name)[1] == ("error" if found is None else SEVERITIES[found[1]])


def test_no_check_is_described_that_there_is_not() -> None:
    named = set(re.findall(r"^\| `([\w:-]+)` \|", PAGE, re.MULTILINE))
    assert named == {query.name for query in check_queries()} | set(BLOCKS)


@pytest.mark.parametrize("path", sorted(assets.path("queries/infer").glob("*.rq")), ids=lambda p: p.stem)
def test_rule_is_described(path: Path) -> None:
    assert f"- `{path.stem}` " in PAGE
