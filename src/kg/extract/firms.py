"""Firms and associations that only their legal form shows: `Metallbau Zender GmbH`, `Toitures Majerus s.à r.l.`."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from kg.extract import lexicon, offices
from kg.extract.finds import Find, Page, make
from kg.extract.lines import Line
from kg.extract.words import Word, longest
from kg.model import EntityType

LONGEST = 7
"""So many words a firm's name may have before its legal form."""
SHORT = 2
"""A form of so few letters counts only as it is written in the list (`AG`, not `ag`)."""


def find(page: Page, people: Mapping[int, Find]) -> tuple[Find, ...]:
    """The capitalised names before a legal form."""
    return tuple(f for line in page.lines for f in _in_line(page.text, line, people))


def _in_line(text: str, line: Line, people: Mapping[int, Find]) -> Iterator[Find]:
    words, known = line.words, lexicon.phrases("institutions.legal").starting
    for i in range(1, len(words)):
        if words[i].fold not in known:
            continue
        stop = _form(words, i)
        first = None if stop is None else _first(words, i, people)
        if stop is None or first is None or first == i:
            continue
        end = words[stop - 1].end
        dotted = len(words[stop - 1].text) == 1 and text[end : end + 1] == "."
        yield make(text, words[first].start, end + dotted, EntityType.ORGANIZATION)


def _form(words: Sequence[Word], i: int) -> int | None:
    """The index after a legal form that begins at word `i`."""
    if words[i].gap != "s":
        return None
    hit = longest(words, i, lexicon.phrases("institutions.legal"))
    if hit is None or (hit[0] < len(words) and words[hit[0]].gap == "h"):
        return None
    alone = hit[0] == i + 1
    if not alone and all(w.gap == "s" for w in words[i + 1 : hit[0]]):
        return None
    if alone and (words[i].text not in _written() or (len(words[i].text) <= SHORT and words[i - 1].shape == "U")):
        return None
    return hit[0]


@cache
def _written() -> frozenset[str]:
    return frozenset(lexicon.written("institutions.legal"))


def _first(words: Sequence[Word], i: int, people: Mapping[int, Find]) -> int | None:
    """Where the name begins: capitalised words, with small ones between them, none of them an office or an opener."""
    first = i
    while first > 0 and i - first < LONGEST and _belongs(words, first - 1) and words[first].gap in "sha^":
        first -= 1
    while first < i and not _begins(words[first]):
        first += 1
    taken = any(" " in people[w.start].form for w in words[first:i] if w.start in people)
    return None if taken else first


def _belongs(words: Sequence[Word], n: int) -> bool:
    word = words[n]
    if word.capital or word.shape == "0" or (n + 1 < len(words) and words[n + 1].gap == "h"):
        return offices.head(words, n) is None and word.fold not in lexicon.words("honorifics")
    small = lexicon.words("grammar.inner", "grammar.joins")
    return word.fold in small and n > 0 and words[n - 1].capital


def _begins(word: Word) -> bool:
    others = lexicon.words("grammar.openers", "grammar.articles", "institutions.assemblies")
    return word.capital and word.fold not in others
