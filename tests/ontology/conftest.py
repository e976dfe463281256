from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest
from pyshacl import validate
from rdflib import Graph, Namespace, URIRef
from rdflib.namespace import SKOS

ONTOLOGY = Path(__file__).resolve().parents[2] / "ontology"
SH = Namespace("http://www.w3.org/ns/shacl#")
Violations = Callable[[Graph, str], set[str]]


@cache
def _load(*patterns: str) -> Graph:
    graph = Graph()
    for pattern in patterns:
        for file in sorted(ONTOLOGY.glob(pattern)):
            graph.parse(file)
    return graph


@pytest.fixture(scope="session")
def terms() -> Graph:
    """The own terms with their alignment."""
    return _load("kg.ttl", "alignment.ttl")


@pytest.fixture(scope="session")
def concept_graph() -> Graph:
    return _load("concepts/*.ttl")


@pytest.fixture(scope="session")
def whole() -> Graph:
    """Everything that style.ttl is about."""
    return _load("kg.ttl", "alignment.ttl", "shapes.ttl", "style.ttl", "concepts/*.ttl")


@pytest.fixture(scope="session")
def with_concepts(concept_graph: Graph) -> Callable[[Graph], Graph]:
    """Add what the concept files say of the concepts that a graph uses (all 170 would be slow)."""

    def add(graph: Graph) -> Graph:
        todo = {o for o in graph.objects() if isinstance(o, URIRef)}
        while todo:
            concept = todo.pop()
            for triple in concept_graph.triples((concept, None, None)):
                if triple[1] != SKOS.closeMatch:  # the near offices have near ones in turn: that would be all of them
                    graph.add(triple)
                if triple[1] == SKOS.broader and isinstance(triple[2], URIRef):
                    todo.add(triple[2])
        return graph

    return add


@pytest.fixture(scope="session")
def violations() -> Violations:
    """The names of the shapes of a shapes file that a graph fails, whatever the severity."""

    def run(graph: Graph, shapes: str) -> set[str]:
        _, report, _ = validate(graph, shacl_graph=_load(shapes), meta_shacl=False)
        assert isinstance(report, Graph)
        return {str(shape).rpartition("/")[2] for shape in report.objects(None, SH.sourceShape)}

    return run
