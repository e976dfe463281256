"""Cells of TSV as Python values: nothing lost, nothing guessed."""

from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import Literal, Quad, Store

from kg.errors import InputError
from kg.query import Term, confined, engine_over, iri, literal
from kg.query.embedded import EmbeddedEngine
from kg.query.rdf import node
from kg.query.tokens import Value, columns, split, typed
from kg.vocab.namespaces import ID, XSD


@pytest.mark.parametrize(
    ("value", "datatype", "python"),
    [
        ("12", "integer", 12),
        ("-3", "nonPositiveInteger", -3),
        ("0.5", "decimal", 0.5),
        ("1e3", "double", 1000.0),
        ("true", "boolean", True),
        ("0", "boolean", False),
        ("yes", "boolean", "yes"),
        ("many", "integer", "many"),
        ("2019-03-14", "date", date(2019, 3, 14)),
        ("2019-13-14", "date", "2019-13-14"),
        ("2019-03-14Z", "date", "2019-03-14Z"),
        ("-0044-03-15", "date", "-0044-03-15"),
        ("2019-03-14T09:50:00Z", "dateTime", datetime(2019, 3, 14, 9, 50, tzinfo=UTC)),
        ("2019-03-14T09:50:00+01:00", "dateTime", datetime(2019, 3, 14, 9, 50, tzinfo=timezone(timedelta(hours=1)))),
        ("2019", "gYear", "2019"),
    ],
)
def test_literals_have_their_type(value: str, datatype: str, python: Value) -> None:
    found = typed(value, XSD + datatype)
    assert found == python
    assert type(found) is type(python)


@pytest.mark.parametrize(
    ("token", "text", "datatype"),
    [
        ("<https://example.org/>", "https://example.org/", None),
        ('"words"@fr', "words", None),
        ('"a\\tb\\n\\"c\\"\\\\n"', 'a\tb\n"c"\\n', None),
        ('"\\u00e9\\U0001F600"', "é😀", None),
        ('"2019"^^<http://www.w3.org/2001/XMLSchema#gYear>', "2019", XSD + "gYear"),
        ("42", "42", XSD + "integer"),
        ("-1.50", "-1.50", XSD + "decimal"),
        ("1.0E6", "1.0E6", XSD + "double"),
        ("true", "true", XSD + "boolean"),
        ("_:b1e5", "_:b1e5", None),
    ],
)
def test_tokens_are_split(token: str, text: str, datatype: str | None) -> None:
    assert split(token) == (text, datatype)


def test_columns_of_nothing() -> None:
    assert columns(b"?a\t?b\n")["b"].values == []
    assert list(columns(b"?a\t?b\n")) == ["a", "b"]
    assert columns(b"?a\n\n<x>\n\n")["a"].values == [None, "x", None]


def test_a_column_is_read_the_same_whether_its_values_come_back_or_not() -> None:
    new = [f"<https://example.org/{i}>" for i in range(40)] + ["", "7", '"a\\tb"@fr', "_:b0"]
    old = [token for token in new for _ in range(3)]
    fresh = columns("\n".join(["?a", *new, ""]).encode())["a"]
    again = columns("\n".join(["?a", *old, ""]).encode())["a"]
    assert fresh.values == [f"https://example.org/{i}" for i in range(40)] + [None, 7, "a\tb", "_:b0"]
    assert again.values == [value for value in fresh.values for _ in range(3)]


@given(st.lists(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00")), max_size=8, unique=True))
def test_whatever_a_literal_holds_comes_back(words: list[str]) -> None:
    store = Store()
    subject, predicate, graph = (node(one) for one in map(_iri, "spg"))
    for word in words:
        store.add(Quad(subject, predicate, Literal(word, language="fr"), graph))  # type: ignore[arg-type]
    cells = columns(engine_over(store).tsv("SELECT ?o ?s { ?s ?p ?o }"))
    assert sorted(map(str, cells["o"].values)) == sorted(words)
    assert cells["o"].texts() == cells["o"].values


def test_the_engine_and_our_own_writer_agree() -> None:
    store = Store()
    subject, predicate, graph = (node(one) for one in map(_iri, "spg"))
    for term in (literal("5", XSD + "integer"), literal('a\t"b"\n\\', language="de"), literal("0.5", XSD + "decimal")):
        store.add(Quad(subject, predicate, node(term), graph))  # type: ignore[arg-type]
    engine, text = engine_over(store), "SELECT ?o { ?s ?p ?o } ORDER BY STR(?o)"
    assert columns(engine.tsv(text))["o"].values == engine.select(text).cells()["o"].values == [0.5, 5, 'a\t"b"\n\\']


def test_a_child_writes_the_same(engine: EmbeddedEngine) -> None:
    text = "SELECT ?name ?day { ?e schema:name ?name OPTIONAL { ?e schema:startDate ?day } } ORDER BY ?name"
    assert confined(engine.store).tsv(text) == engine.tsv(text)  # type: ignore[attr-defined]
    with pytest.raises(InputError, match="SELECT"):
        confined(engine.store).tsv("ASK {}")  # type: ignore[attr-defined]


def _iri(name: str) -> Term:
    return iri(ID + name)
