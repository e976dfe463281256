"""Each example of the ontology is a test: a valid one conforms, an invalid one fails the shape it names, no other."""

import re
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import pytest
from rdflib import Graph, Literal, Namespace, URIRef
from rdflib.namespace import RDF

from kg.vocab.namespaces import KG, OA

ONTOLOGY = Path(__file__).resolve().parents[2] / "ontology"
VALID = sorted((ONTOLOGY / "examples" / "valid").glob("*.ttl"))
INVALID = sorted((ONTOLOGY / "examples" / "invalid").glob("*.ttl"))
COMPANY = ONTOLOGY / "examples" / "valid" / "agenda-line.ttl"
SH = Namespace("http://www.w3.org/ns/shacl#")
Violations = Callable[[Graph, str], set[str]]
WithConcepts = Callable[[Graph], Graph]


def named_shape(file: Path) -> str:
    first = file.read_text("utf-8").splitlines()[0]
    prefix = "# violates: shape:"
    assert first.startswith(prefix), f"{file.name} does not say which shape it violates"
    return first.removeprefix(prefix)


@pytest.mark.parametrize("file", VALID, ids=lambda p: p.stem)
def test_valid_example_conforms(file: Path, violations: Violations, with_concepts: WithConcepts) -> None:
    assert violations(with_concepts(Graph().parse(file)), "shapes.ttl") == set()


@pytest.mark.parametrize("file", INVALID, ids=lambda p: p.stem)
def test_invalid_example_fails_the_shape_it_names(
    file: Path, violations: Violations, with_concepts: WithConcepts
) -> None:
    graph = with_concepts(Graph().parse(COMPANY).parse(file))
    assert violations(graph, "shapes.ttl") == {named_shape(file)}


def test_every_named_shape_has_an_invalid_example() -> None:
    shapes = Graph().parse(ONTOLOGY / "shapes.ttl")
    names = {str(s).rpartition("/")[2] for s in shapes.subjects(RDF.type, SH.PropertyShape)}
    assert names - {named_shape(file) for file in INVALID} == set()


@pytest.mark.parametrize("file", VALID, ids=lambda p: p.stem)
def test_quotes_stand_in_the_text_of_the_example(file: Path) -> None:
    graph = Graph().parse(file)
    stated = re.search(r"^# Text: (.+)$", file.read_text("utf-8"), re.MULTILINE)
    checksums = [str(o) for o in graph.objects(None, URIRef(KG + "sha256"))]
    if stated is None:
        assert checksums == []
        return
    text = stated[1]
    assert checksums == [sha256(text.encode()).hexdigest()]
    for evidence in graph.subjects(RDF.type, URIRef(KG + "Evidence")):
        start, end, exact = (
            graph.value(URIRef(f"{evidence}-{selector}"), URIRef(OA + name))
            for selector, name in (("position", "start"), ("position", "end"), ("quote", "exact"))
        )
        assert isinstance(start, Literal)
        assert isinstance(end, Literal)
        assert text[int(start) : int(end)] == str(exact)
