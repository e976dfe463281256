"""`kg check --authority`: the files of an authority, and no graph."""

from pathlib import Path

import pytest

from kg.cli import main

SHIPPED = Path(__file__).resolve().parents[2] / "data" / "authority"
ROW = """
- id: territory-musterdorf
  type: Territory
  kind: commune
  names: {fr: Musterdorf, de: Musterdorf}
  within: [territory-moselle]
  codes: {insee-commune: "54999"}
  sources: [national-register]
"""


@pytest.fixture
def mine(tmp_path: Path) -> Path:
    folder = tmp_path / "mine"
    folder.mkdir()
    return folder


def test_the_authority_of_kg_is_in_order(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--strict", "--authority", str(SHIPPED)]) == 0
    assert capsys.readouterr().out.count("\n") == 1


def test_findings_name_file_row_and_next_step(mine: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (mine / "towns.yaml").write_text(ROW, "utf-8")
    assert main(["check", "--authority", str(mine)]) == 0
    said = capsys.readouterr().out
    assert "no name in en" in said
    assert "'54999' does not begin like 57 around it" in said
    assert "towns.yaml  territory-musterdorf" in said
    assert "leave the code out where you are not certain" in said


def test_strict_fails_on_findings(mine: Path) -> None:
    (mine / "towns.yaml").write_text(ROW, "utf-8")
    assert main(["check", "--strict", "--authority", str(mine)]) == 1


def test_what_cannot_be_loaded_is_an_error(mine: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (mine / "towns.yaml").write_text(ROW.replace("54999", "5499"), "utf-8")
    assert main(["check", "--authority", str(mine)]) == 2
    error = capsys.readouterr().err
    assert "'5499' is no code of insee-commune" in error
    assert "docs/authority.md" in error


def test_no_such_folder(mine: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--authority", str(mine / "missing")]) == 2
    assert "no such folder" in capsys.readouterr().err
