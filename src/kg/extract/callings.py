"""Offices that a verb tells: `elle préside le conseil`, `X wurde zur Vorsitzenden gewählt`, `they elected X chair`.

What a bare `X, maire de Y` says `capacities` reads; here a verb leads from the person to the office, or is the office.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache

from kg.extract import heads, inverted, lexicon, offices, pieces, sentences
from kg.extract.finds import Find, Page, within
from kg.extract.leading import skip_titles
from kg.extract.lines import Line
from kg.extract.row import Capacity, Held, Row
from kg.extract.words import SOFT, Word, longest
from kg.model import EntityType

REACH = 9
"""So many words may stand between a person and the verb, or between the verb and the office."""
CLAUSE, MOST = 30, 8
"""The longest clause of an office in words; the most people who are named side by side."""


def find(page: Page, people: Sequence[Find], names: Mapping[int, Find]) -> tuple[Held, ...]:
    """The offices that verbs give to the people of a page."""
    out: list[Held] = []
    last: Find | None = None
    subject = hero(page, people)
    for line in page.lines:
        here = within(people, line.start, line.end)
        last = subject if subject is not None and _begins_anew(line, here) else last
        row = Row(page.text, line.words, names, True)
        for first, stop in sentences.split(page.text, line):
            begin, end = line.words[first].start, line.words[stop - 1].end
            near = within(here, begin, end)
            out.extend(_told(row, (first, stop), last, near))
            last = near[-1] if near else last
    return tuple(out)


def hero(page: Page, people: Sequence[Find]) -> Find | None:
    """The person of whom a page is a portrait: the only one in its title, and named again."""
    titled = [p for line in page.lines[:TITLES] for p in within(people, line.start, line.end)]
    names = {p.name for p in titled}
    again = len(names) == 1 and sum(p.name == titled[0].name for p in people) > MENTIONS
    return titled[0] if again else None


TITLES, MENTIONS = 2, 2
"""So many lines may be the title; more often than that its person is named."""


def _begins_anew(line: Line, here: Sequence[Find]) -> bool:
    """A paragraph whose first sentence begins with a pronoun, or that names nobody, is of the page's person."""
    early = any(w.fold in lexicon.words("grammar.pronouns") for w in line.words[:8])
    return early and (not here or here[0].start > line.words[min(len(line.words) - 1, 8)].start)


def _pronoun(row: Row, first: int, i: int) -> bool:
    """True where a pronoun stands shortly before word `i` or begins the sentence."""
    spots = (*range(max(first, i - 4), i), first, first + 1, first + 2)
    return any(n <= i and row.words[n].fold in lexicon.words("grammar.pronouns") for n in spots if n < len(row.words))


def _told(row: Row, span: tuple[int, int], last: Find | None, near: Sequence[Find]) -> Iterator[Held]:
    first, stop = span
    leads, working, words = _leads(), lexicon.words("offices.working"), row.words[first:stop]
    participles = _participles()
    leading = [i for i, word in enumerate(words, first) if word.fold in leads]
    ending = any(word.fold in participles and word.shape == "l" for word in words)
    closed = bool(leading) and (ending or any(word.fold in working for word in words))
    if ending:
        yield from inverted.told(row, span, near)
    for i in leading:
        person = _before(row, last, near, first, i)
        yield from _verbal(row, (i, stop), person, near)
        cue = longest(row.words, i, lexicon.phrases("offices.becoming"))
        if cue is not None and (closed or row.words[i].fold not in _loose()):
            yield from _cued(row, (cue[0], stop), (person, last), near)
        cue = longest(row.words, i, lexicon.phrases("offices.choosing"))
        if cue is not None:
            yield from _chosen(row, cue[0], stop, near)


def _verbal(row: Row, at: tuple[int, int], person: Find | None, near: Sequence[Find]) -> Iterator[Held]:
    """A verb that is an office itself, with its subject before it or, behind `que`, after it."""
    i, stop = at
    hit = longest(row.words, i, _verbs())
    if hit is not None and i and row.words[i - 1].fold in ("que", "qu"):
        yield from _whom(row, (i, hit[0]), hit[1], near)
    elif hit is not None and person is not None:
        yield from _by_verb(row, (i, hit[0], stop), hit[1], person)


def _cued(row: Row, at: tuple[int, int], who: tuple[Find | None, Find | None], near: Sequence[Find]) -> Iterator[Held]:
    """Behind a verb that leads to an office: of the person before it, of a pronoun, or of the person behind it."""
    (after, stop), (person, last) = at, who
    if person is None and after < stop and _is_pronoun(row, after):
        person, after = last, after + 1
    if person is not None:
        yield from _becoming(row, after, stop, _all(row, person, near))
    else:
        yield from _chosen(row, after, stop, near)


def _is_pronoun(row: Row, i: int) -> bool:
    return row.words[i].fold in lexicon.words("grammar.pronouns")


@cache
def _verbs() -> lexicon.Phrases:
    return lexicon.Phrases(lexicon.table("offices.verbs"))


@cache
def _leads() -> frozenset[str]:
    """The first words of all that leads to an office."""
    lists = (_verbs(), lexicon.phrases("offices.becoming"), lexicon.phrases("offices.choosing"))
    return frozenset(word for phrases in lists for word in phrases.starting)


def _before(row: Row, last: Find | None, near: Sequence[Find], first: int, i: int) -> Find | None:
    """The person that the verb at word `i` is of: the last one before it, or the one that a pronoun means."""
    n = bisect_right(near, row.words[i].start, key=lambda p: p.end)
    while n and _proposed(row, near[n - 1]):
        n -= 1
    named = near[n - 1] if n else None
    far = row.words[i].fold in _loose() and any(_ends(row.words, k) for k in range(i, min(len(row.words), i + REACH)))
    if named is not None and i - row.index(named.end) < (CLAUSE if far else REACH):
        return named
    return (named or last) if _pronoun(row, first, i) else None


def _proposed(row: Row, person: Find) -> bool:
    """`auf Vorschlag von X`, `sur proposition de X`: who proposes is not the one who gets the office."""
    i = skip_titles(row.words, row.index(person.start), 0)
    leads = lexicon.phrases("offices.proposing")
    hits = (longest(row.words, n, leads) for n in range(max(0, i - PROPOSING), i))
    return any(hit is not None and hit[0] == i for hit in hits)


PROPOSING = 4
"""`at the suggestion of` has no more words."""


def _all(row: Row, person: Find, near: Sequence[Find]) -> list[Find]:
    """A person with those who stand side by side before: `X and Y will be vice-chairs`."""
    group, n = [person], bisect_left(near, person.start, key=lambda p: p.start)
    small = lexicon.words("grammar.joins", "honorifics")
    for other in reversed(near[max(0, n - MOST) : n]):
        if any(w.fold not in small for w in row.words[row.index(other.end) : row.index(group[0].start)]):
            break
        group.insert(0, other)
    return group


def _limit(row: Row, office: int, stop: int) -> int:
    """Where the office's clause ends: at a closing participle, or a good many words on."""
    stop = min(stop, office + CLAUSE)
    closings = lexicon.phrases("offices.closings")
    return next((n for n in range(office, stop) if _ends(row.words, n) or longest(row.words, n, closings)), stop)


def _by_verb(row: Row, at: tuple[int, int, int], office: str, person: Find) -> Iterator[Held]:
    """`leitet das Zentrum`: the body is the first one behind the verb; `la dirige`: the last one before it."""
    verb, after, stop = at
    body = next((f for j in range(after, min(stop, after + REACH)) if (f := row.names.get(row.words[j].start))), None)
    if body is None and verb and row.words[verb - 1].fold in ("la", "le", "l"):
        body = next((f for j in range(verb, -1, -1) if (f := row.names.get(row.words[j].start))), None)
    bare = body is None and after + 1 < stop and heads.at(row.words, after + 1) is not None
    if bare and row.words[after].fold in lexicon.words("grammar.definite"):
        yield Held(person, Capacity(office, row.words[verb].start, row.words[after + 1].end, None))
    if body is not None and body.type is EntityType.ORGANIZATION:
        yield Held(person, Capacity(office, row.words[verb].start, row.words[after - 1].end, body))


def _whom(row: Row, at: tuple[int, int], office: str, near: Sequence[Find]) -> Iterator[Held]:
    """`le GECT X, que dirige Y`: the body stands before the verb, the person behind it."""
    verb, after = at
    person = next((p for p in near if verb < row.index(p.start) <= after + 2), None)
    body = next((f for j in range(verb, -1, -1) if (f := row.names.get(row.words[j].start))), None)
    if person is not None and body is not None:
        yield Held(person, Capacity(office, row.words[verb].start, row.words[after - 1].end, body))


def _becoming(row: Row, i: int, stop: int, people: Sequence[Find]) -> Iterator[Held]:
    """The office behind `devient`, `wurde ... zum`, `was elected`, a few small words between."""
    for j in range(i, min(stop, i + REACH)):
        if (
            (row.words[j].gap not in SOFT and (j > i or _last(row, i)))
            or row.words[j].start in row.names
            or _agent(row, j)
        ):
            return
        office = offices.at(row.words, j)
        if office is not None:
            told = pieces.read(row, j, _limit(row, office[1], stop), listed=False)
            found = [c for c in told if c.position is not None]
            yield from _given(row, found, (i, office[1]), people)
            return


def _last(row: Row, i: int) -> bool:
    """`..., die von X geleitet wurde, ...`: the verb ends a German clause, and what follows it begins another."""
    return i > 1 and row.words[i - 1].fold in _german() and row.words[i - 2].shape == "l"


@cache
def _german() -> frozenset[str]:
    return lexicon.phrases_of("de", "grammar", "auxiliaries")


def _agent(row: Row, j: int) -> bool:
    """`wurde von der Bürgermeisterin begrüßt`, `was received by the Mayor`: behind it stands who does something."""
    return row.words[j].shape == "l" and row.words[j].fold in (
        "by",
        "par",
        "von",
        "vom",
        "durch",
        "mit",
        "with",
        "avec",
    )


def _given(row: Row, found: Sequence[Capacity], at: tuple[int, int], people: Sequence[Find]) -> Iterator[Held]:
    """A plural is of all who are named together; behind `where` the office is of the body just named."""
    several = row.words[at[1] - 1].fold in lexicon.words("offices.plurals")
    where = any(row.words[n].fold in lexicon.words("grammar.relative") for n in range(max(0, at[0] - 4), at[0]))
    body = next((f for n in range(at[0], -1, -1) if (f := row.names.get(row.words[n].start))), None) if where else None
    for capacity in found:
        told = replace(capacity, body=body) if capacity.body is None and body is not None else capacity
        if several and told.position is not None:
            told = replace(told, position=offices.singular(told.position))
        yield from (Held(person, told) for person in (people if several else people[-1:]))


def _ends(words: Sequence[Word], i: int) -> bool:
    """The participle at the end of a German clause ends the body's name; a further clause does."""
    return words[i].shape == "l" and words[i].fold in _participles()


@cache
def _loose() -> frozenset[str]:
    """Words that lead to an office only where a participle closes the clause (`zum Präsidenten gewählt`)."""
    return frozenset(("zum", "zur", "als"))


@cache
def _participles() -> frozenset[str]:
    return frozenset(("gewahlt", "ernannt", "bestimmt", "bestellt", "berufen", "wiedergewahlt", "bestatigt", "tatig"))


def _chosen(row: Row, i: int, stop: int, near: Sequence[Find]) -> Iterator[Held]:
    """`élit X président de Y`, `elected X chair`, `wählte X zum Präsidenten`."""
    yield from inverted.named_behind(row, i, stop, near)
    n = bisect_left(near, row.words[min(i, len(row.words) - 1)].start, key=lambda p: p.start)
    person = near[n] if n < len(near) and row.index(near[n].start) < i + REACH else None
    if person is None:
        return
    j = row.index(person.end)
    j += j < stop and row.words[j].fold in ("zum", "zur", "as", "comme")
    office = offices.at(row.words, j) if j < stop and row.words[j].gap == "s" else None
    if office is not None:
        told = pieces.read(row, j, _limit(row, office[1], stop), listed=False)
        yield from (Held(person, c) for c in told if c.position is not None)
