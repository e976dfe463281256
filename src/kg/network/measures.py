"""The measures of network analysis, and the ties, as tables."""

from typing import TYPE_CHECKING, Final

from kg.network.simple import simple

if TYPE_CHECKING:
    import networkx

SEED: Final = 1
"""Of Louvain and of sampled betweenness: the same network always gives the same figures."""

EXACT_STEPS: Final = 10_000_000
"""Nodes times edges up to which betweenness is exact; it takes some ten seconds there."""

Sheet = tuple[tuple[str, ...], list[tuple[str, ...]]]
"""Column names and rows."""

MEASURES: Final = (
    "name",
    "kind",
    "country",
    "degree",
    "weighted_degree",
    "betweenness",
    "component",
    "community",
    "id",
)
TIES: Final = ("source", "target", "weight", "first_date", "last_date", "factuality", "quotes", "event_names")


def measures(graph: "networkx.MultiGraph[str]") -> Sheet:
    """The measures of each node, the best tied first.

    Degree counts those a node is tied to, weighted degree the events shared with them; betweenness is the share of
    shortest ways that lead through the node (sampled in very large networks); components and communities (Louvain)
    are numbered from 1, the largest first.
    """
    plain = simple(graph)
    degree, weighted = dict(plain.degree()), dict(plain.degree(weight="weight"))
    between, component, community = _betweenness(plain), _components(plain), _communities(plain)
    rows = []
    for number, node in sorted(enumerate(graph), key=lambda one: (-weighted[one[0]], -degree[one[0]], one[1])):
        said = graph.nodes[node]
        figures = (degree[number], weighted[number], f"{between[number]:.6f}", component[number], community[number])
        rows.append((said["label"], said["kind"], said.get("country", ""), *map(str, figures), node))
    return MEASURES, rows


def ties(graph: "networkx.MultiGraph[str]") -> Sheet:
    """The ties, the strongest first, named as people know the nodes."""
    named = graph.nodes
    extra = "rung" if graph.graph.get("projection") != "events" else "roles"
    edges = sorted(graph.edges(keys=True, data=True), key=lambda edge: (-edge[3]["weight"], *edge[:3]))
    rows = [
        (named[one]["label"], named[other]["label"], said[extra], *(str(said[column]) for column in TIES[2:]))
        for one, other, _, said in edges
    ]
    return (*TIES[:2], extra, *TIES[2:]), rows


def _betweenness(plain: "networkx.Graph[int]") -> dict[int, float]:
    import networkx  # noqa: PLC0415 - slow to load, and most commands do without

    nodes, edges = plain.number_of_nodes(), max(1, plain.number_of_edges())
    if nodes * edges <= EXACT_STEPS:
        return networkx.betweenness_centrality(plain)
    return networkx.betweenness_centrality(plain, k=min(nodes, max(10, EXACT_STEPS // edges)), seed=SEED)


def _components(plain: "networkx.Graph[int]") -> dict[int, int]:
    import networkx  # noqa: PLC0415

    return _numbered([set(one) for one in networkx.connected_components(plain)])


def _communities(plain: "networkx.Graph[int]") -> dict[int, int]:
    import networkx  # noqa: PLC0415

    if plain.number_of_edges() == 0:
        return _components(plain)
    return _numbered([set(one) for one in networkx.community.louvain_communities(plain, seed=SEED)])


def _numbered(groups: list[set[int]]) -> dict[int, int]:
    ordered = sorted(groups, key=lambda group: (-len(group), min(group)))
    return {node: number for number, group in enumerate(ordered, start=1) for node in group}
