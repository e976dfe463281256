"""docs/model.md and ontology/README.md say what the ontology says."""

import re
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

from rdflib import Graph, Literal, URIRef
from rdflib.namespace import OWL, RDF

from kg.vocab.namespaces import KG, OA

ROOT = Path(__file__).resolve().parents[2]
MODEL = (ROOT / "docs" / "model.md").read_text("utf-8")
README = (ROOT / "ontology" / "README.md").read_text("utf-8")
EXAMPLE = re.findall(r"^```turtle\n(.*?)^```", MODEL, re.MULTILINE | re.DOTALL)
Violations = Callable[[Graph, str], set[str]]
WithConcepts = Callable[[Graph], Graph]


def test_every_own_term_has_a_row_in_the_model_page(terms: Graph) -> None:
    kinds = (OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty)
    own = {str(s).removeprefix(KG) for kind in kinds for s in terms.subjects(RDF.type, kind)}
    assert set(re.findall(r"^\| `kg:(\w+)` \|", MODEL, re.MULTILINE)) == own


def test_example_of_the_model_page_conforms(violations: Violations, with_concepts: WithConcepts) -> None:
    assert len(EXAMPLE) == 1
    assert violations(with_concepts(Graph().parse(data=EXAMPLE[0])), "shapes.ttl") == set()


def test_evidence_of_the_model_page_points_to_its_line() -> None:
    line = re.findall(r"^> (.+)$", MODEL, re.MULTILINE)[0]
    graph = Graph().parse(data=EXAMPLE[0])
    assert [str(o) for o in graph.objects(None, URIRef(KG + "sha256"))] == [sha256(line.encode()).hexdigest()]
    quotes = list(graph.subjects(RDF.type, URIRef(OA + "TextQuoteSelector")))
    assert len(quotes) == 2
    for quote in quotes:
        position = URIRef(str(quote).replace("-quote", "-position"))
        start, end = (graph.value(position, URIRef(OA + name)) for name in ("start", "end"))
        assert isinstance(start, Literal)
        assert isinstance(end, Literal)
        assert line[int(start) : int(end)] == str(graph.value(quote, URIRef(OA + "exact")))


def test_version_of_the_readme_is_that_of_the_ontology(terms: Graph) -> None:
    version = str(terms.value(URIRef(KG.removesuffix("#")), OWL.versionInfo))
    assert f"Version {version}." in README


def test_every_competency_question_has_its_query() -> None:
    names = re.findall(r"^\| \d+ \| .+ \| `([\w-]+)` \|$", README, re.MULTILINE)
    assert len(names) == 15
    assert {name for name in names if not (ROOT / "queries" / "question" / f"{name}.rq").is_file()} == set()
