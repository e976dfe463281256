"""The measures, and that they are the same in every run."""

import os
import subprocess
import sys
from itertools import pairwise
from pathlib import Path

import networkx
import pytest

from kg.network import PROJECTIONS, measures, project, ties
from kg.network import measures as package_measures
from kg.network.measures import MEASURES
from kg.query import EmbeddedEngine

SMALL = Path(__file__).with_name("small.trig")
PROGRAM = """
import sys
from pyoxigraph import RdfFormat, Store
from kg import network, query
store = Store()
store.load(path=sys.argv[1], format=RdfFormat.TRIG)
for name in network.PROJECTIONS:
    graph = network.project(query.engine_over(store), name)
    print(network.measures(graph), network.ties(graph), network.to_graphml(graph), network.to_gexf(graph))
"""


def chain(*names: str) -> "networkx.MultiGraph[str]":
    graph: networkx.MultiGraph[str] = networkx.MultiGraph(projection="people")
    for name in names:
        graph.add_node(name, label=name.upper(), kind="person", country="")
    for one, other in pairwise(names):
        graph.add_edge(one, other, key="same-event", rung="same-event", weight=2)
        graph.add_edge(one, other, key="same-session", rung="same-session", weight=1)
    return graph


def test_figures_of_a_chain() -> None:
    """Whoever stands between two others is on the only way; shared sessions are not counted a second time."""
    columns, rows = measures(chain("a", "b", "c"))
    assert columns == MEASURES
    assert rows == [
        ("B", "person", "", "2", "4", "1.000000", "1", "1", "b"),
        ("A", "person", "", "1", "2", "0.000000", "1", "1", "a"),
        ("C", "person", "", "1", "2", "0.000000", "1", "1", "c"),
    ]


def test_components_and_communities_are_numbered_by_size() -> None:
    graph = chain("x", "y")
    graph.update(chain("a", "b", "c", "d"))
    found = {row[-1]: row[6:8] for row in measures(graph)[1]}
    assert found["a"][0] == found["d"][0] == "1"
    assert found["x"] == found["y"]
    assert found["x"][0] == "2"


def test_nodes_without_ties_have_measures() -> None:
    graph = chain("a")
    assert measures(graph)[1] == [("A", "person", "", "0", "0", "0.000000", "1", "1", "a")]
    assert measures(networkx.MultiGraph())[1] == []


def test_large_networks_are_sampled(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys.modules[package_measures.__module__], "EXACT_STEPS", 1)
    graph = chain(*(f"n{number:02}" for number in range(30)))
    assert measures(graph) == measures(graph)
    assert max(float(row[5]) for row in measures(graph)[1]) > 0


def test_ties_name_both_ends_strongest_first(engine: EmbeddedEngine) -> None:
    columns, rows = ties(project(engine, "people"))
    assert columns[:4] == ("source", "target", "rung", "weight")
    assert rows[0][:4] == ("Anne Weiss", "Bert Roth", "same-event", "2")
    columns, rows = ties(project(engine, "events"))
    assert columns[2] == "roles"
    assert ("Bert Roth", "Session A", "moderator") in [row[:3] for row in rows]


@pytest.mark.parametrize("name", PROJECTIONS)
def test_tables_are_of_text(name: str, engine: EmbeddedEngine) -> None:
    graph = project(engine, name)
    for columns, rows in (measures(graph), ties(graph)):
        assert rows
        assert all(len(row) == len(columns) and all(isinstance(cell, str) for cell in row) for row in rows)


def test_two_processes_give_the_same(engine: EmbeddedEngine) -> None:
    """Sets of strings have another order in each process; nothing may depend on it."""
    runs = [
        subprocess.run(
            [sys.executable, "-c", PROGRAM, str(SMALL)],
            env={**os.environ, "PYTHONHASHSEED": seed},
            check=True,
            capture_output=True,
        ).stdout
        for seed in ("1", "2")
    ]
    assert runs[0] == runs[1] != b""
