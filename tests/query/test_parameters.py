from datetime import UTC, date, datetime

import pytest

from kg.errors import InputError
from kg.query import Term, bind, iri, literal
from kg.query.embedded import EmbeddedEngine
from kg.query.named import NamedQuery, Parameter
from kg.vocab.namespaces import ID, ROLE, TOPIC, XSD


def query(*parameters: Parameter) -> NamedQuery:
    return NamedQuery("mine", "ASK {}", {}, parameters)


def one(kind: str, value: str, engine: EmbeddedEngine | None = None, of: tuple[str, ...] = ()) -> Term:
    return bind(query(Parameter("x", kind, "the x", "an x", None, of)), {"x": value}, engine)["x"]


@pytest.mark.parametrize(
    ("kind", "value", "term"),
    [
        ("text", "a } # b", literal("a } # b")),
        ("text", "", literal("")),
        ("integer", " 012 ", literal("12", XSD + "integer")),
        ("integer", "-3", literal("-3", XSD + "integer")),
        ("date", "2020-02-29", literal("2020-02-29", XSD + "date")),
        ("year", "2019", literal("2019")),
        ("language", "DE", literal("de")),
        ("iri", "https://example.org/a", iri("https://example.org/a")),
        ("iri", "<https://example.org/a>", iri("https://example.org/a")),
        ("iri", "id:organisation-igr", iri(ID + "organisation-igr")),
        ("iri", "organisation-igr", iri(ID + "organisation-igr")),
        ("name", "organisation-igr", iri(ID + "organisation-igr")),
    ],
)
def test_values(kind: str, value: str, term: Term) -> None:
    assert one(kind, value) == term


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        ("integer", "twelve"),
        ("integer", "1.5"),
        ("integer", "١٢"),
        ("integer", "9" * 5_000),
        ("date", "2019-02-29"),
        ("date", "20190314"),
        ("date", "14.3.2019"),
        ("year", "19"),
        ("year", "2019-03"),
        ("language", "français"),
        ("language", "it"),
        ("language", "de-AT"),
        ("language", ""),
        ("iri", "not an iri"),
        ("iri", "https://a/b> } #"),
        ("iri", ""),
        ("name", "IGR"),
    ],
)
def test_a_value_of_the_wrong_type(kind: str, value: str) -> None:
    with pytest.raises(InputError, match='Write for instance -p x="an x"') as caught:
        one(kind, value)
    assert "\n" not in str(caught.value)


def test_missing_unknown_and_default() -> None:
    needed, optional = Parameter("a", "text", "the a", "ay"), Parameter("b", "text", "the b", "be", "")
    usual = Parameter("c", "year", "the year", "2020", "2019")
    asked = query(needed, optional, usual)
    with pytest.raises(InputError, match=r"mine needs the parameter 'a': the a\. .*-p a=\"ay\""):
        bind(asked, {})
    with pytest.raises(InputError, match=r"mine has no parameter 'z'. It has a, b, c\."):
        bind(asked, {"a": "1", "z": "2"})
    assert bind(asked, {"a": "1"}) == {"a": literal("1"), "c": literal("2019")}
    assert bind(asked, {"a": "1", "b": "2"})["b"] == literal("2")


def test_a_query_without_header_says_how_to_get_parameters() -> None:
    with pytest.raises(InputError, match=r"#\+ parameters:"):
        bind(NamedQuery("", "ASK {}", {}), {"a": "1"})


@pytest.mark.parametrize(
    ("kind", "value", "expected"),
    [
        ("role", "speaker", ROLE + "speaker"),
        ("role", "Redner", ROLE + "speaker"),
        ("role", "role:host", ROLE + "host"),
        ("topic", "mobilité", TOPIC + "mobility"),
        ("topic", "cross-border-workers", TOPIC + "cross-border-workers"),
        ("topic", "cross-border workers", TOPIC + "cross-border-workers"),
    ],
)
def test_concepts(engine: EmbeddedEngine, kind: str, value: str, expected: str) -> None:
    assert one(kind, value, engine) == iri(expected)


def test_an_unknown_concept(engine: EmbeddedEngine) -> None:
    with pytest.raises(InputError, match=r"knows no role named 'speeker'\. Near are: .*speaker"):
        one("role", "speeker", engine)


def test_numbers_and_days_of_python_are_understood() -> None:
    asked = query(Parameter("year", "year", "the year", "2019"), Parameter("day", "date", "the day", "2019-03-14"))
    bound = bind(asked, {"year": 2019, "day": datetime(2019, 3, 14, 18, 30, tzinfo=UTC)})
    assert bound == {"year": literal("2019"), "day": literal("2019-03-14", XSD + "date")}
    assert bind(asked, {"year": 2019, "day": date(2019, 3, 14)}) == bound
