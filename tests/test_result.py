"""The answer to a question in every form."""

from collections.abc import Iterator
from pathlib import Path

import networkx
import pytest
import rdflib
from pyoxigraph import Store

import kg
import kg.query
from kg.errors import InputError
from kg.graph import Graph
from kg.query import Table, Term
from kg.query.embedded import EmbeddedEngine
from kg.result import Result

NAMES = "CONSTRUCT { ?e schema:name ?n } WHERE { ?e a kg:Event ; schema:name ?n }"


@pytest.fixture
def graph(sample: Path) -> Graph:
    return kg.open(sample)


def test_rows_frames_and_table_say_the_same(graph: Graph) -> None:
    result = graph.result("people-of-an-organisation", organisation="CCPHVA")
    table = result.answer()
    assert isinstance(table, Table)
    assert tuple(result) == tuple(result.rows()) == table.rows
    assert len(table) > 0
    assert result.to_polars().rows() == table.to_polars().rows()
    assert result.to_pandas().equals(table.to_pandas())
    assert "organisation = id:organisation-" in result.question


def test_nothing_is_asked_before_it_is_needed(engine: EmbeddedEngine) -> None:
    result = Graph(engine).result("SELECT ?x { ?x a kg:Event FILTER(?x > }")
    with pytest.raises(InputError, match="line 1"):
        result.rows()


def test_rows_come_one_by_one() -> None:
    class Endless(EmbeddedEngine):
        def stream(self, text: str, bindings: object = None) -> kg.query.Rows:
            def forever() -> Iterator[tuple[Term | None, ...]]:
                while True:
                    yield (kg.query.literal(text),)

            return kg.query.Rows(("x",), forever())

    rows = Result(Endless(Store()), kg.query.question("SELECT ?x {}"), {}).rows()
    assert [next(rows)[0] for _ in range(3)] == [kg.query.literal("SELECT ?x {}")] * 3
    rows.close()


def test_brokers_come_the_short_way_in_every_form(engine: EmbeddedEngine) -> None:
    result = Graph(engine).result("brokers")
    table = result.answer()
    assert isinstance(table, Table)
    assert tuple(result.rows()) == table.rows
    assert result.to_polars().rows() == table.values()


def test_triples_become_an_rdflib_graph(graph: Graph) -> None:
    triples = graph.result(NAMES).answer()
    assert isinstance(triples, tuple)
    made = graph.result(NAMES).to_rdflib()
    assert isinstance(made, rdflib.Graph)
    assert len(made) == len(triples) > 0
    with pytest.raises(InputError, match="CONSTRUCT"):
        graph.result("moderators").to_rdflib()


def test_ties_become_a_networkx_graph(engine: EmbeddedEngine) -> None:
    graph = Graph(engine)
    made = graph.result("organisations-that-met").to_networkx()
    assert isinstance(made, networkx.MultiDiGraph)
    said = made.get_edge_data("id:organisation-chambre-frontaliere", "id:organisation-grenzkammer")[0]
    assert (said["events"], said["reported"]) == (1, 1)
    triples = graph.result("CONSTRUCT { ?p kg:in ?e } WHERE { ?p kg:in ?e }").to_networkx()
    assert {key for _, _, key in triples.edges(keys=True)} == {"kg:in"}
    for wrong in ("ASK { ?x a kg:Event }", "SELECT ?x { ?x a kg:Event }"):
        with pytest.raises(InputError, match=r"no graph|no two columns"):
            graph.result(wrong).to_networkx()


def test_a_notebook_shows_the_question_and_the_rows(graph: Graph) -> None:
    shown = graph.result("moderators")._repr_html_()
    assert shown.startswith("<p><em>Who")
    assert "<table>" in shown
    assert "&lt;https://" in graph.result(NAMES)._repr_html_()
    assert "<pre>yes</pre>" in graph.result("ASK { ?e a kg:Event }")._repr_html_()


def test_the_card_of_a_result(graph: Graph, sample: Path) -> None:
    assert kg.query.cited(sample).mark in graph.result("moderators").card()
    assert "without a checksum" in Graph(graph.trusted).result("moderators").card()
