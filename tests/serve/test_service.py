"""The endpoints of the protocol: each answer has the form that the specification gives it, and says what is true."""

import json
from typing import Any

import pytest
from pyoxigraph import RdfFormat, Store
from tests.serve import schemas
from tests.serve.conftest import ORIGIN, REGISTER, answer, get

from kg import query, serve
from kg.serve import reconciling
from kg.serve.service import AT_ONCE

ROOT = "/reconcile"


def batch(service: serve.Service, **queries: Any) -> dict[str, list[dict[str, Any]]]:
    found = answer(service, ROOT, queries=json.dumps(queries))
    schemas.fits(found, schemas.RESULTS)
    return {key: value["result"] for key, value in found.items()}


def extended(service: serve.Service, ids: list[str], *properties: Any) -> dict[str, dict[str, list[dict[str, Any]]]]:
    wanted = [one if isinstance(one, dict) else {"id": one} for one in properties]
    found = answer(service, ROOT, extend=json.dumps({"ids": ids, "properties": wanted}))
    schemas.fits(found, schemas.EXTENDED)
    rows: dict[str, dict[str, list[dict[str, Any]]]] = found["rows"]
    return rows


def test_manifest(service: serve.Service) -> None:
    found = answer(service, ROOT)
    schemas.fits(found, schemas.MANIFEST)
    assert found["identifierSpace"] == "https://w3id.org/grkg/id/"
    assert found["preview"]["url"] == "http://127.0.0.1:1/reconcile/preview?id={{id}}"
    assert [one["id"] for one in found["defaultTypes"]] == ["ns#Organisation", "ns#Person", "ns#Territory", "ns#Event"]


def test_every_address_of_the_manifest_is_one_of_the_service(service: serve.Service) -> None:
    found = answer(service, ROOT)
    services = [*found["suggest"].values(), found["extend"]["propose_properties"]]
    paths = [one["service_url"] + one["service_path"] for one in services]
    paths += [
        (one["flyout_service_url"] + one["flyout_service_path"]).split("?")[0] for one in found["suggest"].values()
    ]
    paths += [found["preview"]["url"].split("?")[0], found["view"]["url"], found["documentation"]]
    assert [path for path in paths if not service.methods(path.removeprefix("http://127.0.0.1:1"))] == []


def test_names_in_three_languages_are_one_thing(service: serve.Service) -> None:
    names = ["Conseil du rail de Sarrebruck", "SCHIENENRAT SAARBRUECKEN", "Saarbrücken Rail Council", "SRS"]
    found = batch(service, **{f"q{at}": {"query": name} for at, name in enumerate(names)})
    assert [[(one["id"], one["match"]) for one in found[f"q{at}"]][:1] for at in range(4)] == [
        [("organisation-rail-council", True)]
    ] * 4
    assert found["q1"][0]["name"] == "Conseil du rail de Sarrebruck"
    assert found["q1"][0]["score"] == 100.0


def test_homonyms_are_both_shown_and_neither_is_a_match(service: serve.Service) -> None:
    found = batch(service, q={"query": "Comité du port fluvial", "type": "ns#Organisation"})["q"]
    assert {one["id"] for one in found[:2]} == {"organisation-harbour-metz", "organisation-harbour-saar"}
    assert [one["match"] for one in found if one["match"]] == []
    assert all("Metz" in one["description"] or "Sarrebruck" in one["description"] for one in found[:2])


@pytest.mark.parametrize("value", ["Metz", {"id": "territory-metz", "name": "Metz"}, ["Metz"]])
def test_a_place_tells_homonyms_apart(service: serve.Service, value: object) -> None:
    query = {"query": "Comité du port fluvial", "properties": [{"pid": "seat", "v": value}]}
    found = batch(service, q=query)["q"]
    assert (found[0]["id"], found[0]["match"]) == ("organisation-harbour-metz", True)
    assert "same_territory" in {one["id"] for one in found[0]["features"]}
    assert found[1]["id"] == "organisation-harbour-saar"


def test_two_people_of_one_name_stay_two_until_a_body_tells(service: serve.Service) -> None:
    name = {"query": "Müller, Peter", "type": "ns#Person"}
    found = batch(service, plain=name, body={**name, "properties": [{"pid": "acts-for", "v": "Schienenrat"}]})
    assert [one["match"] for one in found["plain"]] == [False, False]
    assert (found["body"][0]["id"], found["body"][0]["match"]) == ("person-0000000000000001", True)


def test_a_rare_full_name_is_a_match_and_a_slip_is_not(service: serve.Service) -> None:
    found = batch(service, whole={"query": "Zwiebelhuber Ottilie"}, slip={"query": "Ottilie Zwiebelhubber"})
    assert [(one["id"], one["match"]) for one in found["whole"]] == [("person-0000000000000003", True)]
    assert [(one["id"], one["match"]) for one in found["slip"]] == [("person-0000000000000003", False)]


def test_a_code_finds_a_thing_without_its_name(service: serve.Service) -> None:
    coded = [{"pid": "codes", "v": "57463"}]
    found = batch(service, bare={"properties": coded}, other={"query": "Divodurum", "properties": coded})
    assert [(one["id"], one["match"]) for one in found["bare"]] == [("territory-metz", True)]
    assert found["other"][0]["id"] == "territory-metz"


def test_types_restrict(service: serve.Service) -> None:
    both = ["ns#Organisation", "organisation-kind/association"]
    found = batch(
        service,
        kind={"query": "SRS", "type": "organisation-kind/association"},
        wrong={"query": "SRS", "type": "ns#Person", "type_strict": "should"},
        every={"query": "SRS", "type": both, "type_strict": "all"},
        none={"query": "SRS", "type": [*both, "ns#Person"], "type_strict": "all"},
        unknown={"query": "SRS", "type": "Q5"},
    )
    assert {key: len(value) for key, value in found.items()} == {
        "kind": 1, "wrong": 0, "every": 1, "none": 0, "unknown": 0,
    }  # fmt: skip


def test_limit_and_nothing_like_it(service: serve.Service) -> None:
    found = batch(
        service, one={"query": "Comité du port fluvial", "limit": 1}, none={"query": "Zzzz Qqqq"}, dots={"query": "..."}
    )
    assert [len(found[key]) for key in ("one", "none", "dots")] == [1, 0, 0]


def test_single_query_of_older_clients(service: serve.Service) -> None:
    for text in ("SRS", '{"query": "SRS"}'):
        found = answer(service, ROOT, query=text)
        schemas.fits(found, schemas.RESULT)
        assert found["result"][0]["id"] == "organisation-rail-council"


def test_suggested_entities(service: serve.Service) -> None:
    found = answer(service, ROOT + "/suggest/entity", prefix="schien")
    schemas.fits(found, schemas.ENTITIES)
    assert [one["id"] for one in found["result"]] == ["organisation-rail-council", "event-01"]
    assert answer(service, ROOT + "/suggest/entity", prefix="schien", cursor="1")["result"] == found["result"][1:]
    assert answer(service, ROOT + "/suggest/entity", prefix="event-01")["result"][0]["id"] == "event-01"
    assert answer(service, ROOT + "/suggest/entity", prefix="")["result"] == []


def test_suggested_types_and_properties(service: serve.Service) -> None:
    types = answer(service, ROOT + "/suggest/type", prefix="organ")
    schemas.fits(types, schemas.TYPES)
    assert {"id": "ns#Organisation", "name": "organisation"} in types["result"]
    properties = answer(service, ROOT + "/suggest/property", prefix="Sitz")
    schemas.fits(properties, schemas.PROPERTIES)
    assert [one["id"] for one in properties["result"]] == ["seat"]


@pytest.mark.parametrize(
    ("what", "id_"), [("entity", "organisation-markup"), ("type", "ns#Person"), ("property", "seat")]
)
def test_flyouts(service: serve.Service, what: str, id_: str) -> None:
    found = answer(service, f"{ROOT}/flyout/{what}", id=id_)
    schemas.fits(found, schemas.FLYOUT)
    assert "<script" not in found["html"]
    assert get(service, f"{ROOT}/flyout/{what}", id="nothing").status == 404


def test_proposed_properties(service: serve.Service) -> None:
    found = answer(service, ROOT + "/properties", type="ns#Organisation", limit="6")
    schemas.fits(found, schemas.PROPOSED)
    assert [one["id"] for one in found["properties"]][3:] == ["other-names", "acronym", "kind"]
    every = answer(service, ROOT + "/properties")
    schemas.fits(every, schemas.PROPOSED)
    assert {"offices", "seat", "events"} <= {one["id"] for one in every["properties"]}


def test_values_of_an_institution(service: serve.Service) -> None:
    names = (
        "label-de",
        "acronym",
        "kind",
        "seat",
        "website",
        "exact-match",
        "began",
        "first-attested",
        "last-attested",
        "events",
    )
    found = extended(service, ["organisation-rail-council"], *names)["organisation-rail-council"]
    assert found == {
        "label-de": [{"str": "Schienenrat Saarbrücken"}],
        "acronym": [{"str": "SRS"}],
        "kind": [{"str": "association"}],
        "seat": [{"id": "territory-saarbruecken", "name": "Sarrebruck"}],
        "website": [{"str": "https://rail.example/"}, {"str": "javascript:alert(1)"}],
        "exact-match": [{"str": "http://www.wikidata.org/entity/Q1"}],
        "began": [{"str": "1999"}],
        "first-attested": [{"str": "2020-05-04"}],
        "last-attested": [{"str": "2020-05-04"}],
        "events": [{"int": 1}],
    }


def test_values_of_a_person_and_a_territory(service: serve.Service) -> None:
    person, metz = "person-0000000000000003", "territory-metz"
    found = extended(
        service, [person, metz, "nobody"], "label-de", "offices", "acts-for", "codes", "within", "first-attested"
    )
    assert found[person]["label-de"] == [{"str": "Ottilie Zwiebelhuber"}]
    assert found[person]["offices"] == [{"str": "Vorsitzende"}]
    assert found[person]["acts-for"] == [{"id": "organisation-rail-council", "name": "Conseil du rail de Sarrebruck"}]
    assert found[person]["first-attested"] == [{"str": "2018-02-03"}]
    assert found[metz]["codes"] == [{"str": "insee-commune:57463"}]
    assert found[metz]["within"] == [{"id": "territory-france", "name": "France"}]
    assert set(map(len, found["nobody"].values())) == {0}


@pytest.mark.parametrize(("limit", "count"), [(1, 1), ("1", 1), (0, 2), ("x", 2), (-1, 2)], ids=repr)
def test_setting_of_a_property(service: serve.Service, limit: object, count: int) -> None:
    wanted = {"id": "website", "settings": {"limit": limit}}
    found = extended(service, ["organisation-rail-council"], wanted, "no-such-property")
    assert {key: len(value) for key, value in found["organisation-rail-council"].items()} == {"website": count}


def test_preview_shows_names_facts_and_passages_with_page_and_line(service: serve.Service) -> None:
    response = get(service, ROOT + "/preview", id="person-0000000000000003")
    page = response.body.decode()
    assert response.headers["Content-Type"] == "text/html; charset=utf-8"
    assert "« Ottilie Zwiebelhuber »" in page
    assert ", ligne 3" in page
    assert ", ligne 1" in page
    assert 'href="https://rail.example/page"' in page
    assert "&lt;b&gt;Schienentag" in page
    assert "<b>" not in page
    council = get(service, "/things/organisation-rail-council").body.decode()
    for name in ("Conseil du rail de Sarrebruck", "Schienenrat Saarbrücken", "Saarbrücken Rail Council"):
        assert name in council


def test_nothing_of_the_graph_becomes_markup(service: serve.Service) -> None:
    page = get(service, ROOT + "/preview", id="organisation-markup").body.decode()
    assert "<script" not in page
    assert "&lt;script&gt;" in page
    council = get(service, "/things/organisation-rail-council").body.decode()
    assert 'href="javascript' not in council
    assert "javascript:alert(1)" in council


def test_pages_allow_no_script_and_only_known_frames(service: serve.Service) -> None:
    policy = get(service, ROOT + "/preview", id="territory-metz").headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert policy.endswith(f"frame-ancestors 'self' {ORIGIN}")
    assert "script-src" not in policy
    assert "unsafe" not in policy


@pytest.mark.parametrize("path", [ROOT + "/preview", ROOT + "/flyout/entity"])
def test_unknown_things_are_404(service: serve.Service, path: str) -> None:
    response = get(service, path, id="<script>")
    assert response.status == 404
    assert b"script" not in response.body


@pytest.mark.parametrize(
    ("path", "parameters"),
    [
        ("/suggest/entity", {"prefix": "a", "cursor": "-1"}),
        ("/suggest/entity", {"prefix": "a", "cursor": "٣"}),
        ("/suggest/entity", {"prefix": "a" * 300}),
        ("/properties", {"limit": "many"}),
        ("", {"queries": "[]"}),
        ("", {"extend": "{}"}),
    ],
)
def test_wrong_parameters_are_400_with_a_reason(service: serve.Service, path: str, parameters: dict[str, str]) -> None:
    response = get(service, ROOT + path, **parameters)
    assert response.status == 400
    schemas.fits(json.loads(response.body), schemas.FAULT)


def test_the_front_page_names_the_address(service: serve.Service) -> None:
    assert b"http://127.0.0.1:1/reconcile" in get(service, "/").body
    assert get(service, "/elsewhere").status == 404


def test_what_takes_too_long_is_503() -> None:
    store = Store()
    store.load(path=REGISTER, format=RdfFormat.TRIG)
    hasty = serve.Service(query.engine_over(store), options=serve.Options(seconds=0.0))
    many = {str(at): {"query": "Schienenrat"} for at in range(50)}
    assert get(hasty, ROOT, queries=json.dumps(many)).status == 503


def test_who_comes_while_all_are_at_work_is_told_to_come_again() -> None:
    store = Store()
    store.load(path=REGISTER, format=RdfFormat.TRIG)
    busy = serve.Service(query.engine_over(store), options=serve.Options(seconds=0.01))
    for _ in range(AT_ONCE):
        busy._working.acquire()
    response = get(busy, ROOT)
    assert (response.status, response.headers["Retry-After"]) == (503, "5")
    busy._working.release()
    assert get(busy, ROOT).status == 200


def test_a_card_without_texts_has_no_lines(service: serve.Service) -> None:
    store = Store()
    store.load(path=REGISTER, format=RdfFormat.TRIG)
    page = get(serve.Service(query.engine_over(store)), "/things/person-0000000000000003").body.decode()
    assert "Page du rail" in page
    assert ", line " not in page


def test_names_are_forgotten_in_the_long_run_and_answers_stay(
    service: serve.Service, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = batch(service, q={"query": "Schienenrat Saarbrücken"})
    monkeypatch.setattr(reconciling, "_REMEMBERED", 1)
    assert batch(service, q={"query": "Schienenrat Saarbrücken"}) == before
