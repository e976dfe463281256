"""Answers a question: by its SPARQL, or the same rows by a faster way where there is one."""

from collections.abc import Mapping

from kg.query.engine import Bindings, Engine
from kg.query.library import find
from kg.query.named import NamedQuery
from kg.query.parameters import bind
from kg.query.terms import Answer


def answer(engine: Engine, query: NamedQuery, values: Mapping[str, str]) -> Answer:
    """What the engine answers to a query with these values for its parameters.

    Raises:
        InputError: a parameter is wrong or missing, or the query cannot be answered.
    """
    return answer_bound(engine, query, bind(query, values, engine))


def answer_bound(engine: Engine, query: NamedQuery, bindings: Bindings) -> Answer:
    """The same with values that are terms already."""
    if query.name == "brokers" and query == find("brokers"):
        from kg.query.brokering import brokers  # noqa: PLC0415 - one question of fifty

        return brokers(engine, bindings)
    return engine.run(query.text, bindings)
