"""Columns of an answer as data frames of pandas and polars.

A column has a type where all its values have it: whole numbers, numbers, truth values, days, moments. Otherwise, and
for moments of which only some tell their offset, it is text, as the graph has it. An empty cell is a missing value.
"""

from collections.abc import Mapping
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any, Final

from kg.errors import InputError
from kg.query.tokens import Cells

if TYPE_CHECKING:
    import pandas
    import polars

Columns = Mapping[str, Cells]
_LARGEST: Final = 1 << 63
_EPOCH: Final = date(1970, 1, 1).toordinal()
_SECONDS: Final = 86_400
_NO_DAY: Final = -_LARGEST
"""How numpy writes a moment that is missing."""


def to_pandas(columns: Columns) -> "pandas.DataFrame":
    """A DataFrame of pandas: days as datetime64[s], moments in UTC, whole numbers with gaps as Int64.

    Raises:
        InputError: pandas is not installed.
    """
    lib = _module("pandas")
    frame: pandas.DataFrame = lib.DataFrame(
        {name: _pandas_series(lib, *_settled(cells)) for name, cells in columns.items()}, copy=False
    )
    return frame


def to_polars(columns: Columns) -> "polars.DataFrame":
    """A DataFrame of polars: days as Date, moments in UTC.

    Raises:
        InputError: polars is not installed.
    """
    lib = _module("polars")
    kinds: Mapping[type, Any] = {
        int: lib.Int64,
        float: lib.Float64,
        bool: lib.Boolean,
        date: lib.Date,
        str: lib.String,
    }

    def series(name: str, kind: type, values: list[Any]) -> Any:
        if kind is not datetime:
            return lib.Series(name, values, kinds[kind], strict=True)
        zone = "UTC" if next(value for value in values if value is not None).tzinfo else None
        return lib.Series(name, values, lib.Datetime("us", zone))

    frame: polars.DataFrame = lib.DataFrame([series(name, *_settled(cells)) for name, cells in columns.items()])
    return frame


def _settled(cells: Cells) -> tuple[type, list[Any]]:
    """The one type of a column and its values; text where there are several."""
    kinds = set(map(type, cells.values)) - {type(None)}
    kind = kinds.pop() if len(kinds) == 1 else float if kinds == {int, float} else str
    if kinds and kind is float:
        return float, [None if value is None else float(value) for value in cells.values]  # type: ignore[arg-type]
    if kinds or not _fits(kind, cells.values):
        return str, list(cells.texts())
    if kind is datetime:
        return datetime, [value and (value.astimezone(UTC) if value.tzinfo else value) for value in cells.values]  # type: ignore[union-attr]
    return kind, cells.values


def _fits(kind: type, values: list[Any]) -> bool:
    if kind is int:
        return all(value is None or -_LARGEST <= value < _LARGEST for value in values)
    if kind is datetime:
        return len({value.tzinfo is None for value in values if value is not None}) == 1
    return True


def _pandas_series(pandas: Any, kind: type, values: list[Any]) -> Any:
    gaps = None in values
    if kind is date:
        return pandas.Series(pandas.array(_numpy_days(values), dtype="datetime64[s]"))
    if kind is datetime:
        zoned = next(value for value in values if value is not None).tzinfo
        return pandas.Series(values, dtype="datetime64[us, UTC]" if zoned else "datetime64[us]")
    kinds: Mapping[type, str] = {
        int: "Int64" if gaps else "int64",
        float: "float64",
        bool: "boolean" if gaps else "bool",
    }
    return pandas.Series(values, dtype=kinds.get(kind, "str"))


def _numpy_days(values: list[Any]) -> Any:
    """Days as seconds from 1970 on, each day read once: few of them stand in many rows."""
    import numpy as np  # noqa: PLC0415 - pandas has loaded it

    seconds = {day: (day.toordinal() - _EPOCH) * _SECONDS for day in set(values) - {None}} | {None: _NO_DAY}
    return np.array([seconds[day] for day in values], dtype="int64").view("datetime64[s]")


def _module(name: str) -> Any:
    from importlib import import_module  # noqa: PLC0415

    try:
        return import_module(name)
    except ImportError as error:
        raise InputError(
            f"to_{name}() needs {name}, which is not installed.",
            hint=f"Install it with `python -m pip install {name}`.",
        ) from error
