"""An office that a sentence gives before those who hold it: `Zu Vizepräsidenten wurden A und B bestimmt`.

`Ont été élus vice-présidents A et B`. A plural is the office of everybody who is named behind it in the sentence.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from kg.extract import lexicon, offices, pieces
from kg.extract.finds import Find
from kg.extract.row import Capacity, Held, Row

REACH = 12
"""An office and its body have no more words."""
EARLY = 4
"""The office stands among so many first words of its sentence."""


def told(row: Row, span: tuple[int, int], people: Sequence[Find]) -> Iterator[Held]:
    """The offices of a sentence that begins with one, with its verb and those who hold it behind."""
    first, stop = span
    for i in range(first, min(stop, first + EARLY)):
        office = offices.at(row.words, i)
        if office is None or row.words[office[0]].fold in lexicon.words("grammar.openers"):
            continue
        limit = min(stop, office[1] + REACH)
        verb = next((n for n in range(office[1], limit) if row.words[n].fold in _copulas()), None)
        if verb is not None and not any(row.words[i].start < p.start < row.words[verb].start for p in people):
            behind = [p for p in people if p.start > row.words[verb].start]
            yield from _given(row, (office[0], verb), behind)
        return


def named_behind(row: Row, i: int, stop: int, people: Sequence[Find]) -> Iterator[Held]:
    """The office that stands right behind a verb of election, with no article of a subject, and those who hold it."""
    office = offices.at(row.words, i) if i < stop else None
    office = None if office is None or office[0] != i else office
    behind = [p for p in people if office is not None and p.start >= row.words[office[1] - 1].end]
    if office is None or not behind or row.index(behind[0].start) - office[1] > REACH:
        return
    if row.words[office[1] - 1].fold in lexicon.words("offices.plurals"):
        yield from _given(row, (office[0], row.index(behind[0].start)), behind)


def _given(row: Row, at: tuple[int, int], people: Sequence[Find]) -> Iterator[Held]:
    """A plural is of all of them, another office of the first alone."""
    found = [c for c in pieces.read(row, *at, listed=False) if c.position is not None]
    for capacity in found[:1]:
        one = single(capacity)
        yield from (Held(person, one) for person in (people if one is not capacity else people[:1]))


def single(capacity: Capacity) -> Capacity:
    """The office of one of several."""
    position = capacity.position or ""
    one = offices.single(position)
    return capacity if one == position else replace(capacity, position=one)


@cache
def _copulas() -> frozenset[str]:
    return lexicon.words("grammar.plural_copulas", "grammar.copulas")
