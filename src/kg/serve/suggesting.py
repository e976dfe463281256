"""What a person may mean who has typed the beginning of a name: things, types, properties."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from typing import Any, Final

from kg.resolve.names import compared
from kg.serve.catalogue import (
    all_types,
    description,
    properties_of,
    property_name,
    type_name,
    typed,
    types_of,
    value_type,
)
from kg.serve.things import Things
from kg.serve.words import LANGUAGES, names_in
from kg.text.normal import fold

PAGE: Final = 20
"""Suggestions of one answer; `cursor` skips those that were seen."""
_MOST_WORDS: Final = 12


class Suggester:
    """Finds by the beginning of a name, or of a word in it; built once."""

    def __init__(self, things: Things) -> None:
        self._things = things
        entries = {
            (part, at, thing.id) for thing in things.values() for n in thing.names for at, part in _parts(n.text)
        }
        self._entries = sorted(entries)

    def entities(self, prefix: str, cursor: int, language: str) -> dict[str, Any]:
        """Things by the beginning of a name, those first whose name itself begins so; or one by its id."""
        found = islice(self._found(prefix), cursor, cursor + PAGE)
        return {"result": [self._entity(one, language) for one in found]}

    def _entity(self, id_: str, language: str) -> dict[str, Any]:
        thing = self._things[id_]
        return {
            "id": id_,
            "name": thing.name(language),
            "description": description(thing, self._things, language),
            "notable": typed(types_of(thing), language),
        }

    def _found(self, prefix: str) -> Iterator[str]:
        wanted = compared(prefix)
        at = bisect_left(self._entries, (wanted, 0, "")) if wanted else len(self._entries)
        hits: dict[str, tuple[bool, str]] = {}
        while at < len(self._entries) and self._entries[at][0].startswith(wanted):
            part, within, id_ = self._entries[at]
            hits[id_] = min(hits.get(id_, (True, part)), (within > 0, part))
            at += 1
        exact = [prefix] if prefix in self._things else []
        yield from dict.fromkeys((*exact, *sorted(hits, key=lambda one: (hits[one], one))))


def suggested_types(prefix: str, cursor: int, language: str) -> dict[str, Any]:
    """Types by the beginning of a word of their name in any language, or by id."""
    found = (one for one in all_types() if _begins(prefix, (one, *(type_name(one, each) for each in LANGUAGES))))
    return {"result": typed(islice(found, cursor, cursor + PAGE), language)}


def suggested_properties(prefix: str, cursor: int, language: str) -> dict[str, Any]:
    """Properties by the beginning of a word of their name in any language, or by id."""
    every = names_in("properties")
    found = (one for one in every if _begins(prefix, (one, *(property_name(one, each) for each in LANGUAGES))))
    return {"result": named(islice(found, cursor, cursor + PAGE), language)}


def proposed(type_id: str, limit: int | None, language: str) -> dict[str, Any]:
    """The properties that are worth asking for a type."""
    answer: dict[str, Any] = {"type": type_id} if type_id else {}
    if limit is not None:
        answer["limit"] = limit
    return {**answer, "properties": named(properties_of(type_id)[:limit], language)}


def named(properties: Iterable[str], language: str) -> list[dict[str, Any]]:
    """Properties as the protocol writes them, with the type of their values where these are things."""
    found = []
    for one in properties:
        of = value_type(one)
        kind: Mapping[str, Any] = {} if of is None else {"type": typed((of,), language)[0]}
        found.append({"id": one, "name": property_name(one, language) or one, **kind})
    return found


def _parts(name: str) -> Iterator[tuple[int, str]]:
    """A name, and what follows each of its words' beginnings."""
    words = compared(name).split()
    for at in range(min(len(words), _MOST_WORDS)):
        yield at, " ".join(words[at:])


def _begins(prefix: str, names: Iterable[str | None]) -> bool:
    wanted = fold(prefix)
    return any(f" {fold(name)}".find(f" {wanted}") >= 0 for name in names if name is not None)
