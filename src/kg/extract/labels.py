"""What stands behind a label: `Ort: Triangel, Hauptstraße 2, Sankt Vith`, `Veranstalter: Arbeitskreis X, Verein Y`."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from kg.extract import backing, lexicon, places, unlisted
from kg.extract import bodies as beside
from kg.extract.finds import Find, Page, make
from kg.extract.lines import Line
from kg.extract.row import Row
from kg.extract.words import SOFT, Word
from kg.model import EntityType, Role

Label = tuple[Line, str, int, int]
WORKS = (EntityType.PROJECT, EntityType.SERIES, EntityType.INSTRUMENT)
BACKING = (Role.ORGANIZER, Role.PARTNER, Role.HOST)


def venues(page: Page, labels: Sequence[Label]) -> tuple[Find, ...]:
    """The place that a label names before its address and town."""
    found = (_venue(page.text, line, first) for line, fact, first, _ in labels if fact == "place")
    return tuple(f for f in found if f is not None)


def _venue(text: str, line: Line, first: int) -> Find | None:
    words = line.words
    if first >= len(words):
        return None
    stop = next((i for i in range(first + 1, len(words)) if _parts(words, i)), len(words))
    named = words[first].capital and (places.at(words, first) or first) < stop
    streets = lexicon.endings("venues.address")
    street = words[first].fold in streets or words[stop - 1].fold.endswith(streets)
    bare = stop == len(words) and stop - first == 1 and not words[first].fold.endswith(_halls())
    if not named or street or bare or unlisted.before_building(words, first):
        return None
    return make(text, words[first].start, words[stop - 1].end, EntityType.VENUE)


def _parts(words: Sequence[Word], i: int) -> bool:
    """True where the name of a place ends before word `i`."""
    return words[i].gap not in SOFT or _leaves(words, i) or backing.ends(words, i)


def _leaves(words: Sequence[Word], i: int) -> bool:
    """`Maison X à Metz`, `Haus Y in Trier`: the town behind a building."""
    local = words[i].shape == "l" and words[i].fold in lexicon.words("grammar.local")
    return local and i + 1 < len(words) and (words[i + 1].capital or places.at(words, i + 1) is not None)


@cache
def _halls() -> tuple[str, ...]:
    """What the name of a building ends in."""
    return lexicon.endings("venues.heads", "venues.suffixes")


def bodies(page: Page, labels: Sequence[Label], finds: Sequence[Find]) -> Iterator[Find]:
    """The institutions that a label lists, each between commas, also those that no head word shows."""
    for line, fact, first, _ in labels:
        if fact not in BACKING:
            continue
        names = {f.start: f for f in finds if f.type in (EntityType.ORGANIZATION, EntityType.TERRITORY)}
        people = any(f.type is EntityType.PERSON and line.start <= f.start < line.end for f in finds)
        if not people:
            works = [f for f in finds if f.type in WORKS and line.start <= f.start < line.end]
            told = [b for words, i in _stretches(line, first) for b in _told(page, words, i, names)]
            yield from (b for b in told if not any(w.start < b.end and b.start < w.end for w in works))


def _told(page: Page, words: Sequence[Word], first: int, names: Mapping[int, Find]) -> Iterator[Find]:
    return iter(beside.affiliations(Row(page.text, words, names, False), first))


def _stretches(line: Line, first: int) -> Iterator[tuple[Sequence[Word], int]]:
    """What stands behind a label up to the next one in the line (`Veranstalter: X in Kooperation mit Y`)."""
    start = first
    for label in backing.labels(line.words, first):
        yield line.words[: label.first], start
        start = label.stop
    yield line.words, start
