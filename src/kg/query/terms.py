"""What a query gives back: terms, and tables of them.

No data classes: every question loads this module, and the module that makes them takes longer than the question.
"""

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Literal, NamedTuple, Self, Union

from kg.vocab.namespaces import PREFIXES, XSD

if TYPE_CHECKING:
    from datetime import date

    import pandas
    import polars

    from kg.query.tokens import Cells

Kind = Literal["iri", "literal", "blank"]
Plain = Union[str, int, float, bool, "date", None]


class Term(NamedTuple):
    """An IRI, a literal or (in answers of other people's data) a blank node.

    `datatype` is None for plain strings and for words in a language; `language` is None for everything else.
    """

    kind: Kind
    value: str
    datatype: str | None = None
    language: str | None = None

    @property
    def plain(self) -> Plain:
        """The value as Python has it: numbers, truth values, dates and moments as such, everything else as text."""
        if self.kind != "literal" or self.datatype is None:
            return self.value
        from kg.query.tokens import typed  # noqa: PLC0415 - a table at the terminal needs no types

        return typed(self.value, self.datatype)


Triple = tuple[Term, Term, Term]
Row = tuple[Term | None, ...]


def iri(value: str) -> Term:
    """An IRI as a term."""
    return Term("iri", value)


def literal(value: str, datatype: str | None = None, language: str | None = None) -> Term:
    """A literal as a term; `datatype` as a full IRI."""
    return Term("literal", value, None if datatype == XSD + "string" else datatype, language)


class Table:
    """The rows of a SELECT query, under the names of its columns."""

    __slots__ = ("columns", "rows")

    def __init__(self, columns: tuple[str, ...], rows: tuple[Row, ...]) -> None:
        self.columns = columns
        self.rows = rows

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Table) and (self.columns, self.rows) == (other.columns, other.rows)

    def __hash__(self) -> int:
        return hash((self.columns, self.rows))

    def __repr__(self) -> str:
        return f"Table(columns={self.columns!r}, rows={self.rows!r})"

    def __iter__(self) -> Iterator[Row]:
        return iter(self.rows)

    def __len__(self) -> int:
        return len(self.rows)

    def values(self) -> list[tuple[Plain, ...]]:
        """The rows as plain Python values; None where a cell is empty."""
        return [tuple(None if term is None else term.plain for term in row) for row in self.rows]

    def to_pandas(self) -> "pandas.DataFrame":
        """The rows as a pandas DataFrame; a column has a type where all its values have it, else it is text.

        Raises:
            InputError: pandas is not installed.
        """
        from kg.query import frames  # noqa: PLC0415

        return frames.to_pandas(self.cells())

    def to_polars(self) -> "polars.DataFrame":
        """The rows as a polars DataFrame, typed as in pandas.

        Raises:
            InputError: polars is not installed.
        """
        from kg.query import frames  # noqa: PLC0415

        return frames.to_polars(self.cells())

    def _repr_html_(self) -> str:
        """What a notebook shows: the first rows."""
        from kg.query import html  # noqa: PLC0415

        return html.table(self.columns, ((self._cell(term) for term in row) for row in self.rows), len(self))

    @staticmethod
    def _cell(term: Term | None) -> tuple[str, str | None]:
        return shown(term), term.value if term is not None and term.kind == "iri" else None

    def cells(self) -> "dict[str, Cells]":
        """The columns as Python values, for data frames."""
        from functools import partial  # noqa: PLC0415

        from kg.query.tokens import Cells  # noqa: PLC0415

        columns = list(zip(*self.rows, strict=True)) or [()] * len(self.columns)
        return {
            name: Cells(
                [None if term is None else term.plain for term in column],
                partial(_texts, column),
            )
            for name, column in zip(self.columns, columns, strict=True)
        }


class Rows:
    """The rows of a SELECT query one after the other, as the engine gives them: read once, then closed.

    An engine that stops in the middle raises InputError there: what was read before is not the whole answer.
    """

    def __init__(self, columns: tuple[str, ...], rows: Iterator[Row], close: Callable[[], None] | None = None) -> None:
        self.columns = columns
        self._rows = rows
        self._close = close

    def __iter__(self) -> Self:
        return self

    def __next__(self) -> Row:
        return next(self._rows)

    def close(self) -> None:
        """Read no more, and let go of what the engine holds for the rest. A second call does nothing."""
        self._rows = iter(())
        if self._close is not None:
            close, self._close = self._close, None
            close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def _texts(column: tuple[Term | None, ...]) -> list[str | None]:
    return [None if term is None else term.value for term in column]


Answer = Table | bool | tuple[Triple, ...]


def shown(term: Term | None) -> str:
    """A term for a reader: IRIs under their prefix, literals without datatype and language."""
    if term is None:
        return ""
    return short(term.value) if term.kind == "iri" else term.value


def short(value: str) -> str:
    """An IRI under the prefix of its namespace, as `id:organisation-igr`; whole where none fits."""
    for prefix, namespace in PREFIXES.items():
        if value.startswith(namespace) and value != namespace:
            local = value[len(namespace) :]
            return f"{prefix}:{local}" if "/" not in local and "#" not in local else value
    return value
