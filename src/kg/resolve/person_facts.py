"""What each document says of a person, as facts that can be compared across documents."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from kg.model import Authority, EntityType, EventIdentity, MentionKey, Record
from kg.resolve.clusters import Clusters
from kg.resolve.match.forms import Reader
from kg.resolve.match.offices import is_of_town, office_of
from kg.resolve.match.people import Person
from kg.resolve.match.person_names import Key, is_full, name_key
from kg.resolve.match.vocabulary import PLACE
from kg.resolve.mentions import Named, key_of

_BODIES = (EntityType.ORGANIZATION, EntityType.TERRITORY)
_YEAR = re.compile(r"\d{4}")


def full_names(one: Named) -> tuple[Key, ...]:
    """The full names of a person as they are compared: a bare surname is not enough to meet."""
    keys = dict.fromkeys(name_key(name) for name in one.names)
    return tuple(key for key in keys if is_full(key) or key == name_key(one.key.name))


class Facts:
    """Reads facts of people from their records."""

    def __init__(
        self,
        authority: Mapping[str, Authority],
        clusters: Clusters,
        reader: Reader,
        events: Iterable[EventIdentity],
    ) -> None:
        self._authority = authority
        self._clusters = clusters
        self._reader = reader
        self._world = {(e.document, e.event): e.id for e in events}

    def of(self, one: Named) -> Person:
        """What the document of a mention says of it."""
        record = one.record
        events = self._events(one)
        years = sorted(_years(one, events))
        person = Person(
            names=frozenset(full_names(one)),
            pages=frozenset((record.document.id,)),
            events=frozenset(self._world[record.document.id, event] for event in events),
            years=(years[0], years[-1]) if years else (),
        )
        for title, body in capacities(one):
            person = self._with_capacity(person, record, title, body)
        return person

    def _with_capacity(self, person: Person, record: Record, title: str, body: str) -> Person:
        key = key_of(record, body, _BODIES)
        if key is None:
            return person
        territories = self.territories_of(key)
        office = office_of(title) if title else ""
        held = frozenset((office, territory) for territory in territories if office)
        towns = territories if is_of_town(office) else frozenset()
        return replace(
            person,
            bodies=person.bodies | {self._clusters.number(key)},
            offices=person.offices | held,
            towns=person.towns | towns,
            territories=person.territories | territories,
        )

    def territories_of(self, key: MentionKey) -> frozenset[str]:
        """The territory that a mention is, or that a body acts for: as the authority says, else as its name does."""
        entry = self._authority.get(self._clusters.entry(key) or "")
        if entry is not None and entry.type is EntityType.TERRITORY:
            return frozenset((PLACE + entry.id,))
        if entry is not None and entry.competent_for:
            return frozenset(PLACE + id_ for id_ in entry.competent_for)
        places = self._reader.form(key.name).of(PLACE)
        if not places and key.type is EntityType.TERRITORY:
            places = frozenset((PLACE + "-".join(self._reader.form(key.name).tokens),))
        return places

    def _events(self, one: Named) -> set[str]:
        """The events a person takes part in, and those that they belong to."""
        above = {event.id: event.part_of for event in one.record.events}
        found: set[str] = set()
        for participation in one.record.participations:
            at = participation.event if participation.agent in one.names else None
            while at is not None and at in above and at not in found:
                found.add(at)
                at = above[at]
        return found


def capacities(one: Named) -> Iterator[tuple[str, str]]:
    """Title and body of each office or affiliation that has a body."""
    record = one.record
    for p in record.participations:
        if p.organization is not None and p.agent in one.names:
            yield p.position or "", p.organization
    for position in record.positions:
        if position.organization is not None and position.person in one.names:
            yield position.position, position.organization


def _years(one: Named, events: set[str]) -> Iterator[int]:
    """The years in which the document places the person: of events, of offices, else of its publication."""
    stated = [e.start for e in one.record.events if e.id in events]
    stated += [year for p in one.record.positions if p.person in one.names for year in (p.start, p.end)]
    for value in [one_ for one_ in stated if one_] or [one.record.document.published or ""]:
        found = _YEAR.match(value)
        if found is not None:
            yield int(found.group())
