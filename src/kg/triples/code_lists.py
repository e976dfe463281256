"""The code lists of the ontology, as statements."""

from collections.abc import Iterator

from pyoxigraph import Literal, NamedNode

from kg.triples.rdf import name, node, thing
from kg.vocab.concepts import SCHEMES, Concept, concepts
from kg.vocab.namespaces import SKOS
from kg.vocab.terms import ALT_LABEL, BROADER, CLOSE_MATCH, CONCEPT, PREF_LABEL, SCOPE_NOTE, SPATIAL, TYPE

IN_SCHEME = SKOS + "inScheme"

Statement = tuple[NamedNode, str, NamedNode | Literal]


def concept_statements() -> Iterator[Statement]:
    """All concepts of all schemes."""
    for scheme in SCHEMES:
        for concept in concepts(scheme):
            subject = node(concept.iri)
            yield subject, TYPE, node(CONCEPT)
            yield subject, IN_SCHEME, node(concept.scheme)
            yield from _words(subject, concept)
            yield from _ties(subject, concept)


def _words(subject: NamedNode, concept: Concept) -> Iterator[Statement]:
    for predicate, labels in (
        (PREF_LABEL, concept.labels),
        (ALT_LABEL, concept.variants),
        (SCOPE_NOTE, concept.notes),
    ):
        for label in labels:
            yield subject, predicate, name(label)


def _ties(subject: NamedNode, concept: Concept) -> Iterator[Statement]:
    for broader in concept.broader:
        yield subject, BROADER, node(broader)
    for close in concept.close:
        yield subject, CLOSE_MATCH, node(close)
    for place in concept.places:
        yield subject, SPATIAL, thing(place)
