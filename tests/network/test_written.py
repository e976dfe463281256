"""GraphML and GEXF: read back, they are the network again, whatever its names hold."""

import io
from xml.etree import ElementTree

import networkx
import pytest

from kg.network import PROJECTIONS, project, to_gexf, to_graphml
from kg.network.written import fit
from kg.query import EmbeddedEngine

HOSTILE = "a & <b> \"c\" 'd' ]]> </node> \u202e\u0627\u202c \U0001f600 \u0000\u0001\u001b\ufffe\r\nend"
CLEAN = "a & <b> \"c\" 'd' ]]> </node> \u202e\u0627\u202c \U0001f600  end"

Edges = list[tuple[str, str, list[tuple[str, str]]]]


def read_graphml(data: bytes) -> "networkx.MultiGraph[str]":
    return networkx.MultiGraph(networkx.read_graphml(io.BytesIO(data), force_multigraph=True))


def read_gexf(data: bytes) -> "networkx.MultiGraph[str]":
    return networkx.MultiGraph(networkx.read_gexf(io.BytesIO(data)))


def edges(graph: "networkx.MultiGraph[str]") -> Edges:
    """The edges with what is said of them, without the keys that the writers add; GEXF writes 1 as 1.0."""
    return sorted(
        (one, other, sorted((key, str(value).removesuffix(".0")) for key, value in said.items() if key not in ADDED))
        for one, other, said in graph.edges(data=True)
    )


ADDED = {"id", "networkx_key"}
WRITERS = {"graphml": (to_graphml, read_graphml), "gexf": (to_gexf, read_gexf)}
each_format = pytest.mark.parametrize("form", WRITERS)


@each_format
@pytest.mark.parametrize("name", PROJECTIONS)
def test_networkx_reads_the_same_network(form: str, name: str, engine: EmbeddedEngine) -> None:
    write, read = WRITERS[form]
    graph = project(engine, name)
    back = read(write(graph))
    assert list(back) == list(graph)
    assert len(back.edges) == len(graph.edges) > 0
    for node, said in graph.nodes(data=True):
        assert said.items() <= back.nodes[node].items()
    assert edges(back) == edges(graph)


@each_format
def test_hostile_names_come_back_without_what_xml_cannot_carry(form: str) -> None:
    write, read = WRITERS[form]
    graph: networkx.MultiGraph[str] = networkx.MultiGraph()
    graph.add_node("a", label=HOSTILE, kind=HOSTILE)
    graph.add_node("b", label="b", kind="person")
    graph.add_edge("a", "b", key="x", weight=1, event_names=HOSTILE)
    data = write(graph)
    ElementTree.fromstring(data)
    back = read(data)
    assert (back.nodes["a"]["label"], back.nodes["a"]["kind"]) == (CLEAN, CLEAN)
    assert [said["event_names"] for *_, said in back.edges(data=True)] == [CLEAN]


@each_format
def test_the_same_network_gives_the_same_bytes(form: str, engine: EmbeddedEngine) -> None:
    write, _ = WRITERS[form]
    assert write(project(engine, "people")) == write(project(engine, "people"))
    assert b"lastmodified" not in write(project(engine, "people"))


def test_surrogates_do_not_stop_the_writing() -> None:
    assert fit("a\ud800b\u2028c") == "a b c"
