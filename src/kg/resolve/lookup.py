"""The authority by name: which entries a mention's names fit."""

from collections import defaultdict
from collections.abc import Mapping

from kg.model import Authority, EntityType
from kg.resolve.match.forms import Form, Reader
from kg.resolve.match.things import differ, likeness
from kg.resolve.mentions import Named
from kg.resolve.names import compared, overlap

NEAR = 0.5
"""From this share of common words on, two full names beside one acronym are forms of one name."""


def are_near(name: str, other: str, reader: Reader) -> bool:
    """Whether two full names that have one acronym can be forms of one name."""
    one, another = reader.form(name), reader.form(other)
    near = overlap(name, other) >= NEAR or likeness(one, another)[0] >= NEAR
    return near and not differ(one, another)


class Index:
    """All names of the authority's entries, as they are compared, by type."""

    def __init__(self, authority: Mapping[str, Authority], reader: Reader) -> None:
        self._entries = authority
        self._reader = reader
        self._by_name: defaultdict[tuple[EntityType, str], set[str]] = defaultdict(set)
        self._by_form: defaultdict[tuple[EntityType, Form], set[str]] = defaultdict(set)
        self._by_acronym: defaultdict[tuple[EntityType, str], set[str]] = defaultdict(set)
        for entry in authority.values():
            for label in (*entry.names, *entry.variants):
                self._by_name[entry.type, compared(label.value)].add(entry.id)
                form = reader.form(label.value)
                if not form.is_general:
                    self._by_form[entry.type, form].add(entry.id)
            for acronym in entry.acronyms:
                self._by_acronym[entry.type, compared(acronym)].add(entry.id)

    def entries(self, named: Named) -> tuple[str, list[str]]:
        """The entries that a mention can be, and by what: its full names, what they mean, or else its acronyms."""
        type_ = named.key.type
        by_name = {id_ for name in named.names for id_ in self._by_name.get((type_, compared(name)), ())}
        if by_name:
            return "known_name", sorted(by_name)
        by_form = {id_ for form in named.forms(self._reader) for id_ in self._by_form.get((type_, form), ())}
        if by_form:
            return "same_meaning", sorted(by_form)
        return "same_acronym", sorted(id_ for id_ in self.by_acronym(named) if self._agrees(id_, named))

    def by_acronym(self, named: Named) -> set[str]:
        """The entries that share an acronym with the mention."""
        return {id_ for name in named.names for id_ in self._by_acronym.get((named.key.type, compared(name)), ())}

    def _agrees(self, id_: str, named: Named) -> bool:
        """A full name on the page must be near one of the entry's: an acronym can stand for much."""
        entry = self._entries[id_]
        known = [compared(label.value) for label in (*entry.names, *entry.variants)]
        full = named.full_names
        return not full or any(are_near(mine, theirs, self._reader) for mine in full for theirs in known)
