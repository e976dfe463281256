import re
from collections.abc import Mapping
from pathlib import Path

import pytest

from kg import files, query
from kg.query.embedded import EmbeddedEngine
from kg.query.rdf import written
from kg.view.desk.questions import questions
from kg.view.desk.sparql import words
from kg.view.names import LANGUAGES

ASKED: Mapping[str, Mapping[str, str]] = files.read_yaml(
    Path(__file__).resolve().parents[2] / "golden" / "question" / "asked.yaml"
)
FOUND = {one["name"]: one for one in questions()}
WORDS = words()


def paths(words: object, above: str = "") -> set[str]:
    if not isinstance(words, dict):
        return {above}
    return {path for key, inside in words.items() for path in paths(inside, f"{above}.{key}")}


def test_every_named_query_is_offered() -> None:
    assert list(FOUND) == list(query.named_queries())


@pytest.mark.parametrize("name", FOUND)
def test_the_values_join_where_kg_query_puts_them(engine: EmbeddedEngine, name: str) -> None:
    named, found = query.find(name), FOUND[name]
    values = query.bind(named, dict(ASKED.get(name, {})), engine)
    names, terms = " ".join(f"?{key}" for key in values), " ".join(written(term) for term in values.values())
    row = f" VALUES ({names}) {{ ({terms}) }} " if values else ""
    assert not found["before"].startswith("#+")
    assert engine.select(f"{found['before']}{row}{found['after']}") == engine.select(named.text, values)


def test_names_are_asked_for_things_only() -> None:
    for parameter in (one for found in FOUND.values() for one in found["parameters"]):
        assert ("names" in parameter) == (parameter["type"] in ("name", "role", "topic"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_parameter_has_a_label_in_every_language(language: str) -> None:
    names = {parameter["name"] for found in FOUND.values() for parameter in found["parameters"]}
    assert set(WORDS[language]["parameters"]) == names


def test_the_languages_have_the_same_words_with_the_same_blanks() -> None:
    assert set(WORDS) == set(LANGUAGES)
    assert len({frozenset(paths(WORDS[language])) for language in LANGUAGES}) == 1
    blanks = {
        language: [sorted(re.findall(r"\{\w+\}", text)) for text in texts(WORDS[language])] for language in LANGUAGES
    }
    assert blanks["fr"] == blanks["de"] == blanks["en"]


def texts(words: object) -> list[str]:
    if not isinstance(words, dict):
        return [str(words)]
    return [text for _, inside in sorted(words.items()) for text in texts(inside)]
