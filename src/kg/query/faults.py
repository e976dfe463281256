"""Mistakes in SPARQL, told with line, column and the line itself."""

import re
from typing import Final

from kg.errors import InputError
from kg.query.lexing import Token, after_prologue, tokens
from kg.vocab.namespaces import PREFIXES

_PLACE: Final = re.compile(r"error at (\d+):(\d+): (.*)", re.DOTALL)
LONGEST: Final = 160
"""More of a line or of what was expected helps nobody."""


def syntax_error(text: str, error: Exception) -> InputError:
    """The error for a text that is no SPARQL."""
    place = _PLACE.search(str(error))
    if place is None:
        return InputError(f"this is no SPARQL: {cut(str(error))}.", hint="Check the query.")
    return undeclared_prefix(text) or InputError(
        f"{_at(text, int(place[1]), int(place[2]))}{_said(place[3])}.", hint="Mend the query there or just before."
    )


def undeclared_prefix(text: str) -> InputError | None:
    """The error for a prefix that is not declared; None where all are."""
    token = _undeclared(text)
    if token is None:
        return None
    prefix = token.text.partition(":")[0]
    line = text.count("\n", 0, token.start) + 1
    column = token.start - text.rfind("\n", 0, token.start)
    return InputError(
        f"{_at(text, line, column)}: the prefix {prefix}: is not declared.",
        hint=f"Begin the query with `PREFIX {prefix}: <...>`.",
    )


def cut(words: str) -> str:
    """Words on one line, cut where they are long."""
    line = " ".join(words.split())
    return line if len(line) <= LONGEST else line[: LONGEST - 1] + "…"


def _at(text: str, line: int, column: int) -> str:
    lines = text.split("\n")
    return f"a mistake in SPARQL, line {line}, column {column}, in `{cut(lines[min(line, len(lines)) - 1])}`"


def _undeclared(text: str) -> Token | None:
    """The first name under a prefix that neither the query nor the graph declares."""
    found = tokens(text)
    start = after_prologue(found)
    own = {token.text.partition(":")[0] for token in found[:start] if token.kind == "name"}
    for token in found[start:]:
        if token.kind == "name" and token.text.partition(":")[0] not in own | {"_"} | set(PREFIXES):
            return token
    return None


def _said(expected: str) -> str:
    """What the parser says of the meaning; what it wanted as the next letter helps nobody."""
    wishes = [wish.strip() for wish in re.sub(r"^expected( one of)? ", "", expected).split(",")]
    said = [wish for wish in wishes if " " in wish and not set(wish) & set("[]\\'")]
    return f": {said[0]}" if said else ""
