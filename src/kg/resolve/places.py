"""Where a venue stands: two town halls of one name in two towns are two."""

from collections.abc import Mapping

from kg.model import Authority, EntityType
from kg.resolve.clusters import Clusters
from kg.resolve.mentions import Named, key_of
from kg.resolve.names import compared
from kg.text.acronym import is_acronym

_PLACES = (EntityType.TERRITORY,)


class Places:
    """The towns in which the venues of the records stand, as far as the records say it."""

    def __init__(self, clusters: Clusters, authority: Mapping[str, Authority]) -> None:
        self._clusters = clusters
        self._authority = authority

    def of(self, venue: Named) -> set[str]:
        """The places of the events held there: authority ids, else names as they are compared."""
        events = (e for e in venue.record.events if e.venue in venue.names and e.place is not None)
        return {self._place(venue, event.place or "") for event in events}

    def _place(self, venue: Named, name: str) -> str:
        mention = key_of(venue.record, name, _PLACES)
        entry = None if mention is None else self._clusters.entry(mention)
        return compared(name) if entry is None else entry

    def may_be(self, one: Named, id_: str) -> bool:
        """Whether a mention can be an entry: a venue must not stand in another town than the entry's."""
        within = self._authority[id_].within
        if one.key.type is not EntityType.VENUE or not within:
            return True
        places = self.of(one)
        return not places or bool(places & self._around(within))

    def agree(self, one: Named, other: Named) -> bool:
        """Whether two mentions of one name do not stand in different towns; every town has a `Rathaus`."""
        if one.key.type is not EntityType.VENUE:
            return True
        mine, theirs = self.of(one), self.of(other)
        if not mine or not theirs:
            return all(" " in compared(named.key.name) or is_acronym(named.key.name) for named in (one, other))
        return bool(mine & theirs)

    def _around(self, within: tuple[str, ...]) -> set[str]:
        found = set(within)
        queue = list(within)
        for at in queue:
            entry = self._authority.get(at)
            queue += [above for above in (() if entry is None else entry.within) if above not in found]
            found.update(queue)
        return found
