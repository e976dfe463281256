"""Data frames: a type where all values have it, else text; the same from both libraries."""

from datetime import date
from typing import Any

import pandas
import polars
import pytest

from kg import query
from kg.query import Table, Term, iri, literal
from kg.vocab.namespaces import ID, XSD

DAY, MOMENT, WHOLE, FRACTION = (XSD + name for name in ("date", "dateTime", "integer", "decimal"))


def column(*terms: Term | None) -> Table:
    return Table(("x",), tuple((term,) for term in terms))


@pytest.mark.parametrize(
    ("terms", "pandas_type", "polars_type"),
    [
        ((literal("1", WHOLE), literal("2", WHOLE)), "int64", polars.Int64),
        ((literal("1", WHOLE), None), "Int64", polars.Int64),
        ((literal("9" * 30, WHOLE),), "str", polars.String),
        ((literal("1", WHOLE), literal("0.5", FRACTION)), "float64", polars.Float64),
        ((literal("0.5", FRACTION), None), "float64", polars.Float64),
        ((literal("true", XSD + "boolean"),), "bool", polars.Boolean),
        ((literal("true", XSD + "boolean"), None), "boolean", polars.Boolean),
        ((literal("2019-03-14", DAY), None), "datetime64[s]", polars.Date),
        ((literal("2019-03-14T09:50:00", MOMENT),), "datetime64[us]", polars.Datetime("us")),
        ((literal("2019-03-14T09:50:00+01:00", MOMENT), None), "datetime64[us, UTC]", polars.Datetime("us", "UTC")),
        ((literal("2019-03-14T09:50:00", MOMENT), literal("2019-03-14T09:50:00Z", MOMENT)), "str", polars.String),
        ((literal("2019-03-14", DAY), literal("2019", XSD + "gYear")), "str", polars.String),
        ((iri(ID + "x"), literal("words", language="fr"), None), "str", polars.String),
        ((None, None), "str", polars.String),
    ],
)
def test_a_column_has_a_type_where_all_its_values_have_it(
    terms: tuple[Term | None, ...], pandas_type: str, polars_type: Any
) -> None:
    one, other = column(*terms).to_pandas(), column(*terms).to_polars()
    assert str(one["x"].dtype) == pandas_type
    assert other["x"].dtype == polars_type
    assert one["x"].isna().tolist() == other["x"].is_null().to_list() == [term is None for term in terms]


def test_text_is_what_the_graph_has() -> None:
    mixed = column(literal("007", WHOLE), literal("2019-03-14", DAY), None)
    assert mixed.to_polars()["x"].to_list() == ["007", "2019-03-14", None]
    assert mixed.to_pandas()["x"].dropna().tolist() == ["007", "2019-03-14"]


def test_days_and_moments_are_those_of_the_graph() -> None:
    days = column(literal("1648-10-24", DAY), literal("2019-03-14", DAY))
    assert days.to_pandas()["x"].tolist() == [pandas.Timestamp("1648-10-24"), pandas.Timestamp("2019-03-14")]
    assert days.to_polars()["x"].to_list() == [date(1648, 10, 24), date(2019, 3, 14)]
    moments = column(literal("2019-03-14T09:50:00+01:00", MOMENT))
    assert moments.to_pandas()["x"][0] == pandas.Timestamp("2019-03-14T08:50:00Z")
    assert moments.to_polars()["x"][0].isoformat() == "2019-03-14T08:50:00+00:00"


def test_a_day_that_is_missing_is_missing_among_days_that_come_back() -> None:
    days = column(literal("1969-12-31", DAY), None, literal("0001-01-01", DAY), literal("1969-12-31", DAY))
    found = days.to_pandas()["x"]
    assert found.isna().tolist() == [False, True, False, False]
    assert found.dropna().astype(str).tolist() == ["1969-12-31", "0001-01-01", "1969-12-31"]


def test_an_empty_answer_has_its_columns() -> None:
    empty = Table(("a", "b"), ())
    assert list(empty.to_pandas().columns) == empty.to_polars().columns == ["a", "b"]


@pytest.mark.parametrize("name", query.named_queries())
def test_the_fast_way_gives_the_frame_of_the_table(engine: query.EmbeddedEngine, name: str) -> None:
    named = query.find(name)
    values = {p.name: iri(ID + "x") for p in named.parameters if p.default is None}
    values |= {p.name: literal(p.default) for p in named.parameters if p.type == "language" and p.default}
    table = query.answer(engine, named, values)
    assert isinstance(table, Table)
    fast = query.columns(engine, named, values)
    slow = table.cells()
    assert {name: cells.values for name, cells in fast.items()} == {name: cells.values for name, cells in slow.items()}
    assert {name: cells.texts() for name, cells in fast.items()} == {
        name: cells.texts() for name, cells in slow.items()
    }
