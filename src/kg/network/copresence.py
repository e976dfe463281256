"""Co-presence: two actors are tied that were at the same event, and once more where they shared a session of it."""

from collections import defaultdict
from itertools import combinations
from typing import TYPE_CHECKING, Final

from kg.network.nodes import Attributes, Nodes, day
from kg.network.presence import STRENGTH, Presence, Presences, Select, presences

if TYPE_CHECKING:
    import networkx

SAME_EVENT: Final = "same-event"
SAME_SESSION: Final = "same-session"

Pair = tuple[str, str]


def copresence(nodes: Nodes, select: Select) -> "networkx.MultiGraph[str]":
    """The network of those whom `select` takes out of the participations.

    A pair has up to two edges: `same-event` weighs the shared events, `same-session` the shared sessions.
    """
    import networkx  # noqa: PLC0415 - slow to load, and most commands do without

    scan = nodes.scan
    inner = (part for part in scan.parts if scan.root(part.event) != part.event)
    whole, sessions = presences(scan.parts, select, scan.root), presences(inner, select, str)
    graph: networkx.MultiGraph[str] = networkx.MultiGraph()
    for actor in sorted({actor for there in whole.values() for actor in there}):
        graph.add_node(actor, **nodes.actor(actor))
    shared = [(pair, SAME_EVENT, events, whole) for pair, events in _shared(whole).items()]
    shared += [(pair, SAME_SESSION, events, sessions) for pair, events in _shared(sessions).items()]
    for pair, rung, events, found in sorted(shared, key=lambda one: one[:2]):
        graph.add_edge(pair[0], pair[1], key=rung, rung=rung, **_tie(pair, events, found, nodes))
    return graph


def _shared(found: Presences) -> dict[Pair, list[str]]:
    """The events that each pair of actors shared, sorted."""
    shared: dict[Pair, list[str]] = defaultdict(list)
    for event in sorted(found):
        for pair in combinations(sorted(found[event]), 2):
            shared[pair].append(event)
    return shared


def _tie(pair: Pair, events: list[str], found: Presences, nodes: Nodes) -> Attributes:
    """What is said of a tie."""
    one, other = ([found[event][actor] for event in events] for actor in pair)
    both = list(zip(one, other, strict=True))
    days = sorted(filter(None, (day(nodes.scan, event) for event in events)))
    return {
        "weight": len(events),
        "first_date": days[0] if days else "",
        "last_date": days[-1] if days else "",
        "factuality": " ".join(sorted({_weaker(*presence) for presence in both})),
        "quotes": len(set().union(*(left.evidence | right.evidence for left, right in both))),
        "source_roles": _roles(one),
        "target_roles": _roles(other),
        "events": " ".join(events),
        "event_names": " | ".join(nodes.event_name(event) for event in events),
    }


def _weaker(one: Presence, other: Presence) -> str:
    """What is known of two together: no more than of the less sure of them."""
    return STRENGTH[min(one.strength(), other.strength())]


def _roles(presence: list[Presence]) -> str:
    return " ".join(sorted({role for one in presence for role in one.roles}))
