"""Networks as GraphML and GEXF, for Gephi, R, Cytoscape and others."""

import re
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    import networkx

_UNFIT: Final = re.compile("[^\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]+")
"""Line breaks, and what XML cannot carry: control characters, surrogates, U+FFFE and U+FFFF."""


def to_graphml(graph: "networkx.MultiGraph[str]") -> bytes:
    """A network as GraphML."""
    from networkx.readwrite.graphml import GraphMLWriter  # noqa: PLC0415 - slow to load

    writer = GraphMLWriter(prettyprint=True)
    writer.add_graph_element(_fit(graph))
    return _file(str(writer))


def to_gexf(graph: "networkx.MultiGraph[str]") -> bytes:
    """A network as GEXF; it does not say when it was written, so that the same graph gives the same bytes."""
    from networkx.readwrite.gexf import GEXFWriter  # noqa: PLC0415 - slow to load

    writer = GEXFWriter(prettyprint=True)
    writer.add_graph(_fit(graph))
    for meta in [one for one in writer.xml if one.tag.endswith("meta")]:
        writer.xml.remove(meta)
    return _file(str(writer))


def fit(text: str) -> str:
    """A text as XML can carry it: anything else, and any line break, becomes a space."""
    return _UNFIT.sub(" ", text)


def _fit(graph: "networkx.MultiGraph[str]") -> "networkx.MultiGraph[str]":
    import networkx  # noqa: PLC0415

    out: networkx.MultiGraph[str] = networkx.MultiGraph()
    for node, said in graph.nodes(data=True):
        out.add_node(fit(node), **_plain(said))
    for position, (one, other, said) in enumerate(graph.edges(data=True)):
        out.add_edge(fit(one), fit(other), key=str(position), **_plain(said))
    return out


def _plain(said: dict[str, Any]) -> dict[str, Any]:
    return {name: fit(one) if isinstance(one, str) else one for name, one in said.items()}


def _file(xml: str) -> bytes:
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{xml.strip()}\n'.encode()
