"""Bodies, territories, venues and works: by the authority first, then by names that documents share."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from itertools import combinations

from kg.model import Authority, EntityType, Issue, Severity
from kg.resolve.clusters import Clusters, Node
from kg.resolve.lookup import NEAR, Index
from kg.resolve.mentions import Named
from kg.resolve.names import compared, overlap, quoted
from kg.resolve.places import Places
from kg.vocab.concepts import concepts

_FIRST = 20
"""Mentions of one name that a mention is compared with; by then they are one thing or their places differ."""

_ACTION = "If you know which it is, say so in a decision: {}."


def join_known(named: Iterable[Named], authority: Mapping[str, Authority], clusters: Clusters) -> Iterator[Issue]:
    """Join every mention to the one authority entry that its names fit; what fits several is told and left open."""
    index = Index(authority)
    places = Places(clusters, authority)
    for one in named:
        if clusters.entry(one.key) is not None:
            continue
        fitting = [id_ for id_ in index.entries(one) if places.may_be(one, id_)]
        open_ = [id_ for id_ in fitting if clusters.may_join(one.key, id_)]
        if len(open_) == 1:
            clusters.join(one.key, open_[0])
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


def join_by_name(named: list[Named], authority: Mapping[str, Authority], clusters: Clusters) -> Iterator[Issue]:
    """Join mentions of several documents: the name of one is the name or another name of the other."""
    places = Places(clusters, authority)
    by_name: defaultdict[tuple[EntityType, str], list[Named]] = defaultdict(list)
    for one in named:
        by_name[one.key.type, compared(one.key.name)].append(one)
    for one in named:
        for name in one.full_names:
            if not _is_general(name):
                for other in by_name.get((one.key.type, name), ())[:_FIRST]:
                    if places.agree(one, other):
                        clusters.join(other.key, one.key)
    yield from _join_acronyms(named, clusters)


@cache
def _general() -> frozenset[str]:
    kinds = concepts("organisation-kind")
    return frozenset(compared(label.value) for kind in kinds for label in (*kind.labels, *kind.variants))


def _is_general(name: str) -> bool:
    """A name that only says what sort of body it is ("Communauté de communes") names another one on every page."""
    return name in _general()


def _join_acronyms(named: list[Named], clusters: Clusters) -> Iterator[Issue]:
    """Join what has nothing but an acronym to the one thing whose acronym it is."""
    groups: defaultdict[tuple[EntityType, str], list[Named]] = defaultdict(list)
    full_names: defaultdict[Node, dict[str, None]] = defaultdict(dict)
    for one in named:
        full_names[clusters.root(one.key)].update(dict.fromkeys(one.full_names))
        for acronym in one.acronyms:
            groups[one.key.type, acronym].append(one)
    for (_, acronym), group in sorted(groups.items()):
        full, bare = _parted(group, full_names, clusters)
        _join_near(full, clusters)
        bodies = {clusters.root(one.key): one for one, _ in full}
        anchors = [*bodies.values(), *bare] if len(bodies) == 1 else bare
        for one in bare:
            clusters.join(anchors[0].key, one.key)
        if bare and len(bodies) > 1:
            yield _open_acronym(bare[0], acronym, {one.key.name for one, _ in full})


def _parted(
    group: list[Named], full_names: Mapping[Node, Mapping[str, None]], clusters: Clusters
) -> tuple[list[tuple[Named, list[str]]], list[Named]]:
    """The things of a group that have full names or are known, one mention each with those names; and the rest."""
    full: dict[Node, tuple[Named, list[str]]] = {}
    bare: list[Named] = []
    for one in group:
        root = clusters.root(one.key)
        names = list(full_names.get(root, ()))
        if names or clusters.entry(root) is not None:
            full.setdefault(root, (one, names))
        else:
            bare.append(one)
    return list(full.values()), bare


def _join_near(full: list[tuple[Named, list[str]]], clusters: Clusters) -> None:
    """Under one acronym, full names that are near each other are forms of one name."""
    for (one, mine), (other, theirs) in combinations(full, 2):
        if any(overlap(name, another) >= NEAR for name in mine for another in theirs):
            clusters.join(one.key, other.key)


def _open_acronym(one: Named, acronym: str, names: set[str]) -> Issue:
    return Issue(
        stage="resolve",
        severity=Severity.WARNING,
        document=one.key.document,
        value=one.key.name,
        message=f"the acronym {acronym.upper()} stands for several things: {quoted(names)}; it is none of them for now",
        action=_ACTION.format("same as a mention of one of them"),
    )
