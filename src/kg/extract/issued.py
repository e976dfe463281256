"""What a page says of itself: the day on which it appeared, and its title where its first line only names its kind.

A press notice is dated by its line of place and date (`Metz, le 14 mars 2023`), a report by the one before its first
words (`Strasbourg, 14 March 2023 – ...`). `Pressemitteilung` is no title; the headline under it is.
"""

from collections.abc import Sequence
from dataclasses import replace

from kg.extract import bylines, dates, letters, lexicon, outline, relative
from kg.extract.finds import Page, flat
from kg.extract.lines import Line
from kg.extract.words import Word, longest, split

TOP = 6
"""The kind of a page, its place and date and its headline stand among so many first lines."""
NUMBER = 3
"""So many words may number a notice: `Newsletter Nr. 3/2023`."""


def known(page: Page) -> Page:
    """The page with the day and the title that its first lines give, where nothing else says them."""
    document = page.document
    title, day = _title(page), document.published or _day(page)
    if title == document.title and day == document.published:
        return page
    found = page.dates if day == document.published else dates.find(document.text, day)
    return Page(replace(document, title=title, published=day), page.lines, found)


def _day(page: Page) -> str | None:
    """The day of a report's dateline, or that of the line of place and date of a press notice."""
    notice = any(_kind(line.words) for line in page.lines[:TOP])
    for line in page.lines[:TOP]:
        told = relative.dateline(page, line)
        if told is not None:
            return told.start
        if notice and letters.dated(page, line):
            return next(d.start for d in page.dates_in(line) if d.exact)
    return None


def _title(page: Page) -> str | None:
    """The document's title; the headline below a line that only says what kind of page this is."""
    title = page.document.title
    if title is None or not _kind(split(title, 0, len(title))):
        return title
    line = next((line for line in page.lines[:TOP] if _headline(page, line)), None)
    return title if line is None else flat(page.text[line.start : line.end])


def _kind(words: Sequence[Word]) -> bool:
    """`Pressemitteilung`, `Communiqué de presse n° 12`: no more than a kind of page, perhaps numbered."""
    hit = longest(words, 0, lexicon.phrases("page.press")) if words else None
    rest = words[hit[0] :] if hit is not None else ()
    return hit is not None and len(rest) <= NUMBER and (not rest or rest[-1].shape == "0")


def _headline(page: Page, line: Line) -> bool:
    other = _kind(line.words) or letters.dated(page, line) or letters.notice(page.text, line) or bylines.found(line)
    label = outline.label(page.text, line) is not None
    return not other and not label and not outline.sentence(page.text, line) and len(line.words) <= outline.TITLE_WORDS
