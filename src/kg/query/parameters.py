"""Values of parameters: from the words of the asker to terms."""

import re
from collections.abc import Callable, Mapping
from typing import Final

from kg.errors import InputError
from kg.query.engine import Engine
from kg.query.named import LANGUAGES, NamedQuery, Parameter
from kg.query.terms import Term, literal
from kg.vocab.namespaces import XSD

_INTEGER: Final = "[+-]?[0-9]{1,18}"
_DATE: Final = "[0-9]{4}-[0-9]{2}-[0-9]{2}"
_YEAR: Final = "[0-9]{4}"
_DAY: Final = len("2019-03-14")


def bind(query: NamedQuery, values: Mapping[str, object], engine: Engine | None = None) -> dict[str, Term]:
    """The terms for the parameters of a query; those left out take their default.

    Args:
        query: the query.
        values: parameter to value, as the asker wrote it; from Python also as a number or a day.
        engine: where names are looked up; without it names must be ids or IRIs.

    Raises:
        InputError: a parameter is missing, unknown, or its value of the wrong type.
    """
    known = {parameter.name: parameter for parameter in query.parameters}
    for name in values:
        if name not in known:
            raise InputError(f"{_called(query)} has no parameter {name!r}.", hint=_signature(query))
    bindings: dict[str, Term] = {}
    for name, parameter in known.items():
        value = _written(values[name]) if name in values else parameter.default
        if value is None:
            raise InputError(
                f"{_called(query)} needs the parameter {name!r}: {parameter.summary}.", hint=_try(parameter)
            )
        if value.strip() or parameter.default is None:
            bindings[name] = _term(parameter, value, engine)
    return bindings


def _written(value: object) -> str:
    """A value as somebody at the command line writes it: a day of `datetime` without its hour."""
    return str(value)[:_DAY] if hasattr(value, "isoformat") else str(value)


def _term(parameter: Parameter, value: str, engine: Engine | None) -> Term:
    if parameter.type == "text":
        return literal(value)
    value = value.strip()
    if parameter.type in _SIMPLE:
        return _SIMPLE[parameter.type](parameter, value)
    from kg.query import names  # noqa: PLC0415 - most queries look up no name

    if parameter.type == "iri":
        return names.as_iri(value) or _refused(parameter, value, "is no IRI and no id")
    kinds = parameter.of if parameter.type == "name" else (parameter.type,)
    return names.looked_up(value, kinds, engine, _try(parameter))


def _integer(parameter: Parameter, value: str) -> Term:
    if re.fullmatch(_INTEGER, value) is None:
        _refused(parameter, value, "is no whole number")
    return literal(str(int(value)), XSD + "integer")


def _date(parameter: Parameter, value: str) -> Term:
    from datetime import date  # noqa: PLC0415 - one parameter in fifty is a date

    try:
        if re.fullmatch(_DATE, value) is None:
            raise ValueError
        date.fromisoformat(value)
    except ValueError:
        _refused(parameter, value, "is no date (YYYY-MM-DD)")
    return literal(value, XSD + "date")


def _year(parameter: Parameter, value: str) -> Term:
    return literal(value) if re.fullmatch(_YEAR, value) else _refused(parameter, value, "is no year (YYYY)")


def _language(parameter: Parameter, value: str) -> Term:
    if value.lower() not in LANGUAGES:
        _refused(parameter, value, f"is no language that kg speaks ({', '.join(LANGUAGES)})")
    return literal(value.lower())


_SIMPLE: Final[dict[str, Callable[[Parameter, str], Term]]] = {
    "integer": _integer,
    "date": _date,
    "year": _year,
    "language": _language,
}


def _refused(parameter: Parameter, value: str, why: str) -> Term:
    raise InputError(f"the parameter {parameter.name!r}: {value!r} {why}.", hint=_try(parameter))


def _called(query: NamedQuery) -> str:
    return query.name or "the query"


def _try(parameter: Parameter) -> str:
    return f'Write for instance -p {parameter.name}="{parameter.example}".'


def _signature(query: NamedQuery) -> str:
    if not query.parameters:
        return "It has none; a query file names its parameters in `#+ parameters:` lines at its top."
    return f"It has {', '.join(parameter.name for parameter in query.parameters)}."
