"""A folder of records knows from which page and by which kg each was made."""

from pathlib import Path

import pytest

from kg.harvest import Ledger
from kg.harvest import ledger as module
from kg.harvest.ledger import NAME, state_of


def made(folder: Path, name: str, state: str) -> None:
    ledger = Ledger.of(folder, "json")
    folder.mkdir(exist_ok=True)
    ledger.record(name).write_text("{}", "utf-8")
    ledger.note(name, state)


def test_what_was_noted_is_held(tmp_path: Path) -> None:
    made(tmp_path, "a", "1")
    ledger = Ledger.of(tmp_path, "json")
    assert ledger.holds("a", "1")
    assert not ledger.holds("a", "2")
    assert not ledger.holds("b", "1")
    assert not Ledger.of(tmp_path, "yaml").holds("a", "1")


def test_a_record_that_is_gone_is_not_held(tmp_path: Path) -> None:
    made(tmp_path, "a", "1")
    (tmp_path / "a.json").unlink()
    assert not Ledger.of(tmp_path, "json").holds("a", "1")


def test_records_of_another_kg_are_not_held(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made(tmp_path, "a", "1")
    monkeypatch.setattr(module, "maker", lambda: "another")
    assert not Ledger.of(tmp_path, "json").holds("a", "1")


def test_a_half_written_line_is_passed_over(tmp_path: Path) -> None:
    made(tmp_path, "a", "1")
    with (tmp_path / NAME).open("ab") as file:
        file.write(b'{"kg":"x","pa')
    made(tmp_path, "b", "2")
    ledger = Ledger.of(tmp_path, "json")
    assert ledger.holds("a", "1")
    assert ledger.holds("b", "2")


def test_the_state_of_a_page_changes_with_it_and_with_what_is_known_of_it(tmp_path: Path) -> None:
    page = tmp_path / "a.txt"
    page.write_text("text", "utf-8")
    states = [state_of(page)]
    (tmp_path / "sources.yaml").write_text("a.txt: {language: de}\n", "utf-8")
    states.append(state_of(page))
    page.write_text("Text", "utf-8")
    states.append(state_of(page))
    assert len({*states, ""}) == 4
    assert state_of(tmp_path / "none.txt") == ""
