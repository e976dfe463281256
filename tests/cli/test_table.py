"""Tables for the terminal: what gives way when it is narrow."""

import pytest

from kg.cli.table import drawn


@pytest.fixture(autouse=True)
def eighty_columns(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")


def test_no_rows_is_said() -> None:
    assert drawn(("a",), []) == "0 rows\n"


def test_a_table_that_fits_has_every_column() -> None:
    shown = drawn(("name", "person"), [["Erika Beispiel", "id:person-1"]], spare=["person"])
    assert "id:person-1" in shown
    assert shown.endswith("\n1 row\n")


def test_iris_give_way_first_and_are_named() -> None:
    shown = drawn(("name", "person"), [["E" * 50, "id:" + "1" * 40]] * 2, spare=["person"])
    assert "id:1" not in shown
    assert shown.endswith("2 rows; no room for person (--format csv has every column)\n")


def test_iris_stay_where_there_is_nothing_else() -> None:
    assert "id:1" in drawn(("person",), [["id:" + "1" * 100]], spare=["person"])


def test_long_words_are_wrapped_into_the_terminal() -> None:
    shown = drawn(("a", "b"), [["word " * 40, "other " * 40]])
    assert max(len(line) for line in shown.splitlines()) <= 80


@pytest.mark.parametrize("stated", ["", "0", "wide"])
def test_without_a_terminal_there_is_room_for_120(stated: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", stated)
    assert max(len(line) for line in drawn(("a", "b"), [["word " * 40, "other " * 40]]).splitlines()) > 100


def test_signs_that_steer_a_terminal_do_not_reach_it() -> None:
    assert "\x1b" not in drawn(("a",), [["\x1b[2Jgone"]])


def test_links_stand_around_each_line_of_a_cell_and_take_no_room() -> None:
    rows = [["word " * 20, "x"], ["y", "z"]]
    bare = drawn(("a", "b"), rows)
    shown = drawn(("a", "b"), rows, links={(0, 0): "https://example.org/"})
    assert (
        shown.count("\x1b]8;;https://example.org/") == len([line for line in bare.splitlines() if "word" in line]) > 1
    )
    assert shown.replace("\x1b]8;;https://example.org/\x1b\\", "").replace("\x1b]8;;\x1b\\", "") == bare


def test_links_move_with_their_columns() -> None:
    shown = drawn(("iri", "a"), [["i" * 100, "w" * 50]], spare=["iri"], links={(0, 1): "https://example.org/"})
    assert "\x1b]8;;https://example.org/\x1b\\" + "w" * 50 in shown
