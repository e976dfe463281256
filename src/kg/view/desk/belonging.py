"""What nodes can be filtered by: kind of organisation, topic, territory, country; and the dates of events."""

from collections import defaultdict
from collections.abc import Iterable

from kg.network.places import Places
from kg.network.scan import Actor, Scan
from kg.view.facts import Facts
from kg.view.kinds import EVENT, SESSION
from kg.vocab import terms


class Belonging:
    """Answers where the things of a graph belong.

    Args:
        facts: the graph.
    """

    def __init__(self, facts: Facts) -> None:
        self._facts = facts
        self._places = Places(_scan(facts))
        self._bodies: dict[str, set[str]] = defaultdict(set)
        for columns in facts.participations.values():
            for person in columns.get("participant", ()):
                self._bodies[person].update(columns.get("body", columns.get("office", ())))
        for columns in facts.tenures.values():
            for person in columns["person"]:
                self._bodies[person].update(columns.get("body", columns.get("office", ())))

    def kinds(self, node: str) -> tuple[str, ...]:
        """The kinds of an organisation."""
        return self._facts.linked(node, terms.CLASSIFICATION)

    def topics(self, node: str) -> tuple[str, ...]:
        """What an event is about, and so each session of it."""
        return tuple(
            sorted({topic for one in (node, *self._wholes(node)) for topic in self._facts.linked(one, terms.ABOUT)})
        )

    def bodies(self, node: str) -> frozenset[str]:
        """The bodies that a person is said to act for or to hold an office in; any other thing is its own."""
        return frozenset(self._bodies[node]) if node in self._bodies else frozenset((node,))

    def territories(self, node: str) -> tuple[str, ...]:
        """The territories of a node: its own, those it or its body is competent for, or where an event takes place."""
        if self._facts.kinds.get(node) in (EVENT, SESSION):
            return tuple(sorted(self._locations(node)))
        return tuple(sorted({place for body in self.bodies(node) for place in self._places.territories(body)}))

    def countries(self, node: str) -> tuple[str, ...]:
        """The countries that a node acts for, or that an event takes place in."""
        if self._facts.kinds.get(node) in (EVENT, SESSION):
            return tuple(
                sorted({country for place in self._locations(node) for country in self._places.countries(place)})
            )
        return tuple(sorted({country for body in self.bodies(node) for country in self._places.countries(body)}))

    def dates(self, node: str) -> list[str]:
        """The dates of an event; of a session without any, those of its event."""
        for one in (node, *self._wholes(node)):
            details = self._facts.details.get(one, {})
            found = [
                term.value for relation in (terms.START_DATE, terms.END_DATE) for term in details.get(relation, ())
            ]
            if len(found) > 0:
                return found
        return []

    def whole(self, node: str) -> str:
        """The event that a session belongs to in the end; an event itself."""
        return (node, *self._wholes(node))[-1]

    def _wholes(self, node: str) -> list[str]:
        """What an event is part of, from the nearest outwards."""
        around = [node]
        for one in around:
            around += [whole for whole in self._facts.linked(one, terms.PART_OF) if whole not in around]
        return around[1:]

    def _locations(self, event: str) -> set[str]:
        stated = [place for one in (event, *self._wholes(event)) for place in self._facts.linked(one, terms.LOCATION)]
        within = {
            place
            for venue in stated
            for place in self._facts.linked(venue, terms.WITHIN)
            if venue not in self._facts.places
        }
        return {place for place in stated if place in self._facts.places} | within


def _scan(facts: Facts) -> Scan:
    """The territories of the facts, as networks are made of them."""
    relations = (terms.WITHIN, terms.COMPOSED_OF, terms.COMPETENT_FOR, terms.SEAT)
    return Scan(
        parts=(),
        events={},
        actors={place: Actor(classes=_classes(place, facts), names={}, kind="") for place in facts.places},
        places={relation: dict(_related(facts, relation)) for relation in relations},
    )


def _classes(place: str, facts: Facts) -> frozenset[str]:
    return frozenset({terms.TERRITORY, terms.CROSS_BORDER_AREA} if place in facts.areas else {terms.TERRITORY})


def _related(facts: Facts, relation: str) -> Iterable[tuple[str, tuple[str, ...]]]:
    return ((thing, facts.linked(thing, relation)) for thing, found in facts.details.items() if relation in found)
