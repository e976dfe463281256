"""`import kg`: the built graph as one object."""

import subprocess
import sys
from pathlib import Path

import pytest

import kg
from kg import query
from kg.errors import InputError
from kg.query import EmbeddedEngine, Table, weighing
from kg.query.confinement import ConfinedEngine
from kg.query.memory import MemoryEngine


def test_a_question_gives_rows_for_pandas(sample: Path) -> None:
    table = kg.open(sample).query("people-of-an-organisation", organisation="CCPHVA")
    assert isinstance(table, Table)
    frame = table.to_pandas()
    assert list(frame.columns) == list(table.columns)
    assert len(frame) == len(table) > 0


def test_a_graph_in_memory_answers_alike(sample: Path) -> None:
    disk, memory = kg.open(sample), kg.open(sample, memory=True)
    assert memory.query("events-by-year-and-place") == disk.query("events-by-year-and-place")
    assert memory.query("SELECT * { ?s a kg:Venue } ORDER BY ?s") == disk.query(
        "SELECT * { ?s a kg:Venue } ORDER BY ?s"
    )
    assert memory.engine.dump("nquads") == disk.engine.dump("nquads")
    assert memory.coverage("events-by-year-and-place") == disk.coverage("events-by-year-and-place")
    assert list(memory.together().rows()) == list(disk.together().rows())


def test_a_heavy_question_calls_a_large_graph_into_memory(sample: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(weighing, "for_work", lambda engine, question: query.in_memory(engine))
    graph, never = kg.open(sample), kg.open(sample, memory=False)
    disk = graph.trusted
    assert graph.query("moderators") == never.query("moderators")
    assert graph.trusted is disk
    assert graph.query("brokers") == never.query("brokers")
    assert isinstance(graph.trusted, MemoryEngine)
    assert not isinstance(never.engine, MemoryEngine)


def test_an_endpoint_cannot_be_held_in_memory() -> None:
    with pytest.raises(InputError, match="cannot be held in memory"):
        kg.open("https://example.org/sparql", memory=True)


def test_a_wrong_parameter_is_an_input_error(sample: Path) -> None:
    with pytest.raises(InputError, match="organisation"):
        kg.open(sample).query("people-of-an-organisation", person="X")


def test_limits_of_one_question_and_of_all(sample: Path, tmp_path: Path) -> None:
    graph = kg.open(sample)
    doubled = "".join(f"BIND(CONCAT(?x{i}, ?x{i}) AS ?x{i + 1}) " for i in range(20))
    bomb = f"SELECT (STRLEN(?x20) AS ?n) {{ VALUES ?x0 {{ '{'x' * 10_000}' }} {doubled} }}"
    with pytest.raises(InputError, match=r"more than 300 MB of memory; .* \(memory= in Python\)"):
        graph.query(bomb, memory=300)
    graph.limits["seconds"] = 0.3
    cross = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"
    with pytest.raises(InputError, match=r"its 0\.3 s were over"):
        graph.query(cross)
    with pytest.raises(InputError, match=r"its 0\.3 s were over"):
        graph.view(tmp_path / "net.html", query=cross)
    assert not (tmp_path / "net.html").exists()
    assert len(graph.query("sources")) > 0  # type: ignore[arg-type]


def test_the_engine_of_a_graph_keeps_its_limits_and_the_one_without_is_called_trusted(sample: Path) -> None:
    graph = kg.open(sample)
    text = "SELECT * { ?e a kg:Event }"
    assert isinstance(graph.engine, ConfinedEngine)
    assert isinstance(graph.trusted, EmbeddedEngine)
    assert graph.engine.select(text) == graph.trusted.select(text)
    graph.limits["seconds"] = 0.3
    with pytest.raises(InputError, match=r"its 0\.3 s were over"):
        graph.engine.run("SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }")


def test_an_endpoint_keeps_limits_of_its_own() -> None:
    graph = kg.open("http://127.0.0.1:9/sparql")
    assert graph.engine is graph.trusted


def test_rdflib_has_the_named_graphs(sample: Path) -> None:
    dataset = kg.open(sample).rdflib()
    lines = (sample / "graph.nq").read_text("utf-8").splitlines()
    assert sum(1 for _ in dataset.quads()) == len(lines)
    assert any(str(graph.identifier).endswith("graph/reference") for graph in dataset.graphs())


def test_networkx_draws_a_projection(sample: Path) -> None:
    graph = kg.open(sample).networkx("people")
    assert graph.number_of_edges() > 0
    with pytest.raises(InputError, match="people"):
        kg.open(sample).networkx("peple")


def test_pairs_are_those_of_the_network(sample: Path) -> None:
    graph = kg.open(sample)
    drawn = graph.networkx("people").edges(data=True)
    ties = {(*sorted((a, b)), said["weight"]) for a, b, said in drawn if said["rung"] == "same-event"}
    assert set(graph.together().rows()) == ties


def test_export_view_and_check(sample: Path, tmp_path: Path) -> None:
    graph = kg.open(str(sample))
    graph.export("turtle", tmp_path / "graph.ttl")
    assert (tmp_path / "graph.ttl").read_bytes() == (sample / "graph.ttl").read_bytes()
    graph.view(tmp_path / "net.html")
    assert (tmp_path / "net.html").stat().st_size > 100_000
    assert not [issue for issue in graph.check() if issue.severity.value == "error"]


def test_an_endpoint_is_asked_over_http() -> None:
    graph = kg.open("http://127.0.0.1:9/sparql")
    with pytest.raises(InputError, match="127"):
        graph.query("ASK { ?s ?p ?o }")


def test_importing_kg_loads_no_engine() -> None:
    code = "import sys, kg; print(any(m in sys.modules for m in ('pyoxigraph', 'rdflib', 'click', 'yaml')))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "False\n"


def test_coverage_of_a_question(sample: Path) -> None:
    found = kg.open(sample).coverage("moderators")
    assert found.sources == len(found.without) > 0
    assert found == kg.open(sample).result("moderators").coverage()
