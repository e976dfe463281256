"""What the names say of two things of which one is described elsewhere."""

from collections.abc import Iterator

from kg.model import EntityType
from kg.resolve.match.described import Described
from kg.resolve.match.forms import Form, Reader
from kg.resolve.match.person_names import Key, are_near, is_full, is_rare, name_key
from kg.resolve.match.things import Thing, name_findings
from kg.resolve.match.weights import Finding
from kg.resolve.names import compared

_PERSON = frozenset({EntityType.PERSON})
_DIFFERENT = "kinds_differ"


def names_agree(asked: Described, other: Described, reader: Reader) -> Iterator[Finding]:
    """How far the names agree: letter for letter, in translation, nearly, by an acronym, or not at all."""
    found = list(_of_people(asked, other) if asked.types == _PERSON else _of_things(asked, other, reader))
    yield from found
    if not asked.codes & other.codes and not any(finding.feature != _DIFFERENT for finding in found):
        yield Finding("other_name", f"no name of {other.names[0]!r} is like {asked.names[0]!r}")


def _of_things(asked: Described, other: Described, reader: Reader) -> Iterator[Finding]:
    shared = _shared(asked.names, other.names)
    if shared:
        yield Finding("same_name", f"both are called {shared[0]!r}")
        if len(shared) > 1:
            yield Finding("more_names", f"they share more names: {', '.join(map(repr, shared[1:]))}")
    else:
        yield from (one for one in name_findings(_thing(asked, reader), _thing(other, reader)) if _counts(one))
    acronyms = _shared(asked.acronyms, (*other.acronyms, *other.names)) or _shared(asked.names, other.acronyms)
    if acronyms:
        yield Finding("same_acronym", f"both are {acronyms[0]!r} for short")


def _counts(finding: Finding) -> bool:
    """Names alone say that two places or kinds differ; places and kinds that are stated say it better."""
    return finding.feature in {"same_meaning", "near_name", "alike_name", _DIFFERENT}


def _shared(names: tuple[str, ...], others: tuple[str, ...]) -> list[str]:
    """The names of the first that the second has, each spelt as the first spells it, once."""
    theirs = {compared(name) for name in others}
    mine = {compared(name): name for name in reversed(names)}
    return [name for key, name in reversed(mine.items()) if key in theirs]


def _thing(one: Described, reader: Reader) -> Thing:
    forms: dict[Form, None] = dict.fromkeys(reader.form(name) for name in one.names)
    return Thing(names=one.names, forms=tuple(form for form in forms if not form.is_general), pages=frozenset())


def _of_people(asked: Described, other: Described) -> Iterator[Finding]:
    mine, theirs = (_keys(one.names) for one in (asked, other))
    full = sorted(key for key in mine & theirs if is_full(key))
    if full:
        yield Finding("same_name", "the full name is the same")
    elif any(are_near(one, another) for one in mine for another in theirs):
        yield Finding("near_name", "the names can be forms of one")
    if any(map(is_rare, full)):
        yield Finding("rare_name", "the surname is not a frequent one")


def _keys(names: tuple[str, ...]) -> set[Key]:
    return {name_key(name) for name in names}
