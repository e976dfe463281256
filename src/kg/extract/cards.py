"""Cards: what stands under a name that has its own line, heading or cell says what the person is."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import pairwise

from kg.extract import offices, pieces
from kg.extract.finds import Find, flat
from kg.extract.lines import Line
from kg.extract.row import Capacity, Row
from kg.model import BlockKind

NAME = 4
"""A line of no more words may be a name and nothing else."""
PROSE_WORDS = 28
"""A line of more words that is no list item is prose: there a comma does not begin an affiliation by itself."""


def says_office(name: Line, line: Line) -> bool:
    """True where a line that begins with an office stands right under a name: in its cell, row, block or card."""
    plain = name.kind is BlockKind.LINE and line.kind is BlockKind.LINE
    same = line.blank == 0 and (plain or line.shares_cell(name))
    inside = line.kind is name.kind is BlockKind.ITEM and line.block == name.block
    listed = line.bullet and name.bullet and not inside
    if line.bullet and not name.bullet:  # `Anna Weber`, under it `• Director, EGTC X`
        return len(name.words) <= NAME and offices.at(line.words, 0) is not None
    near = (same or goes_on(name, line)) and not listed and len(line.words) < PROSE_WORDS
    return near and offices.at(line.words, 0) is not None


def goes_on(name: Line, line: Line) -> bool:
    """True for what follows a name in its row or under it as a heading: more of the card may come."""
    if name.kind is BlockKind.ROW:
        return name.block == line.block and name.cell < line.cell
    return name.kind is BlockKind.HEADING and line.kind is not BlockKind.HEADING and len(line.words) < PROSE_WORDS


def read(row: Row) -> Iterator[Capacity]:
    """The capacities that the sentences of a card's line give."""
    cuts = [0, *(i for i in range(1, len(row.words)) if row.sentence_ends(i)), len(row.words)]
    for start, stop in pairwise(cuts):
        told = list(pieces.read(row, start, stop, listed=True))
        yield from (inside(row, c) for c in told) if len(told) == 1 and start == 0 else told


def beside(name: Line, line: Line, row: Row) -> Iterator[Capacity]:
    """The offices in a cell behind a name's that begins with an institution (`Moor Trust, Director of Studies`)."""
    if name.kind is BlockKind.ROW:
        yield from (c for c in pieces.read(row, 0, len(row.words), listed=True) if c.position is not None)


def whole(names: Mapping[int, Find], line: Line) -> Find | None:
    """The body or place that is all that a cell holds (`Kreis Nordfriesland`)."""
    found = names.get(line.words[0].start)
    return found if found is not None and found.end >= line.words[-1].end else None


def placed(row: Row, capacity: Capacity, body: Find) -> Capacity:
    """An office of a cell behind the one that names its body: `Stadt Trier | Mitglied des Stadtrats`."""
    own = capacity.body
    if capacity.position is None or (own is not None and len(own.form.split()) > 1):
        return capacity
    end = capacity.end if own is None else max(capacity.end, own.end)
    return replace(capacity, position=flat(row.text[capacity.start : end]), end=end, body=body)


def inside(row: Row, capacity: Capacity) -> Capacity:
    """An office that names no institution, under the heading of one, is held there; a mayor's is not."""
    if capacity.body is not None or row.organ is None or capacity.position is None or offices.territorial(row.words):
        return capacity
    return replace(capacity, body=row.organ)
