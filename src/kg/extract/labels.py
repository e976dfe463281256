"""What stands behind a label: `Ort: Triangel, Hauptstraße 2, Sankt Vith`, `Veranstalter: Arbeitskreis X, Verein Y`."""

from collections.abc import Iterator, Sequence

from kg.extract import bodies as beside
from kg.extract import lexicon, places
from kg.extract.finds import Find, Page, make
from kg.extract.lines import Line
from kg.extract.row import Row
from kg.extract.words import SOFT
from kg.model import EntityType, Role

Label = tuple[Line, str, int, int]
BACKING = (Role.ORGANIZER, Role.PARTNER, Role.HOST)


def venues(page: Page, labels: Sequence[Label]) -> tuple[Find, ...]:
    """The place that a label names before its address and town."""
    found = (_venue(page.text, line, first) for line, fact, first, _ in labels if fact == "place")
    return tuple(f for f in found if f is not None)


def _venue(text: str, line: Line, first: int) -> Find | None:
    words = line.words
    stop = next((i for i in range(first + 1, len(words)) if words[i].gap not in SOFT), len(words))
    named = words[first].capital and places.at(words, first) is None
    street = any(w.fold.endswith(tuple(lexicon.words("venues.address"))) for w in words[first:stop])
    if not named or street or stop == len(words):
        return None
    return make(text, words[first].start, words[stop - 1].end, EntityType.VENUE)


def bodies(page: Page, labels: Sequence[Label], finds: Sequence[Find]) -> Iterator[Find]:
    """The institutions that a label lists, each between commas, also those that no head word shows."""
    for line, fact, first, _ in labels:
        if fact not in BACKING:
            continue
        names = {f.start: f for f in finds if f.type in (EntityType.ORGANIZATION, EntityType.TERRITORY)}
        people = any(f.type is EntityType.PERSON and line.start <= f.start < line.end for f in finds)
        if not people:
            row = Row(page.text, line.words, names, False)
            yield from beside.affiliations(row, first)
