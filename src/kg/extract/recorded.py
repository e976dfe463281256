"""Days in a line on which no event takes place: of what was written, and of the beginning or end of an office."""

from kg.extract import lexicon, times
from kg.extract.dates import When
from kg.extract.finds import Page
from kg.extract.lines import Line
from kg.extract.words import longest, split

FAR = 24
"""A date so many characters behind the time of a line is not the line's own."""
BRACKET = 40
"""So many characters behind its bracket stands the day of an office."""
RECORD = 3
"""A word for minutes stands so many words at most before their date."""


def of_record(page: Page, line: Line, date: When) -> bool:
    """`Genehmigung des Protokolls vom 5. November`, behind a time or not: the day of what was written."""
    before = [w for w in line.words if w.end <= date.begin]
    clock = times.opening(page.text, line.start, line.end)
    far = clock is not None and date.begin - clock.stop > FAR
    records = lexicon.phrases("page.records")
    near = (i for i in range(max(0, len(before) - RECORD), len(before)) if longest(before, i, records) is not None)
    return far or any(i > 0 or not _own_record(line, date) for i in near) or termed(page, date)


def _own_record(line: Line, date: When) -> bool:
    """`Compte rendu — mercredi 22 janvier`: the page is the record, and the day behind the dash that of the meeting."""
    first = next((w for w in line.words if w.end > date.begin), line.words[0])
    return first.gap in "-:c(/"


def termed(page: Page, date: When) -> bool:
    """`(resigned 30 September 2022)`: in brackets, the day on which an office began or ended."""
    start = page.text.rfind("(", 0, date.begin)
    words = split(page.text, start, date.begin) if start >= 0 and date.begin - start < BRACKET else ()
    hit = longest(words, 0, lexicon.phrases("page.terms")) if words else None
    return hit is not None and hit[0] >= len(words) - 1
