"""style.ttl holds for the ontology, and notices what goes missing."""

from collections.abc import Callable

import pytest
from rdflib import BNode, Graph, Literal, URIRef
from rdflib.namespace import RDF, RDFS, SKOS
from rdflib.term import Node

from kg.vocab.namespaces import KG, ROLE, TOPIC

Violations = Callable[[Graph, str], set[str]]
Triple = tuple[Node | None, Node | None, Node | None]
SEAT = URIRef(KG + "seat")
HOST = URIRef(ROLE + "host")


def test_ontology_conforms(whole: Graph, violations: Violations) -> None:
    assert violations(whole, "style.ttl") == set()


@pytest.mark.parametrize(
    ("removed", "shape"),
    [
        ((SEAT, RDFS.label, Literal("Sitz", lang="de")), "Term-label-de"),
        ((SEAT, SKOS.definition, None), "Term-definition-fr"),
        ((SEAT, RDFS.isDefinedBy, None), "Term-definedBy"),
        ((URIRef(KG + "approximate"), SKOS.note, None), "Term-alignment"),
        ((HOST, SKOS.prefLabel, None), "Concept-label-en"),
        ((HOST, SKOS.broader, None), "Concept-place"),
        ((HOST, SKOS.definition, None), "DefinedConcept"),
        ((URIRef(TOPIC + "borders"), SKOS.definition, None), "DefinedConcept"),
    ],
    ids=lambda v: v if isinstance(v, str) and "/" not in v else str(v[0]).rpartition("/")[2],
)
def test_what_is_missing_is_noticed(whole: Graph, violations: Violations, removed: Triple, shape: str) -> None:
    graph = Graph() + whole
    assert list(graph.triples(removed)) != []
    graph.remove(removed)
    assert shape in violations(graph, "style.ttl")


def test_concepts_have_no_blank_nodes(concept_graph: Graph) -> None:
    assert {node for node in concept_graph.all_nodes() if isinstance(node, BNode)} == set()


def test_broader_concepts_lead_to_the_top_of_the_same_scheme(concept_graph: Graph) -> None:
    for concept in concept_graph.subjects(RDF.type, SKOS.Concept):
        chain = list(concept_graph.transitive_objects(concept, SKOS.broader))
        assert len({concept_graph.value(c, SKOS.inScheme) for c in chain}) == 1
        assert (chain[-1], SKOS.topConceptOf, concept_graph.value(concept, SKOS.inScheme)) in concept_graph
