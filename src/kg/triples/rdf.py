"""Terms of RDF made from plain values, in the lexical form that the store keeps."""

import re
from datetime import UTC, datetime, timedelta, timezone
from datetime import date as calendar_day
from functools import cache
from urllib.parse import quote
from zoneinfo import ZoneInfo

from pyoxigraph import Literal, NamedNode

from kg.model import Label
from kg.vocab.namespaces import CODE, ID
from kg.vocab.terms import XSD_BOOLEAN, XSD_DATE, XSD_DATE_TIME, XSD_DECIMAL, XSD_INTEGER, XSD_YEAR, XSD_YEAR_MONTH

ZONE = ZoneInfo("Europe/Luxembourg")
"""The zone of a time about which the page says nothing."""

_IN_AN_IRI = "!#$%&'()*+,-./:;=?@_~"
_NOT_IN_AN_IRI = r"[^\w!#$%&'()*+,\-./:;=?@~]"
_DATATYPE_OF_LENGTH = {4: XSD_YEAR, 7: XSD_YEAR_MONTH, 10: XSD_DATE}


@cache
def node(iri: str) -> NamedNode:
    """An IRI as a term; equal IRIs share one object."""
    return NamedNode(iri)


def thing(local: str) -> NamedNode:
    """The term of a thing by the last part of its IRI."""
    return node(ID + local)


def words(text: str, language: str) -> Literal:
    """Words of a source in its language."""
    return Literal(text, language=language)


def name(label: Label) -> Literal:
    """A name, with its language where it has one."""
    return Literal(label.value, language=label.language) if label.language else Literal(label.value)


def plain(text: str) -> Literal:
    """A string that is kept to the letter."""
    return Literal(text)


def integer(value: int) -> Literal:
    """An xsd:integer."""
    return Literal(str(value), datatype=node(XSD_INTEGER))


def share(value: float) -> Literal:
    """A share of one as an xsd:decimal of two digits, without zeros at its end, as the store writes it."""
    return Literal(f"{value:.2f}".rstrip("0").rstrip("."), datatype=node(XSD_DECIMAL))


def true() -> Literal:
    """The xsd:boolean true."""
    return Literal("true", datatype=node(XSD_BOOLEAN))


def code(register: str, value: str) -> Literal:
    """What a register calls a thing; the datatype names the register."""
    return Literal(value, datatype=node(CODE + register))


def date(value: str) -> Literal:
    """An xsd:date from `YYYY-MM-DD`."""
    return Literal(value[:10], datatype=node(XSD_DATE))


def moment(value: str) -> Literal:
    """A year, month, day or local time of a record as the XSD type of its precision.

    A local time carries the offset that Europe/Luxembourg had on that day.
    """
    if "T" not in value:
        return Literal(value, datatype=node(_DATATYPE_OF_LENGTH[len(value)]))
    return _date_time(datetime.fromisoformat(value).replace(tzinfo=ZONE))


def instant(value: str) -> Literal | None:
    """When a page was retrieved or published: a day or a time; None where the words are no date.

    A time that states no offset is in universal time, which is what programs that fetch pages mean.
    """
    try:
        if len(value) == len("YYYY-MM-DD"):
            return date(calendar_day.fromisoformat(value).isoformat())
        stated = datetime.fromisoformat(value)
    except ValueError:
        return None
    return _date_time(stated if stated.tzinfo is not None else stated.replace(tzinfo=UTC))


def day(value: str) -> Literal | None:
    """The day of a stated date or time as an xsd:date; None where the words are no date."""
    try:
        return date(calendar_day.fromisoformat(value[: len("YYYY-MM-DD")]).isoformat())
    except ValueError:
        return None


def _date_time(value: datetime) -> Literal:
    """An xsd:dateTime whose offset has whole minutes, `Z` for none, as the store writes it.

    Before it had a time zone, Luxembourg kept the time of the sun, 24 minutes and 36 seconds ahead of Greenwich.
    """
    minutes = timedelta(minutes=round((value.utcoffset() or timedelta()) / timedelta(minutes=1)))
    text = value.replace(tzinfo=timezone(minutes)).isoformat(timespec="seconds")
    return Literal(text.replace("+00:00", "Z"), datatype=node(XSD_DATE_TIME))


def address(value: str) -> NamedNode | None:
    """A web address as an IRI, characters that no IRI may hold percent-encoded; None where it is no web address."""
    if re.match(r"https?://[^/\s]", value, re.IGNORECASE) is None:
        return None
    try:
        return NamedNode(quote(value, safe=_IN_AN_IRI, encoding="utf-8") if re.search(_NOT_IN_AN_IRI, value) else value)
    except ValueError:
        return None
