"""A network as a simple graph for computing: nodes are numbers, each pair has one edge."""

from typing import TYPE_CHECKING

from kg.network.copresence import SAME_SESSION

if TYPE_CHECKING:
    import networkx


def simple(graph: "networkx.MultiGraph[str]") -> "networkx.Graph[int]":
    """The network with numbers for nodes, in their order.

    Edges of shared sessions are left out: those pairs share the event too, and are not to be counted twice. Numbers
    make the order in which algorithms visit sets the same in every run.
    """
    import networkx  # noqa: PLC0415 - slow to load, and most commands do without

    number = {node: position for position, node in enumerate(graph.nodes)}
    plain: networkx.Graph[int] = networkx.Graph()
    plain.add_nodes_from(number.values())
    for one, other, attributes in graph.edges(data=True):
        if attributes.get("rung") != SAME_SESSION:
            left, right = number[one], number[other]
            before = plain.edges[left, right]["weight"] if plain.has_edge(left, right) else 0
            plain.add_edge(left, right, weight=before + attributes["weight"])
    return plain
