"""The named queries as the page offers them: each text open at the place where the values of its form join it."""

from typing import Any

from kg.query import NamedQuery, Parameter, named_queries
from kg.query.binding import parted
from kg.query.lexing import tokens
from kg.query.names import names_of

HEADER = "#+"


def questions() -> list[dict[str, Any]]:
    """All of them, in the order of their names."""
    return [_question(query) for query in named_queries().values()]


def _question(query: NamedQuery) -> dict[str, Any]:
    text = "".join(line for line in query.text.splitlines(keepends=True) if not line.startswith(HEADER))
    before, after = parted(text, tokens(text))
    return {
        "name": query.name,
        "summary": dict(query.summary),
        "limits": query.limits,
        "parameters": [_parameter(parameter) for parameter in query.parameters],
        "before": before,
        "after": after,
    }


def _parameter(parameter: Parameter) -> dict[str, Any]:
    """What the form needs: of a parameter that is a thing, also the query for the names it may be given by."""
    kinds = parameter.of if parameter.type == "name" else (parameter.type,)
    named = {"names": names_of(kinds)} if parameter.type in ("name", "role", "topic") else {}
    return {
        "name": parameter.name,
        "type": parameter.type,
        "default": parameter.default,
        "example": parameter.example,
        **named,
    }
