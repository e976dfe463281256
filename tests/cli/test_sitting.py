"""Two sides beside each other."""

from kg.cli.sitting import beside
from kg.resolve import Side

LEFT = Side(title="Anna Berg", lines=("[a] Un colloque (2024-05-06)", "– maire, Metz"))
RIGHT = Side(title="Anna BERG", lines=("[b] " + "Eine sehr lange Überschrift " * 6,))


def test_columns_are_as_wide_as_the_terminal() -> None:
    rows = list(beside(LEFT, RIGHT, 100))
    assert rows[0].split(" │ ")[0].strip() == "ANNA BERG"
    assert all(len(row) <= 100 for row in rows)
    assert len({row.index("│") for row in rows if "│" in row}) == 1
    assert "Überschrift" in rows[-1]


def test_a_narrow_terminal_is_no_reason_to_fail() -> None:
    assert len(list(beside(LEFT, RIGHT, 10))) >= 3
