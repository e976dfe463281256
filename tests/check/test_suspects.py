"""Quick rules leave to the validator all that may be broken: the report is the one over the whole graph."""

import random
from collections.abc import Callable

import pytest
from rdflib import Graph

from kg import assets
from kg.check.rules import Unknown, read
from kg.check.shapes import results
from kg.check.suspects import find
from kg.errors import InputError
from kg.query import Engine

Building = Callable[..., Engine]
XSD = b"http://www.w3.org/2001/XMLSchema#"
WRONG = (
    *(b'"2024-02-30"^^<' + XSD + b"date>", b'"morgen"^^<' + XSD + b"date>", b'"2024"^^<' + XSD + b"gYear>", b'"x"'),
    *(b'"-3"^^<' + XSD + b"integer>", b'"3.5"^^<' + XSD + b"decimal>", b'"one"^^<' + XSD + b"integer>", b'""'),
    *(b'"Colloque"@fr', b'"Colloque"@de', b'"Kongress"@de-AT', b'"\\n"@en', b"<https://w3id.org/grkg/id/person-1>"),
    *(b"<https://w3id.org/grkg/role/speaker>", b"<https://w3id.org/grkg/id/nobody>", b"_:b1", b'"ZZ"'),
    *(b'"2024-05-14T25:00:00Z"^^<' + XSD + b"dateTime>", b'"2024-05-14T09:00:00Z"^^<' + XSD + b"dateTime>"),
)


def broken(chance: random.Random, lines: list[bytes]) -> bytes:
    """The graph with a few statements dropped, doubled with another value, or moved to another node."""
    out = set(lines)
    subjects = sorted({line.split(b" ", 1)[0] for line in lines})
    for _ in range(chance.choice((1, 2, 3, 6))):
        line = chance.choice(sorted(out))
        subject, predicate, _ = line.split(b" ", 2)
        change = chance.randrange(4)
        if change != 1:
            out.discard(line)
        if change in (1, 2):
            out.add(b" ".join((subject, predicate, chance.choice(WRONG), b".")))
        if change == 3:
            out.add(line.replace(subject, chance.choice([*subjects, b"_:b2"]), 1))
    return b"\n".join(sorted(out)) + b"\n"


@pytest.fixture
def sound(graph: Building) -> bytes:
    return graph().dump("ntriples")


def test_a_sound_graph_has_no_suspects(sound: bytes) -> None:
    found = find(sound, read(Graph().parse(data=assets.text(assets.path("ontology/shapes.ttl")), format="turtle")))
    assert found is not None
    assert found.nodes == frozenset()


@pytest.mark.parametrize("seed", range(60))
def test_the_report_is_that_of_the_validator_over_the_whole_graph(sound: bytes, seed: int) -> None:
    graph = broken(random.Random(seed), sound.splitlines())
    assert said(graph, quick=True) == said(graph, quick=False)


def said(graph: bytes, *, quick: bool) -> list[tuple[str, str, str, str]] | str:
    """The report, or that the validator cannot judge the graph."""
    try:
        return sorted(results(graph, quick=quick))
    except InputError as error:
        return str(error)


def test_what_the_validator_cannot_judge_is_said_in_words(sound: bytes) -> None:
    position = next(line for line in sound.splitlines() if b"oa#end>" in line)
    with pytest.raises(InputError, match="cannot be tried"):
        list(results(sound.replace(position, position.rsplit(b' "', 1)[0] + b" _:b1 .")))


def test_breaking_at_random_breaks_something(sound: bytes) -> None:
    lines = sound.splitlines()
    assert sum(bool(list(results(broken(random.Random(seed), lines)))) for seed in range(10)) >= 5


def test_a_subclass_in_the_graph_makes_every_node_a_suspect(sound: bytes) -> None:
    subclass = b"<http://www.w3.org/2000/01/rdf-schema#subClassOf>"
    assert find(sound + b"<x:a> " + subclass + b" <x:b> .\n", ()) is None


@pytest.mark.parametrize(
    "constraint", ["sh:closed true", "sh:hasValue 3", "sh:minExclusive 3", "sh:datatype xsd:float"]
)
def test_a_constraint_without_a_rule_asks_for_the_validator(constraint: str) -> None:
    shapes = f"""@prefix sh: <http://www.w3.org/ns/shacl#> . @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
    <x:shape> a sh:NodeShape ; sh:targetClass <x:class> ; sh:property <x:property> .
    <x:property> a sh:PropertyShape ; sh:path <x:p> ; {constraint} ."""
    with pytest.raises(Unknown):
        read(Graph().parse(data=shapes, format="turtle"))
