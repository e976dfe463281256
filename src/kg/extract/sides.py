"""Headings that part a list of people by where they come from (`Pour la France` under `Les signataires`)."""

from kg.extract import lexicon
from kg.extract.lines import Line
from kg.extract.words import longest

LONGEST = 6
"""Such a heading has no more words."""


def parts(line: Line) -> bool:
    """`Pour la France`, `Côté allemand`, `Für die Kantone`: the people under it are in the list that is open above."""
    return len(line.words) <= LONGEST and longest(line.words, 0, lexicon.phrases("page.sides")) is not None
