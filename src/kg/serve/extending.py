"""Values of things for the columns of a table: names by language, codes, places, dates, numbers of events."""

from collections.abc import Callable, Mapping
from typing import Any, Final

from kg.serve.asking import Extension
from kg.serve.catalogue import shown
from kg.serve.suggesting import named
from kg.serve.things import Thing, Things
from kg.serve.words import names_in

Cell = dict[str, Any]


def extended(asked: Extension, things: Things, language: str) -> dict[str, Any]:
    """The answer to a request for values; an unknown thing has none, an unknown property is left out."""
    wanted = [one for one, _ in asked.properties if one in names_in("properties")]
    limits = {one: _limit(settings) for one, settings in asked.properties}
    rows = {
        id_: {one: values(things[id_], one, things, language)[: limits[one]] if id_ in things else [] for one in wanted}
        for id_ in asked.ids
    }
    return {"meta": named(wanted, language), "rows": rows}


def values(thing: Thing, name: str, things: Things, language: str) -> list[Cell]:
    """The values of one property of a thing."""
    special = _SPECIAL.get(name)
    if special is not None:
        return special(thing)
    return [_cell(one, things, language) for one in thing.all_of(name)]


def _cell(value: str, things: Things, language: str) -> Cell:
    return {"id": value, "name": things[value].name(language)} if value in things else _text(value, things, language)


def _text(value: str, things: Things, language: str) -> Cell:
    return {"str": shown(value, things, language)}


def _limit(settings: Mapping[str, Any]) -> int | None:
    """The setting `limit`, as OpenRefine sends it: a number, or text that is one; 0 is none."""
    raw = str(settings.get("limit", ""))
    return int(raw) if raw.isascii() and raw.isdigit() and len(raw) < 6 and int(raw) > 0 else None


def _strings(found: list[str]) -> list[Cell]:
    return [{"str": one} for one in dict.fromkeys(found)]


def _label(language: str) -> Callable[[Thing], list[Cell]]:
    """The names it goes by in a language; those of no language, such as people's, stand for all."""
    return lambda thing: _strings([n.text for n in thing.names if n.rank == 0 and n.language in (language, "")])


def _others(thing: Thing) -> list[Cell]:
    return _strings([name.text for name in thing.names if name.rank == 1])


def _acronyms(thing: Thing) -> list[Cell]:
    return _strings([name.text for name in thing.names if name.rank == 2])


_SPECIAL: Final[Mapping[str, Callable[[Thing], list[Cell]]]] = {
    "label-fr": _label("fr"),
    "label-de": _label("de"),
    "label-en": _label("en"),
    "other-names": _others,
    "acronym": _acronyms,
    "first-attested": lambda thing: _strings(list(thing.attested[:1])),
    "last-attested": lambda thing: _strings(list(thing.attested[-1:])),
    "events": lambda thing: [{"int": len(thing.events)}],
}
