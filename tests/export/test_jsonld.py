"""JSON-LD: what stands inside what, and that reading it asks no network."""

import json
from typing import Any, NoReturn

import pytest
from pyld import jsonld as pyld
from pyoxigraph import RdfFormat, Triple, parse

from kg.errors import InputError
from kg.export import to_bytes
from kg.export.context import project_context
from kg.query import EmbeddedEngine

BASE = "https://w3id.org/grkg/"
LINES = {"format": "application/n-quads"}


def document(engine: EmbeddedEngine) -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads(to_bytes(engine, "jsonld"))
    return loaded


def nodes(engine: EmbeddedEngine) -> dict[str, dict[str, Any]]:
    return {node["id"]: node for node in document(engine)["@graph"]}


def statements(lines: str | bytes) -> set[Triple]:
    found = {quad.triple for quad in parse(lines, format=RdfFormat.N_QUADS)}
    assert found
    return found


def refuse(url: str, options: dict[str, Any]) -> NoReturn:
    raise AssertionError(f"asked the network for {url} with {options}")


def test_an_event_holds_its_sessions_in_their_order_and_who_took_part(small: EmbeddedEngine) -> None:
    event = nodes(small)["grkg:id/event-forum"]
    assert [session["name"] for session in event["sessions"]] == [{"fr": "Ouverture"}, {"fr": "Table ronde"}]
    assert [part["role"] for part in event["participations"]] == ["host"]
    assert [part["participant"] for part in event["sessions"][0]["participations"]] == ["grkg:id/person-1"]
    assert "partOf" not in event["sessions"][0]
    assert "in" not in event["participations"][0]


def test_values_are_plain_json(small: EmbeddedEngine) -> None:
    found = nodes(small)
    event = found["grkg:id/event-forum"]
    assert event["name"] == {"de": "Grenzforum", "fr": "Forum des frontières"}
    assert event["startDate"] == "2023-05-11"
    assert event["sessions"][0]["startDateTime"] == "2023-05-11T09:30:00+02:00"
    assert event["sessions"][0]["position"] == 1
    assert event["headcount"][0]["value"] == 50
    assert event["headcount"][0]["approximate"] is True
    assert found["grkg:id/document-1"]["issuedYear"] == "2023"
    assert found["grkg:id/organisation-chamber"]["altLabel"] == {"fr": ["Chambre de la frontière", "La Chambre"]}


def test_a_word_that_is_also_a_key_is_written_as_an_iri(odd: EmbeddedEngine) -> None:
    """`evidence` alone would be read as the property of that name and not as the role."""
    roles = nodes(odd)["grkg:id/event-a"]["role"]
    assert roles == ["https://example.org/role", "grkg:role/a%20b", "grkg:role/evidence"]


def test_tenures_stand_with_the_person_and_selectors_with_the_evidence(small: EmbeddedEngine) -> None:
    found = nodes(small)
    assert [one["edtf"] for one in found["grkg:id/person-1"]["tenures"]] == ["2020/.."]
    kinds = [one["type"] for one in found["grkg:id/evidence-1"]["hasSelector"]]
    assert kinds == ["TextPositionSelector", "TextQuoteSelector"]


def test_a_node_is_written_once(small: EmbeddedEngine) -> None:
    seen: list[str] = []

    def gather(value: object) -> None:
        if isinstance(value, dict):
            seen.extend([value["id"]] if len(value) > 1 and "id" in value else [])
            for inner in value.values():
                gather(inner)
        if isinstance(value, list):
            for inner in value:
                gather(inner)

    gather(document(small)["@graph"])
    assert len(seen) == len(set(seen)) > 20


def test_events_stand_first(small: EmbeddedEngine) -> None:
    types = [node.get("type") for node in document(small)["@graph"]]
    assert types[0] == "Event"
    assert types.index("Person") < types.index("Organisation") < types.index("Evidence")


@pytest.mark.parametrize("graph", ["small", "hostile"])
def test_pyld_expands_and_compacts_it_without_network(graph: str, request: pytest.FixtureRequest) -> None:
    written = document(request.getfixturevalue(graph))
    options = {"documentLoader": refuse}
    expanded = pyld.expand(written, options)
    compacted = pyld.compact(expanded, written["@context"], options)
    assert statements(pyld.to_rdf(compacted, options | LINES)) == statements(pyld.to_rdf(written, options | LINES))


def test_pyld_reads_the_same_statements(small: EmbeddedEngine) -> None:
    """A third reader, written by the editors of JSON-LD."""
    lines = pyld.to_rdf(document(small), LINES | {"documentLoader": refuse})
    assert statements(lines) == statements(small.dump("nquads"))


def test_no_depth_of_sessions_is_too_deep(odd: EmbeddedEngine) -> None:
    """Forty events in each other: what is too deep to read stands on its own, and nothing is lost."""
    text = to_bytes(odd, "jsonld").decode()
    assert all(f'"id": "grkg:id/event-deep-{position}"' in text for position in range(40))


def test_an_iri_that_would_be_read_as_another_is_refused() -> None:
    with pytest.raises(InputError, match="schema:name"):
        project_context().iri("<schema:name>")
    assert project_context().iri("<urn:isbn:1>") == "urn:isbn:1"
    assert project_context().iri(f"<{BASE}id/x>") == "grkg:id/x"
