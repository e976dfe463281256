"""The short way for a plain `kg query`: the parser of options takes longer to load than the question to be answered.

It knows three options; whatever else stands on the line (other commands, help, mistakes) goes to the whole program.
"""

import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from kg.cli.ending import ending

if TYPE_CHECKING:
    from kg.cli.answering import Asked

_OPTIONS: Final = {
    "-p": "parameter",
    "--parameter": "parameter",
    "--format": "format",
    "--graph": "graph",
    "--timeout": "timeout",
}
_DEFAULTS: Final = {"format": "table", "graph": "build"}


def main(arguments: Sequence[str] | None = None) -> int:
    """Run `kg` and return its exit code."""
    asked = understood(sys.argv[1:] if arguments is None else arguments)
    if asked is None:
        from kg.cli import program  # noqa: PLC0415 - the long way

        return program.main(arguments)
    from kg.cli.answering import answer  # noqa: PLC0415

    with ending() as code:
        answer(asked)
    return code.value


def understood(arguments: Sequence[str]) -> "Asked | None":
    """What is asked; None where the line is not a plain `kg query` without mistakes."""
    if arguments[:1] != ["query"] or "_KG_COMPLETE" in os.environ:
        return None
    given = _given(arguments[1:])
    if given is None or len(given["question"]) != 1:
        return None
    from kg.cli.answering import FORMATS, Asked, Limits  # noqa: PLC0415

    form, graph = (given[name][-1] if given[name] else default for name, default in _DEFAULTS.items())
    seconds = _number(given["timeout"][-1]) if given["timeout"] else None
    if form not in FORMATS or (seconds is None and given["timeout"]):
        return None
    return Asked(
        question=given["question"][0],
        parameters=tuple(given["parameter"]),
        form=form,
        graph=Path(graph),
        limits=Limits(seconds=seconds),
    )


def _given(arguments: Sequence[str]) -> dict[str, list[str]] | None:
    """The values of each option, and the question; None where something else stands there."""
    given: dict[str, Any] = {"question": [], "parameter": [], "format": [], "graph": [], "timeout": []}
    rest = iter(arguments)
    for word in rest:
        name, equals, value = word.partition("=") if word.startswith("--") else (word, "", "")
        if name in _OPTIONS:
            found = value if equals else next(rest, None)
            if found is None:
                return None
            given[_OPTIONS[name]].append(found)
        elif word.startswith("-"):
            return None
        else:
            given["question"].append(word)
    return given


def _number(text: str) -> float | None:
    try:
        return float(text)
    except ValueError:
        return None
