"""What has nothing but an acronym, and the thing whose acronym it is."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from itertools import combinations

from kg.model import EntityType, Issue, Severity
from kg.resolve.clusters import Clusters
from kg.resolve.contradictions import Node
from kg.resolve.lookup import are_near
from kg.resolve.match.forms import Reader
from kg.resolve.match.vocabulary import KIND
from kg.resolve.mentions import Named
from kg.resolve.names import quoted
from kg.resolve.things import join_as

_MOST = 40
"""Things of one acronym whose full names are compared; an acronym of more tells nothing."""
Full = list[tuple[Named, list[str]]]


def join_acronyms(named: list[Named], clusters: Clusters, reader: Reader) -> Iterator[Issue]:
    """Join what has nothing but an acronym to the one thing whose acronym it is."""
    full_names: defaultdict[Node, dict[str, None]] = defaultdict(dict)
    for one in named:
        full_names[clusters.root(one.key)].update(dict.fromkeys(one.full_names))
    for (_, acronym), group in sorted(_by_acronym(named).items()):
        if reader.form(acronym.upper()).of(KIND):
            continue
        full, bare = _parted(group, acronym, full_names, clusters)
        _join_near(full[:_MOST], clusters, reader)
        bodies = {clusters.root(one.key): one for one, _ in full}
        anchors = [*bodies.values(), *bare] if len(bodies) == 1 else bare
        for one in bare:
            join_as(clusters, one, anchors[0], "same_acronym")
        if bare and len(bodies) > 1:
            yield _open_acronym(bare[0], acronym, {one.key.name for one, _ in full})


def _by_acronym(named: list[Named]) -> dict[tuple[EntityType, str], list[Named]]:
    """The mentions that have an acronym, or a name of one word that is one in capitals elsewhere."""
    groups: defaultdict[tuple[EntityType, str], list[Named]] = defaultdict(list)
    for one in named:
        for acronym in one.acronyms:
            groups[one.key.type, acronym].append(one)
    for one in named:
        for name in one.full_names:
            if " " not in name and (one.key.type, name) in groups:
                groups[one.key.type, name].append(one)
    return dict(groups)


def _parted(
    group: list[Named], acronym: str, full_names: Mapping[Node, Mapping[str, None]], clusters: Clusters
) -> tuple[Full, list[Named]]:
    """The things of a group that have full names or are known, one mention each with those names; and the rest."""
    full: dict[Node, tuple[Named, list[str]]] = {}
    bare: list[Named] = []
    for one in group:
        root = clusters.root(one.key)
        names = [name for name in full_names.get(root, ()) if name != acronym]
        if names or clusters.entry(root) is not None:
            full.setdefault(root, (one, names))
        else:
            bare.append(one)
    return list(full.values()), bare


def _join_near(full: Full, clusters: Clusters, reader: Reader) -> None:
    """Under one acronym, full names that are near each other, or mean nearly the same, are forms of one name."""
    for (one, mine), (other, theirs) in combinations(full, 2):
        if clusters.number(one.key) != clusters.number(other.key) and any(
            are_near(name, another, reader) for name in mine for another in theirs
        ):
            join_as(clusters, other, one, "near_acronym")


def _open_acronym(one: Named, acronym: str, names: set[str]) -> Issue:
    return Issue(
        stage="resolve",
        severity=Severity.WARNING,
        document=one.key.document,
        value=one.key.name,
        message=f"the acronym {acronym.upper()} stands for several things: {quoted(names)}; it is none of them for now",
        action="If you know which it is, say so in a decision: same as a mention of one of them.",
    )
