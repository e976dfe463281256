"""How terms join a query: as one row of VALUES at the head of its outermost group.

A term is written by the engine's own serialiser and becomes one token, so that no value can change the structure of
the query. SPARQL 1.1 defines what the row means, and every engine plans from it. pyoxigraph's `substitutions` asks for
variables to be projected and plans as if they were free: 0.5.13 walks every path of `?s kg:partOf* ?event`.
"""

import re
from collections.abc import Iterable, Sequence
from typing import Final

from kg.errors import InputError
from kg.query.engine import Bindings
from kg.query.lexing import Token, after_prologue
from kg.query.rdf import written
from kg.query.terms import Term

_NAME: Final = "[A-Za-z_][A-Za-z0-9_]*"


def bound(text: str, found: list[Token], bindings: Bindings | None) -> str:
    """The query with its bindings; line breaks stay where they are.

    Raises:
        InputError: the query has no such variable, or a value is no term that RDF allows.
    """
    if not bindings:
        return text
    return with_rows(text, found, tuple(bindings), (tuple(bindings.values()),))


def with_rows(text: str, found: list[Token], columns: Sequence[str], rows: Iterable[Sequence[Term]]) -> str:
    """The query with several rows of values for some of its variables: one answer to many questions.

    Raises:
        InputError: the query has no such variable, or a value is no term that RDF allows.
    """
    variables = {token.text[1:] for token in found if token.kind == "variable"}
    for name in columns:
        if re.fullmatch(_NAME, name) is None or name not in variables:
            raise InputError(f"the query has no variable ?{name}.", hint=_have(variables))
    names = " ".join(f"?{name}" for name in columns)
    values = " ".join(f"({' '.join(written(term) for term in row)})" for row in rows)
    before, after = parted(text, found)
    return f"{before} VALUES ({names}) {{ {values} }} {after}"


def parted(text: str, found: list[Token]) -> tuple[str, str]:
    """The query before and after the place where a row of VALUES joins it."""
    place = _head(found)
    return (f"{text}\n", "") if place is None else (text[:place], text[place:])


def _have(variables: set[str]) -> str:
    return f"It has {', '.join('?' + name for name in sorted(variables))}." if variables else "It has none."


def _head(found: list[Token]) -> int | None:
    """Where the outermost group begins; None where a row can only stand at the end."""
    groups = [i for i in _outer_groups(found) if i >= after_prologue(found)]
    form = found[min(after_prologue(found), len(found) - 1)]
    if form.is_word("CONSTRUCT"):
        template = found.index(form) + 1
        groups = groups[1:] if groups and groups[0] == template else []
    if not groups or (groups[0] + 1 < len(found) and found[groups[0] + 1].is_word("SELECT")):
        return None
    return found[groups[0]].start + 1


def _outer_groups(found: list[Token]) -> list[int]:
    """The indexes of the opening braces that stand in no other bracket."""
    out, depth = [], 0
    for i, token in enumerate(found):
        if token.kind == "mark" and token.text in "({[":
            if depth == 0 and token.text == "{":
                out.append(i)
            depth += 1
        elif token.kind == "mark" and token.text in ")}]":
            depth -= 1
    return out
