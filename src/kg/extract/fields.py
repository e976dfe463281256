"""What a colon, dots or the wide space of a column put before a name: `Présidente ..... X`, `GLCT Pamina : X`,
`Vice-présidents : A, B`, `Transport Committee – Chair: X`.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from kg.extract import bodies, lexicon, offices, pieces
from kg.extract.finds import Find, flat
from kg.extract.row import Capacity, Row
from kg.extract.words import longest
from kg.model import EntityType

FEWEST = 2
NEAR = 8
"""A colon so near to the head of a line stands behind its label."""


def before(row: Row, floor: int, first: int) -> Iterator[Capacity]:
    """The office or the institution of the label right before the name that begins at word `first`."""
    begin = _begin(row, floor, first)
    text = " ".join(w.fold for w in row.words[begin:first])
    organ = _organ(row, begin) or row.organ
    if text in lexicon.words("roles.labels") and not row.board and organ is None:
        return
    office = offices.at(row.words, begin)
    found = row.names.get(row.words[begin].start)
    if office is not None:
        told = pieces.read(row, begin, first, listed=False)
        yield from (replace(c, body=organ) if c.body is None and organ is not None else c for c in told)
    elif found is not None and _fills(row, found, first):
        yield Capacity(None, 0, 0, found)
    else:
        yield from _noun(row, begin, first, organ)


def _noun(row: Row, begin: int, first: int, organ: Find | None) -> Iterator[Capacity]:
    """`Leitung: X`, `Leitung des Museums: X`: the noun of an office, perhaps with the body that it is of."""
    hit = longest(row.words, begin, offices.nouns())
    if hit is None or hit[0] > first:
        return
    start, end = row.words[begin].start, row.words[hit[0] - 1].end
    title = flat(row.text[start:end])
    if hit[0] == first:
        if row.board and begin == 0:
            yield Capacity(title, start, end, organ)
        return
    body = next((b for _, b in bodies.behind(row, hit[0], first)), None)
    if body is not None and row.index(body.end) == first:
        yield Capacity(title, start, end, body)


def _begin(row: Row, floor: int, first: int) -> int:
    """Where the label begins: behind a bracket, a dash, a sentence; behind a comma where an office follows."""
    for j in range(first - 1, floor, -1):
        if row.words[j].gap in ";^)w-" or row.sentence_ends(j):
            return _past(row, j, first)
        if row.words[j].gap == "c" and offices.at(row.words, _past(row, j, first)) is not None:
            return _past(row, j, first)
    return _past(row, floor, first)


def _past(row: Row, j: int, stop: int) -> int:
    """The index behind joining words and numbers (`et deux vice-présidents`)."""
    small = lexicon.words("grammar.joins", "grammar.numbers")
    while j < stop - 1 and row.words[j].fold in small:
        j += 1
    return j


def _organ(row: Row, begin: int) -> Find | None:
    """The institution at the head of a line before a dash or colon: `Transport Committee – Chair: X`."""
    found = row.names.get(row.words[0].start)
    if found is None or found.type is not EntityType.ORGANIZATION or begin == 0:
        return None
    after = row.index(found.end)
    return found if after < len(row.words) and row.words[after].gap in "-:" and after <= begin else None


def owner(row: Row) -> tuple[Find, int] | None:
    """The institution whose label begins a line, and the word behind its colon: `Bäckerei Flesch, Konz: X, Y`."""
    found = row.names.get(row.words[0].start)
    colon = next((i for i in range(1, min(len(row.words), NEAR + FEWEST)) if row.words[i].gap == ":"), None)
    if found is None or found.type is not EntityType.ORGANIZATION or colon is None or not _fills(row, found, colon):
        return None
    return found, colon


def _fills(row: Row, found: Find, first: int) -> bool:
    """True where an institution, with its town behind a comma, is all that stands before the name."""
    after = row.index(found.end)
    if after >= first:
        return True
    town = row.names.get(row.words[after].start)
    return row.words[after].gap in "c(" and town is not None and row.index(town.end) >= first


def listed(row: Row, places: Sequence[tuple[int, int, Find]]) -> Iterator[tuple[Find, Capacity]]:
    """`Vice-présidents : A (maire de X), B`: the office before the colon is of all who follow."""
    for colon in (i for i in range(1, len(row.words)) if row.words[i].gap == ":"):
        begin = _begin(row, 0, colon)
        words = row.words[begin:colon]
        several = bool(words) and words[-1].fold in lexicon.words("offices.plurals")
        if not words or not offices.alone(words) or (colon >= NEAR and not several):
            continue
        if words[0].fold in lexicon.words("roles.labels") and not row.board and row.organ is None:
            continue
        yield from _all(row, (begin, colon), places)


def _all(row: Row, label: tuple[int, int], places: Sequence[tuple[int, int, Find]]) -> Iterator[tuple[Find, Capacity]]:
    begin, colon = label
    stop = next((i for i in range(colon + 1, len(row.words)) if row.sentence_ends(i)), len(row.words))
    here = [(first, p) for first, _, p in places if colon <= first < stop and not _bracketed(row, colon, first)]
    if len(here) < FEWEST:
        return
    start, end = row.words[begin].start, row.words[colon - 1].end
    title = offices.singular(flat(row.text[start:end]))
    yield from ((p, Capacity(title, start, end, row.organ)) for _, p in here[1:])


def _bracketed(row: Row, start: int, i: int) -> bool:
    """True where word `i` stands in brackets."""
    text = row.text[row.words[start].start : row.words[i].start]
    return text.count("(") > text.count(")")
