"""Bodies, territories, venues and works: by the authority first, then by names that documents share."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import TypeVar

from kg.model import Authority, EntityType, Issue, Severity
from kg.resolve.clusters import Clusters
from kg.resolve.lookup import Index
from kg.resolve.match.forms import Reader
from kg.resolve.match.weights import weights_of
from kg.resolve.mentions import Named
from kg.resolve.names import compared, quoted
from kg.resolve.places import Places
from kg.vocab.concepts import concepts

_FIRST = 20
"""Mentions of one name that a mention is compared with; by then they are one thing or something keeps them apart."""

_ACTION = "If you know which it is, say so in a decision: {}."
REASONS = {
    "known_name": ("the authority has the name",),
    "same_name": ("one has the name of the other",),
    "same_meaning": ("their names mean the same, word for word or in translation",),
    "same_acronym": ("one acronym, and no full name that says otherwise",),
    "near_acronym": ("one acronym, and full names that are near each other",),
}
"""Why things are joined that are found by a key; one text for all of them."""

_T = TypeVar("_T")


def join_as(clusters: Clusters, one: Named, other: Named | str, feature: str) -> bool:
    """Join a mention to another, or to an entry, for one of the `REASONS`."""
    node = other if isinstance(other, str) else other.key
    return clusters.join(node, one.key, weights_of("things").weights[feature], REASONS[feature])


def join_known(
    named: Iterable[Named], authority: Mapping[str, Authority], clusters: Clusters, reader: Reader
) -> Iterator[Issue]:
    """Join every mention to the one authority entry that its names fit; what fits several is told and left open."""
    index = Index(authority, reader)
    places = Places(clusters, authority)
    for one in named:
        if clusters.entry(one.key) is not None:
            continue
        feature, entries = index.entries(one)
        fitting = [id_ for id_ in entries if places.may_be(one, id_)]
        open_ = [id_ for id_ in fitting if clusters.may_join(one.key, id_)]
        if len(open_) == 1:
            join_as(clusters, one, open_[0], feature)
        elif len(open_) > 1:
            yield from _ambiguous(one, open_, clusters)
        else:
            yield from _same_acronym(one, index.by_acronym(one), clusters)


def _ambiguous(one: Named, fitting: list[str], clusters: Clusters) -> Iterator[Issue]:
    if not any(clusters.are_asked(one.key, id_) for id_ in fitting):
        yield Issue(
            stage="resolve",
            severity=Severity.WARNING,
            document=one.key.document,
            value=one.key.name,
            message=f"several authority entries have this name: {quoted(fitting)}; it is none of them for now",
            action=_ACTION.format("same as one of them"),
        )


def _same_acronym(one: Named, sharing: set[str], clusters: Clusters) -> Iterator[Issue]:
    for id_ in sorted(sharing):
        if not clusters.are_asked(one.key, id_) and clusters.may_join(one.key, id_):
            yield Issue(
                stage="resolve",
                severity=Severity.NOTE,
                document=one.key.document,
                value=one.key.name,
                message=f"it shares an acronym with {id_}, but its full name is another; it is taken for another thing",
                action=_ACTION.format(f"same as {id_}, or different"),
            )


def join_by_name(named: list[Named], authority: Mapping[str, Authority], clusters: Clusters, reader: Reader) -> None:
    """Join mentions of several documents: the name of one is the name or another name of the other, or means it."""
    places = Places(clusters, authority)
    by_name: defaultdict[tuple[EntityType, str], list[Named]] = defaultdict(list)
    by_form: defaultdict[tuple[EntityType, object], list[Named]] = defaultdict(list)
    for one in named:
        for name in one.names[:1]:
            _keep(by_name, (one.key.type, compared(name)), one)
            _keep(by_form, (one.key.type, reader.form(name)), one)
    for one in named:
        for name in one.full_names:
            if not _is_general(name, reader):
                _join_first(one, by_name.get((one.key.type, name), []), "same_name", clusters, places)
        for meant in one.forms(reader):
            _join_first(one, by_form.get((one.key.type, meant), []), "same_meaning", clusters, places)


def _keep(table: Mapping[_T, list[Named]], key: _T, one: Named) -> None:
    if len(table[key]) < _FIRST:
        table[key].append(one)


def _join_first(one: Named, others: list[Named], feature: str, clusters: Clusters, places: Places) -> None:
    """Join a mention to the first of the others that it may be."""
    for other in others:
        if other is not one and places.agree(one, other) and join_as(clusters, one, other, feature):
            return


@cache
def _kinds() -> frozenset[str]:
    kinds = concepts("organisation-kind")
    return frozenset(compared(label.value) for kind in kinds for label in (*kind.labels, *kind.variants))


def _is_general(name: str, reader: Reader) -> bool:
    """A name that only says what sort of body it is ("Communauté de communes") names another one on every page."""
    return name in _kinds() or reader.form(name).is_general
