"""The reference graph: the authority's entries and the concepts of the ontology."""

from collections.abc import Iterator, Mapping

from pyoxigraph import Literal, NamedNode, Quad

from kg.model import Authority, EntityType
from kg.triples.rdf import date, name, node, plain, thing
from kg.triples.things import CLASS_OF, given_and_family
from kg.vocab.concepts import SCHEMES, concepts
from kg.vocab.namespaces import GRAPH, ORGANISATION_KIND, SKOS
from kg.vocab.terms import (
    ACRONYM,
    ALT_LABEL,
    BROADER,
    CLASSIFICATION,
    COMPETENT_FOR,
    COMPOSED_OF,
    CONCEPT,
    CROSS_BORDER_AREA,
    DATE_DOCUMENT,
    EXACT_MATCH,
    FAMILY_NAME,
    GIVEN_NAME,
    LABEL,
    PARTIALLY_COMPOSED_OF,
    PARTY,
    PREF_LABEL,
    SEAT,
    SUB_ORGANIZATION_OF,
    TYPE,
    URL,
    WITHIN,
)

Statement = tuple[NamedNode, str, NamedNode | Literal]
IN_SCHEME = SKOS + "inScheme"
CONCEPT_SCHEME = SKOS + "ConceptScheme"
AREA = "cross-border-area"


def write_reference(authority: Mapping[str, Authority]) -> Iterator[Quad]:
    """Every entry and every concept, in the reference graph."""
    graph = node(GRAPH + "reference")
    for entry in authority.values():
        for subject, predicate, value in _entry(entry):
            yield Quad(subject, node(predicate), value, graph)
    for scheme in SCHEMES:
        for subject, predicate, value in _concepts(scheme):
            yield Quad(subject, node(predicate), value, graph)


def _entry(entry: Authority) -> Iterator[Statement]:
    subject = thing(entry.id)
    yield subject, TYPE, node(CLASS_OF[entry.type])
    if entry.kind == AREA:
        yield subject, TYPE, node(CROSS_BORDER_AREA)
    elif entry.kind is not None:
        yield subject, CLASSIFICATION, node(ORGANISATION_KIND + entry.kind)
    yield from _names(subject, entry)
    yield from _ties(subject, entry)
    if entry.date is not None:
        yield subject, DATE_DOCUMENT, date(entry.date)
    if entry.website is not None:
        yield subject, URL, node(entry.website)
    for link in entry.links:
        yield subject, EXACT_MATCH, node(link)


def _names(subject: NamedNode, entry: Authority) -> Iterator[Statement]:
    if entry.type is EntityType.PERSON:
        full = entry.names[0].value
        given, family = given_and_family(full)
        yield subject, LABEL, plain(full)
        if given:
            yield subject, GIVEN_NAME, plain(given)
        yield subject, FAMILY_NAME, plain(family)
    else:
        for label in entry.names:
            yield subject, PREF_LABEL, name(label)
    for label in entry.variants:
        yield subject, ALT_LABEL, name(label)
    for acronym in entry.acronyms:
        yield subject, ACRONYM, plain(acronym)


def _ties(subject: NamedNode, entry: Authority) -> Iterator[Statement]:
    ties = (
        (WITHIN, entry.within),
        (COMPOSED_OF, entry.composed_of),
        (PARTIALLY_COMPOSED_OF, entry.partially_composed_of),
        (COMPETENT_FOR, entry.competent_for),
        (PARTY, entry.parties),
        (SEAT, () if entry.seat is None else (entry.seat,)),
        (SUB_ORGANIZATION_OF, () if entry.parent is None else (entry.parent,)),
    )
    for predicate, others in ties:
        for other in others:
            yield subject, predicate, thing(other)


def _concepts(scheme: str) -> Iterator[Statement]:
    for concept in concepts(scheme):
        subject = node(concept.iri)
        yield subject, TYPE, node(CONCEPT)
        yield subject, IN_SCHEME, node(concept.scheme)
        for label in concept.labels:
            yield subject, PREF_LABEL, name(label)
        for label in concept.variants:
            yield subject, ALT_LABEL, name(label)
        for broader in concept.broader:
            yield subject, BROADER, node(broader)
