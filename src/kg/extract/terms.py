"""Tables of who held which office when: offices head the columns, years the rows."""

import re
from collections.abc import Iterator, Sequence

from kg.extract import offices
from kg.extract.capacities import Held
from kg.extract.finds import Find, Page, flat
from kg.extract.lines import Line
from kg.extract.row import Capacity
from kg.model import BlockKind

_YEARS = re.compile(r"(?P<since>(?:19|20)\d\d)?\s?(?:[-–—/]|à|bis|to)?\s?(?P<until>(?:19|20)\d\d)?")
_OPEN = re.compile(r"(?:depuis|seit|since|ab|dès|from)\s((?:19|20)\d\d)")


def find(page: Page, people: Sequence[Find], body: Find | None) -> tuple[Held, ...]:
    """The offices of a table's columns, with the years of its rows, for everybody named in its cells."""
    return tuple(_read(page, {p.start: p for p in people}, body))


def _read(page: Page, people: dict[int, Find], body: Find | None) -> Iterator[Held]:
    columns: dict[int, Capacity] = {}
    years: tuple[str | None, str | None] = (None, None)
    row = -1
    for line in page.lines:
        if line.kind is not BlockKind.ROW:
            columns = {} if line.kind is BlockKind.HEADING else columns
            continue
        if line.block != row:
            row, years = line.block, (None, None)
        years = _years(page.text, line) or years
        office = _column(page.text, line, body)
        if office is not None:
            columns[line.cell] = office
        yield from _held(page, line, people, columns, years)


def _held(
    page: Page, line: Line, people: dict[int, Find], columns: dict[int, Capacity], years: tuple[str | None, str | None]
) -> Iterator[Held]:
    office = columns.get(line.cell)
    person = next((people[w.start] for w in line.words if w.start in people), None)
    if office is None or person is None:
        return
    own = offices.at(line.words, 0)
    if own is not None and line.words[own[1] - 1].end <= person.start:
        start, end = line.words[0].start, line.words[own[1] - 1].end
        yield Held(person, Capacity(flat(page.text[start:end]), start, end, office.body, *years))
    else:
        yield Held(person, Capacity(office.position, office.start, office.end, office.body, *years))


def _column(text: str, line: Line, body: Find | None) -> Capacity | None:
    """A cell that is only an office (`Présidence`, `Vice-présidents`)."""
    if not offices.alone(line.words):
        return None
    start, end = line.words[0].start, line.words[-1].end
    return Capacity(flat(text[start:end]), start, end, body)


def _years(text: str, line: Line) -> tuple[str | None, str | None] | None:
    words = flat(text[line.start : line.end])
    opened = _OPEN.fullmatch(words)
    if opened is not None:
        return opened[1], None
    match = _YEARS.fullmatch(words)
    return None if match is None or not words else (match["since"], match["until"])
