"""What pages have in common: the people and things that they name, as far as these tell pages from each other."""

from collections.abc import Iterable, Mapping, Sequence

from kg.model import EntityType, MentionKey
from kg.resolve.clusters import Clusters
from kg.resolve.match.person_names import Key, is_rare
from kg.resolve.mentions import Named

_FEW = 8
"""A thing that so many pages name tells nothing about two of them ..."""
_SHARE = 0.01
"""... unless that is less than this share of all pages."""
_MOST = 20
"""Pages of a thing that are looked at."""


class Pages:
    """The telling things and people of each page."""

    def __init__(
        self, named: Iterable[Named], names_of: Mapping[MentionKey, Sequence[Key]], clusters: Clusters
    ) -> None:
        """Read the mentions.

        Args:
            named: all mentions.
            names_of: the full names of the people among them, as they are compared.
            clusters: the things so far; what a page names is asked of it when it is needed.
        """
        self._clusters = clusters
        self._named: dict[str, list[MentionKey]] = {}
        for one in named:
            self._named.setdefault(one.key.document, []).append(one.key)
        self._names_of = names_of
        self._limit = max(_FEW, int(len(self._named) * _SHARE))
        self._things: dict[str, frozenset[int]] = {}
        self._people: dict[str, frozenset[Key]] = {}

    def common_things(self, left: Iterable[str], right: Iterable[str], apart_from: Iterable[int] = ()) -> int:
        """How many telling bodies, places and works both groups of pages name."""
        return len((self.things_on(left) & self.things_on(right)) - set(apart_from))

    def common_people(self, left: Iterable[str], right: Iterable[str], apart_from: Iterable[Key] = ()) -> int:
        """How many full names of people, but for frequent ones, stand on both groups of pages."""
        return len((self.people_on(left) & self.people_on(right)) - set(apart_from))

    def things_on(self, documents: Iterable[str]) -> frozenset[int]:
        """The telling things that some pages name."""
        return frozenset().union(*(self._things_of(document) for document in sorted(documents)[:_MOST]))

    def people_on(self, documents: Iterable[str]) -> frozenset[Key]:
        """The full names of people, but for frequent ones, that stand on some pages."""
        return frozenset().union(*(self._people_of(document) for document in sorted(documents)[:_MOST]))

    def _things_of(self, document: str) -> frozenset[int]:
        found = self._things.get(document)
        if found is None:
            found = self._things[document] = frozenset(
                self._clusters.number(key)
                for key in self._named.get(document, ())
                if key.type is not EntityType.PERSON and self._clusters.size(key) <= self._limit
            )
        return found

    def _people_of(self, document: str) -> frozenset[Key]:
        found = self._people.get(document)
        if found is None:
            found = self._people[document] = frozenset(
                name for key in self._named.get(document, ()) for name in self._names_of.get(key, ()) if is_rare(name)
            )
        return found
