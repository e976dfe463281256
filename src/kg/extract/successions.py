"""Who follows whom: `Anna Roth succède à Paul Noir`, `Kowal löst Roth ab`, `X hands over to Y`, `Nachfolgerin von X`.

Both held the same office, one after the other. Which one it is says the sentence, else an office that the page gives
one of the two.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from kg.extract import lexicon, offices, pieces, sentences
from kg.extract.finds import Find, Page, within
from kg.extract.row import Capacity, Held, Row
from kg.extract.words import longest
from kg.text.normal import fold

REACH = 12
"""So many words may stand between the verb and a person."""
FAR, BESIDE = 700, 120
"""An office told so many characters away may be the one that is handed over; one of another body stands beside."""


def find(
    page: Page, people: Sequence[Find], names: Mapping[int, Find], held: Sequence[Held], about: Find | None = None
) -> tuple[Held, ...]:
    """The offices that successions add to those already `held`, first of all in the body that the page is `about`."""
    out: list[Held] = []
    last: Find | None = None
    for line in page.lines:
        here = within(people, line.start, line.end)
        row = Row(page.text, line.words, names, True)
        for first, stop in sentences.split(page.text, line) if here or last is not None else ():
            near = within(here, line.words[first].start, line.words[stop - 1].end)
            out.extend(_told(row, (first, stop), (near, last, about), held))
            last = near[0] if near else last
    return tuple(out)


def _told(
    row: Row, span: tuple[int, int], who: tuple[Sequence[Find], Find | None, Find | None], held: Sequence[Held]
) -> Iterator[Held]:
    near, last, about = who
    verbs = lexicon.kinds("offices.successions")
    for i in range(*span):
        hit = longest(row.words, i, verbs) if row.words[i].fold in verbs.starting else None
        if hit is None or hit[0] > span[1]:
            continue
        pair = _pair(row, (i, hit[0]), near, last)
        if pair is None:
            continue
        new, old = pair if hit[1] == "follows" else pair[::-1]
        office = _said(row, hit[0], span[1]) or _known(held, (new, old), row.words[i].start, about)
        if office is not None:
            yield from _both(held, new, old, office)
        return


def _pair(row: Row, cue: tuple[int, int], near: Sequence[Find], last: Find | None) -> tuple[Find, Find] | None:
    """The person before the verb, or the one that a pronoun means, and the person behind it."""
    start, end = row.words[cue[0]].start, row.words[cue[1] - 1].end
    before = [p for p in near if p.end <= start] or ([last] if last is not None else [])
    after = next((p for p in near if p.start >= end and row.index(p.start) - cue[1] < REACH), None)
    if after is None or not before or before[-1].name == after.name:
        return None
    return before[0], after


def _said(row: Row, i: int, stop: int) -> Capacity | None:
    """`as chair of the Forum`, `als Direktorin des Instituts`, `à la présidence du GECT`: the office."""
    for j in range(i, stop):
        lead = longest(row.words, j, lexicon.phrases("offices.capacities"))
        if lead is None or lead[0] >= stop:
            continue
        if offices.at(row.words, lead[0]) is not None:
            return next((c for c in pieces.read(row, lead[0], stop, listed=False) if c.position is not None), None)
        noun = longest(row.words, lead[0], offices.nouns())
        if noun is not None:
            return _abstract(row, lead[0], noun[0], stop)
    return None


def _abstract(row: Row, first: int, after: int, stop: int) -> Capacity:
    start, end = row.words[first].start, row.words[after - 1].end
    word = " ".join(w.fold for w in row.words[first:after])
    body = next((f for n in range(after, min(stop, after + 4)) if (f := row.names.get(row.words[n].start))), None)
    return Capacity(lexicon.table("offices.abstract")[word], start, end, body)


def _known(held: Sequence[Held], pair: tuple[Find, Find], at: int, about: Find | None) -> Capacity | None:
    """An office of the one who comes, else of the one who goes, told near the verb; one that is over counts last."""
    for person in pair:
        own = [h.capacity for h in held if h.person.name == person.name and h.capacity.position is not None]
        near = [c for c in own if abs(c.start - at) < FAR and _inner(c)]
        main = [c for c in near if c.body is None or (about is not None and c.body.name == about.name)]
        beside = [c for c in near if abs(c.start - at) < BESIDE]
        if main or beside:
            return min(main or beside, key=lambda c: abs(c.start - at))
    return None


def _inner(capacity: Capacity) -> bool:
    """True for an office that passes from one to another inside a body: no mayor's, no profession."""
    position = (capacity.position or "").casefold()
    forms = {fold(word.removesuffix(cut)) for word in (position, *position.split()) for cut in ("", "n", "en")}
    return not forms.isdisjoint(lexicon.words("offices.internal"))


def _both(held: Sequence[Held], new: Find, old: Find, office: Capacity) -> Iterator[Held]:
    plain = replace(office, since=None, until=None)
    began = _began(held, new, office)
    for person, until in ((new, None), (old, began)):
        same = (h for h in held if h.person.name == person.name and h.capacity.position is not None)
        if not any(_one(h.capacity, office) for h in same):
            yield Held(person, replace(plain, until=until))


def _began(held: Sequence[Held], new: Find, office: Capacity) -> str | None:
    """The day on which the one who comes took the office up: that of the one who goes ended with it."""
    days = (h.capacity.since for h in held if h.person.name == new.name and _one(h.capacity, office))
    return next((day for day in days if day is not None and len(day) == DAY), None)


def _one(left: Capacity, right: Capacity) -> bool:
    """Two tellings of one office, in either gender."""
    return (left.position or "").casefold()[:SAME] == (right.position or "").casefold()[:SAME]


DAY = len("YYYY-MM-DD")
SAME = 6
"""So many letters of an office are the same for a man and a woman."""
