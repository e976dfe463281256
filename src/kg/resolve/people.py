"""People: one name is not enough to make one person of two mentions; a second fact must agree."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations

from kg.model import Authority, EntityType, EventIdentity, Issue, MentionKey, Severity
from kg.resolve.clusters import Clusters, Node, named, order
from kg.resolve.mentions import Named, key_of
from kg.resolve.names import compared
from kg.text.normal import fold

Fact = tuple[str, ...]
_BODIES = (EntityType.ORGANIZATION, EntityType.TERRITORY)
_MOST_PAIRS = 10
"""Open questions told about one name; a name of many people would drown the others."""


def join_people(
    people: Sequence[Named], authority: Mapping[str, Authority], clusters: Clusters, events: Iterable[EventIdentity]
) -> Iterator[Issue]:
    """Join people of one name who share a body, an office in a territory, or an event; ask where only names agree."""
    world = {(e.document, e.event): e.id for e in events}
    by_name: defaultdict[str, list[Node]] = defaultdict(list)
    first: dict[tuple[str, Fact], MentionKey] = {}
    for one in people:
        for name in _names(one):
            by_name[name].append(one.key)
            for fact in sorted(_facts(one, authority, clusters, world)):
                before = first.setdefault((name, fact), one.key)
                clusters.join(before, one.key)
    for entry in authority.values():
        if entry.type is EntityType.PERSON:
            for name in sorted({compared(label.value) for label in (*entry.names, *entry.variants)}):
                by_name[name].append(entry.id)
    told: set[frozenset[Node]] = set()
    for _, nodes in sorted(by_name.items()):
        yield from _open_questions(nodes, clusters, told)


def _names(one: Named) -> tuple[str, ...]:
    """The full names: a bare surname is not enough to meet."""
    names = dict.fromkeys(compared(name) for name in one.names)
    return tuple(name for name in names if " " in name or name == compared(one.key.name))


def _facts(
    one: Named, authority: Mapping[str, Authority], clusters: Clusters, world: Mapping[tuple[str, str], str]
) -> set[Fact]:
    """What a document says of a person: bodies acted for, offices with their territory, events taken part in."""
    record = one.record
    found: set[Fact] = set()
    for position, body in _capacities(one):
        node = key_of(record, body, _BODIES)
        if node is None:
            continue
        thing = _thing(node, clusters)
        found.add(("body", thing))
        found |= {
            ("office", fold(position), territory) for territory in _territories(node, thing, authority) if position
        }
    return found | {("event", world[record.document.id, event]) for event in _events(one)}


def _events(one: Named) -> set[str]:
    """The events a person takes part in, and those that they belong to."""
    above = {event.id: event.part_of for event in one.record.events}
    found: set[str] = set()
    for participation in one.record.participations:
        at = participation.event if participation.agent in one.names else None
        while at is not None and at in above and at not in found:
            found.add(at)
            at = above[at]
    return found


def _capacities(one: Named) -> Iterator[tuple[str, str | None]]:
    record = one.record
    yield from ((p.position or "", p.organization) for p in record.participations if p.agent in one.names)
    yield from ((p.position, p.organization) for p in record.positions if p.person in one.names)


def _thing(node: MentionKey, clusters: Clusters) -> str:
    """A name for the thing that holds for the whole run: its authority id, else its first mention."""
    entry = clusters.entry(node)
    return entry if entry is not None else "\x1f".join(map(str, order(clusters.first(node))))


def _territories(node: MentionKey, thing: str, authority: Mapping[str, Authority]) -> set[str]:
    if node.type is EntityType.TERRITORY:
        return {thing}
    entry = authority.get(thing)
    return set() if entry is None else set(entry.competent_for)


def _open_questions(nodes: list[Node], clusters: Clusters, told: set[frozenset[Node]]) -> Iterator[Issue]:
    firsts = sorted({clusters.first(node) for node in nodes}, key=order)
    for count, (left, right) in enumerate(combinations(firsts, 2)):
        if count == _MOST_PAIRS:
            return
        pair = frozenset((left, right))
        if pair in told or clusters.are_asked(left, right) or not clusters.may_join(left, right):
            continue
        told.add(pair)
        yield Issue(
            stage="resolve",
            severity=Severity.NOTE,
            document=left.document if isinstance(left, MentionKey) else "",
            value=left.name if isinstance(left, MentionKey) else left,
            message=f"possibly the same: {named(left)} and {named(right)}; only the name agrees",
            action="If you know, say so in a decision: same, different or unsure.",
        )
