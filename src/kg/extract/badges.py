"""Days set as a badge: weekday, number and month in rows or blocks of their own (`Mardi` over `5` over `novembre`)."""

from collections.abc import Iterator, Sequence

from kg.extract import joining, lexicon
from kg.extract.dates import months
from kg.extract.lines import Line
from kg.extract.words import split
from kg.model import BlockKind

LONGEST = 40
"""No badge is longer."""
DAY, YEAR = 2, 4
"""The most digits of a day, and the digits of a year."""


def joined(text: str, lines: Sequence[Line]) -> tuple[Line, ...]:
    """The lines, those of one badge made one."""
    out: list[Line] = []
    for line in lines:
        if out and _goes_on(text, out[-1], line):
            out[-1] = joining.joined((out[-1], line))
        else:
            out.append(line)
    return tuple(out)


def _goes_on(text: str, above: Line, line: Line) -> bool:
    """True for a row or paragraph that goes on with the day above it."""
    near = above.shares_cell(line) and not line.blank
    apart = above.kind is line.kind is BlockKind.PARAGRAPH and line.blank == 1
    return (near or apart) and _one_day(text[above.start : above.end], text[line.start : line.end])


def _one_day(above: str, row: str) -> bool:
    """True where two rows hold nothing but parts of one day, the second what the first lacks."""
    if max(len(above), len(row)) > LONGEST:
        return False
    first, second = set(_parts(above)), set(_parts(row))
    return bool(first and second) and "" not in first | second and not (first & second) - {"weekday"}


def _parts(row: str) -> Iterator[str]:
    """What each word of a row tells of a day; "" for one that tells nothing of it."""
    for word in split(row, 0, len(row)):
        if word.text.isdecimal() and word.gap != ":":
            yield "day" if len(word.text) <= DAY else "year" if len(word.text) == YEAR else ""
        elif word.fold in months():
            yield "month"
        elif word.fold not in lexicon.words("calendar.joiners"):
            yield "weekday" if word.fold in lexicon.words("calendar.weekdays") else ""
