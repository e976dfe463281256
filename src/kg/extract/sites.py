"""Venues by where they stand: `Konzil, Konstanz`, `8–9.15 am, BLOX, Copenhagen`, `Lindau, Inselhalle`.

In a line of date and place the name beside a town is the building, also where no word says so.
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import pairwise

from kg.extract import dates, heads, lexicon, offices, places, tails, times, unlisted
from kg.extract.finds import Find, Page, make
from kg.extract.lines import Line
from kg.extract.state import Agenda
from kg.extract.words import Word, longest
from kg.model import EntityType

LONGEST = 6
"""A building's name has no more words."""
YEAR = 4
"""A number of so many digits is no house's."""
PARTING = "c-(;:p/)"


def find(
    page: Page, agenda: Agenda, beside: Mapping[int, int], known: Sequence[Find], people: Mapping[int, Find]
) -> Iterator[Find]:
    """The building beside a town in the lines of date and place that name none yet, and in short lines beside them."""
    headers = agenda.headers
    for line in page.lines:
        if line.start in beside and not any(line.start <= f.start < line.end for f in known):
            event = headers.get(line.start)
            item = event is not None and agenda.drafts[event].parent is not None and not agenda.drafts[event].entry
            found = _of_item(page, line) if item else _in_line(page, line, people, headed=event is not None)
            if found is not None:
                yield make(page.text, line.words[found[0]].start, line.words[found[1] - 1].end, EntityType.VENUE)


def _of_item(page: Page, line: Line) -> tuple[int, int] | None:
    """`Conference dinner, Museum X`: the building behind the title of an item."""
    first = tails.building(page.text, line)
    if first is None:
        return None
    stop = next((i for i in range(first + 1, len(line.words)) if line.words[i].gap in PARTING), len(line.words))
    return (first, stop) if line.words[first].capital and stop - first <= LONGEST else None


def _in_line(page: Page, line: Line, people: Mapping[int, Find], *, headed: bool) -> tuple[int, int] | None:
    pieces = [*_pieces(page, line)]
    kinds = [_kind(page, line, piece, people) for piece in pieces]
    unknown = (n for n, (first, _) in enumerate(pieces) if headed and unlisted.behind_day(page, line, first))
    town = next((n for n, kind in enumerate(kinds) if kind == "town"), next(unknown, None))
    street = _on_street(line.words, pieces, kinds)
    if town is None and street is None and headed:
        return next(
            (p for p, kind in zip(pieces, kinds, strict=True) if kind == "name" and _with_town(line.words, p)), None
        )
    if town is None or street is not None:
        return street
    before = next((n for n in range(town - 1, -1, -1) if kinds[n] != "street"), None)
    rest = [n for n, kind in enumerate(kinds) if not kind and n not in (before, town + 1)]
    if not headed and (rest or not _housed(line.words, pieces)):
        return None
    if before and kinds[before] == kinds[before - 1] == "name" and line.words[pieces[before][1] - 1].shape == "0":
        before -= 1
    for n in (before, town + 1):
        if n is not None and 0 <= n < len(pieces) and kinds[n] == "name":
            return _bare(line.words, pieces[n])
    return None


def _with_town(words: Sequence[Word], piece: tuple[int, int]) -> bool:
    """`26. September 2024, Burghof Lörrach`: behind a day or a comma the name of a building and the town it is in."""
    first, stop = piece
    kinds = ("territories.heads", "territories.kinds", "territories.sizes", "institutions.adjectives")
    named = len(words[first].text) >= NAMED and words[first].fold not in lexicon.words(*kinds)
    return first > 0 and named and tails.with_town(words, first, stop)


NAMED = 5
"""The name of a building before its town has so many letters."""


def _housed(words: Sequence[Word], pieces: Sequence[tuple[int, int]]) -> bool:
    """True where no number stands but that of a house, at the end of its street."""
    ends = {stop - 1 for first, stop in pieces[1:] if stop - first > 1}
    return all(w.shape != "0" or (n in ends and len(w.text) < YEAR) for n, w in enumerate(words))


def _on_street(
    words: Sequence[Word], pieces: Sequence[tuple[int, int]], kinds: Sequence[str]
) -> tuple[int, int] | None:
    """A name before a street and its number (`Old Mill, Brückenstraße 4`, `Moulin, 3 rue du Pont`)."""
    for n, (kind, below) in enumerate(pairwise(kinds)):
        ends = (words[pieces[n + 1][0]], words[pieces[n + 1][1] - 1])
        hall = longest(words, _bare(words, pieces[n])[0], lexicon.phrases("venues.heads")) is not None
        numbered = ends[1].shape == "0" or (hall and ends[0].shape == "0")
        if kind in ("name", "body") and below == "street" and numbered:
            return _bare(words, pieces[n])
    return None


def _bare(words: Sequence[Word], piece: tuple[int, int]) -> tuple[int, int]:
    """Without `im`, `at the`, `à la` before the name."""
    first, stop = piece
    while first < stop - 1 and _local(words[first]):
        first += 1
    return first, stop


def _local(word: Word) -> bool:
    small = lexicon.words("grammar.where", "grammar.articles", "grammar.local")
    return word.shape == "l" and word.fold in small


def _pieces(page: Page, line: Line) -> Iterator[tuple[int, int]]:
    """The stretches between commas, dashes, dots and bars, up to the end of the first sentence."""
    first = 0
    for i in range(1, len(line.words)):
        between = page.text[line.words[i - 1].end : line.words[i].start]
        ends = "." in between and line.words[i].capital and len(line.words[i - 1].text) > 3
        if ends or line.words[i].gap in PARTING or "\n" in between or _behind_clock(page, line, i):
            yield first, i
            first = i
        if ends:
            return
    yield first, len(line.words)


def _behind_clock(page: Page, line: Line, i: int) -> bool:
    """True where a date or time ends right before word `i`."""
    clock = times.opening(page.text, line.start, line.end)
    ends = [d.stop for d in page.dates_in(line)] + ([clock.stop] if clock is not None else [])
    return any(line.words[i - 1].start < end <= line.words[i].start for end in ends)


def _kind(page: Page, line: Line, piece: tuple[int, int], people: Mapping[int, Find]) -> str:
    first, stop = _bare(line.words, piece)
    words = line.words[first:stop]
    if _town(words):
        return "town"
    if _street(words):
        return "street"
    dated = any(words[0].start < d.stop and d.begin < words[-1].end for d in page.dates_in(line))
    timed = times.find(page.text, words[0].start, words[-1].end + 4) is not None or words[0].shape == "0"
    person = any(w.start in people for w in words) or (first == piece[0] and offices.at(words, 0) is not None)
    named = words[0].capital or longest(words, len(words) - 1, lexicon.phrases("venues.heads")) is not None
    if dated or timed or person or not named or len(words) > LONGEST:
        return ""
    if _body(words):
        return "body"
    number = len(words) > 1 and sum(w.shape == "0" for w in words) > 1
    shouted = len(words) > 1 and all(w.shape == "U" for w in words)
    return "" if _small(words) or number or shouted else "name"


def _body(words: Sequence[Word]) -> bool:
    """An institution; `Maison du Savoir` is a building too."""
    return heads.at(words, 0) is not None and longest(words, 0, lexicon.phrases("venues.heads")) is None


def _town(words: Sequence[Word]) -> bool:
    """A town, perhaps behind its postal code."""
    i = 1 if len(words) > 1 and words[0].shape == "0" and len(words[0].text) in (4, 5) else 0
    return places.at(words, i) == len(words)


def _street(words: Sequence[Word]) -> bool:
    ends = _ends()
    return words[0].fold in lexicon.words("venues.address") or any(w.fold.endswith(ends) for w in words)


@cache
def _ends() -> tuple[str, ...]:
    return tuple(sorted(w for w in lexicon.words("venues.address") if len(w) > 3))


def _small(words: Sequence[Word]) -> bool:
    """Words that are no name: small words, weekdays and months, words of the page."""
    first = words[0].fold
    known = first in lexicon.words("grammar.openers", "venues.virtual", "calendar.weekdays")
    return known or first in dates.months() or _cue(words)


def _cue(words: Sequence[Word]) -> bool:
    names = ("roles.labels", "roles.lines", "roles.verbs", "events.heads", "events.items", "page.furniture")
    return longest(words, 0, lexicon.phrases(*names)) is not None
