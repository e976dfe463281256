"""Words that a line's end divides, in plain text."""

import pytest

from kg.source.divided import joined

LONG = "these words make a line of plain text long enough"


@pytest.mark.parametrize(
    ("above", "below", "whole"),
    [
        ("Prob-", "lem: der Bus", "Problem:\nder Bus"),
        ("Wirtschafts-", "und Sozialfragen", "Wirtschafts-\nund Sozialfragen"),
        ("vice-", "présidente du comité", "vice-présidente\ndu comité"),
        ("Saint-", "Louis en Alsace", "Saint-Louis\nen Alsace"),
        ("a dash -", "and more", "a dash -\nand more"),
    ],
)
def test_joined(above: str, below: str, whole: str) -> None:
    assert joined(f"{LONG} {above}\n{below}") == f"{LONG} {whole}"


def test_a_short_line_was_not_cut_by_its_width() -> None:
    assert joined("Prob-\nlem") == "Prob-\nlem"
