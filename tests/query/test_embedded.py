import shutil
from pathlib import Path

import pytest

from kg import query
from kg.errors import InputError
from kg.query.embedded import EmbeddedEngine
from kg.store import Folder, build_store


def test_union_of_graphs_and_named_graphs(engine: EmbeddedEngine) -> None:
    count = "SELECT (COUNT(*) AS ?n) { ?e a kg:Event FILTER(?e = id:event-01) }"
    assert engine.select(count).values() == [(2,)]  # once a graph: hence COUNT(DISTINCT ...)
    both = "SELECT (COUNT(?g) AS ?n) { GRAPH ?g { id:event-01 a kg:Event } }"
    assert engine.select(both).values() == [(2,)]


def test_each_form_has_its_answer(engine: EmbeddedEngine) -> None:
    assert engine.run("ASK { ?s a kg:Person }") is True
    assert engine.run("ASK { ?s a kg:Nothing }") is False
    table = engine.run("SELECT ?s { ?s a kg:Venue }")
    assert isinstance(table, query.Table)
    triples = engine.construct("CONSTRUCT { ?o kg:x ?s } WHERE { ?s kg:within ?o }")
    assert list(triples) == sorted(triples, key=repr)
    assert len(engine.construct("DESCRIBE id:venue-halle-des-forges")) == 3


def test_triples_of_two_graphs_come_once(engine: EmbeddedEngine) -> None:
    triples = engine.construct("CONSTRUCT { ?e a kg:Event } WHERE { GRAPH ?g { ?e a kg:Event } }")
    assert len(triples) == len(set(triples)) == 4


@pytest.mark.parametrize(
    ("method", "text"),
    [("select", "ASK {}"), ("ask", "SELECT * {}"), ("construct", "SELECT * {}"), ("select", "DESCRIBE <a:b>")],
)
def test_another_form_than_asked_for(engine: EmbeddedEngine, method: str, text: str) -> None:
    with pytest.raises(InputError, match="was expected, this is"):
        getattr(engine, method)(text)


def test_rows_come_one_after_the_other(engine: EmbeddedEngine) -> None:
    text = "SELECT ?s ?o { ?s ?p ?o } ORDER BY ?s ?o"
    with engine.stream(text, {"p": query.iri("https://w3id.org/grkg/ns#role")}) as rows:
        assert rows.columns == ("s", "o")
        assert tuple(rows) == engine.select(text, {"p": query.iri("https://w3id.org/grkg/ns#role")}).rows
    assert list(rows) == []


def test_rows_may_be_left(engine: EmbeddedEngine) -> None:
    rows = engine.stream("SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }")  # more than anybody could wait for
    assert len(next(rows)) == 9
    rows.close()
    rows.close()
    assert list(rows) == []


@pytest.mark.parametrize("text", ["ASK {}", "DESCRIBE <a:b>"])
def test_only_rows_are_streamed(engine: EmbeddedEngine, text: str) -> None:
    with pytest.raises(InputError, match="a SELECT query was expected, this is"):
        engine.stream(text)


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("SELECT ?x {\n  ?x a \n}", r"line 3, column \d, in `}`"),
        ("SELECT ?x { ?x a kg:Event", r"line 1, column 26"),
        ("SELECT ?x (COUNT(*) AS ?n) { ?x ?p ?o }", r"line 1, .*unbound"),
        ("SELECT * {\n\n ?s ex:p ?o }", r"line 3, column 5, in `\?s ex:p \?o }`: the prefix ex: is not declared"),
        ("", r"line 1, column 1"),
        ("SELECT * { ?s ?p 'abc }", r"line 1"),
    ],
)
def test_a_mistake_is_told_with_its_place(engine: EmbeddedEngine, text: str, where: str) -> None:
    with pytest.raises(InputError, match=where) as caught:
        engine.run(text)
    assert "\n" not in str(caught.value)
    assert caught.value.hint


def test_a_binding_does_not_move_the_place_of_a_mistake(engine: EmbeddedEngine) -> None:
    text = "SELECT ?x { ?x a ?y . ?x ; }"
    with pytest.raises(InputError) as plain:
        engine.run(text)
    with pytest.raises(InputError) as bound:
        engine.run(text, {"x": query.literal("a" * 50)})
    assert str(bound.value) == str(plain.value)


def test_a_triple_as_a_value_is_refused(engine: EmbeddedEngine) -> None:
    with pytest.raises(InputError, match="triple as a value"):
        engine.select("SELECT (TRIPLE(<a:a>, <a:b>, <a:c>) AS ?t) {}")


def test_own_prefixes_may_be_declared_anew(engine: EmbeddedEngine) -> None:
    assert engine.ask("PREFIX kg: <a:> ASK { ?s a kg:Event }") is False


def test_open_graph_makes_a_missing_store_anew(tmp_path: Path, engine: EmbeddedEngine) -> None:
    folder = Folder(tmp_path / "build")
    folder.path.mkdir()
    folder.graph.write_bytes(engine.dump("nquads"))
    build_store(folder.graph, folder.store)
    text = "SELECT ?p ?n { ?p a kg:Person ; rdfs:label ?n } ORDER BY ?n"
    first = query.trusted(folder.path).select(text)
    shutil.rmtree(folder.store)
    assert query.trusted(folder.path).select(text) == first == engine.select(text)


def test_no_graph(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="kg build"):
        query.trusted(tmp_path)
