"""Participation: actors tied to the events and sessions they take part in."""

from typing import TYPE_CHECKING, Final

from kg.network.nodes import Attributes, Nodes
from kg.network.presence import STRENGTH, Presence, bodies, people, presences

if TYPE_CHECKING:
    import networkx

PERSON: Final = "person"
BODY: Final = "body"


def participation(nodes: Nodes) -> "networkx.MultiGraph[str]":
    """The network of actors and events; it is bipartite: no edge ties two actors or two events."""
    import networkx  # noqa: PLC0415 - slow to load, and most commands do without

    scan = nodes.scan
    found = {as_: presences(scan.parts, select(scan), str) for as_, select in ((PERSON, people), (BODY, bodies))}
    edges = sorted(
        (
            (actor, event, as_, presence)
            for as_, there in found.items()
            for event, at in there.items()
            for actor, presence in at.items()
        ),
        key=lambda edge: edge[:3],
    )
    graph: networkx.MultiGraph[str] = networkx.MultiGraph()
    for actor in sorted({actor for actor, _, _, _ in edges}):
        graph.add_node(actor, **nodes.actor(actor), bipartite=0)
    for event in sorted({event for _, event, _, _ in edges}):
        graph.add_node(event, **nodes.event(event), bipartite=1)
    for actor, event, as_, presence in edges:
        graph.add_edge(actor, event, key=as_, present_as=as_, **_tie(event, presence, nodes))
    return graph


def _tie(event: str, presence: Presence, nodes: Nodes) -> Attributes:
    """What is said of somebody's presence at an event."""
    date = nodes.event(event)["date"]
    return {
        "weight": 1,
        "first_date": date,
        "last_date": date,
        "factuality": STRENGTH[presence.strength()],
        "quotes": len(presence.evidence),
        "roles": " ".join(sorted(presence.roles)),
        "participations": presence.parts,
        "events": event,
        "event_names": nodes.event_name(event),
    }
