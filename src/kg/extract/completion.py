"""Offices said without their body: which one they are of, and what is left of a body that the record cannot name."""

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache

from kg.extract import lexicon, officers, offices, organs
from kg.extract.finds import Find, Page, flat
from kg.extract.lines import Line
from kg.extract.names import Names
from kg.extract.row import Held
from kg.model import BlockKind, EntityType
from kg.text.normal import fold


def completed(page: Page, held: Sequence[Held], named: Names, names: Mapping[int, Find]) -> tuple[Held, ...]:
    """Offices whose body the record cannot name keep its words; inner offices without one are of the page's subject.

    Under a heading that is nothing but a body (`Board of Auditors`) they are of that one; who chairs in the minutes of
    a committee does so there.
    """
    subject, parts = officers.subject(page, names), _organs(page, names, frozenset(h.person.start for h in held))
    starts = [start for start, _ in parts]
    committee = organs.committee(page, names)

    def body(one: Held) -> Find | None:
        n = bisect_right(starts, one.person.start) - 1
        organ = parts[n][1] if n >= 0 else None
        chairs = fold(one.capacity.position or "") in lexicon.words("offices.chairing")
        return organ or (committee if chairs else None) or subject

    return tuple(_completed(page.text, one, named, body(one)) for one in held)


def _organs(page: Page, names: Mapping[int, Find], people: frozenset[int]) -> list[tuple[int, Find | None]]:
    """Where each part of the page begins, with the body that its heading is; headings below it and names do not end it.

    The page's own title is no part.
    """
    out: list[tuple[int, Find | None]] = []
    level = 0
    for line in page.lines[1:]:
        if line.kind is not BlockKind.HEADING or any(w.start in people for w in line.words):
            continue
        organ = _whole(names.get(line.words[0].start), line)
        if organ is not None or line.level <= level:
            out.append((line.start, organ))
            level = 0 if organ is None else line.level
    return out


def _whole(found: Find | None, line: Line) -> Find | None:
    own = found is not None and found.type is EntityType.ORGANIZATION and found.end >= line.words[-1].end
    return found if own else None


def _completed(text: str, one: Held, named: Names, subject: Find | None) -> Held:
    capacity = one.capacity
    if capacity.position is None:
        return one
    if fold(capacity.position) in lexicon.words("offices.plurals"):
        capacity = replace(capacity, position=offices.singular(capacity.position))
        one = replace(one, capacity=capacity)
    body = capacity.body
    if body is not None and named.find(body) is None:
        words = flat(text[capacity.start : max(capacity.end, body.end)])
        return replace(one, capacity=replace(capacity, position=words, end=max(capacity.end, body.end), body=None))
    if body is None and subject is not None and capacity.position is not None and _inner(capacity.position):
        return replace(one, capacity=replace(capacity, body=subject))
    return one


def _inner(position: str) -> bool:
    """True for an office of the body that the page is about, whatever adjective but no field stands before it."""
    words = fold(position).split()
    while len(words) > 1 and words[0] in lexicon.words("offices.before"):
        if " ".join(words) in lexicon.words("offices.heads"):
            return " ".join(words) in _inner_offices()
        if " ".join(words) in _inner_offices():
            return True
        if words[0] in lexicon.words("offices.fields"):
            return False  # `Scottish Transport Secretary`
        words = words[1:]
    return " ".join(words) in _inner_offices()


@cache
def _inner_offices() -> frozenset[str]:
    """Offices that always are of some body, with an ordinal before them or not."""
    plain = lexicon.words("offices.internal")
    ordinals = {w for w in lexicon.words("offices.before") if w[0].isdigit() or w in ("first", "erster", "premier")}
    return plain | {f"{o} {p}" for o in (*sorted(ordinals), "1", "2", "3", "4", "5") for p in plain}
