import pyoxigraph
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import Literal, Store

from kg.model import Label
from kg.text.acronym import is_acronym
from kg.triples.rdf import address, date, day, instant, integer, moment, name, node, plain, true, words

law = settings(derandomize=True, database=None, deadline=None, max_examples=300)
HERE = node("https://example.org/")


def kept(literal: Literal) -> object:
    """The literal as a store gives it back."""
    store = Store()
    store.add(pyoxigraph.Quad(HERE, HERE, literal, HERE))
    return next(iter(store)).object


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("2019", "2019^^gYear"),
        ("2019-11", "2019-11^^gYearMonth"),
        ("2019-11-21", "2019-11-21^^date"),
        ("2019-11-21T09:50", "2019-11-21T09:50:00+01:00^^dateTime"),
        ("2019-07-15T18:30", "2019-07-15T18:30:00+02:00^^dateTime"),
        ("2019-03-31T01:59", "2019-03-31T01:59:00+01:00^^dateTime"),
        ("2019-03-31T03:00", "2019-03-31T03:00:00+02:00^^dateTime"),
        ("2019-10-27T02:30", "2019-10-27T02:30:00+02:00^^dateTime"),
        ("2019-10-27T03:00", "2019-10-27T03:00:00+01:00^^dateTime"),
        ("1930-12-01T10:00", "1930-12-01T10:00:00Z^^dateTime"),
        ("1895-05-01T10:00", "1895-05-01T10:00:00+00:25^^dateTime"),
    ],
)
def test_moment(value: str, written: str) -> None:
    literal = moment(value)
    assert f"{literal.value}^^{literal.datatype.value.rpartition('#')[2]}" == written


@law
@given(st.datetimes().map(lambda t: t.isoformat(timespec="minutes")))
def test_the_store_keeps_moments_as_they_are_written(value: str) -> None:
    assert kept(moment(value)) == moment(value)


@law
@given(st.one_of(st.integers(-(2**62), 2**62).map(integer), st.dates().map(lambda d: date(d.isoformat()))))
def test_the_store_keeps_numbers_and_days(literal: Literal) -> None:
    assert kept(literal) == literal


# Surrogates are left out: they are no characters, and pyoxigraph takes none.
@law
@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_the_store_keeps_words(text: str) -> None:
    assert kept(plain(text)) == plain(text)
    assert kept(words(text, "fr")) == words(text, "fr")


def test_the_store_keeps_true() -> None:
    assert kept(true()) == true()


@pytest.mark.parametrize(
    ("stated", "value"),
    [
        ("2019-07-15", "2019-07-15"),
        ("2019-07-15T10:00:00+02:00", "2019-07-15T10:00:00+02:00"),
        ("2019-07-15T10:00:00+00:00", "2019-07-15T10:00:00Z"),
        ("2019-07-15T10:00:00.120Z", "2019-07-15T10:00:00Z"),
        ("2019-07-15T10:00", "2019-07-15T10:00:00Z"),
        ("15 juillet 2019", None),
        ("2019-02-30", None),
        ("", None),
    ],
)
def test_instant(stated: str, value: str | None) -> None:
    literal = instant(stated)
    assert value == (None if literal is None else literal.value)
    assert literal is None or kept(literal) == literal


@pytest.mark.parametrize(
    ("stated", "value"),
    [("2019-07-15T10:00:00+02:00", "2019-07-15"), ("2019-07-15", "2019-07-15"), ("2019", None), ("mai 2019", None)],
)
def test_day(stated: str, value: str | None) -> None:
    literal = day(stated)
    assert value == (None if literal is None else literal.value)


@pytest.mark.parametrize(
    ("stated", "value"),
    [
        ("https://example.org/événement?id=3#a", "https://example.org/événement?id=3#a"),
        ("HTTP://example.org/", "HTTP://example.org/"),
        ("https://example.org/a b", "https://example.org/a%20b"),
        ("https://example.org/?q=[1]|2", "https://example.org/?q=%5B1%5D%7C2"),
        ("https://example.org/a%20b", "https://example.org/a%20b"),
        ("www.example.org", None),
        ("/home/somebody/page.html", None),
        ("javascript:alert(1)", None),
        ("https://", None),
        ("", None),
    ],
)
def test_address(stated: str, value: str | None) -> None:
    iri = address(stated)
    assert value == (None if iri is None else iri.value)


@law
@given(st.text(st.characters(exclude_categories=["Cs"])).map(lambda rest: f"https://example.org/{rest}"))
def test_no_address_is_refused_by_readers(stated: str) -> None:
    iri = address(stated)
    if iri is not None:
        line = f"{iri} {iri} {iri} .\n".encode()
        assert next(iter(pyoxigraph.parse(line, format=pyoxigraph.RdfFormat.N_TRIPLES))).subject == iri


@pytest.mark.parametrize("text", ["IGR", "CCPHVA", "UniGR", "EVTZ", "IHK", "CC-PHVA", "ÖPNV"])
def test_acronyms(text: str) -> None:
    assert is_acronym(text)


@pytest.mark.parametrize(
    "text", ["Metz", "IHK Saarland", "SaarMoselle", "I", "2024", "", "GRANDE RÉGION", "QuattroPole"]
)
def test_no_acronyms(text: str) -> None:
    assert not is_acronym(text)


def test_a_name_without_a_language() -> None:
    assert name(Label("IGR")).language is None
    assert name(Label("Sarre", "fr")).language == "fr"
