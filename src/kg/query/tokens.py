"""Cells of SPARQL 1.1 results in TSV as Python values: the way from an engine to a data frame without an object a cell.

TSV keeps what a term is: `<IRI>`, `"words"@fr`, `"2019-03-14"^^<…date>`, `42`. So nothing is lost, and the engine can
write it without coming back to Python for each cell.
"""

import re
from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import Final, NamedTuple

from kg.vocab.namespaces import XSD

Value = str | int | float | bool | date | datetime | None

_SIGNED: Final = ("integer", "int", "long", "short", "byte", "nonPositiveInteger", "negativeInteger")
_UNSIGNED: Final = (
    "nonNegativeInteger",
    "positiveInteger",
    "unsignedInt",
    "unsignedLong",
    "unsignedShort",
    "unsignedByte",
)
INTEGERS: Final = frozenset(XSD + name for name in (*_SIGNED, *_UNSIGNED))
_ESCAPED: Final = re.compile(r"\\(u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8}|.)", re.DOTALL)
_SIGNS: Final = {"n": "\n", "r": "\r", "t": "\t", "b": "\b", "f": "\f"}
_TRUTHS: Final = {"true": True, "1": True, "false": False, "0": False}
_DAY: Final = len("2019-03-14")
_FIRST: Final = 1_000
"""The tokens of a column by which it is judged whether its values come back."""
_BARE: Final = re.compile(r"(?P<integer>[+-]?[0-9]+)|(?P<decimal>[+-]?[0-9]*\.[0-9]+)|(?P<double>.+[eE].+)")


def typed(value: str, datatype: str | None) -> Value:
    """A literal as Python has it: numbers, truth values, days and moments as such, everything else as text.

    Whatever a type of Python cannot hold (a year before 1, a thirteenth month) stays text.
    """
    reader = _READERS.get(datatype or "")
    if reader is None:
        return value
    try:
        return reader(value)
    except (ValueError, ArithmeticError):
        return value


def split(token: str) -> tuple[str, str | None]:
    """A token as its text and its datatype; None for an IRI and for words, with or without language."""
    first = token[:1]
    if first == "<":
        return token[1:-1], None
    if first == '"':
        end = token.rindex('"')
        words = token[1:end] if "\\" not in token else _ESCAPED.sub(_sign, token[1:end])
        return words, token[end + 4 : -1] if token.startswith("^^", end + 1) else None
    return token, _bare(token)


class Cells(NamedTuple):
    """The cells of a column."""

    values: list[Value]
    texts: Callable[[], list[str | None]]
    """What the cells are called where the values are of several kinds."""


def columns(tsv: bytes) -> dict[str, Cells]:
    """The columns of results in TSV."""
    head, _, body = tsv.decode("utf-8").removesuffix("\n").partition("\n")
    names = [name.removeprefix("?") for name in head.split("\t")] if head else []
    flat = body.replace("\n", "\t").split("\t") if body else []
    read = _Read()
    return {name: _cells(flat[i :: len(names)], read) for i, name in enumerate(names)}


class _Read(dict[str, Value]):
    """The values of tokens, each read once: names and kinds come back row after row."""

    def __missing__(self, token: str) -> Value:
        """Read a token and keep it."""
        if token[:1] == "<":  # most are IRIs, many of them new in each row
            value: Value = token[1:-1]
        else:
            value = typed(*split(token)) if token else None
        self[token] = value
        return value


def _cells(tokens: list[str], read: _Read) -> Cells:
    return Cells(_values(tokens, read), lambda: [split(token)[0] if token else None for token in tokens])


def _values(tokens: list[str], read: _Read) -> list[Value]:
    """The values of a column. IRIs that are new in each row are not kept: to look for them costs more than to cut."""
    first = tokens[:_FIRST]
    if len(set(first)) * 2 > len(first):
        return [token[1:-1] if token[:1] == "<" else read[token] for token in tokens]
    return list(map(read.__getitem__, tokens))


def _bare(token: str) -> str | None:
    """The datatype of a token without quotes."""
    if token in {"true", "false"}:
        return XSD + "boolean"
    match = _BARE.fullmatch(token)
    return None if match is None or token.startswith("_:") else f"{XSD}{match.lastgroup}"


def _sign(match: re.Match[str]) -> str:
    told = match.group(1)
    return chr(int(told[1:], 16)) if len(told) > 1 else _SIGNS.get(told, told)


def _truth(value: str) -> bool:
    if value not in _TRUTHS:
        raise ValueError(value)
    return _TRUTHS[value]


def _day(value: str) -> date:
    if len(value) != _DAY:  # with an offset it is no day of one calendar
        raise ValueError(value)
    return date.fromisoformat(value)


_READERS: Final[Mapping[str, Callable[[str], Value]]] = {
    **dict.fromkeys(INTEGERS, int),
    XSD + "decimal": float,
    XSD + "double": float,
    XSD + "float": float,
    XSD + "boolean": _truth,
    XSD + "date": _day,
    XSD + "dateTime": datetime.fromisoformat,
}
