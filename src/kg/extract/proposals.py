"""What another extractor proposes, and what it must look like to be asked.

Whoever proposes, nothing enters a record but through `kg.extract.gate`. docs/extension.md shows how to write one.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Protocol, runtime_checkable

from kg.model import Document


class Facet(StrEnum):
    """The lists of a record, in the order in which their items refer to each other."""

    ENTITIES = "entities"
    EVENTS = "events"
    PARTICIPATIONS = "participations"
    POSITIONS = "positions"


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """One item that an extractor proposes for a record.

    Attributes:
        facet: the list it belongs to, a value of `Facet`.
        fields: the fields of the item as in a record (`name`, `role`, `position`), values as text. An event is called
            by its title or by its id in the record.
        quote: the words of the document that state it.
        start: where the quote begins in the document's text, in code points.
        end: where it ends.
    """

    facet: str
    fields: Mapping[str, str | None] = field(default_factory=dict)
    quote: str
    start: int
    end: int


@runtime_checkable
class Extractor(Protocol):
    """Proposes items for a document's record. Its class is named by an entry point of the group `kg.extractors`."""

    @property
    def name(self) -> str:
        """How it is called in findings."""
        ...

    def propose(self, document: Document) -> Iterable[Candidate]:
        """The items that it finds in a document.

        Raises:
            KgError: it cannot do its work on this document; this becomes an issue, and the record stands without it.
        """
        ...
