"""The office before a name: `Staatssekretärin X`, `Slovenia’s State Secretary X`, `the Mayor of Y, Councillor X`."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from kg.extract import lexicon, offices, pieces
from kg.extract.finds import Find
from kg.extract.row import Capacity, Row
from kg.extract.words import SOFT, Word

FEWEST = 2


def capacities(row: Row, floor: int, first: int) -> Iterator[Capacity]:
    """`le ministre-président du Land de Sarre X`, `Staatssekretärin X`, `Slovenia’s State Secretary X`."""
    best = begins(row, floor, first)
    if best is None:
        return
    if best > floor and row.words[best].gap == "c" and offices.head(row.words, best) == first:
        yield from capacities(row, floor, best)  # `the Mayor of X, Councillor Y`
    owner = _owner(row, best)
    for capacity in pieces.read(row, best, skip_titles(row.words, first, floor), listed=False):
        yield replace(capacity, body=owner) if capacity.body is None and owner is not None else capacity


def _owner(row: Row, i: int) -> Find | None:
    """The body or place in the genitive before word `i`: `Slovenia’s`; the one that a possessive means."""
    if i and row.words[i - 1].fold in lexicon.words("grammar.possessives"):
        return next((f for j in range(i - 2, -1, -1) if (f := row.names.get(row.words[j].start)) is not None), None)
    if i < FEWEST or row.words[i - 1].fold != "s" or row.words[i - 1].gap != "a":
        return None
    near = (row.names.get(row.words[j].start) for j in range(i - 2, max(-1, i - 8), -1))
    return next((f for f in near if f is not None and f.end in (row.words[i - 2].end, row.words[i - 1].end)), None)


def begins(row: Row, floor: int, first: int) -> int | None:
    """The index where an office begins that leads up to the name at word `first`."""
    if row.words[first].gap not in SOFT and row.words[first].gap != "c":
        return None
    best: int | None = None
    head: int | None = None
    titled = skip_titles(row.words, first, floor)
    if (row.words[titled].gap not in SOFT and row.words[titled].gap != "c") or (titled and row.sentence_ends(titled)):
        return None
    for s in range(titled - 1, max(floor, first - 18) - 1, -1):
        office = offices.at(row.words, s)
        if office is not None and office[0] == s and office[1] <= first and (head is None or office[1] == head):
            led = row.covered(office[1], first) and not _parted(row, office[1], titled)
            led = led and not _became(row, office[1], first)
            if not (led or _portfolio(row, office, titled)):
                break
            best, head = s, office[1]
        if row.words[s].gap not in SOFT or (s and row.sentence_ends(s)):
            break
    if best is None or (best == floor and _apposed(row, floor, titled)) or _second(row, floor, best, titled):
        return None
    return best


def _apposed(row: Row, floor: int, titled: int) -> bool:
    """`A, judge at B, C`: the office behind a comma is that of the name before it."""
    commas = floor > 0 and row.words[floor].gap == row.words[titled].gap == "c"
    return commas and row.words[floor].fold not in lexicon.words("grammar.definite")


def _second(row: Row, floor: int, best: int, titled: int) -> bool:
    """`A, Vorsitzender des Vereins und Bürgermeister von B, Frau C`: the second office of the name before it."""
    joined = best - 1 > floor > 0 and row.words[best - 1].fold in lexicon.words("grammar.joins")
    return joined and row.words[floor].gap == row.words[titled].gap == "c"


def _portfolio(row: Row, office: tuple[int, int], titled: int) -> bool:
    """`Minister for Further and Higher Education X`: capitalised words say what an office is for, up to the name."""
    first, small = office[1], lexicon.words("grammar.inner", "grammar.joins", "grammar.articles")
    if first >= titled or row.words[first].fold not in lexicon.words("grammar.purposes", "grammar.name_links"):
        return False
    if row.words[first].fold not in lexicon.words("grammar.purposes") and not _minister(row.words[office[0] : first]):
        return False
    named = any(w.start in row.names for w in row.words[first:titled])
    return not named and all(w.capital or w.fold in small for w in row.words[first:titled])


def _minister(words: Sequence[Word]) -> bool:
    return any(w.fold.startswith(lexicon.endings("offices.ministers")) for w in words)


def _became(row: Row, i: int, stop: int) -> bool:
    """`Zu Vizepräsidenten wurden A und B bestimmt`: a verb stands between, whose sentence tells of all of them."""
    verbs = lexicon.words("grammar.plural_copulas", "grammar.copulas", "grammar.staying")
    return any(row.words[n].fold in verbs and row.words[n].shape == "l" for n in range(i, stop))


def _parted(row: Row, i: int, stop: int) -> bool:
    """`with the director and with X`: an `and` before the name, with no further body behind it."""
    small = lexicon.words("grammar.joins")
    named = [f for w in row.words[i:stop] if (f := row.names.get(w.start)) is not None]
    joins = [
        n
        for n in range(i, stop)
        if row.words[n].fold in small
        and row.words[n].gap == "s"
        and not any(f.start < row.words[n].start < f.end for f in named)
    ]
    return bool(joins) and not any(row.words[n].start in row.names for n in range(joins[-1] + 1, stop))


def skip_titles(words: Sequence[Word], first: int, floor: int) -> int:
    """The index of the honorific or title before a name, or of the name."""
    while first - 1 > floor and words[first].gap in "sd" and words[first - 1].fold in lexicon.words("honorifics"):
        first -= 1
    return first
