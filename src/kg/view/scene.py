"""What stands in the picture: the nodes, and the ties between them with the statements that make each."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final

from kg.view.facts import Columns, Facts
from kg.view.kinds import (
    ACTS_FOR,
    ANNOUNCED,
    EVENT,
    OFFICE,
    ORGANISATION,
    PART,
    PERSON,
    PLACE,
    REPORTED,
    SESSION,
    TERRITORY,
)
from kg.vocab import terms
from kg.vocab.namespaces import FACTUALITY

HAPPENED: Final = FACTUALITY + "reported"


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Tie:
    """One line of the picture.

    Attributes:
        source: the id of the node it starts from: who acts, the session, what takes place.
        target: the id of the other node.
        kind: a key of `kinds.TIE_KINDS`.
        statements: the ids of the participations and tenures that make it.
    """

    source: str
    target: str
    kind: str
    statements: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """The picture before it has colours and places.

    Attributes:
        nodes: of each node, its kind, sorted by id.
        ties: sorted.
    """

    nodes: Mapping[str, str]
    ties: tuple[Tie, ...]


@dataclass(slots=True)
class _Draft:
    """What has been found so far."""

    facts: Facts
    nodes: dict[str, str] = field(default_factory=dict)
    ties: dict[tuple[str, str, str], dict[str, None]] = field(default_factory=lambda: defaultdict(dict))

    def node(self, thing: str, otherwise: str) -> None:
        """Draw a thing, as what it is or, where the graph does not say, as what it acts as."""
        self.nodes.setdefault(thing, self.facts.kinds.get(thing, otherwise))

    def tie(self, source: str, target: str, kind: str, statement: str | None = None) -> None:
        """Tie two nodes; the statements of one pair and kind are gathered in one line."""
        if source != target:
            statements = self.ties[source, target, kind]
            if statement is not None:
                statements[statement] = None


def compose(facts: Facts) -> Scene:
    """Choose what is drawn: every event, whoever takes part in one or holds an office, and the territories they tie."""
    draft = _Draft(facts)
    _add_events(draft)
    _add_participations(draft)
    _add_tenures(draft)
    _add_competences(draft)
    return Scene(nodes=dict(sorted(draft.nodes.items())), ties=tuple(sorted(_ties(draft))))


def _ties(draft: _Draft) -> Iterator[Tie]:
    for (source, target, kind), statements in draft.ties.items():
        if kind == ACTS_FOR and (source, target, OFFICE) in draft.ties:
            continue  # an office says for whom somebody acts, and says it better
        happened = kind == ANNOUNCED and any(_is_reported(draft.facts, statement) for statement in statements)
        yield Tie(
            source=source, target=target, kind=REPORTED if happened else kind, statements=tuple(sorted(statements))
        )


def _is_reported(facts: Facts, participation: str) -> bool:
    return HAPPENED in facts.participations[participation].get("factuality", ())


def _add_events(draft: _Draft) -> None:
    for thing, kind in draft.facts.kinds.items():
        if kind in (EVENT, SESSION):
            draft.node(thing, kind)
            for parent in draft.facts.linked(thing, terms.PART_OF):
                draft.node(parent, EVENT)
                draft.tie(thing, parent, PART)
            for place in _places_of_its_own(draft.facts, thing):
                draft.node(place, TERRITORY)
                draft.tie(thing, place, PLACE)


def _places_of_its_own(facts: Facts, event: str) -> list[str]:
    """The territories of an event; of a session only those that its event does not have."""
    above = {place for parent in facts.linked(event, terms.PART_OF) for place in _territories(facts, parent)}
    return [place for place in _territories(facts, event) if place not in above]


def _territories(facts: Facts, event: str) -> Iterator[str]:
    """Where an event takes place: the territory that is stated, or else the one that its venue lies in."""
    locations = facts.linked(event, terms.LOCATION)
    stated = [place for place in locations if place in facts.places]
    if len(stated) > 0:
        yield from stated
    else:
        yield from (place for venue in locations for place in facts.linked(venue, terms.WITHIN))


def _add_participations(draft: _Draft) -> None:
    for statement, columns in draft.facts.participations.items():
        actors = _actors(columns)
        for event in columns["event"]:
            draft.node(event, EVENT)
            for actor in actors:
                draft.node(actor, ORGANISATION)
                draft.tie(actor, event, ANNOUNCED, statement)
        for person in columns.get("participant", ()):
            for body in columns.get("body", ()):
                draft.node(body, ORGANISATION)
                draft.tie(person, body, ACTS_FOR, statement)


def _actors(columns: Columns) -> tuple[str, ...]:
    """Who takes part: the one who is named, else the body in whose name or office somebody unnamed does."""
    for column in ("participant", "body", "office"):
        if column in columns:
            return columns[column]
    return ()


def _add_tenures(draft: _Draft) -> None:
    for statement, columns in draft.facts.tenures.items():
        for person in columns["person"]:
            draft.node(person, PERSON)
            for body in columns.get("body", columns.get("office", ())):
                draft.node(body, ORGANISATION)
                draft.tie(person, body, OFFICE, statement)


def _add_competences(draft: _Draft) -> None:
    for thing, kind in list(draft.nodes.items()):
        if kind == ORGANISATION:
            for territory in draft.facts.linked(thing, terms.COMPETENT_FOR):
                draft.node(territory, TERRITORY)
                draft.tie(thing, territory, ACTS_FOR)
