"""The reference graph: the authority's entries, what happened to them, and the concepts of the ontology."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import chain

from pyoxigraph import Literal, NamedNode, Quad

from kg.model import Authority, Change, EntityType
from kg.triples.changes import change_statements
from kg.triples.code_lists import concept_statements
from kg.triples.rdf import code, date, moment, name, node, plain, thing
from kg.triples.things import CLASS_OF, given_and_family
from kg.vocab.namespaces import GRAPH, ORGANISATION_KIND, SOURCE_KIND, TERRITORY_KIND
from kg.vocab.terms import (
    ACRONYM,
    ADDITIONAL_TYPE,
    ALT_LABEL,
    CLASSIFICATION,
    COMPETENT_FOR,
    COMPOSED_OF,
    CROSS_BORDER_AREA,
    DATE_DOCUMENT,
    EXACT_MATCH,
    FAMILY_NAME,
    GIVEN_NAME,
    LABEL,
    NOTATION,
    PARTIALLY_COMPOSED_OF,
    PARTY,
    PREF_LABEL,
    SEAT,
    SOURCE,
    SUB_ORGANIZATION_OF,
    TYPE,
    URL,
    VALID_FROM,
    VALID_THROUGH,
    WITHIN,
)

Statement = tuple[NamedNode, str, NamedNode | Literal]
AREA = "cross-border-area"
NUTS = "http://data.europa.eu/nuts/code/"
LINKED = "nuts-2021"
"""The register whose codes are also addresses, under NUTS."""


def write_reference(authority: Mapping[str, Authority], changes: Iterable[Change] = ()) -> Iterator[Quad]:
    """Every entry, change and concept, in the reference graph."""
    graph = node(GRAPH + "reference")
    statements = chain(
        chain.from_iterable(_entry(entry) for entry in authority.values()),
        chain.from_iterable(change_statements(change, authority) for change in changes),
        concept_statements(),
    )
    for subject, predicate, value in statements:
        yield Quad(subject, node(predicate), value, graph)


def _entry(entry: Authority) -> Iterator[Statement]:
    subject = thing(entry.id)
    yield subject, TYPE, node(CLASS_OF[entry.type])
    yield from _kind(subject, entry)
    yield from _names(subject, entry)
    yield from _ties(subject, entry)
    yield from _times(subject, entry)
    yield from _registers(subject, entry)
    for source in entry.sources:
        yield subject, SOURCE, node(SOURCE_KIND + source)


def _kind(subject: NamedNode, entry: Authority) -> Iterator[Statement]:
    if entry.kind == AREA:
        yield subject, TYPE, node(CROSS_BORDER_AREA)
    if entry.kind is not None and entry.type is EntityType.TERRITORY:
        yield subject, ADDITIONAL_TYPE, node(TERRITORY_KIND + entry.kind)
    elif entry.kind is not None:
        yield subject, CLASSIFICATION, node(ORGANISATION_KIND + entry.kind)


def _times(subject: NamedNode, entry: Authority) -> Iterator[Statement]:
    if entry.date is not None:
        yield subject, DATE_DOCUMENT, date(entry.date)
    if entry.since is not None:
        yield subject, VALID_FROM, moment(entry.since)
    if entry.until is not None:
        yield subject, VALID_THROUGH, moment(entry.until)


def _registers(subject: NamedNode, entry: Authority) -> Iterator[Statement]:
    if entry.website is not None:
        yield subject, URL, node(entry.website)
    for link in entry.links:
        yield subject, EXACT_MATCH, node(link)
    for one in entry.codes:
        yield subject, NOTATION, code(one.register, one.value)
        if one.register == LINKED:
            yield subject, EXACT_MATCH, node(NUTS + one.value)


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
