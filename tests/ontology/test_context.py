"""The JSON-LD context: it names every own term, loses nothing, and needs no network."""

import json
from pathlib import Path
from typing import Any

import pyoxigraph as ox
import pytest
from pyld import jsonld
from rdflib import Graph
from rdflib.compare import isomorphic

from kg.vocab import terms
from kg.vocab.concepts import SCHEMES, concepts
from kg.vocab.namespaces import KG

ONTOLOGY = Path(__file__).resolve().parents[2] / "ontology"
CONTEXT: dict[str, Any] = json.loads((ONTOLOGY / "context.jsonld").read_text("utf-8"))["@context"]
EXAMPLES = sorted((ONTOLOGY / "examples" / "valid").glob("*.ttl"))
rdflib_warns_of_itself = pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning")
each_example = pytest.mark.parametrize("file", EXAMPLES, ids=lambda p: p.stem)
Triples = set[tuple[object, object, object]]


def no_network(url: str, _options: object) -> dict[str, Any]:
    raise AssertionError(f"asked the network for {url}")


def triples(data: str | bytes, form: ox.RdfFormat) -> Triples:
    return {(q.subject, q.predicate, q.object) for q in ox.parse(data, format=form)}


def compact(file: Path) -> dict[str, Any]:
    quads = ox.serialize(ox.parse(path=str(file)), format=ox.RdfFormat.N_QUADS)
    assert quads is not None
    expanded = jsonld.from_rdf(quads.decode("utf-8"), {"useNativeTypes": True})
    out: dict[str, Any] = jsonld.compact(expanded, {"@context": CONTEXT}, {"documentLoader": no_network})
    return out


@each_example
def test_compact_form_is_the_same_graph_for_pyld_and_pyoxigraph(file: Path) -> None:
    document = compact(file)
    wanted = triples(file.read_bytes(), ox.RdfFormat.TURTLE)
    assert triples(json.dumps(document), ox.RdfFormat.JSON_LD) == wanted
    back = jsonld.to_rdf(document, {"format": "application/n-quads", "documentLoader": no_network})
    assert triples(back, ox.RdfFormat.N_QUADS) == wanted


@rdflib_warns_of_itself
@each_example
def test_compact_form_is_the_same_graph_for_rdflib(file: Path) -> None:
    graph = Graph().parse(data=json.dumps(compact(file)), format="json-ld")
    assert isomorphic(graph, Graph().parse(file))


@each_example
def test_compact_form_shows_no_full_iri_of_a_known_term(file: Path) -> None:
    def keys(value: Any) -> set[str]:
        if isinstance(value, dict):
            return set(value) | {k for v in value.values() for k in keys(v)}
        return {k for v in value for k in keys(v)} if isinstance(value, list) else set()

    document = compact(file)
    assert {key for key in keys({"@graph": document["@graph"]}) if ":" in key} == set()


@rdflib_warns_of_itself
def test_nested_sessions_and_participations_are_the_same_triples() -> None:
    nested = {
        "@context": CONTEXT,
        "id": "grkg:id/event-1",
        "type": "Event",
        "name": {"de": "Forum", "fr": "Forum"},
        "startDate": "2024-03-12",
        "sessions": [
            {
                "id": "grkg:id/event-2",
                "type": ["Session", "Event"],
                "position": 1,
                "startDateTime": "2024-03-12T09:50:00+01:00",
                "kind": "round-table",
                "participations": [
                    {"id": "grkg:id/participation-1", "type": "Participation", "role": "speaker", "confidence": "0.9"}
                ],
            }
        ],
    }
    turtle = """
        @prefix kg: <https://w3id.org/grkg/ns#> . @prefix id: <https://w3id.org/grkg/id/> .
        @prefix schema: <https://schema.org/> . @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
        id:event-1 a kg:Event ; schema:name "Forum"@de , "Forum"@fr ; schema:startDate "2024-03-12"^^xsd:date .
        id:event-2 a kg:Session , kg:Event ; kg:partOf id:event-1 ; schema:position 1 ;
            schema:startDate "2024-03-12T09:50:00+01:00"^^xsd:dateTime ;
            schema:additionalType <https://w3id.org/grkg/event-kind/round-table> .
        id:participation-1 a kg:Participation ; kg:in id:event-2 ; kg:role <https://w3id.org/grkg/role/speaker> ;
            kg:confidence 0.9 ."""
    wanted = triples(turtle, ox.RdfFormat.TURTLE)
    assert triples(json.dumps(nested), ox.RdfFormat.JSON_LD) == wanted
    back = jsonld.to_rdf(nested, {"format": "application/n-quads", "documentLoader": no_network})
    assert triples(back, ox.RdfFormat.N_QUADS) == wanted
    assert isomorphic(Graph().parse(data=json.dumps(nested), format="json-ld"), Graph().parse(data=turtle))


def test_every_own_term_has_a_name() -> None:
    named = {entry.get("@id") if isinstance(entry, dict) else entry for entry in CONTEXT.values()}
    own = {value.replace(KG, "kg:") for value in vars(terms).values() if isinstance(value, str) and value != KG}
    assert {iri for iri in own if iri.startswith("kg:")} - named == set()


def test_every_datatype_of_a_date_has_its_own_name() -> None:
    for property_iri in ("schema:startDate", "schema:endDate", "dcterms:issued"):
        types = [e["@type"] for e in CONTEXT.values() if isinstance(e, dict) and e.get("@id") == property_iri]
        assert sorted(types) == ["xsd:date", "xsd:dateTime", "xsd:gYear", "xsd:gYearMonth"]


def test_no_concept_is_named_like_a_term() -> None:
    """`"role": "host"` is read as a concept only where no term is called `host`."""
    assert {concept.id for scheme in SCHEMES for concept in concepts(scheme)} & set(CONTEXT) == set()
