"""The authority by name: which entries a mention's names fit."""

from collections import defaultdict
from collections.abc import Mapping

from kg.model import Authority, EntityType
from kg.resolve.mentions import Named
from kg.resolve.names import compared, overlap

NEAR = 0.5
"""From this share of common words on, two full names beside one acronym are forms of one name."""


class Index:
    """All names of the authority's entries, as they are compared, by type."""

    def __init__(self, authority: Mapping[str, Authority]) -> None:
        self._entries = authority
        self._by_name: defaultdict[tuple[EntityType, str], set[str]] = defaultdict(set)
        self._by_acronym: defaultdict[tuple[EntityType, str], set[str]] = defaultdict(set)
        for entry in authority.values():
            for label in (*entry.names, *entry.variants):
                self._by_name[entry.type, compared(label.value)].add(entry.id)
            for acronym in entry.acronyms:
                self._by_acronym[entry.type, compared(acronym)].add(entry.id)

    def entries(self, named: Named) -> list[str]:
        """The entries that a mention can be: by its full names, and only without those by its acronyms."""
        type_ = named.key.type
        by_name = {id_ for name in named.names for id_ in self._by_name.get((type_, compared(name)), ())}
        if by_name:
            return sorted(by_name)
        return sorted(id_ for id_ in self.by_acronym(named) if self._agrees(id_, named))

    def by_acronym(self, named: Named) -> set[str]:
        """The entries that share an acronym with the mention."""
        return {id_ for name in named.names for id_ in self._by_acronym.get((named.key.type, compared(name)), ())}

    def _agrees(self, id_: str, named: Named) -> bool:
        """A full name on the page must be near one of the entry's: an acronym can stand for much."""
        entry = self._entries[id_]
        known = [compared(label.value) for label in (*entry.names, *entry.variants)]
        full = named.full_names
        return not full or any(overlap(mine, theirs) >= NEAR for mine in full for theirs in known)
