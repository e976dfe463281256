"""What a record needs to know beyond itself: which thing each of its names is."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from kg.errors import KgBug
from kg.model import Authority, Entity, EntityType, MentionKey, Record, Resolution

# A name may stand for a town and for its council; what a field asks for decides.
ACTORS: Final = (EntityType.PERSON, EntityType.ORGANIZATION, EntityType.TERRITORY, EntityType.VENUE)
BODIES: Final = (EntityType.ORGANIZATION, EntityType.TERRITORY, EntityType.VENUE)
PLACES: Final = (EntityType.TERRITORY, EntityType.VENUE, EntityType.ORGANIZATION)
VENUES: Final = (EntityType.VENUE, EntityType.ORGANIZATION, EntityType.TERRITORY)
SERIES: Final = (EntityType.SERIES, EntityType.PROJECT)
PERSONS: Final = (EntityType.PERSON,)


@dataclass(frozen=True, slots=True, kw_only=True)
class World:
    """The resolution, indexed."""

    entities: Mapping[MentionKey, Entity]
    events: Mapping[tuple[str, str], str]
    authority: Mapping[str, Authority]
    topics: Mapping[str, tuple[tuple[str, str], ...]]
    """Document id to pairs of event id and topic IRI."""

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
