import pytest

from kg.errors import InputError
from kg.query import iri, literal, to_rdflib
from kg.query.embedded import EmbeddedEngine
from kg.query.rdflib_engine import RdflibEngine
from kg.vocab.namespaces import KG

# DISTINCT, for a triple of two graphs is found twice by the one engine and once by the other.
ASKED = [
    "SELECT DISTINCT ?p ?n { ?p a kg:Person ; rdfs:label ?n } ORDER BY ?p ?n",
    "SELECT DISTINCT ?e ?d { ?e schema:startDate ?d } ORDER BY ?e STR(?d)",
    "SELECT ?t ?l { ?t a kg:Territory ; skos:prefLabel ?l } ORDER BY ?t STR(?l) LANG(?l)",
    "SELECT ?h ?n ?r { ?h a kg:Headcount OPTIONAL { ?h schema:value ?n } OPTIONAL { ?h kg:approximate ?r } }"
    " ORDER BY ?h",
    "ASK { ?s a kg:Person }",
    "ASK { ?s a kg:Nothing }",
    "CONSTRUCT { ?a kg:beside ?b } WHERE { ?a kg:within ?x . ?b kg:within ?x }",
    "SELECT ?g (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } } GROUP BY ?g ORDER BY ?g",
]


@pytest.fixture(scope="module")
def other(engine: EmbeddedEngine) -> RdflibEngine:
    return RdflibEngine(to_rdflib(engine))


@pytest.mark.parametrize("text", ASKED)
def test_both_engines_answer_alike(engine: EmbeddedEngine, other: RdflibEngine, text: str) -> None:
    assert other.run(text) == engine.run(text)


def test_rows_are_streamed_from_the_whole_table(engine: EmbeddedEngine, other: RdflibEngine) -> None:
    assert tuple(other.stream(ASKED[0])) == tuple(engine.stream(ASKED[0]))


def test_dumps_are_the_same_bytes(engine: EmbeddedEngine, other: RdflibEngine) -> None:
    assert other.dump("nquads") == engine.dump("nquads")


def test_named_graphs_and_prefixes_are_kept(engine: EmbeddedEngine) -> None:
    dataset = to_rdflib(engine)
    assert sum(1 for _ in dataset.quads((None, None, None, None))) == len(engine.dump("nquads").splitlines())
    assert (dict(dataset.namespaces())["kg"]).toPython() == KG


def test_bindings(other: RdflibEngine) -> None:
    table = other.select("SELECT ?p { ?p rdfs:label ?n }", {"n": literal("Luc Marchal")})
    assert [row[0] for row in table] == [iri("https://w3id.org/grkg/id/person-0000000000000b11")]


@pytest.mark.parametrize(
    "text", ["SELECT {", "SELECT * { SERVICE <http://127.0.0.1:1/> {} }", "CLEAR ALL", "SELECT * { ?s x:y ?o }"]
)
def test_mistakes_are_told(other: RdflibEngine, text: str) -> None:
    with pytest.raises(InputError):
        other.run(text)
