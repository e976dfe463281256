"""What means the same is settled alike; what means something else is not."""

import pytest

from kg.push.lexical import settled
from kg.query import iri, literal
from kg.vocab.namespaces import XSD


@pytest.mark.parametrize(
    ("datatype", "one", "other"),
    [
        ("integer", "01", "1"),
        ("integer", "+5", "5"),
        ("decimal", "0.50", "0.5"),
        ("decimal", "100", "100.0"),
        ("double", "1.0E1", "10"),
        ("dateTime", "2024-03-01T10:00:00+01:00", "2024-03-01T09:00:00Z"),
        ("boolean", "true", "1"),
    ],
)
def test_the_same(datatype: str, one: str, other: str) -> None:
    assert settled(literal(one, XSD + datatype)) == settled(literal(other, XSD + datatype))


def test_virtuoso_stores_truth_as_a_number() -> None:
    assert settled(literal("true", XSD + "boolean")) == settled(literal("1", XSD + "integer"))


def test_tags_of_languages_differ_in_no_letter_case() -> None:
    assert settled(literal("x", language="de-AT")) == settled(literal("x", language="de-at"))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (literal("1"), literal("01")),
        (literal("1", XSD + "integer"), literal("1", XSD + "decimal")),
        (literal("x", language="de"), literal("x", language="fr")),
        (literal("2024-03-01T10:00:00", XSD + "dateTime"), literal("2024-03-01T10:00:00Z", XSD + "dateTime")),
        (literal("12", XSD + "integer"), literal("1 2", XSD + "integer")),
        (literal("x", XSD + "decimal"), literal("y", XSD + "decimal")),
        (iri("https://e.org/A"), iri("https://e.org/a")),
    ],
)
def test_not_the_same(one: object, other: object) -> None:
    assert settled(one) != settled(other)  # type: ignore[arg-type]
