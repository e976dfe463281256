"""What the networks are made of, read from the graph in four scans: parts taken, events, actors, places.

Pairs are formed afterwards in Python: a SPARQL self-join over the same data takes a hundred times as long.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from kg import assets
from kg.query import Engine, Term
from kg.vocab import terms as t

LANGUAGES: Final = ("fr", "de", "en")
_DEPTH: Final = 32

Row = dict[str, Term]


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One participation: in what, by whom, for whom, as what, and where that is written."""

    event: str
    participant: str
    """The IRI of the participant, "" where only an office or a body is named."""
    bodies: frozenset[str]
    role: str
    factuality: str
    evidence: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """An event or session: names by language, kind, start as written, and what it is part of ("" for an event)."""

    names: dict[str, str]
    kind: str
    start: str
    whole: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """A person, organisation or territory: its classes, names by language, and the kind of an organisation."""

    classes: frozenset[str]
    names: dict[str, str]
    kind: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Scan:
    """Everything read from the graph. Keys and references are IRIs."""

    parts: tuple[Part, ...]
    events: dict[str, Event]
    actors: dict[str, Actor]
    places: dict[str, dict[str, tuple[str, ...]]] = field(default_factory=dict)
    """Of each relation (within, composedOf, competentFor, seat), the territories of each thing."""

    def root(self, event: str) -> str:
        """The event that a session belongs to in the end; an event itself."""
        for _ in range(_DEPTH):
            found = self.events.get(event)
            if found is None or not found.whole:
                break
            event = found.whole
        return event

    def is_a(self, actor: str, kind: str) -> bool:
        """Whether an actor is of a class."""
        return actor in self.actors and kind in self.actors[actor].classes


def scan(engine: Engine) -> Scan:
    """Read what the networks are made of."""
    return Scan(parts=_parts(engine), events=_events(engine), actors=_actors(engine), places=_places(engine))


def best_name(names: dict[str, str], otherwise: str) -> str:
    """The name in the first of fr, de, en that there is, else in any language, else the last part of the IRI."""
    for wanted in (*LANGUAGES, *sorted(names)):
        if wanted in names:
            return names[wanted]
    return last(otherwise)


def last(iri: str) -> str:
    """The last part of an IRI."""
    return iri.replace("#", "/").rpartition("/")[2]


def _rows(engine: Engine, name: str) -> Iterator[Row]:
    table = engine.select(assets.text(assets.path(f"queries/network/{name}.rq")))
    for row in table.rows:
        yield {column: term for column, term in zip(table.columns, row, strict=True) if term is not None}


def _grouped(engine: Engine, name: str, column: str) -> dict[str, list[Row]]:
    groups: dict[str, list[Row]] = defaultdict(list)
    for row in _rows(engine, name):
        groups[row[column].value].append(row)
    return groups


def _values(rows: list[Row], column: str) -> list[str]:
    return sorted({row[column].value for row in rows if column in row})


def _first(rows: list[Row], column: str) -> str:
    return next(iter(_values(rows, column)), "")


def _names(rows: list[Row]) -> dict[str, str]:
    names: dict[str, str] = {}
    for term in sorted((row["name"] for row in rows if "name" in row), key=lambda one: one.value):
        names.setdefault(term.language or "", term.value)
    return names


def _parts(engine: Engine) -> tuple[Part, ...]:
    return tuple(
        Part(
            event=event,
            participant=_first(rows, "participant"),
            bodies=frozenset(_values(rows, "body")),
            role=last(_first(rows, "role")),
            factuality=last(_first(rows, "factuality")),
            evidence=frozenset(_values(rows, "evidence")),
        )
        for _, rows in sorted(_grouped(engine, "participations", "statement").items())
        for event in _values(rows, "event")
    )


def _events(engine: Engine) -> dict[str, Event]:
    return {
        event: Event(
            names=_names(rows),
            kind=last(_first(rows, "kind")),
            start=_first(rows, "start"),
            whole=_first(rows, "whole"),
        )
        for event, rows in sorted(_grouped(engine, "events", "event").items())
    }


def _actors(engine: Engine) -> dict[str, Actor]:
    return {
        actor: Actor(classes=frozenset(_values(rows, "class")), names=_names(rows), kind=last(_first(rows, "kind")))
        for actor, rows in sorted(_grouped(engine, "actors", "actor").items())
    }


def _places(engine: Engine) -> dict[str, dict[str, tuple[str, ...]]]:
    relations: dict[str, dict[str, tuple[str, ...]]] = {
        relation: {} for relation in (t.WITHIN, t.COMPOSED_OF, t.COMPETENT_FOR, t.SEAT)
    }
    for thing, rows in _grouped(engine, "places", "thing").items():
        for relation, places in relations.items():
            here = [row for row in rows if row["relation"].value == relation]
            if here:
                places[thing] = tuple(_values(here, "territory"))
    return relations
