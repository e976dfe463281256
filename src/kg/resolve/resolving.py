"""The order of the work: decisions, then the authority, then shared names, then events, then people."""

from collections.abc import Iterable, Mapping, Sequence

from kg.model import Authority, Decision, EntityType, Issue, Record, Resolution, Severity
from kg.resolve.clusters import Clusters, Node, named, order
from kg.resolve.entities import entities_of
from kg.resolve.events import identify
from kg.resolve.mentions import key_of, named_in, of_type
from kg.resolve.names import compared
from kg.resolve.people import join_people
from kg.resolve.things import join_by_name, join_known

_FIRST = (EntityType.TERRITORY,)
_THEN = (
    EntityType.ORGANIZATION,
    EntityType.VENUE,
    EntityType.SERIES,
    EntityType.PROJECT,
    EntityType.INSTRUMENT,
)
_PLACES = (EntityType.TERRITORY,)


def resolve(
    records: Iterable[Record], authority: Mapping[str, Authority], decisions: Sequence[Decision]
) -> tuple[Resolution, tuple[Issue, ...]]:
    """Say for every mention of all records which thing of the world it is, and for every event which event.

    Args:
        records: in any order; the outcome does not depend on it.
        authority: the known things by id.
        decisions: judgements of people; they win over whatever is computed.

    Raises:
        DecisionError: the decisions contradict each other.
    """
    pages = sorted(records, key=lambda record: record.document.id)
    mentions = named_in(pages)
    nodes: set[Node] = {*(one.key for one in mentions), *authority}
    usable, issues = _usable(decisions, nodes)
    clusters = Clusters(sorted(nodes, key=order), usable)
    for types in (_FIRST, _THEN):
        these = of_type(mentions, *types)
        issues += join_known(these, authority, clusters)
        issues += join_by_name(these, authority, clusters)
    events = identify(pages, lambda record, place: _place(record, place, clusters))
    issues += join_people(of_type(mentions, EntityType.PERSON), authority, clusters, events)
    entities = entities_of(clusters.things(), {one.key: one for one in mentions}, authority)
    return Resolution(entities=entities, events=events), tuple(sorted(set(issues)))


def _usable(decisions: Sequence[Decision], nodes: set[Node]) -> tuple[list[Decision], list[Issue]]:
    """The decisions whose two sides there are, and an issue for each of the others."""
    usable: list[Decision] = []
    issues: list[Issue] = []
    for decision in decisions:
        missing = [side for side in (decision.left, decision.right) if side not in nodes]
        if not missing:
            usable.append(decision)
        elif not decision.withdrawn:
            issues += [_missing(decision, side) for side in missing]
    return usable, issues


def _missing(decision: Decision, side: Node) -> Issue:
    return Issue(
        stage="resolve",
        severity=Severity.WARNING,
        document="" if isinstance(side, str) else side.document,
        value=named(side),
        message=f"a decision by {decision.by} on {decision.on} names it, but there is no such mention or entry",
        action="The page or entry may be gone or renamed: mend the decision or withdraw it.",
    )


def _place(record: Record, place: str | None, clusters: Clusters) -> str | None:
    if place is None:
        return None
    mention = key_of(record, place, _PLACES)
    entry = None if mention is None else clusters.entry(mention)
    return compared(place) if entry is None else entry
