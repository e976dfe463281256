"""Letters: the line of place and date above the salutation is the letter's; `Einladung zum` is no part of a title."""

from collections.abc import Sequence

from kg.extract import lexicon, outline, times
from kg.extract.finds import Page
from kg.extract.lines import Line
from kg.extract.words import Word, longest

PLACE = 4
"""The place before the date of a letter has no more words."""


HEAD = 12
"""The label of a date that minutes are about stands among so many first lines."""


def datelines(page: Page) -> frozenset[int]:
    """The lines that say where and when a letter or minutes were written, where another day is told below."""
    salutation = next((n for n, line in enumerate(page.lines) if salutes(page.text, line)), None)
    if salutation is None:
        salutation = next((n for n, line in enumerate(page.lines[:HEAD]) if _labelled(page.text, line)), None)
    if salutation is None:
        return frozenset()
    head = [line for line in page.lines[:salutation] if dated(page, line)]
    return frozenset(line.start for line in head if any(d.exact and d.begin > line.end for d in page.dates))


def _labelled(text: str, line: Line) -> bool:
    """`Date : mardi 18 juin`: what is dated has a day of its own."""
    label = outline.label(text, line)
    return line.column == "date" or (label is not None and label[0] == "date")


def salutes(text: str, line: Line) -> bool:
    """`Sehr geehrte Damen und Herren,`, `Mesdames, Messieurs,`, `Dear members,`."""
    row = text[line.start : line.end].split("\n", 1)[0].rstrip()
    closed = row.endswith((",", "!", ":")) and len(line.words) > 0
    return closed and longest(line.words, 0, lexicon.phrases("page.salutations")) is not None


def dated(page: Page, line: Line) -> bool:
    """A line of place and date that names no event and no time."""
    date = next((d for d in page.dates_in(line) if d.exact and d.end is None), None)
    if date is None or times.find(page.text, line.start, line.end) is not None:
        return False
    before = [w for w in line.words if w.end <= date.begin]
    return len(before) <= PLACE and not page.text[date.stop : line.end].strip(" .,") and not _event(before)


def _event(words: Sequence[Word]) -> bool:
    return any(longest(words, i, lexicon.kinds("events.heads")) is not None for i in range(len(words)))


def notice(text: str, line: Line) -> bool:
    """A line that only says what kind of page this is, or to whom it is written (`EINLADUNG`, `An alle Haushalte`)."""
    if salutes(text, line) or longest(line.words, 0, lexicon.phrases("page.addressees")) is not None:
        return True
    small = lexicon.words("grammar.joins", "grammar.articles")
    return all(w.fold in lexicon.words("page.kinds") or w.fold in small for w in line.words)


def invited(words: Sequence[Word]) -> int:
    """The index of the first word behind `Einladung zum`, `Invitation à la`."""
    hit = longest(words, 0, lexicon.phrases("page.inviting"))
    return hit[0] if hit is not None and hit[0] < len(words) else 0
