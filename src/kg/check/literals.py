"""Terms as they stand in N-Triples, and whether a literal surely is what its datatype says.

All here errs on one side: a term that is not surely right is left to the validator.
"""

import re
from collections.abc import Callable, Mapping
from datetime import date
from typing import Final

XSD: Final = b"http://www.w3.org/2001/XMLSchema#"
LANG_STRING: Final = b"http://www.w3.org/1999/02/22-rdf-syntax-ns#langString"
STRING: Final = XSD + b"string"

_ZONE = r"(?:Z|[+-](?:0\d|1[0-3]):[0-5]\d)?"
_DAY = re.compile(rb"[1-9]\d{3}-\d\d-\d\d")
_DATE_TIME = re.compile(rb"[1-9]\d{3}-\d\d-\d\dT(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d{1,6})?" + _ZONE.encode())
_SHAPES: Final[Mapping[bytes, re.Pattern[bytes]]] = {
    XSD + b"integer": re.compile(rb"-?\d{1,18}"),
    XSD + b"decimal": re.compile(rb"-?\d{1,18}(?:\.\d{1,18})?"),
    XSD + b"boolean": re.compile(rb"true|false"),
    XSD + b"date": _DAY,
    XSD + b"dateTime": _DATE_TIME,
    XSD + b"gYear": re.compile(rb"[1-9]\d{3}"),
    XSD + b"gYearMonth": re.compile(rb"[1-9]\d{3}-(?:0[1-9]|1[0-2])"),
}
_LANGUAGE = re.compile(rb"\"@([A-Za-z]{1,8}(?:-[A-Za-z0-9]{1,8})*)$")


def language(term: bytes) -> bytes | None:
    """The language of a literal, in lower case; None where it has none."""
    found = _LANGUAGE.search(term)
    return None if found is None else found[1].lower()


def lexical(term: bytes) -> bytes | None:
    """What stands between the quotation marks of a literal; None for an IRI, a blank node, and where it is escaped."""
    if term[:1] != b'"':
        return None
    inside = term[1 : term.rindex(b'"')]
    return None if b"\\" in inside else inside


def datatype(name: bytes) -> Callable[[bytes], bool] | None:
    """A test that a term surely is a valid literal of a datatype; None for a datatype that is not known."""
    if name == STRING:
        return lambda term: term[:1] == b'"' and term[-1:] == b'"'
    if name == LANG_STRING:
        return lambda term: language(term) is not None
    shape = _SHAPES.get(name)
    if shape is None:
        return None
    tail, dated = b'"^^<' + name + b">", name in (XSD + b"date", XSD + b"dateTime")

    def valid(term: bytes) -> bool:
        text = lexical(term) if term.endswith(tail) else None
        return text is not None and shape.fullmatch(text) is not None and (not dated or _is_day(text[:10]))

    return valid


def _is_day(text: bytes) -> bool:
    try:
        date.fromisoformat(text.decode("ascii"))
    except ValueError:
        return False
    return True


def before(left: bytes, right: bytes, *, equal: bool) -> bool:
    """True where one term surely lies before another of the same kind, or, with `equal`, not behind it."""
    one, two = lexical(left), lexical(right)
    if one is None or two is None or left[len(one) + 1 :] != right[len(two) + 1 :]:
        return False
    kind = left[len(one) + 4 : -1].removeprefix(b"<")
    test = datatype(kind)
    if test is None or not (test(left) and test(right)):
        return False
    if kind in (XSD + b"integer",):
        return int(one) <= int(two) if equal else int(one) < int(two)
    plain = kind in (XSD + b"date", XSD + b"gYear", XSD + b"gYearMonth")
    return plain and len(one) == len(two) and (one <= two if equal else one < two)
