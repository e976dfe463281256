"""Mistakes in SPARQL, told with line, column and the line itself."""

import re
from typing import Final

from kg.errors import InputError

_PLACE: Final = re.compile(r"error at (\d+):(\d+): (.*)", re.DOTALL)
_NO_PREFIX: Final = re.compile(r"([\w.-]*):[^\s]*$")
LONGEST: Final = 160
"""More of a line or of what was expected helps nobody."""


def syntax_error(text: str, error: Exception) -> InputError:
    """The error for a text that is no SPARQL."""
    place = _PLACE.search(str(error))
    if place is None:
        return InputError(f"this is no SPARQL: {cut(str(error))}.", hint="Check the query.")
    line, column, expected = int(place[1]), int(place[2]), place[3]
    lines = text.splitlines() or [""]
    content = lines[min(line, len(lines)) - 1]
    where = f"SPARQL, line {line}, column {column}, in `{cut(content.strip())}`"
    prefix = _NO_PREFIX.search(content[: column - 1])
    if "Prefix not found" in expected and prefix is not None:
        return InputError(
            f"{where}: the prefix {prefix[1]}: is not declared.", hint=f"Add `PREFIX {prefix[1]}: <...>`."
        )
    return InputError(f"{where}: {cut(_wish(expected))}.", hint="Mend the query there.")


def cut(words: str) -> str:
    """Words on one line, cut where they are long."""
    line = " ".join(words.split())
    return line if len(line) <= LONGEST else line[: LONGEST - 1] + "…"


def _wish(expected: str) -> str:
    """What the parser wanted, without its names for sets of characters."""
    wishes = [w.strip() for w in re.sub(r"^expected( one of)? ", "", expected).split(",")]
    readable = [w for w in wishes if w and "[" not in w and "]" not in w and "\\" not in w and "'" not in w]
    said = [w for w in readable if " " in w]
    if said:
        return said[0][0].lower() + said[0][1:]
    return f"expected {', '.join(readable)}" if readable else "this cannot stand here"
