"""What a record needs to know beyond itself: which thing each of its names is."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from kg.errors import KgBug
from kg.model import Authority, Entity, EntityType, Link, MentionKey, Merge, Record, Resolution
from kg.vocab.terms import ORGANISATION, PERSON, SERIES, VENUE


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What a field of a record asks for; a name may stand for a town, for its council and for its hall."""

    order: tuple[EntityType, ...]
    """Which type is meant where one name has several, the likeliest first."""
    fitting: frozenset[EntityType]
    """The types that the graph takes there as they are."""
    otherwise: str
    """The class that a thing of another type has besides its own."""


_ORGANISATION, _TERRITORY, _VENUE = EntityType.ORGANIZATION, EntityType.TERRITORY, EntityType.VENUE

ACTORS: Final = Asked(
    order=(EntityType.PERSON, _ORGANISATION, _TERRITORY, _VENUE),
    fitting=frozenset((EntityType.PERSON, _ORGANISATION, _TERRITORY)),
    otherwise=ORGANISATION,
)
BODIES: Final = Asked(
    order=(_ORGANISATION, _TERRITORY, _VENUE), fitting=frozenset((_ORGANISATION, _TERRITORY)), otherwise=ORGANISATION
)
PLACES: Final = Asked(
    order=(_TERRITORY, _VENUE, _ORGANISATION), fitting=frozenset((_TERRITORY, _VENUE)), otherwise=VENUE
)
VENUES: Final = Asked(
    order=(_VENUE, _ORGANISATION, _TERRITORY), fitting=frozenset((_TERRITORY, _VENUE)), otherwise=VENUE
)
SERIES_OF: Final = Asked(
    order=(EntityType.SERIES, EntityType.PROJECT), fitting=frozenset((EntityType.SERIES,)), otherwise=SERIES
)
PERSONS: Final = Asked(order=(EntityType.PERSON,), fitting=frozenset((EntityType.PERSON,)), otherwise=PERSON)


@dataclass(frozen=True, slots=True, kw_only=True)
class World:
    """The resolution, indexed."""

    entities: Mapping[MentionKey, Entity]
    events: Mapping[tuple[str, str], str]
    authority: Mapping[str, Authority]
    topics: Mapping[str, tuple[tuple[str, str], ...]]
    """Document id to pairs of event id and topic IRI."""
    merges: tuple[Merge, ...] = ()
    """Why mentions are one thing."""
    links: tuple[Link, ...] = ()
    """What other registers call things, as people have accepted it."""

    @classmethod
    def of(
        cls,
        resolution: Resolution,
        authority: Mapping[str, Authority],
        topics: Mapping[str, tuple[tuple[str, str], ...]],
    ) -> "World":
        """Index a resolution."""
        return cls(
            entities={mention: entity for entity in resolution.entities for mention in entity.mentions},
            events={(e.document, e.event): e.id for e in resolution.events},
            authority=authority,
            topics=topics,
            merges=resolution.merges,
            links=resolution.links,
        )

    def entity(self, record: Record, name: str, types: tuple[EntityType, ...]) -> Entity:
        """The thing that `name` is in this record, the earlier of `types` first, then any type.

        Raises:
            KgBug: the name is no mention of the record, or resolve has left it out.
        """
        for wanted in (*types, *EntityType):
            for mention in record.mentions:
                if mention.type is wanted and name in (mention.name, *mention.aliases):
                    return self.entities[MentionKey(record.document.id, mention.type, mention.name)]
        raise KgBug(f"{record.document.id}: {name!r} is the name of no resolved mention")
