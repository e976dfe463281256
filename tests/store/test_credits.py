"""CITATION.cff of a data folder: read as the Citation File Format has it, refused with a reason."""

from pathlib import Path

import pytest

from kg.errors import InputError
from kg.store import Author, Credits, credits_in, credits_of

FULL = """
cff-version: 1.2.0
title: Who met on the Saar
authors:
  - family-names: Berg
    given-names: Jana
    name-particle: van den
  - name: Archive of Borders
date-released: 2025-03-01
version: 1.2
doi: 10.5281/zenodo.1
url: https://example.org/saar
keywords: [borders]
"""


def test_what_a_maker_says_is_read(tmp_path: Path) -> None:
    (tmp_path / "CITATION.cff").write_text(FULL, encoding="utf-8")
    assert credits_in(tmp_path) == Credits(
        title="Who met on the Saar",
        authors=(Author(name="van den Berg", given="Jana"), Author(name="Archive of Borders")),
        date="2025-03-01",
        version="1.2",
        doi="10.5281/zenodo.1",
        url="https://example.org/saar",
    )


def test_nothing_is_said_where_there_is_no_file(tmp_path: Path) -> None:
    assert credits_in(tmp_path) == credits_of(tmp_path) == Credits()
    assert Credits().to_json() == {}


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ("a list", "has no title or no authors"),
        ("title: A\n", "has no title or no authors"),
        ("title: A\nauthors: Jana\n", "authors is no list: 'Jana'"),
        ("title: A\nauthors: [Jana]\n", "'Jana' is no author"),
        ("title: A\nauthors: [{given-names: Jana}]\n", "is no author"),
    ],
)
def test_what_is_no_citation_is_refused(content: str, reason: str, tmp_path: Path) -> None:
    (tmp_path / "CITATION.cff").write_text(content, encoding="utf-8")
    with pytest.raises(InputError, match=r"CITATION\.cff") as caught:
        credits_in(tmp_path)
    assert reason in str(caught.value)
    assert caught.value.hint
