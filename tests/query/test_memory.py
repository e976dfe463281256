import pytest

from kg.query import in_memory
from kg.query.embedded import EmbeddedEngine


@pytest.fixture(scope="module")
def held(engine: EmbeddedEngine) -> EmbeddedEngine:
    return in_memory(engine)


def test_the_union_has_each_statement_once(engine: EmbeddedEngine, held: EmbeddedEngine) -> None:
    count = "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"
    once = "SELECT (COUNT(*) AS ?n) { SELECT DISTINCT ?s ?p ?o { ?s ?p ?o } }"
    assert held.select(count) == engine.select(once) != engine.select(count)


def test_named_graphs_are_as_they_were(engine: EmbeddedEngine, held: EmbeddedEngine) -> None:
    text = "SELECT ?g (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } } GROUP BY ?g ORDER BY ?g"
    assert held.select(text) == engine.select(text)


@pytest.mark.parametrize("form", ["nquads", "ntriples", "turtle"])
def test_dumps_are_the_same_bytes(engine: EmbeddedEngine, held: EmbeddedEngine, form: str) -> None:
    assert held.dump(form) == engine.dump(form)


def test_it_streams_and_asks(held: EmbeddedEngine) -> None:
    text = "SELECT DISTINCT ?p { ?p a kg:Person } ORDER BY ?p"
    assert tuple(held.stream(text)) == held.select(text).rows
    assert held.ask("ASK { ?p a kg:Person }")
