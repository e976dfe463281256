"""Answers a question: by its SPARQL, or the same rows by a faster way where there is one."""

from kg.query.engine import Bindings, Engine
from kg.query.library import find
from kg.query.named import NamedQuery
from kg.query.terms import Answer, shown


def answer(engine: Engine, query: NamedQuery, bindings: Bindings) -> Answer:
    """What the engine answers to a query with these terms for its parameters.

    Raises:
        InputError: the query cannot be answered.
    """
    if query.name == "brokers" and query == find("brokers"):
        from kg.query.brokering import brokers  # noqa: PLC0415 - one question of fifty

        return brokers(engine, bindings)
    return engine.run(query.text, bindings)


def asked(query: NamedQuery, bindings: Bindings, language: str = "en") -> str:
    """The question in one line with the values it was asked with: `Who …? (organisation = id:organisation-igr)`."""
    words = query.summary.get(language) or query.summary.get("en") or query.name or "A query in SPARQL"
    values = ", ".join(f"{name} = {shown(term)}" for name, term in bindings.items())
    return f"{words} ({values})" if values else words
