"""What a build noted is read back, but for what a check of the graph finds again."""

from pathlib import Path

import pytest

from kg.check import as_json_lines, noted
from kg.errors import InputError
from kg.model import Issue, Severity


def issue(stage: str) -> Issue:
    return Issue(stage=stage, severity=Severity.WARNING, document="a", value="b", message="c", action="d")


def test_what_was_written_is_read(tmp_path: Path) -> None:
    path = tmp_path / "issues.jsonl"
    path.write_text(as_json_lines([issue("source"), issue("check")]), "utf-8")
    assert noted(path) == (issue("source"),)
    assert noted(tmp_path / "none.jsonl") == ()


@pytest.mark.parametrize("line", ["no JSON", "[]", '{"stage": "source"}', '{"severity": "grave"}'])
def test_a_damaged_line_is_named(line: str, tmp_path: Path) -> None:
    path = tmp_path / "issues.jsonl"
    path.write_text(as_json_lines([issue("source")]) + line + "\n", "utf-8")
    with pytest.raises(InputError, match="line 2: this is no issue"):
        noted(path)
