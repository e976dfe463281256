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


def test_what_is_empty_or_the_same_gives_way_next() -> None:
    rows = [["2023-06-03", "", "Erika Beispiel", "w" * 50], ["2023-06-03", "", "Max Muster", "w" * 50]]
    shown = drawn(("date", "office", "name", "quote"), rows).splitlines()
    assert shown[0] == "date        name            quote"  # the empty column was enough
    assert shown[-1] == "2 rows; nothing in office"
    shown = drawn(("date", "office", "name", "quote"), [[*row[:3], "w" * 60] for row in rows]).splitlines()
    assert shown == [
        "name",
        "--------------",
        "Erika Beispiel",
        "Max Muster",
        "",
        "in all rows",
        "date   2023-06-03",
        f"quote  {'w' * 60}",
        "2 rows; nothing in office",
    ]


def test_a_single_row_keeps_its_columns() -> None:
    assert drawn(("a", "b"), [["word " * 12, "other " * 12]]).splitlines()[0].split() == ["a", "b"]


def test_a_table_too_narrow_to_read_goes_row_by_row() -> None:
    rows = [[f"{i}{column} inauguration de la passerelle" for column in range(6)] for i in range(2)]
    rows[1][2] = ""
    shown = drawn([f"c{i}" for i in range(6)], rows, links={(1, 1): "https://example.org/"})
    lines = shown.splitlines()
    assert lines[:3] == ["--- 1", "c0  00 inauguration de la passerelle", "c1  01 inauguration de la passerelle"]
    assert lines[7] == "--- 2"
    assert lines[9].startswith("c1  \x1b]8;;https://example.org/\x1b\\11 inauguration")
    assert [line[:2] for line in lines[8:13]] == ["c0", "c1", "c3", "c4", "c5"]


def test_a_short_cell_is_not_broken() -> None:
    rows = [["2023-03-13", "Präsidentin", "quote " * 30], ["2023-03-14", "Vizepräsident", "quotes " * 30]]
    lines = drawn(("date", "office", "quote"), rows).splitlines()
    assert lines[2].startswith("2023-03-13  Präsidentin    quote quote")
    assert max(map(len, lines)) <= 80
