"""What a build made, in numbers and places."""

from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from kg.model import Issue, Record, Resolution
from kg.store import Credits


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """The outcome of a build."""

    folder: Path
    documents: int
    reviewed: int
    counts: tuple[tuple[str, int], ...]
    """Name of a kind of thing in the plural, and how many the graph has of it."""
    quads: int
    issues: tuple[Issue, ...]
    credits: Credits = field(default_factory=Credits)


def counts_of(records: tuple[Record, ...], resolution: Resolution) -> tuple[tuple[str, int], ...]:
    """How many events, participations, positions and named things there are after resolution."""
    types = Counter(entity.type.value for entity in resolution.entities)
    statements = (
        ("events and sessions", len({e.id for e in resolution.events})),
        ("participations", sum(len(r.participations) for r in records)),
        ("positions", sum(len(r.positions) for r in records)),
    )
    named = {
        "Person": "people",
        "Organization": "organisations",
        "Territory": "territories",
        "Venue": "venues",
        "Series": "series",
        "Project": "projects",
        "Instrument": "legal instruments",
    }
    return (*statements, *((plural, types[one]) for one, plural in named.items() if types[one]))
