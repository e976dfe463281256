"""What facts say of two things of which one is described elsewhere; each finding stands in the table of weights."""

import re
from collections.abc import Callable, Iterable
from functools import cache
from typing import Final
from urllib.parse import urlsplit

from kg.model import EntityType
from kg.resolve.match.described import Described
from kg.resolve.match.forms import Reader
from kg.resolve.match.offices import office_of
from kg.resolve.match.vocabulary import PLACE
from kg.resolve.match.weights import Finding
from kg.vocab.concepts import concepts

_YEAR: Final = re.compile(r"-?\d{4}")
_YOUNGEST: Final = 15
"""At this age, or later, a person first takes part in what pages tell of."""
_PERSON: Final = frozenset({EntityType.PERSON})


def sort(asked: Described, other: Described, _: Reader) -> Finding | None:
    """Whether the other is no such thing at all: a river, a person for a body, a territory for its administration."""
    if other.excluded:
        return Finding("other_type", "its register calls it something that is no actor and no territory")
    if asked.types and other.types and not asked.types & other.types:
        return Finding("other_type", f"it is {_listed(other.types)}, not {_listed(asked.types)}")
    return None


def kind(asked: Described, other: Described, _: Reader) -> Finding | None:
    """The same kind, or one that is a sort of the other; or two kinds."""
    if not asked.kinds or not other.kinds:
        return None
    shared = sorted(one for one in asked.kinds if _with_broader(other.kinds) & _with_broader({one}))
    if shared:
        return Finding("same_kind", f"both are of one kind: {shared[0]}")
    return Finding("kinds_differ", f"two kinds: {', '.join(sorted(asked.kinds))}, and {', '.join(sorted(other.kinds))}")


def code(asked: Described, other: Described, _: Reader) -> Finding | None:
    """One code in a register, or two codes of which each names one thing."""
    shared = sorted(asked.codes & other.codes)
    if shared:
        return Finding("same_code", f"both are {shared[0].value} in {shared[0].register}")
    registers = sorted({one.register for one in asked.codes} & {one.register for one in other.codes})
    if not registers:
        return None
    mine, theirs = (_codes_in(registers[0], one) for one in (asked, other))
    return Finding("other_code", f"in {registers[0]} one is {mine}, the other {theirs}")


def territory(asked: Described, other: Described, reader: Reader) -> Finding | None:
    """A territory that both lie in or act for; a country at least; or countries that differ."""
    mine, theirs = (_places(one, reader) for one in (asked, other))
    countries = _countries((*asked.places, *other.places), reader)
    shared = sorted(mine.keys() & theirs.keys() - countries)
    if shared:
        return Finding("same_territory", f"both belong to {mine[shared[0]]}")
    own, its = mine.keys() & countries, theirs.keys() & countries
    if own & its:
        return Finding("same_country", f"both belong to {mine[min(own & its)]}")
    if own and its:
        return Finding("other_country", f"one belongs to {mine[min(own)]}, the other to {theirs[min(its)]}")
    return None


def time(asked: Described, other: Described, _: Reader) -> Finding | None:
    """Beginnings that agree; or times that exclude each other."""
    began, ended, since, until = (_year(v) for v in (asked.since, asked.until, other.since, other.until))
    if (ended and since and ended < since) or (until and began and until < began):
        return Finding("other_time", f"one was gone before the other began: {_span(asked)}, and {_span(other)}")
    if asked.years and since is not None and max(asked.years) < since + (_YOUNGEST if asked.types == _PERSON else 0):
        return Finding("other_time", f"pages show it in {_years(asked.years)}, and it is of {_span(other)}")
    if asked.years and until is not None and min(asked.years) > until:
        feature = "other_time" if asked.types == _PERSON else "gone"
        return Finding(feature, f"pages show it in {_years(asked.years)}, and it is of {_span(other)}")
    if began is not None and began == since:
        return Finding("same_time", f"both began in {began}")
    return None


def website(asked: Described, other: Described, _: Reader) -> Finding | None:
    """One website."""
    shared = sorted({_host(one) for one in asked.websites} & {_host(one) for one in other.websites} - {""})
    return Finding("same_website", f"both have the website {shared[0]}") if shared else None


def office(asked: Described, other: Described, _: Reader) -> Finding | None:
    """One office, whatever the language of its title."""
    shared = sorted({office_of(one) for one in asked.offices} & {office_of(one) for one in other.offices})
    return Finding("same_office", f"both hold the office: {shared[0]}") if shared else None


def body(asked: Described, other: Described, reader: Reader) -> Finding | None:
    """One body that both act for."""
    theirs = {reader.form(name) for name in other.bodies}
    shared = [name for name in asked.bodies if reader.form(name) in theirs and not reader.form(name).is_general]
    return Finding("same_body", f"both act for {shared[0]!r}") if shared else None


FACTS: Final[tuple[Callable[[Described, Described, Reader], Finding | None], ...]] = (
    sort,
    kind,
    code,
    territory,
    time,
    website,
    office,
    body,
)
"""All that is looked at beside the names."""


def _listed(types: Iterable[EntityType]) -> str:
    return " or ".join(sorted(f"{'an' if one.value[0] in 'AEIO' else 'a'} {one.value.lower()}" for one in types))


@cache
def _broader() -> dict[str, tuple[str, ...]]:
    found = (*concepts("organisation-kind"), *concepts("territory-kind"))
    return {one.id: tuple(iri.rpartition("/")[2] for iri in one.broader) for one in found}


def _with_broader(kinds: Iterable[str]) -> set[str]:
    """Kinds, and those that they are sorts of."""
    found: set[str] = set()
    queue = list(kinds)
    while queue:
        one = queue.pop()
        if one not in found:
            found.add(one)
            queue += _broader().get(one, ())
    return found


def _codes_in(register: str, one: Described) -> str:
    return " or ".join(sorted(code.value for code in one.codes if code.register == register))


def _places(one: Described, reader: Reader) -> dict[str, str]:
    """The tokens of places, each with the name that it was read from."""
    found: dict[str, str] = {}
    for name in one.places:
        for token in reader.form(name).of(PLACE):
            found.setdefault(token, name)
    return found


def _countries(names: Iterable[str], reader: Reader) -> set[str]:
    return {token for name in names if reader.is_country(name) for token in reader.form(name).tokens}


def _year(value: str | None) -> int | None:
    found = None if value is None else _YEAR.match(value)
    return None if found is None else int(found.group())


def _span(one: Described) -> str:
    return f"{(one.since or '…')[:10]} to {(one.until or '…')[:10]}"


def _years(years: Iterable[int]) -> str:
    ordered = sorted(set(years))
    return str(ordered[0]) if len(ordered) == 1 else f"{ordered[0]} to {ordered[-1]}"


def _host(address: str) -> str:
    parts = urlsplit(address)
    path = parts.path.rstrip("/")
    return f"{(parts.hostname or '').removeprefix('www.')}{path}"
