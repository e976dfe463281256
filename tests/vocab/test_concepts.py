"""The concepts in code are those of the Turtle files, and the model's lists are those of the concepts."""

import importlib.util
import json
from enum import StrEnum
from pathlib import Path
from types import ModuleType

import pytest

from kg import assets, jsonl
from kg.errors import KgBug
from kg.model import EventKind, Factuality, Role
from kg.text.normal import fold
from kg.vocab.concepts import SCHEMES, Concept, concepts

ROOT = Path(__file__).resolve().parents[2]
each_scheme = pytest.mark.parametrize("scheme", SCHEMES)


def generator() -> ModuleType:
    spec = importlib.util.spec_from_file_location("concepts_tool", ROOT / "tools" / "concepts.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_generated_file_is_fresh() -> None:
    fresh = jsonl.page(generator().gather(ROOT / "ontology" / "concepts"))
    stored = (ROOT / "ontology" / "concepts.json").read_text("utf-8")
    assert stored == fresh, "run: python tools/concepts.py"


def test_every_scheme_is_named_in_code() -> None:
    assert set(json.loads((ROOT / "ontology" / "concepts.json").read_text("utf-8"))) == set(SCHEMES)


@each_scheme
def test_concepts_are_sorted_and_named_in_three_languages(scheme: str) -> None:
    found = concepts(scheme)
    assert [c.id for c in found] == sorted(c.id for c in found)
    for concept in found:
        assert concept.iri == f"{assets.BASE}{scheme}/{concept.id}"
        assert concept.scheme == assets.BASE + scheme
        languages = [label.language for label in concept.labels]
        assert languages == sorted(languages)
        assert {"de", "en", "fr"} <= set(languages) <= {"de", "en", "fr", "lb", "nl"}


@each_scheme
def test_broader_concepts_are_of_the_scheme(scheme: str) -> None:
    known = {concept.iri for concept in concepts(scheme)}
    assert {iri for concept in concepts(scheme) for iri in concept.broader} - known == set()


@each_scheme
def test_no_preferred_name_is_also_another_name_of_the_same_concept(scheme: str) -> None:
    for concept in concepts(scheme):
        assert set(concept.labels) & set(concept.variants) == set()


@pytest.mark.parametrize("language", ["fr", "de", "en"])
def test_a_wording_leads_to_one_topic(language: str) -> None:
    """Titles are matched by these names: a name of two topics would give both."""
    owners: dict[str, set[str]] = {}
    for topic in concepts("topic"):
        for label in (*topic.labels, *topic.variants):
            if label.language == language:
                owners.setdefault(fold(label.value), set()).add(topic.id)
    assert {name: ids for name, ids in owners.items() if len(ids) > 1} == {}


@pytest.mark.parametrize(
    ("scheme", "values", "further"),
    [
        ("event-kind", EventKind, set()),
        ("factuality", Factuality, set()),
        ("role", Role, {"active", "organising", "signatory"}),
    ],
)
def test_the_lists_of_the_model_are_concepts(scheme: str, values: type[StrEnum], further: set[str]) -> None:
    assert {concept.id for concept in concepts(scheme)} == {value.value for value in values} | further


def by_id(scheme: str) -> dict[str, Concept]:
    return {concept.id: concept for concept in concepts(scheme)}


def test_active_and_organising_gather_the_roles_below_them() -> None:
    above = {c.id: {iri.rpartition("/")[2] for iri in c.broader} for c in concepts("role")}
    assert {role for role, broader in above.items() if broader == {"active"}} == {"moderator", "speaker"}
    assert {role for role, broader in above.items() if broader == {"organising"}} == {"organizer", "host", "partner"}


def test_label_gives_the_name_in_a_language() -> None:
    assert by_id("event-kind")["round-table"].label("fr") == "table ronde"
    assert by_id("event-kind")["round-table"].label("de") == "Podiumsdiskussion"


def test_label_in_an_unknown_language_is_a_bug() -> None:
    with pytest.raises(KgBug, match="'it'"):
        by_id("role")["speaker"].label("it")


def test_unknown_scheme_is_a_bug() -> None:
    with pytest.raises(KgBug, match="no concept scheme 'rolle'"):
        concepts("rolle")


OFFICES = by_id("office")
LEVELS_OF_OFFICES = ("municipal", "district", "regional", "national", "european", "cross-border")
LEVELS = {id_ for id_, office in OFFICES.items() if not office.broader}


def test_every_office_stands_at_one_level() -> None:
    assert {f"{level}-office" for level in LEVELS_OF_OFFICES} == LEVELS
    for id_, office in OFFICES.items():
        assert id_ in LEVELS or {iri.rpartition("/")[2] for iri in office.broader} <= LEVELS


def test_an_office_is_near_those_that_are_near_it() -> None:
    near = {office.iri: set(office.close) for office in OFFICES.values()}
    for iri, others in near.items():
        assert iri not in others
        for other in others:
            assert iri in near[other], (iri, other)


def test_near_offices_are_of_different_states_or_of_one_level() -> None:
    known = {office.iri: office for office in OFFICES.values()}
    for office in OFFICES.values():
        for other in office.close:
            assert office.places != known[other].places or office.broader == known[other].broader


def test_mayors_of_four_states_are_near_each_other_and_say_how_they_differ() -> None:
    maire = OFFICES["maire"]
    assert {iri.rpartition("/")[2] for iri in maire.close} == {
        "buergermeister",
        "oberbuergermeister",
        "bourgmestre-luxembourg",
        "bourgmestre-belgium",
    }
    assert {note.language for note in maire.notes} == {"fr", "de", "en"}
    assert maire.places == ("territory-france",)
