"""The grammar of codes: what a code of each register looks like, and which of them can name which thing."""

import re
from collections.abc import Callable, Iterator
from typing import Any, Final

from kg.model import EntityType
from kg.resolve.names import quoted

_COUNTRY = "[A-Z]{2}"


def _luhn(value: str) -> bool:
    """Whether the last digit is the check digit of the others."""
    doubled = [int(digit) * (1 + at % 2) for at, digit in enumerate(reversed(value))]
    return sum(digit - 9 if digit > 9 else digit for digit in doubled) % 10 == 0


def _any(_: str) -> bool:
    return True


GRAMMAR: Final[dict[str, tuple[re.Pattern[str], Callable[[str], bool], str]]] = {
    "iso-3166-1": (re.compile(_COUNTRY), _any, "two capital letters, such as LU"),
    "iso-3166-2": (re.compile(f"{_COUNTRY}-[A-Z0-9]{{1,3}}"), _any, "country, hyphen, one to three signs, as in DE-SL"),
    "nuts-2010": (re.compile(f"{_COUNTRY}[A-Z0-9]{{0,3}}"), _any, "two letters and up to three signs, as in FR411"),
    "nuts-2021": (re.compile(f"{_COUNTRY}[A-Z0-9]{{0,3}}"), _any, "two letters and up to three signs, as in FRF33"),
    "insee-region": (re.compile(r"\d{2}"), _any, "two digits, such as 44"),
    "insee-department": (re.compile(r"\d{2}|2[AB]|97\d"), _any, "two digits, such as 57"),
    "insee-commune": (re.compile(r"(\d{2}|2[AB])\d{3}"), _any, "five signs, such as 57463"),
    "siren": (re.compile(r"\d{9}"), _luhn, "nine digits of which the last is the check digit"),
    "ags": (re.compile(r"(0[1-9]|1[0-6])(\d(\d{2}(\d{3})?)?)?"), _any, "two, three, five or eight digits, as in 10041"),
    "refnis": (re.compile(r"\d{5}"), _any, "five digits, such as 62063"),
}
"""For each code system its pattern, a further test, and the pattern in words."""

TERRITORIAL: Final = frozenset(GRAMMAR) - {"siren"}
COUNTRY_OF: Final = {
    "insee-region": "FR",
    "insee-department": "FR",
    "insee-commune": "FR",
    "siren": "FR",
    "ags": "DE",
    "refnis": "BE",
}
"""Registers of one country, and the ISO code of that."""


def code_faults(type_: EntityType, raw: Any) -> Iterator[str]:
    """What is wrong with the codes of an entry."""
    if not isinstance(raw, dict):
        yield "codes must give one code a register, as in {nuts-2021: FRF33}: write them so"
        return
    for register, value in raw.items():
        if register not in GRAMMAR:
            yield f"unknown register {register!r} of codes (known: {quoted(GRAMMAR)}): use one of these or leave it out"
        elif type_ is not (EntityType.TERRITORY if register in TERRITORIAL else EntityType.ORGANIZATION):
            yield f"a {type_.value} has no code {register!r}: give it to the entry it names"
        else:
            yield from _values(register, value)


def _values(register: str, value: Any) -> Iterator[str]:
    pattern, holds, words = GRAMMAR[register]
    values = value if isinstance(value, list) else [value]
    for one in values:
        if not isinstance(one, str):
            yield f"the code {register} {one!r} must be text: put it in quotes"
        elif pattern.fullmatch(one) is None or not holds(one):
            yield f"{one!r} is no code of {register} ({words}): correct it, or leave it out where you are not certain"
    if not values:
        yield f"codes names {register} without a code: take it out"
