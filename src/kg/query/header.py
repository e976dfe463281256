"""The header of a query file: YAML in the `#+ ` lines at its top."""

from collections.abc import Mapping
from typing import Any, Final

from kg.errors import InputError
from kg.query.named import LANGUAGES, TYPES, Column, NamedQuery, Parameter

MARK: Final = "#+"
_KEYS: Final = frozenset({"summary", "parameters", "columns", "limits", "heavy"})
_PARAMETER_KEYS: Final = frozenset({"type", "summary", "example", "default", "of"})


def named_query(name: str, text: str, where: str) -> NamedQuery:
    """The query in a text, with what its header says; without a header it has neither summary nor parameters.

    Raises:
        InputError: the header is not what a header may be; `where` names the file in the message.
    """
    return described(name, text, header(text, where), where)


def header(text: str, where: str) -> Mapping[str, Any]:
    """The header of a query file as the mapping that its YAML is; empty where there is none.

    Raises:
        InputError: it is no YAML, or no mapping.
    """
    lines = []
    for line in text.splitlines():
        if not line.startswith(MARK):
            break
        lines.append(line[len(MARK) :].removeprefix(" "))
    return _read("\n".join(lines), where) if lines else {}


def described(name: str, text: str, said: Mapping[str, Any], where: str) -> NamedQuery:
    """The query in a text with what `said`, the mapping of a header, says of it.

    Raises:
        InputError: the header is not what a header may be; `where` names the file in the message.
    """
    _refuse_keys(said, _KEYS, where)
    return NamedQuery(
        name,
        text,
        _summary(said.get("summary"), where),
        tuple(_parameter(n, p, where) for n, p in _mapping(said.get("parameters"), "parameters", where).items()),
        tuple(_column(n, str(m)) for n, m in _mapping(said.get("columns"), "columns", where).items()),
        " ".join(str(said.get("limits", "")).split()),
        said.get("heavy") is True,
    )


def _read(header: str, where: str) -> Mapping[str, Any]:
    import yaml  # noqa: PLC0415 - SPARQL on the command line has no header

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        return _mapping(yaml.load(header, Loader=loader), "the header", where)
    except yaml.YAMLError as error:
        place = getattr(error, "problem_mark", None)
        line = "" if place is None else f" line {place.line + 1}:"
        problem = getattr(error, "problem", None) or error
        raise InputError(
            f"{where}:{line} the header is not YAML: {problem}.", hint=f"Mend the {MARK} lines."
        ) from error


def _mapping(value: Any, what: str, where: str) -> Mapping[str, Any]:
    if value is None:
        return {}
    if not isinstance(value, dict):
        raise InputError(f"{where}: {what} is no mapping: {value!r}.", hint=f"Write `{MARK} key: value` lines.")
    return value


def _refuse_keys(said: Mapping[str, Any], known: frozenset[str], where: str) -> None:
    for key in said:
        if key not in known:
            raise InputError(f"{where}: the header has an unknown key {key!r}.", hint=f"Known are {sorted(known)}.")


def _summary(value: Any, where: str) -> dict[str, str]:
    if value is None or isinstance(value, str):
        return dict.fromkeys(LANGUAGES, value) if value else {}
    said = _mapping(value, "summary", where)
    return {language: " ".join(str(said[language]).split()) for language in LANGUAGES if language in said}


def _column(name: str, said: str) -> Column:
    """A column; its unit stands in square brackets at the end of what is said of it."""
    meaning, opened, rest = said.rpartition(" [")
    return Column(name, meaning, rest[:-1]) if opened and rest.endswith("]") else Column(name, said)


def _parameter(name: str, value: Any, where: str) -> Parameter:
    said = _mapping(value, f"the parameter {name}", where)
    _refuse_keys(said, _PARAMETER_KEYS, where)
    kind = str(said.get("type", "text"))
    if kind not in TYPES:
        raise InputError(
            f"{where}: the parameter {name} has an unknown type {kind!r}.", hint=f"Known are {list(TYPES)}."
        )
    default = said.get("default")
    of = said.get("of", ())
    return Parameter(
        name,
        kind,
        str(said.get("summary", "")),
        str(said.get("example", "")),
        None if default is None else str(default),
        (of,) if isinstance(of, str) else tuple(of),
    )
