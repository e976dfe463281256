"""Two who sign side by side, and under each what he is: `Anna Weber     Karl Schmitt` over `Chair     Secretary`."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from kg.extract import offices, pieces
from kg.extract.finds import Find
from kg.extract.lines import Line
from kg.extract.row import Held, Row

WIDE = "w"
FEWEST = 2


def pairs(above: Line, people: Sequence[Find], row: Row, below: Line) -> Iterator[Held]:
    """The offices of a row of columns, each of the person in the same column of the row above."""
    names, cuts = _columns(above), _columns(below)
    if len(names) != len(cuts) or len(cuts) < FEWEST or below.blank:
        return
    signers = [next((p for p in people if a <= row_start(above, p) < b), None) for a, b in names]
    if any(one is None for one in signers) or any(offices.at(row.words, a) is None for a, _ in cuts):
        return
    for person, (a, b) in zip(signers, cuts, strict=True):
        if person is not None:
            yield from (Held(person, c) for c in pieces.read(row, a, b, listed=True) if c.position is not None)


def row_start(line: Line, person: Find) -> int:
    """The word of a line at which a person's name begins."""
    return next((n for n, w in enumerate(line.words) if w.start >= person.start), len(line.words))


def _columns(line: Line) -> list[tuple[int, int]]:
    """The words of a line cut at wide spaces."""
    starts = [0, *(n for n, w in enumerate(line.words) if n and w.gap == WIDE), len(line.words)]
    return [*pairwise(starts)]
