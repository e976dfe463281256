"""The types and properties that the service offers, with their names."""

from collections.abc import Iterable, Mapping
from functools import cache
from typing import Final

from kg import assets
from kg.serve.things import CLASS, Thing, Things
from kg.serve.words import names_in, said
from kg.vocab.concepts import Concept, concepts

SCHEMES: Final = ("organisation-kind", "territory-kind", "event-kind")
DEFAULT_TYPES: Final = ("Organisation", "Person", "Territory", "Event")
_BROADER: Final = {"Session": "Event", "CrossBorderArea": "Territory", "Group": "Organisation"}
_ACTIVE: Final = ("first-attested", "last-attested", "events")
_NAMED: Final = ("label-fr", "label-de", "label-en", "other-names")
_OF_CLASS: Final[Mapping[str, tuple[str, ...]]] = {
    "Person": ("offices", "acts-for", "exact-match", *_ACTIVE),
    "Organisation": (
        *("acronym", "kind", "seat", "territory", "part-of", "codes", "exact-match", "website", "began", "ended"),
        *_ACTIVE,
    ),
    "Territory": ("acronym", "kind", "within", "codes", "exact-match", "website", "began", "ended", *_ACTIVE),
    "Event": ("kind", "location", "part-of", "start", "end", "website"),
    "Venue": ("within", "website"),
    "Series": ("website",),
    "Project": ("acronym", "website", "exact-match"),
    "LegalInstrument": ("start", "website", "exact-match"),
}


@cache
def kinds() -> Mapping[str, Concept]:
    """The kinds of bodies, territories and events, by the ids of their types."""
    return {f"{scheme}/{one.id}": one for scheme in SCHEMES for one in concepts(scheme)}


def type_name(type_id: str, language: str) -> str | None:
    """The name of a type; None where there is no such type."""
    bare = type_id.removeprefix(CLASS)
    if type_id.startswith(CLASS) and bare in names_in("classes"):
        return said("classes", bare, language)
    return kinds()[type_id].label(language) if type_id in kinds() else None


def all_types() -> tuple[str, ...]:
    """The ids of all types: classes first, then kinds."""
    return (*(CLASS + one for one in names_in("classes")), *kinds())


def types_of(thing: Thing) -> tuple[str, ...]:
    """The ids of the types of a thing, the most telling first: its kinds, its classes, and the broader ones."""
    queue = [*(kind for kind in thing.all_of("kind") if kind in kinds()), *(CLASS + one for one in thing.classes)]
    for type_id in queue:
        above = [iri.removeprefix(assets.BASE) for iri in kinds()[type_id].broader] if type_id in kinds() else []
        wider = _BROADER.get(type_id.removeprefix(CLASS))
        queue += [one for one in (*above, *([CLASS + wider] if wider else [])) if one not in queue]
    return tuple(queue)


def typed(type_ids: Iterable[str], language: str) -> list[dict[str, str]]:
    """Types as the protocol writes them."""
    named = ((one, type_name(one, language)) for one in type_ids)
    return [{"id": one, "name": name} for one, name in named if name is not None]


def property_name(name: str, language: str) -> str | None:
    """The name of a property; None where there is no such property."""
    return said("properties", name, language) if name in names_in("properties") else None


def properties_of(type_id: str) -> tuple[str, ...]:
    """The properties that are worth asking for a type; of an unknown one, or none, all."""
    bare = type_id.removeprefix(CLASS)
    scheme = type_id.partition("/")[0].removesuffix("-kind").capitalize()
    of_class = _OF_CLASS.get(_BROADER.get(bare, bare)) or _OF_CLASS.get(scheme)
    return names_in("properties") if of_class is None else (*_NAMED, *of_class)


def value_type(name: str) -> str | None:
    """The type of the things that are values of a property; None where its values are text."""
    places = {"seat", "territory", "within", "location"}
    return CLASS + "Territory" if name in places else CLASS + "Organisation" if name == "acts-for" else None


def shown(thing_or_kind: str, things: Things, language: str) -> str:
    """The name of the value of a fact: of a thing, of a kind, or the text itself."""
    if thing_or_kind in things:
        return things[thing_or_kind].name(language)
    return type_name(thing_or_kind, language) or thing_or_kind


def description(thing: Thing, things: Things, language: str) -> str:
    """One line that tells a thing from its homonyms: kind, places, offices, days."""
    kind = type_name(types_of(thing)[0], language) or ""
    places = [shown(one, things, language) for name in ("seat", "within", "location") for one in thing.all_of(name)]
    acting = [shown(one, things, language) for one in (*thing.all_of("offices"), *thing.all_of("acts-for"))]
    start = [day[:10] for day in thing.all_of("start")[:1]]
    years = sorted({day[:4] for day in (*thing.attested[:1], *thing.attested[-1:])})
    parts = [kind, ", ".join(dict.fromkeys(places)), ", ".join(dict.fromkeys(acting[:3])), *start, "–".join(years)]
    return "; ".join(part for part in parts if part)
