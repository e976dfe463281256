"""Newspapers and broadcasters: bodies that no head word shows, known by their names (`La Voix du Nord`, `SWR`)."""

from collections.abc import Iterator, Sequence

from kg.extract import lexicon
from kg.extract.finds import Find, Page, make
from kg.extract.words import Word, longest
from kg.model import EntityType

SHORT = 6
"""One word so short counts in capitals alone (`ORF`, `RTBF`)."""


def find(page: Page) -> tuple[Find, ...]:
    """All that a page names, also as the first part of a compound (`SWR-Journalistin`)."""
    return tuple(f for line in page.lines for f in _in_line(page.text, line.words))


def _in_line(text: str, words: Sequence[Word]) -> Iterator[Find]:
    known, stop = lexicon.phrases("institutions.media"), 0
    for i, word in enumerate(words):
        hit = longest(words, i, known) if i >= stop and word.capital and word.fold in known.starting else None
        if hit is None or not _as_name(words, i, hit[0]):
            continue
        stop = hit[0]
        yield make(text, word.start, words[stop - 1].end, EntityType.ORGANIZATION)


def _as_name(words: Sequence[Word], i: int, stop: int) -> bool:
    """A name of several words, each long one with a capital; one in capitals, where it is short."""
    if stop == i + 1:
        return words[i].shape == "U" or len(words[i].text) > SHORT
    return words[stop - 1].capital or words[stop - 1].fold.endswith("e")
