"""Offices before those who hold them, with `is` between: `Vorsitzende des Vereins ist seit 2020 Anna Weber`.

`Seine Stellvertreterin ist B`, `The chair of the Forum is C`, `La présidente en est D`. A possessive means the body of
the office told before; otherwise it is the only body of the sentence before, or the one that the page is about.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache

from kg.extract import dates, lexicon, offices, pieces, sentences
from kg.extract.finds import Find, Page, within
from kg.extract.inverted import single
from kg.extract.row import Capacity, Held, Row
from kg.extract.words import Word
from kg.model import EntityType

EARLY = 4
"""The office stands among so many first words of its sentence."""
LONGEST, REACH = 18, 9
"""So many words an office and its body have at most, and so many may stand between the verb and the name."""


def find(page: Page, people: Sequence[Find], names: Mapping[int, Find]) -> Iterator[Held]:
    """The offices that sentences of this form give."""
    for line in page.lines:
        here = within(people, line.start, line.end)
        row = Row(page.text, line.words, names, True)
        before: Find | None = None
        for first, stop in sentences.split(page.text, line) if here else ():
            near = within(here, line.words[first].start, line.words[stop - 1].end)
            told = list(_told(row, (first, stop), near, before))
            yield from told
            own = [f for w in line.words[first:stop] if (f := _body(row, w)) is not None]
            said = next((h.capacity.body for h in told if h.capacity.body is not None), None)
            before = said or (own[0] if len({f.name for f in own}) == 1 and not near else None)


def _body(row: Row, word: Word) -> Find | None:
    found = row.names.get(word.start)
    return found if found is not None and found.type is EntityType.ORGANIZATION else None


def _told(row: Row, span: tuple[int, int], people: Sequence[Find], before: Find | None) -> Iterator[Held]:
    verb = next((n for n in range(span[0] + 1, min(span[1], span[0] + LONGEST)) if row.words[n].fold in _verbs()), None)
    if verb is None or not people or people[0].start < row.words[verb].end:
        return
    found = _office(row, span[0], verb)
    if found is None or not _leads(row, verb + 1, people[0]):
        return
    capacity = replace(found, body=found.body or before)
    several = row.words[verb].fold in lexicon.words("grammar.plural_copulas")
    yield from (Held(p, single(capacity)) for p in (_joined(row, people) if several else people[:1]))


def _office(row: Row, first: int, verb: int) -> Capacity | None:
    """The office that stands before the verb and reaches up to it with its body."""
    for i in range(first, min(verb, first + EARLY)):
        office = offices.at(row.words, i)
        if office is not None and office[1] <= verb:
            told = [c for c in pieces.read(row, office[0], verb, listed=False) if c.position is not None]
            plain = not any(w.gap in ":;(" for w in row.words[first + 1 : verb])
            return told[0] if len(told) == 1 and plain else None
        if row.words[i].fold not in _openers():
            return None
    return None


def _leads(row: Row, i: int, person: Find) -> bool:
    """True where nothing but days, small words, titles and an office stand between the verb and the name."""
    stop = row.index(person.start)
    if stop - i > REACH:
        return False
    small = _openers() | lexicon.words("honorifics", "calendar.since", "calendar.openers", "grammar.adverbs")
    small |= lexicon.words("calendar.beginnings", "calendar.endings", "grammar.skipped") | frozenset(dates.months())
    between = enumerate(row.words[i:stop], i)
    return all(w.shape == "0" or w.fold in small or offices.head(row.words, n) for n, w in between)


def _joined(row: Row, people: Sequence[Find]) -> list[Find]:
    """The first person and those joined to it."""
    return [p for n, p in enumerate(people) if n == 0 or row.index(p.start) - row.index(people[n - 1].end) < LONGEST]


@cache
def _verbs() -> frozenset[str]:
    """`is`, `was`, `bleibt`, in the singular and the plural."""
    return lexicon.words("grammar.copulas", "grammar.plural_copulas", "grammar.staying")


@cache
def _openers() -> frozenset[str]:
    """Words that may stand before the office: articles, possessives, `new`."""
    return lexicon.words("grammar.articles", "grammar.possessives", "offices.before", "offices.former", "grammar.fresh")
