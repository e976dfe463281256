"""`kg resolve` as a user has it: in a terminal, and by its options."""

import csv
import sys
from pathlib import Path

import pytest
from tests import terminals

from kg.cli import main

PAGES = {
    "a": "Rencontre des élus, 12 mars 2019, Metz\n\n10h00 Exposé de Karl Muster, président de la Chambre de commerce\n",
    "b": "Forum transfrontalier, 3 mai 2021, Thionville\n\n10h00 Exposé de Karl Muster, directeur de l'Agence\n",
    "c": "Journée d'étude, 7 juin 2022, Luxembourg\n\n11h00 Débat animé par Karl Muster\n",
}


@pytest.fixture
def data(tmp_path: Path) -> Path:
    for name, text in PAGES.items():
        (tmp_path / "documents").mkdir(exist_ok=True)
        (tmp_path / "documents" / f"{name}.txt").write_text(text, "utf-8")
    return tmp_path


def sitting(data: Path, keys: list[bytes]) -> tuple[str, int]:
    return terminals.sitting(["resolve", str(data), "--by", "C. H."], keys)


def decisions(data: Path) -> list[str]:
    return (data / "decisions" / "resolve.jsonl").read_text("utf-8").splitlines()


def questions(data: Path, capsys: pytest.CaptureFixture[str]) -> list[str]:
    capsys.readouterr()
    assert main(["resolve", str(data), "--list"]) == 0
    return capsys.readouterr().out.splitlines()


def test_a_sitting(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert len(questions(data, capsys)) == 3
    shown, code = sitting(data, [b"r", b"A photograph\r", b"s", b"d", b"q"])
    assert code == 0
    assert "3 open. Are these one? Score +3.5: the full name is the same" in shown
    assert "KARL MUSTER" in shown
    assert "Exposé de Karl Muster" in shown
    assert "│" in shown
    assert "(reason: A photograph)" in shown
    assert "2 judgement(s) written to" in shown
    assert ['"judgement":"same"' in line for line in decisions(data)] == [True, False]
    assert "A photograph" in decisions(data)[0]
    assert questions(data, capsys) == []


def test_it_is_said_that_nothing_is_open(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for page in ("b", "c"):
        (data / "documents" / f"{page}.txt").unlink()
    assert questions(data, capsys) == []
    main(["resolve", str(data), "--list"])
    assert capsys.readouterr().err == "Nothing is open.\n"


def test_undo_and_skip(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    shown, code = sitting(data, [b"z", b"k", b"u", b"z", b"x", b"s", b"q"])
    assert code == 0
    assert "nothing to take back in this sitting" in shown
    assert "taken back:" in shown
    assert "left open" in shown
    lines = decisions(data)
    assert ['"withdrawn":true' in line for line in lines] == [False, True, False]
    assert questions(data, capsys) != []


def test_a_rerun_asks_nothing_that_was_answered(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = questions(data, capsys)
    sitting(data, [b"u", b"u", b"q"])
    after = questions(data, capsys)
    assert len(after) == 1
    assert set(after) < set(before)


def test_without_a_terminal_it_says_so(
    data: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    with (tmp_path / "empty").open("w+", encoding="utf-8") as empty:
        monkeypatch.setattr(sys, "stdin", empty)
        assert main(["resolve", str(data)]) == 2
    error = capsys.readouterr().err
    assert "asks its questions in a terminal" in error
    assert error.count("\n") == 1


def test_a_table_out_and_in(data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    table = tmp_path / "questions.csv"
    assert main(["resolve", str(data), "--export", str(table)]) == 0
    with table.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert len(rows) == 3
    rows[0]["judgement"] = "different"
    with table.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, rows[0])
        writer.writeheader()
        writer.writerows(rows)
    assert main(["resolve", str(data), "--import", str(table), "--by", "D. E."]) == 0
    assert main(["resolve", str(data), "--import", str(table), "--by", "D. E."]) == 0
    assert len(decisions(data)) == 1
    assert '"by":"D. E."' in decisions(data)[0]
    assert len(questions(data, capsys)) == 2


def test_a_table_that_contradicts_is_not_taken_over(
    data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    table = tmp_path / "questions.csv"
    assert main(["resolve", str(data), "--export", str(table)]) == 0
    head, *rows = table.read_text("utf-8-sig").splitlines()
    answers = ("same", "same", "different")
    filled = [answer + row for answer, row in zip(answers, rows, strict=True)]
    table.write_text("\n".join([head, *filled]), "utf-8")
    assert main(["resolve", str(data), "--import", str(table), "--by", "D. E."]) != 0
    error = capsys.readouterr().err
    assert "decisions contradict each other" in error
    assert "(Person in b)" in error
    assert not (data / "decisions").exists()


def test_the_last_judgement_is_taken_back(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    sitting(data, [b"s", b"q"])
    assert main(["resolve", str(data), "--undo", "--by", "C. H."]) == 0
    assert "taken back: a/Karl Muster and" in capsys.readouterr().err
    assert len(questions(data, capsys)) == 3
    assert main(["resolve", str(data), "--undo", "--by", "C. H."]) == 2


def test_why(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["resolve", str(data), "--why", "a/Karl Muster", "b/Karl Muster"]) == 0
    said = capsys.readouterr().out
    assert "are two things" in said
    assert "for     +2.0  the full name is the same" in said


@pytest.mark.parametrize("options", [["--undo", "--list"], ["--list", "--why", "A", "B"]])
def test_two_things_at_once(data: Path, options: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["resolve", str(data), *options]) == 2
    assert "different things" in capsys.readouterr().err


def test_one_page_has_no_place_for_decisions(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["resolve", str(data / "documents" / "a.txt"), "--list"]) == 2
    assert "decisions stand in a folder" in capsys.readouterr().err
