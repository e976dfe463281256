"""Literals by what they mean, for stores that write them in their own way.

Stores rewrite numbers (`01` as `1`, `0.50` as `0.5`), times (`+00:00` as `Z`), language tags (`de-AT` as `de-at`);
Virtuoso 7 keeps no truth values and stores `true` as the number 1.
"""

import contextlib
from collections.abc import Callable
from datetime import UTC, datetime
from decimal import Decimal, InvalidOperation
from typing import Final

from kg.query.terms import Term
from kg.vocab.namespaces import XSD

_TRUTH: Final = {"true": "1", "1": "1", "false": "0", "0": "0"}


def settled(term: Term) -> Term:
    """A term in one of the ways in which its meaning can be written, the same for all of them."""
    if term.kind != "literal":
        return term
    if term.language is not None:
        return Term("literal", term.value, None, term.language.casefold())
    datatype = term.datatype or ""
    if datatype == XSD + "boolean":
        return Term("literal", _TRUTH.get(term.value, term.value), XSD + "integer")
    with contextlib.suppress(ValueError, InvalidOperation, OverflowError):
        return Term("literal", _WRITTEN.get(datatype, str)(term.value), term.datatype)
    return term


def _decimal(text: str) -> str:
    return format(Decimal(text).normalize(), "f")


def _moment(text: str) -> str:
    moment = datetime.fromisoformat(text)
    return (moment if moment.tzinfo is None else moment.astimezone(UTC)).isoformat()


_WRITTEN: Final[dict[str, Callable[[str], str]]] = {
    **{XSD + name: (lambda text: str(int(text))) for name in ("integer", "int", "long", "nonNegativeInteger")},
    XSD + "decimal": _decimal,
    XSD + "double": lambda text: repr(float(text)),
    XSD + "float": lambda text: repr(float(text)),
    XSD + "dateTime": _moment,
}
