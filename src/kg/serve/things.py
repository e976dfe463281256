"""What the service knows of each thing of the graph: names, types, facts and activity, read once at the start."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from kg.serve.words import LANGUAGES

CLASS: Final = "ns#"
"""How the id of a type that is a class begins; that of a kind begins with its scheme."""


@dataclass(frozen=True, slots=True, order=True)
class Name:
    """One name: `rank` is 0 for the one it goes by, 1 for another, 2 for an acronym; no language is ""."""

    rank: int
    language: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Thing:
    """One thing that can be found by name."""

    id: str
    classes: tuple[str, ...]
    """The last parts of its classes, the narrowest first."""
    names: tuple[Name, ...]
    facts: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Values by the id of the property: ids of other things, ids of concepts, or text."""
    events: frozenset[str] = frozenset()
    attested: tuple[str, ...] = ()
    """The days on which it is attested, in order."""

    def name(self, language: str) -> str:
        """The name to show to a reader of a language."""
        order = (language, *LANGUAGES, "")
        rank = {one: number for number, one in enumerate(order)}
        best = min(self.names, key=lambda n: (n.rank, rank.get(n.language, len(order)), n.text), default=None)
        return self.id if best is None else best.text

    def all_of(self, name: str) -> tuple[str, ...]:
        """The values of a property."""
        return self.facts.get(name, ())


Things = Mapping[str, Thing]
