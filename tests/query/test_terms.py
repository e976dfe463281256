import sys
from datetime import date

import pytest

from kg.errors import InputError
from kg.query import Table, Term, iri, literal, short, shown
from kg.vocab.namespaces import ID, XSD


@pytest.mark.parametrize(
    ("term", "plain"),
    [
        (literal("12", XSD + "integer"), 12),
        (literal("0.5", XSD + "decimal"), 0.5),
        (literal("true", XSD + "boolean"), True),
        (literal("false", XSD + "boolean"), False),
        (literal("2019-03-14", XSD + "date"), date(2019, 3, 14)),
        (literal("many", XSD + "integer"), "many"),
        (literal("Esch", language="fr"), "Esch"),
        (iri(ID + "organisation-igr"), ID + "organisation-igr"),
    ],
)
def test_plain_value(term: Term, plain: object) -> None:
    assert term.plain == plain
    assert type(term.plain) is type(plain)


def test_a_string_has_no_datatype() -> None:
    assert literal("x", XSD + "string") == literal("x")


def test_table_gives_values_and_rows() -> None:
    table = Table(("name", "n"), ((literal("Esch"), literal("2", XSD + "integer")), (literal("Remich"), None)))
    assert table.values() == [("Esch", 2), ("Remich", None)]
    assert len(table) == 2
    assert list(table) == list(table.rows)


def test_table_goes_to_pandas() -> None:
    table = Table(("name", "n"), ((literal("Esch"), literal("2", XSD + "integer")), (literal("Remich"), None)))
    frame = table.to_pandas()
    assert list(frame.columns) == ["name", "n"]
    assert frame["name"].tolist() == ["Esch", "Remich"]
    assert frame["n"].sum() == 2
    assert Table(("name",), ()).to_pandas().empty


@pytest.mark.parametrize("library", ["pandas", "polars"])
def test_without_the_library_it_is_said_how_to_get_it(library: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, library, None)
    with pytest.raises(InputError, match=f"pip install {library}"):
        getattr(Table(("name",), ()), f"to_{library}")()


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (ID + "organisation-igr", "id:organisation-igr"),
        (ID, ID),
        (ID + "a/b", ID + "a/b"),
        ("https://example.org/x", "https://example.org/x"),
    ],
)
def test_short(value: str, expected: str) -> None:
    assert short(value) == expected


def test_shown() -> None:
    assert shown(None) == ""
    assert shown(literal("Sarre", language="fr")) == "Sarre"
    assert shown(iri(ID + "territory-esch")) == "id:territory-esch"
