"""The nodes of a network: what is said of an actor or an event, as plain values that every format can carry."""

from collections import defaultdict
from collections.abc import Iterable

from kg.network.places import Places
from kg.network.presence import bodies, is_person
from kg.network.scan import LANGUAGES, Scan, best_name, last
from kg.vocab import terms as t

Attributes = dict[str, str | int | float | bool]


class Nodes:
    """Describes actors and events.

    Attributes:
        scan: what was read from the graph.
        places: where actors belong.
    """

    def __init__(self, scan: Scan, places: Places) -> None:
        self.scan = scan
        self.places = places
        self._acted_for: dict[str, set[str]] = defaultdict(set)
        select = bodies(scan)
        for part in scan.parts:
            if is_person(scan, part.participant):
                self._acted_for[part.participant] |= set(select(part))

    def actor(self, iri: str) -> Attributes:
        """What is said of a person, organisation or territory."""
        actor = self.scan.actors.get(iri)
        names = {} if actor is None else actor.names
        homes = {home for body in self._acted_for.get(iri, {iri}) for home in self.places.home(body)}
        return {
            **_labels(names, iri),
            "kind": self._kind(iri),
            "organisation_kind": "" if actor is None else actor.kind,
            "country": self._listed(homes),
            "acts_for": self._listed(self._acted_for.get(iri, ())),
        }

    def event(self, iri: str) -> Attributes:
        """What is said of an event or session."""
        found = self.scan.events.get(iri)
        root = self.scan.root(iri)
        return {
            **_labels({} if found is None else found.names, iri),
            "kind": "event" if root == iri else "session",
            "event_kind": "" if found is None else found.kind,
            "date": day(self.scan, iri),
            "whole_event": root,
        }

    def event_name(self, iri: str) -> str:
        """What an event is called."""
        return best_name(self.scan.events[iri].names if iri in self.scan.events else {}, iri)

    def _kind(self, iri: str) -> str:
        if is_person(self.scan, iri):
            return "person"
        return "territory" if self.scan.is_a(iri, t.TERRITORY) else "organisation"

    def _listed(self, iris: Iterable[str]) -> str:
        actors = self.scan.actors
        return " | ".join(sorted(best_name(actors[iri].names, iri) if iri in actors else last(iri) for iri in iris))


def day(scan: Scan, event: str) -> str:
    """The day an event starts, as far as it is known: of a session without a date, that of its event."""
    for one in (event, scan.root(event)):
        if one in scan.events and scan.events[one].start:
            return scan.events[one].start[:10]
    return ""


def _labels(names: dict[str, str], iri: str) -> Attributes:
    return {"label": best_name(names, iri), **{f"label_{one}": names.get(one, "") for one in LANGUAGES}}
