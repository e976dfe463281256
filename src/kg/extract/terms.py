"""Tables of who held which office when: offices head the columns, years the rows."""

import re
from collections.abc import Iterator, Sequence

from kg.extract import dates, offices
from kg.extract.finds import Find, Page, flat
from kg.extract.lines import Line
from kg.extract.row import Capacity, Held
from kg.model import BlockKind

Years = tuple[str | None, str | None]
"""From when, until when."""
_DASH = re.compile(r"\s?(?:[-–—]|/(?=(?:19|20)\d\d)|(?<=\d{4})/(?=\d\d$)|à|bis|to|until)\s?")
_YEAR = re.compile(r"(?:19|20)\d\d")
_SHORT = re.compile(r"\d\d")
_MONTH = re.compile(r"(0?[1-9]|1[0-2])[./]((?:19|20)\d\d)")
_OPEN = re.compile(r"(?:depuis|seit|since|ab|dès|from)\s(?:l['’]|dem\s|le\s)?(.+)", re.IGNORECASE)
_BRACKET = re.compile(r"\s?(?:†\s?)?\(([^()]{4,40})\)")


def find(page: Page, people: Sequence[Find], body: Find | None) -> tuple[Held, ...]:
    """The offices of a table's columns, with the years of its rows, for everybody named in its cells."""
    return tuple(_read(page, {p.start: p for p in people}, body))


def _read(page: Page, people: dict[int, Find], body: Find | None) -> Iterator[Held]:
    columns: dict[int, Capacity] = {}
    spell: Years = (None, None)
    row = -1
    rows = {line.block for line in page.lines if any(w.start in people for w in line.words)}
    for line in page.lines:
        if line.kind is not BlockKind.ROW:
            columns = {} if line.kind is BlockKind.HEADING else columns
            continue
        if line.block != row:
            row, spell = line.block, (None, None)
        spell = years(page, line) or spell
        office = None if line.block in rows else _column(page.text, line, body)
        if office is not None:
            columns[line.cell] = office
        yield from _held(page, line, people, columns, spell)


def _held(
    page: Page, line: Line, people: dict[int, Find], columns: dict[int, Capacity], spell: Years
) -> Iterator[Held]:
    office = columns.get(line.cell)
    person = next((people[w.start] for w in line.words if w.start in people), None)
    if office is None or person is None:
        return
    own = offices.at(line.words, 0)
    if own is not None and line.words[own[1] - 1].end <= person.start:
        start, end = line.words[0].start, line.words[own[1] - 1].end
        yield Held(person, Capacity(flat(page.text[start:end]), start, end, office.body, *spell))
    else:
        yield Held(person, Capacity(office.position, office.start, office.end, office.body, *spell))


def _column(text: str, line: Line, body: Find | None) -> Capacity | None:
    """A cell that is only an office (`Présidence`, `Vice-présidents`)."""
    if not offices.alone(line.words):
        return None
    start, end = line.words[0].start, line.words[-1].end
    return Capacity(flat(text[start:end]), start, end, body)


def years(page: Page, line: Line) -> Years | None:
    """What a line says that is nothing but a spell of time: `2011 – 2015`, `depuis 2019`, `06/2023`."""
    return spell(page.text[line.start : line.end])


def bracketed(page: Page, start: int, stop: int) -> Years | None:
    """The spell in brackets right behind a name: `(2008-2015)`."""
    found = _BRACKET.match(page.text, start, stop)
    return None if found is None else spell(found[1])


def spell(said: str) -> Years | None:
    """From when until when, by words that say nothing else."""
    words = flat(said).split(" (")[0]
    if _YEAR.search(words) is None:
        return None
    opened = _OPEN.fullmatch(words)
    if opened is not None:
        since = _moment(opened[1])
        return None if since is None else (since, None)
    ends = [words] if _MONTH.fullmatch(words) else _DASH.split(words)
    ends = _whole(ends)
    moments = [_moment(end) if end else None for end in ends]
    if (
        len(ends) > 2
        or not any(moments)
        or any(end and moment is None for end, moment in zip(ends, moments, strict=True))
    ):
        return None
    return moments[0], moments[1] if len(moments) > 1 else None


def _whole(ends: list[str]) -> list[str]:
    """`2021-22`, `2019/20`: the second year as the first has it."""
    short = len(ends) == 2 and _YEAR.fullmatch(ends[0]) and _SHORT.fullmatch(ends[1])
    return [ends[0], ends[0][:2] + ends[1]] if short else ends


def _moment(words: str) -> str | None:
    """A year, a month or a day, as ISO writes it; None for anything else."""
    month = _MONTH.fullmatch(words)
    if month is not None:
        return f"{month[2]}-{int(month[1]):02}"
    if _YEAR.fullmatch(words):
        return words
    found = dates.find(words) if _YEAR.search(words) else ()
    whole = len(found) == 1 and found[0].begin == 0 and found[0].stop == len(words) and found[0].end is None
    return found[0].start if whole else None
