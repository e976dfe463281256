"""Things and questions in the form in which `kg.resolve.match` compares them."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Final, TypeVar

from kg.model import Authority, Code, EntityType, Label
from kg.resolve.match.described import Described
from kg.serve.catalogue import kinds, shown
from kg.serve.things import Thing, Things
from kg.text.normal import fold

_TYPES: Final[Mapping[str, EntityType]] = {
    "Person": EntityType.PERSON,
    "Organisation": EntityType.ORGANIZATION,
    "Group": EntityType.ORGANIZATION,
    "Territory": EntityType.TERRITORY,
    "CrossBorderArea": EntityType.TERRITORY,
    "Venue": EntityType.VENUE,
    "Series": EntityType.SERIES,
    "Project": EntityType.PROJECT,
    "LegalInstrument": EntityType.INSTRUMENT,
}
_T = TypeVar("_T")
_LYING: Final = ("seat", "within", "territory", "location")


def types_in(thing: Thing) -> frozenset[EntityType]:
    """What sort of thing it is; nothing for events, which names alone tell apart."""
    return frozenset(_TYPES[one] for one in thing.classes if one in _TYPES)


def described(thing: Thing, things: Things) -> Described:
    """A thing of the graph as it is compared."""
    return Described(
        names=tuple(dict.fromkeys(name.text for name in thing.names)),
        types=types_in(thing),
        kinds=frozenset(one.partition("/")[2] for one in thing.all_of("kind") if one in kinds()),
        codes=frozenset(_code(one) for one in thing.all_of("codes")),
        places=tuple(things[one].name("fr") for one in _around(thing, things)),
        since=min(thing.all_of("began"), default=None),
        until=max(thing.all_of("ended"), default=None),
        websites=thing.all_of("website"),
        offices=thing.all_of("offices"),
        bodies=tuple(name.text for one in thing.all_of("acts-for") if one in things for name in things[one].names),
    )


def _around(thing: Thing, things: Things) -> list[str]:
    """The territories that it lies in, or whose bodies it acts for, and those that they lie in."""
    queue = [one for name in _LYING for one in thing.all_of(name)]
    queue += [place for body in thing.all_of("acts-for") if body in things for place in _places(things[body])]
    found: dict[str, None] = {}
    while queue:
        one = queue.pop(0)
        if one in things and one not in found:
            found[one] = None
            queue += things[one].all_of("within")
    return list(found)


def _places(body: Thing) -> Iterator[str]:
    for name in ("seat", "territory"):
        yield from body.all_of(name)
    if "Territory" in body.classes:
        yield body.id


def _code(written: str) -> Code:
    register, _, value = written.partition(":")
    return Code(register, value)


def territories(things: Things) -> dict[str, Authority]:
    """The territories, so that their names are read as places."""
    return {
        thing.id: Authority(
            id=thing.id,
            type=EntityType.TERRITORY,
            names=tuple(Label(name.text, name.language) for name in thing.names if name.rank == 0),
            variants=tuple(Label(name.text, name.language) for name in thing.names if name.rank == 1),
            within=thing.all_of("within"),
        )
        for thing in things.values()
        if "Territory" in thing.classes
    }


class Asked:
    """Makes what is asked comparable; knows which register each code is of, and which names each kind has."""

    def __init__(self, things: Things) -> None:
        self._things = things
        self._codes: dict[str, set[Code]] = {}
        for thing in things.values():
            for code in map(_code, thing.all_of("codes")):
                self._codes.setdefault(code.value, set()).add(code)
                self._codes.setdefault(f"{code.register}:{code.value}", set()).add(code)
        self._kinds: dict[str, set[str]] = {}
        for type_id, concept in kinds().items():
            for name in (type_id, concept.id, *(label.value for label in (*concept.labels, *concept.variants))):
                self._kinds.setdefault(fold(name), set()).add(concept.id)

    def described(self, name: str, given: Mapping[str, tuple[str, ...]]) -> Described:
        """What is asked for: a name, and values by the ids of properties; unknown codes and kinds say nothing."""
        values = {key: tuple(shown(one, self._things, "fr") for one in found) for key, found in given.items()}
        places = tuple(one for key in _LYING for one in values.get(key, ()))
        return Described(
            names=(name,) if name else (),
            acronyms=values.get("acronym", ()),
            kinds=frozenset(self._of(self._kinds, map(fold, given.get("kind", ())))),
            codes=frozenset(self._of(self._codes, given.get("codes", ()))),
            places=places,
            since=min(values.get("began", ()), default=None),
            websites=values.get("website", ()),
            offices=values.get("offices", ()),
            bodies=values.get("acts-for", ()),
        )

    @staticmethod
    def _of(table: Mapping[str, set[_T]], keys: Iterable[str]) -> Iterator[_T]:
        for key in keys:
            yield from table.get(key, ())
