"""What a named query is: its text, and what it says of itself in its header."""

from collections.abc import Mapping
from dataclasses import dataclass

TYPES = ("name", "iri", "role", "topic", "text", "integer", "date", "year", "language")
"""The types of parameters."""


@dataclass(frozen=True, slots=True)
class Parameter:
    """A variable that the asker gives a value.

    `default` is None where a value must be given, "" where none means any. `of` says for the type `name` what kinds of
    things the name may stand for.
    """

    name: str
    type: str
    summary: str
    example: str
    default: str | None = None
    of: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Column:
    """A column of the answer and what it means."""

    name: str
    meaning: str


@dataclass(frozen=True, slots=True)
class NamedQuery:
    """A query with its name and header. A query without a header has empty ones."""

    name: str
    text: str
    summary: Mapping[str, str]
    parameters: tuple[Parameter, ...] = ()
    columns: tuple[Column, ...] = ()
    limits: str = ""
    """What the data cannot say."""
