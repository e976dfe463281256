"""Venues: buildings, rooms and sites, where the page says that something takes place there.

A head word alone (`maison`, `Saal`) is not enough: the words must stand in a line of date and place, behind `à`, `in
der`, `at the`, or before a bracket with a street address.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from kg.extract import acronyms, complements, heads, lexicon, places
from kg.extract.finds import Find, Page, make
from kg.extract.lines import Line
from kg.extract.words import Word, longest
from kg.model import EntityType

_ADDRESS = re.compile(r"\s?\([^()]{0,60}\d{4,5}[^()]{0,40}\)")


def find(page: Page, headers: frozenset[int], people: Mapping[int, Find]) -> tuple[Find, ...]:
    """All venues. `headers` holds the starts of the lines that give date and place."""
    return tuple(f for line in page.lines for f in _in_line(page.text, line, line.start in headers, people))


def _in_line(text: str, line: Line, header: bool, people: Mapping[int, Find]) -> Iterator[Find]:
    i, known = 0, lexicon.phrases("venues.heads").starting
    while i < len(line.words):
        if not line.words[i].capital and line.words[i].fold not in known:
            i += 1
            continue
        stop = _stop(text, line, i, header, people)
        if stop is None:
            i += 1
        else:
            yield make(text, line.words[i].start, line.words[stop - 1].end, EntityType.VENUE)
            i = stop


def _stop(text: str, line: Line, i: int, header: bool, people: Mapping[int, Find]) -> int | None:
    words = line.words
    if (header or (i and words[i].gap == "(")) and (stop := room(text, words, i)) is not None:
        return stop
    head = _head(words, i)
    if head is None:
        return _headless(text, words, i) if words[i].capital and _located(words, i) else None
    located = _located(words, i) or (header and _behind_town(words, i))
    if not (
        located or (header and (words[i].gap in "^-c(p:;w" or _behind_day(words, i)) and not acronyms.shouted(line))
    ):
        return None
    if _office_near(words, i) and not header:
        return None
    stop = complements.extent(words, i, head, people)
    if stop is None:
        return None
    long = stop - i == 1 and len(words[i].fold) > 7 and words[i].capital
    several = header and head.stop - i > 1
    named = long or several or any(w.capital for w in words[i + 1 : stop])
    return stop if named and not _institution(words, head, located) else None


def _headless(text: str, words: Sequence[Word], i: int) -> int | None:
    """Where a word says that something is there: a building by its name, or one whose address stands behind it."""
    named, addressed = _named(words, i), _ADDRESS.match(text, words[i].end) is not None
    day = words[i].fold in lexicon.words("calendar.weekdays", "calendar.months")
    return named or (i + 1 if addressed and not day and places.at(words, i) is None else None)


_CODE = re.compile(
    r"[ \u00a0](?:n° ?|Nr\.? ?|no\.? ?)?(?:[A-Z]{1,3}[ .\u00a0-]?)?\d{1,4}(?:[./-]\d{1,4}){0,3}[a-zA-Z]?(?![\w:])"
)


def _named(words: Sequence[Word], i: int) -> int | None:
    """`at Enniskillen Castle`, `in the Marble Arch Caves`: the name of a building that ends in what it is."""
    if len(words[i].text) == 1:
        return None
    stop = i + 1
    while stop < min(len(words), i + NAME) and words[stop].gap in "sha" and _goes_on(words, stop):
        stop += 1
    while stop > i + 1 and not _ends(words, stop - 1):
        stop -= 1
    return stop if stop > i + 1 and not _english(words, stop - 1) and heads.at(words, i) is None else None


def _goes_on(words: Sequence[Word], i: int) -> bool:
    """A word of a building's name; `and` where another follows (`Cultural and Social Centre`)."""
    joins = words[i].fold in lexicon.words("grammar.joins") and i + 1 < len(words) and words[i + 1].capital
    return words[i].capital or _ends(words, i) or (joins and words[i - 1].capital)


def _ends(words: Sequence[Word], i: int) -> bool:
    """An English word for a building, by itself or behind the word that makes it one (`Cultural Centre`)."""
    known = lexicon.phrases_of("en", "venues", "heads")
    return words[i].fold in known or f"{words[i - 1].fold} {words[i].fold}" in known


def _english(words: Sequence[Word], i: int) -> bool:
    """True for a word that heads institutions in English, and not for the end of `Sports Centre`."""
    head = heads.at(words, i)
    return head is not None and head.language != "fr" and f"{words[i - 1].fold} {words[i].fold}" not in _pairs()


@cache
def _pairs() -> frozenset[str]:
    """What names a building in two words in English."""
    return frozenset(w for w in lexicon.phrases_of("en", "venues", "heads") if " " in w)


NAME = 7
"""The name of a building has no more words."""


def _behind_day(words: Sequence[Word], i: int) -> bool:
    """True right behind a year or an hour (`18. September 2025 Kongresshalle`)."""
    return i > 0 and words[i].gap == "s" and (words[i - 1].shape == "0" or words[i - 1].fold in ("uhr", "h"))


def room(text: str, words: Sequence[Word], i: int) -> int | None:
    """`Raum B 1.04`, `salle 204`, `Room 3.12`: the index after the number of a room."""
    hit = longest(words, i, lexicon.phrases("venues.rooms"))
    code = None if hit is None else _CODE.match(text, words[hit[0] - 1].end)
    if hit is None or code is None:
        return None
    return next((n for n in range(hit[0], len(words)) if words[n].start >= code.end()), len(words))


def _behind_town(words: Sequence[Word], i: int) -> bool:
    """`Hendaye, médiathèque Les Allées`: a line of date and place that begins with the town and goes on with a hall."""
    return 0 < i <= TOWN and words[i].gap == "c" and places.at(words, 0) == i


TOWN = 4
"""The name of a town has no more words."""


def _office_near(words: Sequence[Word], i: int) -> bool:
    """True where an office links to the words (`directeur à la Maison ...`)."""
    first = i
    french = i > 0 and words[i - 1].fold in lexicon.phrases_of("fr", "grammar", "links")
    while french and first > max(0, i - NEAR) and words[first].gap in "sa" and words[first - 1].shape == "l":
        first -= 1
    return any(heads.office(words, n) for n in range(min(first, max(0, i - 3)), i))


NEAR = 7
"""So many small words may stand between an office and its building (`professeure d’allemand au lycée`)."""


def _institution(words: Sequence[Word], hall: heads.Head, located: bool) -> bool:
    """A body that merely bears a building's word (`Haus` in no place at all); `Council Offices` are a building."""
    body = heads.at(words, hall.first)
    return body is not None and not located and body.stop >= hall.stop


def _located(words: Sequence[Word], i: int) -> bool:
    """True behind a word that says where."""
    where = lexicon.words("grammar.where")
    for n in range(i - 1, max(-1, i - 4), -1):
        if words[n + 1].gap not in "sa":
            return False
        if words[n].fold in where:
            return True
        if not _passes(words[n]):
            return False
    return False


def _passes(word: Word) -> bool:
    """An article or an adjective between `in` and a place's name (`im dortigen Plenarsaal`)."""
    declined = word.shape == "l" and word.fold.endswith("en") and len(word.fold) > 4
    return declined or word.fold in lexicon.words("grammar.between")


def _head(words: Sequence[Word], i: int) -> heads.Head | None:
    word, known = words[i], lexicon.phrases("venues.heads")
    hit = longest(words, i, known) if word.fold in known.starting else None
    if hit is not None and (word.shape != "U" or len(words) == 1):
        return _as_head(i, hit[0])
    compound = word.capital and len(word.fold) > 7 and word.fold.endswith(_suffixes())
    compound = compound and places.at(words, i) != i + 1
    joined = i + 1 < len(words) and words[i + 1].gap == "h"
    return _as_head(i, i + 1) if compound and not joined else None


@cache
def _suffixes() -> tuple[str, ...]:
    return lexicon.endings("venues.suffixes")


def _as_head(first: int, stop: int) -> heads.Head:
    return heads.Head(first=first, stop=stop, language="fr", weak=False, namesake=True, ministry=False, located=False)
