"""Who was where: for each projection, the actors at each event or session, and how each of them was there."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Final

from kg.network.places import Places
from kg.network.scan import Part, Scan
from kg.vocab import terms as t

ABSENT: Final = frozenset({"excused", "cancelled"})
"""Whoever is said to be this was not there: no tie."""

STRENGTH: Final = ("unstated", "announced", "represented", "reported")
"""How much is known, from little to much: a report says more than a programme."""


@dataclass(slots=True)
class Presence:
    """How one actor was at one event: gathered over all that is stated."""

    roles: set[str] = field(default_factory=set)
    factuality: set[str] = field(default_factory=set)
    evidence: set[str] = field(default_factory=set)
    parts: int = 0

    def add(self, part: Part) -> None:
        """Take in one more participation."""
        self.roles |= {part.role} - {""}
        self.factuality.add(part.factuality or "unstated")
        self.evidence |= part.evidence
        self.parts += 1

    def strength(self) -> int:
        """The place in STRENGTH of the surest that is stated."""
        return max((STRENGTH.index(one) for one in self.factuality if one in STRENGTH), default=0)


Presences = dict[str, dict[str, Presence]]
"""Of each event or session, the presence of each actor."""

Select = Callable[[Part], Iterable[str]]
"""Whom a participation puts at its event."""


def people(scan: Scan) -> Select:
    """The person, unless somebody else came in their place."""
    return lambda part: [one for one in [part.participant] if part.factuality != "represented" and is_person(scan, one)]


def bodies(scan: Scan) -> Select:
    """The bodies that somebody came for, or that took part themselves."""
    return lambda part: part.bodies | ({part.participant} - {""} if not is_person(scan, part.participant) else set())


def regions(scan: Scan, places: Places) -> Select:
    """The regions of those bodies."""
    of = bodies(scan)
    return lambda part: {region for body in of(part) for region in places.regions(body)}


def countries(scan: Scan, places: Places) -> Select:
    """The countries of those bodies."""
    of = bodies(scan)
    return lambda part: {country for body in of(part) for country in places.countries(body)}


def is_person(scan: Scan, actor: str) -> bool:
    """Whether an actor is a person."""
    return scan.is_a(actor, t.PERSON)


def presences(parts: Iterable[Part], select: Select, place: Callable[[str], str]) -> Presences:
    """Who was at what, without those who were absent.

    Args:
        parts: the participations.
        select: whom a participation puts there.
        place: from the event of a participation to the one that counts: itself, or the whole event.
    """
    out: Presences = defaultdict(lambda: defaultdict(Presence))
    for part in parts:
        if part.factuality not in ABSENT:
            for actor in select(part):
                out[place(part.event)][actor].add(part)
    return out
