"""Each check query finds what it is for, and nothing in a sound graph."""

from collections.abc import Callable
from pathlib import Path

import pytest

from kg import assets
from kg.check.queries import COLUMNS, CheckQuery, check_queries, found_by
from kg.errors import KgBug
from kg.model import Severity
from kg.query import Engine
from kg.resolve.codes import GRAMMAR

QUERIES = {query.name: query for query in check_queries()}
OTHER_TEXT = 'id:text-2 a kg:TextVersion ; kg:sha256 "b" ; prov:wasDerivedFrom id:document-colloque .'
TREATY = 'id:instrument-t a kg:LegalInstrument ; skos:prefLabel "Traité de Metz"@fr .'
SECOND = (
    "id:participation-2 a kg:Participation ; kg:in id:event-2 ; kg:participant id:person-1 ; kg:role role:speaker ; "
    "kg:factuality factuality:{} ."
)

BROKEN: dict[str, tuple[dict[str, str], str]] = {
    "actor-in-nothing": (
        {"more": 'id:person-2 a kg:Person ; rdfs:label "Jo Roth" ; kg:evidence id:evidence-1 .'},
        "person-2",
    ),
    "announced-and-cancelled": (
        {"before": "factuality:reported", "after": "factuality:announced", "more": SECOND.format("cancelled")},
        "participation-1",
    ),
    "blank-node": ({"more": "id:event-1 kg:headcount [ schema:value 50 ] ."}, "event-1"),
    "code-of-wrong-form": (
        {"more": 'id:territory-metz skos:notation "5746"^^<https://w3id.org/grkg/code/insee-commune> .'},
        "territory-metz",
    ),
    "event-ends-before-it-starts": ({"before": '"2024-05-15"', "after": '"2024-05-13"'}, "event-1"),
    "event-part-of-itself": ({"more": "id:event-1 kg:partOf id:event-2 ."}, "event-1"),
    "event-without-date": (
        {"more": 'id:event-3 a kg:Event ; schema:name "Un jour"@fr ; kg:evidence id:evidence-1 .'},
        "event-3",
    ),
    "event-without-name": ({"before": ' schema:name "Ouverture"@fr ;', "after": ""}, "event-2"),
    "evidence-of-another-text": ({"more": f"id:evidence-1 oa:hasSource id:text-2 . {OTHER_TEXT}"}, "evidence-1"),
    "evidence-without-text": ({"before": "kg:sha256", "after": "kg:edtf"}, "evidence-1"),
    "instrument-without-date": ({"more": TREATY}, "instrument-t"),
    "kind-that-is-no-concept": ({"more": "id:territory-metz schema:additionalType id:town ."}, "territory-metz"),
    "name-with-blanks": ({"before": '"Colloque"@fr ; schema', "after": '"Colloque "@fr ; schema'}, "event-1"),
    "node-without-class": ({"before": " a org:Post ;", "after": ""}, "post-1"),
    "organisations-with-one-name": (
        {"more": 'id:organisation-zz a kg:Organisation ; skos:prefLabel "AGENCE Rive-Gauche"@fr .'},
        "organisation-arg",
    ),
    "orphan-evidence": (
        {"more": "id:evidence-2 a kg:Evidence ; oa:hasSelector id:evidence-1-quote ."},
        "evidence-2",
    ),
    "people-with-one-name": ({"more": 'id:person-2 a kg:Person ; rdfs:label "Anne WEISS" .'}, "person-1"),
    "reported-and-cancelled": ({"more": SECOND.format("excused")}, "participation-1"),
    "reported-before-it-happened": ({"before": "2024-05-20", "after": "2024-05-02"}, "participation-1"),
    "session-outside-its-event": ({"before": "2024-05-14T09", "after": "2024-05-16T09"}, "event-2"),
    "tenure-attested-outside-its-period": (
        {"more": 'id:tenure-1 kg:earliest "2024-06-01"^^xsd:date ; kg:edtf "2024-06/.." .'},
        "tenure-1",
    ),
    "tenure-without-date": ({"before": 'kg:attestedOn "2024-05-14"^^xsd:date ;', "after": ""}, "tenure-1"),
    "territory-within-itself": ({"more": "id:territory-france kg:within id:territory-metz ."}, "territory-france"),
    "territory-without-country": ({"before": " kg:within id:territory-france", "after": ""}, "territory-metz"),
}

SOUND: list[dict[str, str]] = [
    {"before": '"2024-05-15"^^xsd:date', "after": '"2024"^^xsd:gYear'},
    {"before": '"2024-05-14"^^xsd:date ;\n    schema:end', "after": '"2024-05"^^xsd:gYearMonth ;\n    schema:end'},
    {"before": 'schema:endDate "2024-05-15"^^xsd:date ;', "after": ""},
    {"before": "factuality:reported", "after": "factuality:announced"},
    {"before": ' ; dcterms:issued "2024-05-20"^^xsd:date', "after": ""},
    {
        "more": 'id:territory-gr a kg:Territory , kg:CrossBorderArea ; skos:prefLabel "Grande Région"@fr ; '
        "kg:composedOf id:territory-metz ."
    },
    {
        "more": 'id:territory-metz skos:notation "57463"^^<https://w3id.org/grkg/code/insee-commune> ; '
        "schema:additionalType <https://w3id.org/grkg/territory-kind/commune> . "
        "<https://w3id.org/grkg/territory-kind/commune> a skos:Concept ."
    },
    {
        "more": 'id:territory-europe a kg:Territory ; skos:prefLabel "Europe"@fr ; '
        "schema:additionalType <https://w3id.org/grkg/territory-kind/continent> . "
        "<https://w3id.org/grkg/territory-kind/continent> a skos:Concept ."
    },
    {"more": TREATY + ' id:instrument-t eli:date_document "2019-01-22"^^xsd:date .'},
]


def nodes(query: CheckQuery, engine: Engine) -> set[str]:
    return {finding.node.rpartition("/")[2] for finding in found_by(query, engine, "en")}


def test_every_query_has_a_case() -> None:
    assert set(BROKEN) == set(QUERIES)


@pytest.mark.parametrize("name", sorted(QUERIES))
def test_finds_what_it_is_for(name: str, graph: Callable[..., Engine]) -> None:
    change, node = BROKEN[name]
    assert node in nodes(QUERIES[name], graph(**change))


@pytest.mark.parametrize("name", sorted(QUERIES))
def test_finds_nothing_in_a_sound_graph(name: str, graph: Callable[..., Engine]) -> None:
    assert nodes(QUERIES[name], graph()) == set()


@pytest.mark.parametrize("change", SOUND, ids=str)
def test_what_is_allowed(change: dict[str, str], graph: Callable[..., Engine]) -> None:
    engine = graph(**change)
    assert [name for name, query in QUERIES.items() if nodes(query, engine)] == []


def test_an_announcement_before_the_day_is_no_report(graph: Callable[..., Engine]) -> None:
    engine = graph("2024-05-20", "2024-05-02", more="")
    assert nodes(QUERIES["reported-before-it-happened"], engine) == {"participation-1"}


def test_an_event_of_two_pages_may_have_two_dates(graph: Callable[..., Engine]) -> None:
    later = 'GRAPH graph:text-2 { id:event-1 schema:startDate "2024-06-01"^^xsd:date }'
    engine = graph("GRAPH graph:meta {", f"{later} GRAPH graph:meta {{")
    assert nodes(QUERIES["event-ends-before-it-starts"], engine) == set()
    assert nodes(QUERIES["session-outside-its-event"], engine) == set()


@pytest.mark.parametrize("language", ["fr", "de", "en"])
@pytest.mark.parametrize("name", sorted(QUERIES))
def test_says_problem_and_solution_in_three_languages(name: str, language: str, graph: Callable[..., Engine]) -> None:
    (found, *_) = found_by(QUERIES[name], graph(**BROKEN[name][0]), language)
    assert found.problem
    assert found.solution
    assert "{" not in found.problem
    assert "\n" not in found.problem + found.solution


@pytest.mark.parametrize("query", QUERIES.values(), ids=lambda q: q.name)
def test_file(query: CheckQuery, graph: Callable[..., Engine]) -> None:
    assert set(query.problem) == set(query.solution) == {"fr", "de", "en"}
    table = graph().select(query.text)
    assert table.columns[:2] == COLUMNS[:2]
    assert set(table.columns) <= set(COLUMNS)


@pytest.mark.parametrize("query", [q for q in QUERIES.values() if q.instead_of], ids=lambda q: q.name)
def test_a_query_stands_instead_of_a_shape_that_there_is(query: CheckQuery) -> None:
    assert f"\n{query.instead_of} a sh:PropertyShape" in assets.text(assets.path("ontology/shapes.ttl"))


@pytest.mark.parametrize("code", ['"57463"', '"57463"^^<https://w3id.org/grkg/code/town>'])
def test_a_code_names_a_known_register(code: str, graph: Callable[..., Engine]) -> None:
    engine = graph(more=f"id:territory-metz skos:notation {code} .")
    assert nodes(QUERIES["code-of-wrong-form"], engine) == {"territory-metz"}


@pytest.mark.parametrize("register", sorted(GRAMMAR))
def test_the_check_knows_each_register_and_its_pattern(register: str) -> None:
    pattern = GRAMMAR[register][0].pattern.replace(r"\d", "[0-9]")
    one = f"({pattern})" if "|" in pattern and not pattern.startswith("(") else pattern
    assert f'(code:{register} "^{one}$")' in QUERIES["code-of-wrong-form"].text


def test_values_stand_in_the_problem(graph: Callable[..., Engine]) -> None:
    engine = graph('"2024-05-15"', '"2024-05-13"')
    (found,) = found_by(QUERIES["event-ends-before-it-starts"], engine, "en")
    assert found.problem == "The event ends (2024-05-13) before it starts (2024-05-14)."
    assert found.severity is Severity.ERROR


def test_a_query_without_a_severity_is_a_bug(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.rq").write_text('#+ problem: {en: "x"}\n#+ solution: {en: "y"}\nSELECT ?node {}', "utf-8")
    monkeypatch.setattr(assets, "path", lambda _: tmp_path)
    check_queries.cache_clear()
    try:
        with pytest.raises(KgBug, match=r"a\.rq: a check query says severity"):
            check_queries()
    finally:
        check_queries.cache_clear()
