"""Answers on disk: asked once, told apart by endpoint and query, and worth nothing when damaged."""

from pathlib import Path

import pytest

from kg.errors import InputError
from kg.query.batches import with_rows
from kg.query.cache import CachedEngine
from kg.query.engine import Asking, Bindings
from kg.query.terms import Answer, Table, iri, literal

TABLE = Table(
    ("a", "b"),
    (
        (iri("https://example.org/é"), None),
        (literal("3", datatype="https://example.org/int"), literal("x", language="fr")),
    ),
)


class Counting(Asking):
    """Answers everything alike, and counts."""

    def __init__(self, answer: Answer = TABLE) -> None:
        self.answer = answer
        self.asked: list[str] = []

    def run(self, text: str, bindings: Bindings | None = None) -> Answer:
        self.asked.append(text)
        return self.answer


def test_what_was_answered_is_not_asked_again(tmp_path: Path) -> None:
    there = Counting()
    for _ in range(3):
        assert CachedEngine("https://e.org/", there, tmp_path).select("SELECT ?a ?b { ?a ?p ?b }") == TABLE
    assert len(there.asked) == 1
    again = CachedEngine("https://e.org/", None, tmp_path)
    assert again.select("SELECT ?a ?b { ?a ?p ?b }") == TABLE
    assert (again.kept, again.asked) == (1, 0)


def test_endpoint_query_and_values_tell_answers_apart(tmp_path: Path) -> None:
    there = Counting()
    CachedEngine("https://e.org/", there, tmp_path).select("SELECT ?a ?b { ?a ?p ?b }")
    CachedEngine("https://f.org/", there, tmp_path).select("SELECT ?a ?b { ?a ?p ?b }")
    CachedEngine("https://e.org/", there, tmp_path).select("SELECT ?b ?a { ?a ?p ?b }")
    CachedEngine("https://e.org/", there, tmp_path).select("SELECT ?a ?b { ?a ?p ?b }", {"b": literal("x")})
    assert len(there.asked) == 4


def test_refresh_asks_and_keeps_the_new_answer(tmp_path: Path) -> None:
    old, new = Counting(), Counting(Table(("a",), ()))
    CachedEngine("https://e.org/", old, tmp_path).select("SELECT ?a { ?a ?p ?b }")
    CachedEngine("https://e.org/", new, tmp_path, refresh=True).select("SELECT ?a { ?a ?p ?b }")
    assert CachedEngine("https://e.org/", None, tmp_path).select("SELECT ?a { ?a ?p ?b }") == new.answer


@pytest.mark.parametrize("damage", [b"", b"{", b'{"endpoint": 1}', b"[]", b"\xff\xfe", b'{"rows": [[["iri"]]]}'])
def test_a_damaged_answer_is_asked_for_anew(tmp_path: Path, damage: bytes) -> None:
    there = Counting()
    CachedEngine("https://e.org/", there, tmp_path).select("SELECT ?a ?b { ?a ?p ?b }")
    (file,) = tmp_path.iterdir()
    file.write_bytes(damage)
    assert CachedEngine("https://e.org/", there, tmp_path).select("SELECT ?a ?b { ?a ?p ?b }") == TABLE
    assert len(there.asked) == 2
    assert CachedEngine("https://e.org/", None, tmp_path).select("SELECT ?a ?b { ?a ?p ?b }") == TABLE


def test_what_is_not_on_the_disk_is_not_answered_offline(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"https://e.org/ has not been asked this before.*--offline"):
        CachedEngine("https://e.org/", None, tmp_path).select("SELECT ?a { ?a ?p ?b }")


def test_what_is_no_table_is_answered_and_not_kept(tmp_path: Path) -> None:
    there = Counting(True)
    assert CachedEngine("https://e.org/", there, tmp_path).ask("ASK { ?a ?p ?b }")
    assert list(tmp_path.iterdir()) == []


def test_many_values_are_rows_of_one_query() -> None:
    asked = with_rows(
        "SELECT ?name ?thing { ?thing rdfs:label ?name }", ("name",), [(literal('" } x'),), (literal("b"),)]
    )
    assert asked == 'SELECT ?name ?thing { VALUES (?name) { ("\\" } x") ("b") }  ?thing rdfs:label ?name }'
    with pytest.raises(InputError, match=r"no variable \?other"):
        with_rows("SELECT ?name { ?thing rdfs:label ?name }", ("other",), [(literal("b"),)])
