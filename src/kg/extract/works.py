"""Treaties and laws, projects and funds, recurring events: named works that pages refer to."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from kg.extract import heads, lexicon, organisations, series
from kg.extract.finds import Find, Page, flat, make
from kg.extract.lines import Line
from kg.extract.words import Word
from kg.model import EntityType

_NUMBERED = re.compile(r"(?:\s\([A-Z]{2,4}\))?\s(?:n°|Nr\.|No\.?)\s?\d{1,5}/\d{2,4}")


def find(page: Page) -> tuple[Find, ...]:
    """All works of the three kinds."""
    told = tuple(f for line in page.lines for f in _in_line(page.text, line))
    return (*told, *series.of_page(page))


def _in_line(text: str, line: Line) -> Iterator[Find]:
    i, told, first = 0, series.told(line.words), lexicon.words("works.instruments", "works.projects")
    while i < len(line.words):
        known = line.words[i].fold in first
        found = _instrument(text, line.words, i) or _project(text, line.words, i) if known else None
        if found is None and (told or (i and line.words[i - 1].shape == "0")):
            found = series.at(text, line.words, i)
        if found is None:
            i += 1
            continue
        yield found
        while i < len(line.words) and line.words[i].start < found.end:
            i += 1


def _instrument(text: str, words: Sequence[Word], i: int) -> Find | None:
    """`Traité d’Aix-la-Chapelle`, `Vertrag von Aachen`, `Règlement (CE) n° 1082/2006`, `Aachener Vertrag`."""
    if words[i].fold not in lexicon.words("works.instruments"):
        return None
    number = _NUMBERED.match(text, words[i].end)
    if number is not None:
        return make(text, words[i].start, number.end(), EntityType.INSTRUMENT)
    j = i + 1
    while (
        j < len(words) and j < i + 3 and words[j].gap in "sa" and words[j].fold in lexicon.words("grammar.name_links")
    ):
        j += 1
    if j == i + 1:
        return _before(text, words, i)
    if j >= len(words) or words[j].gap not in "sa" or not words[j].capital or heads.at(words, j) is not None:
        return None
    return make(text, words[i].start, words[_run(words, j) - 1].end, EntityType.INSTRUMENT)


def _before(text: str, words: Sequence[Word], i: int) -> Find | None:
    """The name stands before the head: `Aachener Vertrag`, `European Cross-Border Mechanism`."""
    first = i
    while first > 0 and words[first].gap in "sh" and words[first - 1].capital and _nameable(words[first - 1]):
        first -= 1
    if first == i or not words[i].capital:
        return None
    return make(text, words[first].start, words[_subject(words, i) - 1].end, EntityType.INSTRUMENT)


def _subject(words: Sequence[Word], i: int) -> int:
    """The index after what an English title is on: `Charter on Emergency Care`, `Agreement for the Upper Rhine`."""
    j = i + 1
    while j < len(words) and j < i + 3 and words[j].gap == "s" and words[j].fold in ("on", "for", "of", "the"):
        j += 1
    return _run(words, j) if j > i + 1 and j < len(words) and words[j].gap == "s" and words[j].capital else i + 1


def _nameable(word: Word) -> bool:
    return word.fold not in lexicon.words("grammar.openers", "grammar.articles")


def _run(words: Sequence[Word], j: int) -> int:
    """The index after a capitalised run with its hyphens, numbers behind a capital included."""
    stop = j + 1
    while stop < len(words) and (
        words[stop].gap in "h-" or (words[stop].gap == "s" and (words[stop].capital or words[stop].shape == "0"))
    ):
        if words[stop].gap == "-" and not _spanned(words, stop):
            break
        stop += 1
    return stop


def _spanned(words: Sequence[Word], i: int) -> bool:
    """`Brandenburg–Polen`, `2021–2027`: a dash without spaces around it, between two of a kind."""
    near = words[i].start - words[i - 1].end == 1
    return near and words[i].shape != "l" and (words[i].shape == "0") == (words[i - 1].shape == "0")


def _project(text: str, words: Sequence[Word], i: int) -> Find | None:
    """`programme Interreg Grande Région 2014-2020`, `projet „Trisan“`, `project b-solutions`, `Fonds européen ...`."""
    fold = words[i].fold
    if fold not in lexicon.words("works.projects"):
        return None
    if fold in _proper() and words[i].capital:
        stop = _run(words, i)
        return make(text, words[i].start, words[stop - 1].end, EntityType.PROJECT) if _free(words, i) else None
    j = i + 1
    if j >= len(words) or words[i].gap == "h":
        return None
    quoted = words[j].gap == "q" and text[words[i].end : words[j].start].strip() in ("«", "„", "“", '"', "‘", "'")
    if quoted:
        return _quotation(text, words, j)
    if fold == "fonds" and words[j].fold in lexicon.words("institutions.adjectives"):
        head = heads.Head(first=i, stop=j, language="fr", weak=False, namesake=False, ministry=False, located=False)
        end = organisations.extent(words, i, head, {}) or 0
        return make(text, words[i].start, words[end - 1].end, EntityType.PROJECT) if end >= i + 3 else None
    return _named(text, words, i, j)


def _named(text: str, words: Sequence[Word], i: int, j: int) -> Find | None:
    if words[j].gap != "s" or words[j].fold in lexicon.words("grammar.openers"):
        return None
    small = len(words[j].text) == 1 and j + 1 < len(words) and words[j + 1].gap == "h"
    mixed = words[j].capital and (words[i].shape == "l" or any(c.isupper() for c in words[j].text[1:]))
    end = words[_run(words, j) - 1].end
    return (
        make(text, words[i].start, end, EntityType.PROJECT, flat(text[words[j].start : end]))
        if mixed or small
        else None
    )


def _quotation(text: str, words: Sequence[Word], j: int) -> Find | None:
    stop = j + 1
    while (
        stop < len(words)
        and stop < j + 14
        and not any(q in text[words[stop - 1].end : words[stop].start] for q in "»“”\"'")
    ):
        stop += 1
    return make(text, words[j].start, words[stop - 1].end, EntityType.PROJECT)


@cache
def _proper() -> frozenset[str]:
    return frozenset(("interreg", "erasmus", "feder", "efre"))


def _free(words: Sequence[Word], i: int) -> bool:
    return words[i].gap != "h" and not (i + 1 < len(words) and words[i + 1].gap == "h")
