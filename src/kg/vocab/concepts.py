"""The SKOS concepts with their names, for whatever needs them without an RDF library.

They are read from ontology/concepts.json, which `tools/concepts.py` makes from the Turtle files.
"""

import json
from dataclasses import dataclass
from functools import cache
from typing import Any, Final

from kg import assets
from kg.errors import KgBug
from kg.model import Label

SCHEMES: Final = (
    "change-kind",
    "code",
    "event-kind",
    "factuality",
    "office",
    "organisation-kind",
    "origin",
    "role",
    "source-kind",
    "territory-kind",
    "topic",
)
"""The schemes by the last part of their IRI; `role` is `https://w3id.org/grkg/role`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Concept:
    """One entry of a code list."""

    id: str
    """The last part of the IRI, such as `round-table`."""
    iri: str
    scheme: str
    """The IRI of the scheme."""
    labels: tuple[Label, ...]
    """One preferred name a language, in the order of the language codes."""
    variants: tuple[Label, ...] = ()
    """Synonyms, feminine and plural forms, other wordings."""
    broader: tuple[str, ...] = ()
    """The IRIs of the next broader concepts."""
    close: tuple[str, ...] = ()
    """The IRIs of concepts that come near it: the offices of other states."""
    notes: tuple[Label, ...] = ()
    """What sets it apart from those, one note a language."""
    places: tuple[str, ...] = ()
    """The territories where it exists, by their ids."""

    def label(self, language: str) -> str:
        """The preferred name in a language.

        Raises:
            KgBug: there is none; the ontology's tests see to French, German and English.
        """
        for label in self.labels:
            if label.language == language:
                return label.value
        raise KgBug(f"the concept {self.iri} has no name in {language!r}.")


@cache
def concepts(scheme: str) -> tuple[Concept, ...]:
    """All concepts of a scheme, sorted by id.

    Args:
        scheme: one of SCHEMES.

    Raises:
        KgBug: there is no such scheme.
    """
    if scheme not in SCHEMES:
        raise KgBug(f"no concept scheme {scheme!r}; there are {', '.join(SCHEMES)}.")
    return tuple(_concept(scheme, entry) for entry in _file()[scheme])


@cache
def ids(scheme: str) -> frozenset[str]:
    """The ids of all concepts of a scheme.

    Raises:
        KgBug: there is no such scheme.
    """
    return frozenset(concept.id for concept in concepts(scheme))


@cache
def _file() -> dict[str, list[dict[str, Any]]]:
    content: dict[str, list[dict[str, Any]]] = json.loads(assets.text(assets.path("ontology/concepts.json")))
    return content


def _concept(scheme: str, entry: dict[str, Any]) -> Concept:
    return Concept(
        id=entry["id"],
        iri=_iri(scheme, entry["id"]),
        scheme=assets.BASE + scheme,
        labels=tuple(Label(name, language) for language, name in entry["labels"].items()),
        variants=tuple(Label(name, language) for language, names in entry["variants"].items() for name in names),
        broader=tuple(_iri(scheme, other) for other in entry["broader"]),
        close=tuple(_iri(scheme, other) for other in entry.get("close", ())),
        notes=tuple(Label(note, language) for language, note in entry.get("notes", {}).items()),
        places=tuple(entry.get("places", ())),
    )


def _iri(scheme: str, identifier: str) -> str:
    return f"{assets.BASE}{scheme}/{identifier}"
