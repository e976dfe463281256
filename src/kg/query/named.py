"""What a named query is: its text, and what it says of itself in its header.

Named tuples and not data classes: these three would cost a question four milliseconds before it is asked.
"""

from collections.abc import Mapping
from typing import NamedTuple

LANGUAGES = ("fr", "de", "en")
"""What kg speaks: the languages of questions, names and words."""
TYPES = ("name", "iri", "role", "topic", "text", "integer", "date", "year", "language")
"""The types of parameters."""


class Parameter(NamedTuple):
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


class Column(NamedTuple):
    """A column of the answer, what it means, and what its values are: `text`, `count`, `IRI` and so on."""

    name: str
    meaning: str
    unit: str = ""


class NamedQuery(NamedTuple):
    """A query with its name and header. A query without a header has empty ones."""

    name: str
    text: str
    summary: Mapping[str, str]
    parameters: tuple[Parameter, ...] = ()
    columns: tuple[Column, ...] = ()
    limits: str = ""
    """What the data cannot say."""
    heavy: bool = False
    """Whether its work grows faster than the graph: `kg.query.for_work` then asks it in memory."""
