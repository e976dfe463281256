"""What happened to the things of the authority, as statements."""

from collections.abc import Iterator, Mapping

from pyoxigraph import Literal, NamedNode

from kg.model import Authority, Change, EntityType
from kg.triples.rdf import moment, name, node, thing
from kg.vocab.namespaces import CHANGE_KIND, SOURCE_KIND
from kg.vocab.terms import (
    ACTIVITY,
    CHANGE_EVENT,
    DATE,
    GENERATED,
    KIND,
    ORIGINAL_ORGANIZATION,
    PREF_LABEL,
    RESULTING_ORGANIZATION,
    SOURCE,
    TYPE,
    USED,
)

_TERMS = {
    EntityType.ORGANIZATION: (CHANGE_EVENT, ORIGINAL_ORGANIZATION, RESULTING_ORGANIZATION),
    EntityType.TERRITORY: (ACTIVITY, USED, GENERATED),
}
"""A change of organisations is told in the terms of ORG, one of territories in those of PROV, on which ORG builds."""


def change_statements(
    change: Change, authority: Mapping[str, Authority]
) -> Iterator[tuple[NamedNode, str, NamedNode | Literal]]:
    """All that is said of one change."""
    subject = thing(change.id)
    about = authority[(*change.before, *change.after)[0]].type
    class_, original, resulting = _TERMS[about]
    yield subject, TYPE, node(class_)
    yield subject, KIND, node(CHANGE_KIND + change.kind)
    for label in change.names:
        yield subject, PREF_LABEL, name(label)
    if change.date is not None:
        yield subject, DATE, moment(change.date)
    for id_ in change.before:
        yield subject, original, thing(id_)
    for id_ in change.after:
        yield subject, resulting, thing(id_)
    for source in change.sources:
        yield subject, SOURCE, node(SOURCE_KIND + source)
