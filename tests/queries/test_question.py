"""Every named query: its header, its answer on the example graph, and the same answer from every engine."""

import csv
import io
from collections.abc import Mapping
from pathlib import Path

import pytest
from pyoxigraph import Store

from kg import files, query
from kg.query import named_queries
from kg.query.embedded import EmbeddedEngine
from kg.query.lexing import tokens
from kg.query.named import LANGUAGES
from kg.query.rdflib_engine import RdflibEngine

GOLDEN = Path(__file__).resolve().parents[1] / "golden" / "question"
QUERIES = named_queries()
ASKED: Mapping[str, Mapping[str, str]] = files.read_yaml(GOLDEN / "asked.yaml")
each_query = pytest.mark.parametrize("name", QUERIES)

COMPETENCY = (
    "participations-of-an-event",
    "people-who-link-countries",
    "organisations-that-met",
    "roles-of-institutions",
    "holders-of-a-post",
    "unnamed-office-holders",
    "announced-but-not-reported",
    "speakers-by-part-of-the-grande-region",
    "events-that-mention-an-instrument",
    "topics-that-join-countries",
    "headcounts",
    "unchecked-statements",
    "people-who-changed-body",
    "brokers",
    "names-in-three-languages",
)
PROJECT_ONLY = ("bif:", "ofn:", "apf:", "GROUP_CONCAT", "xsd:date(", "xsd:integer(")
"""What one engine alone knows, or orders as it likes."""


@pytest.fixture(scope="module")
def rdflib_engine(engine: EmbeddedEngine) -> RdflibEngine:
    return RdflibEngine(query.to_rdflib(engine))


@pytest.fixture(scope="module")
def held(engine: EmbeddedEngine) -> EmbeddedEngine:
    return query.in_memory(engine)


def golden(name: str) -> list[list[str]]:
    text = (GOLDEN / f"{name}.csv").read_bytes().decode("utf-8")
    return list(csv.reader(io.StringIO(text, newline="")))


def bindings(name: str, engine: EmbeddedEngine) -> dict[str, query.Term]:
    return query.bind(QUERIES[name], dict(ASKED.get(name, {})), engine)


def test_the_competency_questions_are_there() -> None:
    assert set(COMPETENCY) <= set(QUERIES)
    assert len(QUERIES) >= len(COMPETENCY) + 12


def test_golden_files_and_queries_are_the_same_set() -> None:
    assert {path.stem for path in GOLDEN.glob("*.csv")} == set(QUERIES)
    assert set(ASKED) <= set(QUERIES)


@each_query
def test_header_speaks_three_languages(name: str) -> None:
    named = QUERIES[name]
    assert tuple(named.summary) == LANGUAGES
    assert len(set(named.summary.values())) == len(LANGUAGES)
    assert all(summary.endswith("?") for summary in named.summary.values())
    assert all(p.summary and p.example for p in named.parameters)


@each_query
def test_every_parameter_is_a_variable_of_the_query(name: str) -> None:
    variables = {token.text[1:] for token in tokens(QUERIES[name].text) if token.kind == "variable"}
    assert {p.name for p in QUERIES[name].parameters} <= variables


@each_query
def test_the_text_is_portable(name: str) -> None:
    text = QUERIES[name].text
    assert "ORDER BY" in text
    assert "SELECT *" not in text
    assert [word for word in PROJECT_ONLY if word in text] == []


@each_query
def test_answer_is_the_golden_one(engine: EmbeddedEngine, name: str) -> None:
    table = engine.select(QUERIES[name].text, bindings(name, engine))
    assert table.columns == tuple(column.name for column in QUERIES[name].columns)
    written = query.written(table, "csv")
    assert list(csv.reader(io.StringIO(written, newline=""))) == golden(name), "python tools/question_goldens.py"
    assert len(table) > 0
    assert len(set(table.rows)) == len(table)


@each_query
def test_rdflib_gives_the_same_rows(engine: EmbeddedEngine, rdflib_engine: RdflibEngine, name: str) -> None:
    bound = bindings(name, engine)
    assert rdflib_engine.select(QUERIES[name].text, bound) == engine.select(QUERIES[name].text, bound)


@each_query
def test_a_graph_in_memory_gives_the_same_rows(engine: EmbeddedEngine, held: EmbeddedEngine, name: str) -> None:
    bound = bindings(name, engine)
    assert held.select(QUERIES[name].text, bound) == engine.select(QUERIES[name].text, bound)


@each_query
def test_an_empty_graph_has_no_answer(name: str) -> None:
    bound = {p.name: query.iri("https://w3id.org/grkg/id/x") for p in QUERIES[name].parameters if p.type != "language"}
    for parameter in QUERIES[name].parameters:
        if parameter.type == "language":
            bound[parameter.name] = query.literal("en")
    assert len(query.engine_over(Store()).select(QUERIES[name].text, bound)) == 0


def test_a_parameter_that_may_be_left_out_narrows_the_answer(engine: EmbeddedEngine) -> None:
    named = QUERIES["holders-of-a-post"]
    everything = engine.select(named.text, query.bind(named, {}, engine))
    bodies = {row[1].value for row in everything if row[1] is not None}
    assert len(bodies) > 1
    assert any(row[1] is None for row in everything), "an office without a known place is listed, too"
    narrowed = engine.select(named.text, query.bind(named, {"organisation": "GKS"}, engine))
    assert set(narrowed.rows) == {row for row in everything if row[1] and row[1].value == "Border Chamber of Saarland"}


def test_names_stand_in_the_language_asked_for(engine: EmbeddedEngine) -> None:
    named = QUERIES["moderators"]
    tables = [engine.select(named.text, query.bind(named, {"language": tag}, engine)) for tag in ("fr", "de", "en")]
    bodies = [table.values()[0][1] for table in tables]
    assert bodies[:2] == ["Chambre frontalière de Lorraine", "Grenzkammer Lothringen"]
    assert bodies[2] in bodies[:2]


UNITS = frozenset(
    {"text", "word", "IRI", "count", "rank", "people", "characters", "0 to 1", "language code", "address"}
)
UNITS |= {"year", "day", "time", "day or time", "EDTF"}
AREAS: Mapping[str, tuple[str, ...]] = {
    "people": ("events-of-a-person", "who-met-whom", "evidence-of-a-person"),
    "offices over time": ("holders-of-a-post", "offices-in-a-year", "people-who-changed-body"),
    "institutions": ("partners-of-an-institution", "institutions-by-kind", "what-became-of"),
    "events and sessions": ("sessions-of-an-event", "series-of-events", "venues"),
    "territories and borders": ("events-in-a-territory", "events-across-borders", "parts-of-a-border-area"),
    "topics": ("events-about-a-topic", "topics-by-year", "topics-that-join-countries"),
    "treaties and projects": ("treaties-and-projects", "institutions-around-an-instrument"),
    "brokers": ("brokers", "people-who-link-countries"),
    "announced against reported": ("announced-against-reported", "announced-but-not-reported"),
    "coverage and bias": ("coverage-by-year", "coverage-by-country", "actors-known-from-one-source", "languages"),
}


@pytest.mark.parametrize("area", AREAS)
def test_every_area_of_research_has_its_questions(area: str) -> None:
    assert set(AREAS[area]) <= set(QUERIES)
    assert len(QUERIES) >= 50


@each_query
def test_the_card_is_whole(name: str) -> None:
    named = QUERIES[name]
    assert named.limits.endswith(".")
    assert {column.unit for column in named.columns} <= UNITS
    assert all(column.meaning for column in named.columns)
    assert [c.name for c in named.columns if c.meaning.startswith("number of") and c.unit != "count"] == []


@each_query
def test_the_example_of_a_parameter_is_of_its_type(name: str) -> None:
    plain = [p for p in QUERIES[name].parameters if p.type in {"text", "integer", "date", "year", "language", "iri"}]
    bare = QUERIES[name]._replace(parameters=tuple(plain))
    bound = query.bind(bare, {p.name: p.example for p in plain})
    assert set(bound) == {p.name for p in plain}
