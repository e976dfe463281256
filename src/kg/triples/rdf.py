"""Terms of RDF made from plain values, in the lexical form that the store keeps."""

import re
from datetime import datetime
from functools import cache
from zoneinfo import ZoneInfo

from pyoxigraph import Literal, NamedNode

from kg.model import Label
from kg.vocab.namespaces import ID
from kg.vocab.terms import XSD_BOOLEAN, XSD_DATE, XSD_DATE_TIME, XSD_INTEGER, XSD_YEAR, XSD_YEAR_MONTH

ZONE = ZoneInfo("Europe/Luxembourg")
"""The zone of a time about which the page says nothing."""

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


def true() -> Literal:
    """The xsd:boolean true."""
    return Literal("true", datatype=node(XSD_BOOLEAN))


def date(value: str) -> Literal:
    """An xsd:date from `YYYY-MM-DD`."""
    return Literal(value[:10], datatype=node(XSD_DATE))


def moment(value: str) -> Literal:
    """A year, month, day or local time of a record as the XSD type of its precision.

    A local time carries the offset that Europe/Luxembourg had on that day.
    """
    if "T" not in value:
        return Literal(value, datatype=node(_DATATYPE_OF_LENGTH[len(value)]))
    local = datetime.fromisoformat(value).replace(tzinfo=ZONE)
    return Literal(local.isoformat(timespec="seconds"), datatype=node(XSD_DATE_TIME))


def instant(value: str) -> Literal:
    """When a page was retrieved: a day, or a time that states its offset."""
    return Literal(value, datatype=node(XSD_DATE if len(value) == len("YYYY-MM-DD") else XSD_DATE_TIME))


def is_acronym(text: str) -> bool:
    """True for a name such as `IGR`, `CCPHVA` or `UniGR`, which belongs to no language."""
    capitals = sum(1 for c in text if c.isupper())
    return re.fullmatch(r"[\w-]{2,10}", text) is not None and capitals >= max(2, len(text) / 2)
