"""`%%sparql`: a question in a cell of a notebook. `%load_ext kg` brings it."""

import shlex
from pathlib import Path
from typing import Any, Final

from kg.errors import InputError, KgError
from kg.graph import Graph, open_graph
from kg.result import Result

FORMS: Final = ("table", "pandas", "polars", "rdflib", "networkx", "result")
_TAKES_VALUE: Final = ("-p", "--graph", "--timeout", "--to", "--into")
USAGE: Final = (
    "%%sparql [NAME] [-p KEY=VALUE] [--graph FOLDER|URL|VARIABLE] [--timeout SECONDS] [--to "
    + "|".join(FORMS)
    + "] [--into VARIABLE]"
)


class Magic:
    """The magic and the graphs that it has opened."""

    def __init__(self, shell: Any) -> None:
        self._shell = shell
        self._open: dict[str, Graph] = {}

    def __call__(self, line: str, cell: str | None = None) -> Any:
        """Answer the question of a cell, or the named query of a line.

        Args:
            line: the options: `USAGE` lists them.
            cell: SPARQL with or without a header of `#+` lines; empty for a named query.

        Raises:
            InputError: an option or the query is wrong.
        """
        words, options, parameters = _options(line)
        asked = [one for one in (" ".join(words), cell or "") if one.strip()]
        if len(asked) != 1:
            raise InputError(f"there are {'two questions' if asked else 'no question'} in the cell.", hint=USAGE)
        question = asked[0]
        result = self._graph(options.get("--graph", "build")).result(
            question, timeout=_seconds(options.get("--timeout")), memory=None, **parameters
        )
        value = _given(result, options.get("--to", "table"))
        if "--into" not in options:
            return value
        self._shell.user_ns[options["--into"]] = value
        return None

    def _graph(self, where: str) -> Graph:
        """The graph of a variable of the notebook, a folder or an address."""
        known = self._shell.user_ns.get(where)
        if isinstance(known, Graph):
            return known
        key = where if "://" in where else str(Path(where).resolve())
        if key not in self._open:
            self._open[key] = open_graph(where)
        return self._open[key]


def load(shell: Any) -> None:
    """Give a notebook the magic; what goes wrong in it is one line and no traceback."""
    magic = Magic(shell)

    def sparql(line: str, cell: str | None = None) -> Any:
        try:
            return magic(line, cell)
        except KgError as error:
            print(f"kg: {error}")  # noqa: T201 - the answer to the one who asked
            return None

    sparql.__doc__ = f"Answer SPARQL or a named query.\n\n{USAGE}"
    shell.register_magic_function(sparql, magic_kind="line_cell", magic_name="sparql")


def _options(line: str) -> tuple[list[str], dict[str, str], dict[str, str]]:
    """The words, options and parameters of the first line.

    Raises:
        InputError: an option is unknown, without a value, or of the wrong form.
    """
    words: list[str] = []
    options: dict[str, str] = {}
    parameters: dict[str, str] = {}
    rest = iter(_split(line))
    for word in rest:
        if not word.startswith("-"):
            words.append(word)
            continue
        value = next(rest, None) if word in _TAKES_VALUE else None
        if value is None:
            raise InputError(f"the option {word!r} is unknown, or its value is missing.", hint=USAGE)
        if word == "-p":
            key, equals, said = value.partition("=")
            if not equals or not key:
                raise InputError(f"-p {value!r} is not of the form KEY=VALUE.", hint=USAGE)
            parameters[key] = said
        else:
            options[word] = value
    return words, options, parameters


def _seconds(value: str | None) -> float | None:
    try:
        return None if value is None else float(value)
    except ValueError as error:
        raise InputError(f"--timeout {value!r} is no number of seconds.", hint=USAGE) from error


def _split(line: str) -> list[str]:
    try:
        return shlex.split(line)
    except ValueError as error:
        raise InputError(f"the line {line!r} cannot be read: {error}.", hint="Close every quotation mark.") from error


def _given(result: Result, form: str) -> Any:
    """The answer in the form that was asked for.

    Raises:
        InputError: there is no such form, or the answer has it not.
    """
    if form not in FORMS:
        raise InputError(f"--to {form!r} is no form of an answer.", hint=f"Choose one of {', '.join(FORMS)}.")
    if form == "result":
        return result
    if form == "table":
        answer = result.answer()
        return result if isinstance(answer, tuple) else answer
    return getattr(result, f"to_{form}")()
