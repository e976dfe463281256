"""In which capacity a person is named: the office and the institution that stand around the name.

`Name, office, institution` - `Name (institution)` - `office of institution Name` - `Institution : Name` -
`The director of X, Name` - `Name is also ...`. Each gives capacities: an office, an institution, or both.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from kg.extract import bodies, cards, fields, leading, lexicon, offices, pieces, signed
from kg.extract.finds import Find, Page, within
from kg.extract.lines import Line
from kg.extract.row import Capacity, Held, Row
from kg.extract.words import SOFT, Word, longest
from kg.model import BlockKind, EntityType

FEWEST = 2


def find(
    page: Page, people: Sequence[Find], names: Mapping[int, Find], organs: Sequence[Find | None], *, board: bool
) -> tuple[Held, ...]:
    """Every capacity that stands beside a name. `names` maps where an institution or territory begins.

    On a `board` list, and under the heading of one of the `organs`, a label before a name (`Chair: X`) is an office.
    """
    out: list[Held] = []
    above: tuple[Line, Find] | None = None
    beside: Find | None = None
    signers: Sequence[Find] = ()
    for line, organ in zip(page.lines, organs, strict=True):
        here = within(people, line.start, line.end)
        row = Row(page.text, line.words, names, is_prose(line), board=board, organ=organ)
        beside = _beside(names, line, beside, above)
        if here:
            out.extend(_in_line(row, here))
        elif above is not None and (side := list(signed.pairs(above[0], signers, row, line))):
            out.extend(side)
            continue
        elif above is not None and cards.says_office(above[0], line):
            bare = row if beside is None else replace(row, organ=None)
            told = (c if beside is None else cards.placed(bare, c, beside) for c in cards.read(bare))
            out.extend(Held(above[1], c) for c in told)
            continue
        elif above is not None and cards.goes_on(above[0], line):
            out.extend(Held(above[1], c) for c in cards.beside(above[0], line, row))
            continue
        rest = [w for w in line.words[row.index(here[-1].end) :] if not postnominal(w)] if here else ()
        signers = here
        above = (line, here[-1]) if here and (not rest or bodies.unconfirmed(rest)) else None
    return tuple(out)


def _beside(names: Mapping[int, Find], line: Line, body: Find | None, above: tuple[Line, Find] | None) -> Find | None:
    """The body that a cell between a name and an office holds; it is that of the offices in the cells behind it."""
    if line.kind is not BlockKind.ROW or above is None or above[0].block != line.block or above[0].cell >= line.cell:
        return None
    return cards.whole(names, line) or body


def postnominal(word: Word) -> bool:
    """`MEP`, `OBE` behind a name."""
    return word.text in lexicon.written("honorifics.postnominals")


def is_prose(line: Line) -> bool:
    """True for running text."""
    return len(line.words) > cards.PROSE_WORDS and not line.bullet


def _in_line(row: Row, people: Sequence[Find]) -> Iterator[Held]:
    places = [(row.index(p.start), row.index(p.end), p) for p in people]
    shared: list[tuple[Find, int]] = []
    label = fields.owner(row)
    yield from _by_pronoun(row, places)
    yield from (Held(p, c) for p, c in fields.listed(row, places))
    for n, (first, stop, person) in enumerate(places):
        limit = _reach(row, stop, places[n + 1][0]) if n + 1 < len(places) else len(row.words)
        before = 0 if n == 0 else places[n - 1][1]
        if n and _reach(row, before, first) == first and leading.begins(row, before, first) == before:
            before = first
        found = list(_around(row, first, stop, (before, limit)))
        if label is not None and first >= label[1]:
            found = [replace(c, body=label[0]) if c.body is None and c.position else c for c in found]
        yield from (Held(person, c) for c in found)
        if not found and n + 1 < len(places) and _joined(row.words, stop, limit):
            shared.append((person, n))
        else:
            affiliations = [c for c in found if c.position is None]
            yield from (Held(p, c) for p, _ in shared for c in affiliations)
            shared = []


def _reach(row: Row, stop: int, following: int) -> int:
    """Where the words that may belong to a person end: before the office that leads to the next one."""
    lead = leading.begins(row, stop, following)
    own = lead == stop and row.words[stop].gap == "c" and _ends_list(row, following)
    return following if lead is None or own else lead


def _ends_list(row: Row, i: int) -> bool:
    """`A, judge at B, C` and `A, judge at B and C`: the office right behind the first name is that one's own."""
    i = leading.skip_titles(row.words, i, 0)
    before = row.words[i - 1]
    return row.words[i].gap == "c" or (row.words[i].gap == "s" and before.fold in lexicon.words("grammar.joins"))


def _by_pronoun(row: Row, places: Sequence[tuple[int, int, Find]]) -> Iterator[Held]:
    """`Er ist seit 2020 Bürgermeister ...`: the person named last in the sentence before."""
    pronouns = lexicon.words("grammar.pronouns")
    for i in range(1, len(row.words) - 2):
        if row.words[i].fold not in pronouns or not row.sentence_ends(i):
            continue
        copula = longest(row.words, i + 1, lexicon.phrases("grammar.copulas"))
        person = next((p for first, _, p in reversed(places) if first < i), None)
        if copula is None or person is None:
            continue
        limit = next((j for j in range(i + 2, len(row.words)) if row.sentence_ends(j)), len(row.words))
        yield from (Held(person, c) for c in pieces.read(row, copula[0], limit, listed=False) if c.position is not None)


def _joined(words: Sequence[Word], stop: int, limit: int) -> bool:
    """`A et B, institution`: the two names stand side by side."""
    return limit - stop == 1 and words[stop].gap == "s" and words[stop].fold in lexicon.words("grammar.joins")


def _around(row: Row, first: int, stop: int, room: tuple[int, int]) -> Iterator[Capacity]:
    run_on = _run_on(row, first, stop, room[1])
    after = list(_after(row, stop, room[1]) if run_on is None else pieces.read(row, stop, run_on, listed=True))
    before = list(_before(row, first, room[0]))
    labelled = row.board and first > 0 and row.words[leading.skip_titles(row.words, first, 0)].gap == ":"
    loose = bool(before) and not labelled and all(c.body is None for c in before)
    if loose and after and after[0].position is None:
        before, after = [*before[:-1], replace(before[-1], body=after[0].body)], after[1:]
    yield from before
    yield from after


def _run_on(row: Row, first: int, stop: int, limit: int) -> int | None:
    """Where the office ends that stands behind the name in a list without a comma (`Tom Byrne chair of the CBA`)."""
    words = row.words
    lead = leading.skip_titles(words, first, 0)
    if (
        row.prose
        or stop >= limit
        or words[stop].gap != "s"
        or postnominal(words[stop])
        or (lead > 0 and words[lead].gap != ":")
    ):
        return None
    office = offices.at(words, stop)
    if office is None or office[0] != stop or office[1] > limit:
        return None
    return next((j for j in range(stop + 1, limit) if words[j].gap in ":-;" or row.sentence_ends(j)), limit)


def _after(row: Row, stop: int, limit: int) -> Iterator[Capacity]:
    words = row.words
    if stop < limit and words[stop].gap == "s" and words[stop].fold in lexicon.words("honorifics.postnominals"):
        stop += 1
    if stop >= limit:
        return
    gap = words[stop].gap
    if gap == "(":
        close = _closing(words, stop, limit)
        if bodies.unconfirmed(words[stop:close]):
            return
        inside = list(pieces.read(row, stop, close, listed=True))
        yield from (cards.inside(row, c) for c in inside) if len(inside) == 1 else inside
        if close < limit and words[close].gap == ")" and row.between(close).strip(") ").startswith(","):
            yield from pieces.read(row, close, limit, listed=not row.prose)
    elif gap in "c-w" or (row.newline(stop) and _stands_alone(words, stop)):
        yield from pieces.read(row, stop, _clause(row, stop, limit), listed=not row.prose)
    elif gap == "s":
        yield from _predicate(row, stop, limit)


def _stands_alone(words: Sequence[Word], i: int) -> bool:
    """What begins a row of its own under a name; an article without an office goes on with a wrapped sentence."""
    article = words[i].shape == "l" and words[i].fold in lexicon.words("grammar.articles")
    return not article or offices.at(words, i) is not None


def _closing(words: Sequence[Word], i: int, limit: int) -> int:
    stop = i + 1
    while stop < limit and words[stop].gap != ")":
        stop += 1
    return stop


def _clause(row: Row, i: int, limit: int) -> int:
    """The end of an apposition: a semicolon, a dash, a bracket, the end of the sentence."""
    for j in range(i + 1, limit):
        if row.words[j].gap == ";" or row.sentence_ends(j) or (row.words[j].gap == "-" and j > i + 1):
            return j
        if row.words[j].gap == "p" and row.between(j).lstrip().startswith(("„", "«", "“", "”", "»", "'")):
            return j if not row.links_before(j) else limit
    return limit


def _predicate(row: Row, stop: int, limit: int) -> Iterator[Capacity]:
    """`X est aussi maire de ...`, `X of the ministry`, `X, der`."""
    hit = longest(row.words, stop, lexicon.phrases("grammar.copulas"))
    told = longest(row.words, stop, lexicon.phrases("offices.becoming"))
    if hit is not None and told is not None and told[0] > hit[0]:
        return
    if hit is not None and hit[0] < limit:
        yield from pieces.read(row, hit[0], _clause(row, hit[0], limit), listed=False)
        return
    j = stop
    while (
        j < limit and j < stop + 3 and row.words[j].fold in lexicon.words("grammar.links") and row.words[j].gap == "s"
    ):
        j += 1
    found = row.names.get(row.words[j].start) if stop < j < limit else None
    if found is not None and found.type is EntityType.ORGANIZATION:
        yield Capacity(None, 0, 0, found)


def _before(row: Row, first: int, floor: int) -> Iterator[Capacity]:
    words = row.words
    if first == 0 or first <= floor:
        return
    titled = leading.skip_titles(words, first, floor)
    gap = words[titled].gap
    if gap in ":w" or (gap == "p" and "...." in row.between(titled)):
        yield from fields.before(row, floor, titled)
    elif gap in SOFT or gap == "c":
        yield from leading.capacities(row, floor, first)
