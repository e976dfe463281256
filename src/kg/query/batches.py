"""One query for many questions: the values of each are a row of VALUES."""

from collections.abc import Iterable, Sequence

from kg.query import binding
from kg.query.lexing import tokens
from kg.query.terms import Term


def with_rows(text: str, columns: Sequence[str], rows: Iterable[Sequence[Term]]) -> str:
    """The query, asked for each of the rows; every value joins it as one term and cannot change its structure.

    Args:
        text: a query that uses the columns as variables, and projects those by which its answers are told apart.
        columns: names of variables, without question mark.
        rows: a value for each column.

    Raises:
        InputError: the query has no such variable, or a value is no term that RDF allows.
    """
    return binding.with_rows(text, tokens(text), columns, rows)
