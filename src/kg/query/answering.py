"""Answers a question: by its SPARQL, or the same rows by a faster way where there is one."""

from typing import TYPE_CHECKING

from kg.query.engine import Asking, Bindings, Engine
from kg.query.library import find
from kg.query.named import NamedQuery
from kg.query.terms import Answer, Rows, Table, shown

if TYPE_CHECKING:
    from kg.query.tokens import Cells


def answer(engine: Engine, query: NamedQuery, bindings: Bindings) -> Answer:
    """What the engine answers to a query with these terms for its parameters.

    Raises:
        InputError: the query cannot be answered.
    """
    if _has_shortcut(query):
        from kg.query.brokering import brokers  # noqa: PLC0415 - one question of fifty

        return brokers(engine, bindings)
    return engine.run(query.text, bindings)


def asked(query: NamedQuery, bindings: Bindings) -> str:
    """The question in one line with the values it was asked with: `Who …? (organisation = id:organisation-igr)`."""
    values = ", ".join(f"{name} = {shown(term)}" for name, term in bindings.items())
    return f"{words(query, bindings)} ({values})" if values else words(query, bindings)


def words(query: NamedQuery, bindings: Bindings) -> str:
    """The question in the language that is asked for, else in English."""
    language = bindings["language"].value if "language" in bindings else "en"
    return query.summary.get(language) or query.summary.get("en") or query.name or "A query in SPARQL"


def rows(engine: Engine, query: NamedQuery, bindings: Bindings) -> Rows:
    """The rows of a SELECT query one after the other.

    Raises:
        InputError: the query is no SELECT, or cannot be answered.
    """
    if _has_shortcut(query):
        table = answer(engine, query, bindings)
        assert isinstance(table, Table)
        return Rows(table.columns, iter(table.rows))
    return engine.stream(query.text, bindings)


def columns(engine: Engine, query: NamedQuery, bindings: Bindings) -> "dict[str, Cells]":
    """The columns of a SELECT query as Python values: written by the engine itself where it can.

    Raises:
        InputError: the query is no SELECT, or cannot be answered.
    """
    from kg.query import tokens  # noqa: PLC0415 - data frames alone need it

    tsv = engine.tsv(query.text, bindings) if isinstance(engine, Asking) and not _has_shortcut(query) else None
    if tsv is not None:
        return tokens.columns(tsv)
    found = rows(engine, query, bindings)
    return Table(found.columns, tuple(found)).cells()


def _has_shortcut(query: NamedQuery) -> bool:
    return query.name == "brokers" and query == find("brokers")
