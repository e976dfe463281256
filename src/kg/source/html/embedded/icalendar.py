"""iCalendar on a page: written into it, in a `text/calendar` script, or packed into the link that offers the date."""

import base64
import binascii
import re
from collections.abc import Iterator
from urllib.parse import unquote

from lxml import etree

from kg.model import ActorKind, EmbeddedActor, EmbeddedEvent, EventStatus, Markup
from kg.source.html.embedded.moments import day_before, from_basic
from kg.source.html.embedded.values import clean

_BEGIN, _END = "BEGIN:VEVENT", "END:VEVENT"
_FOLDED = re.compile(r"\r?\n[ \t]")
_LINE = re.compile(r"^(?P<key>[A-Z-]{1,40})(?P<parameters>(?:;[^:\r\n]{0,500})?):(?P<value>[^\r\n]*)", re.MULTILINE)
_ESCAPED = re.compile(r"\\([\\;,nN])")
_NAME = re.compile(r';CN=(?:"([^"]*)"|([^;:]*))')
_DATA = "data:text/calendar"
DAY = len("2019-11-21")


def read(tree: etree._Element) -> Iterator[EmbeddedEvent]:
    """The events in the calendars of a page."""
    for calendar in _calendars(tree):
        for block in _blocks(_FOLDED.sub("", calendar)):
            event = _event(block)
            if event is not None:
                yield event


def _calendars(tree: etree._Element) -> Iterator[str]:
    for element in tree.iter("script", "pre", "template", "textarea"):
        if _BEGIN in (element.text or ""):
            yield element.text or ""
    for link in tree.iter("a"):
        address = (link.get("href") or "").strip()
        if address[: len(_DATA)].lower() == _DATA:
            yield _unpacked(address)


def _blocks(calendar: str) -> Iterator[str]:
    begin = calendar.find(_BEGIN)
    while begin >= 0:
        end = calendar.find(_END, begin)
        if end < 0:
            return
        yield calendar[begin + len(_BEGIN) : end]
        begin = calendar.find(_BEGIN, end)


def _unpacked(address: str) -> str:
    head, _, body = address.partition(",")
    if not head.lower().endswith(";base64"):
        return unquote(body)
    try:
        return base64.b64decode(unquote(body), validate=False).decode("utf-8", "replace")
    except (binascii.Error, ValueError):
        return ""


def _event(block: str) -> EmbeddedEvent | None:
    lines = {found["key"]: found for found in reversed(list(_LINE.finditer(block)))}
    start = from_basic(_value(lines.get("DTSTART")))
    if start is None:
        return None
    return EmbeddedEvent(
        markup=Markup.ICALENDAR,
        name=clean(_value(lines.get("SUMMARY"))),
        start=start,
        end=_end(start, from_basic(_value(lines.get("DTEND")))),
        venues=tuple(filter(None, (clean(_value(lines.get("LOCATION"))),))),
        organizers=_organizer(lines.get("ORGANIZER")),
        status=EventStatus.CANCELLED if _value(lines.get("STATUS")).strip().upper() == "CANCELLED" else None,
    )


def _end(start: str, end: str | None) -> str | None:
    if end is not None and len(end) == DAY:
        end = day_before(end)
    return None if end is None or end <= start else end


def _value(line: re.Match[str] | None) -> str:
    return "" if line is None else _ESCAPED.sub(lambda m: " " if m[1] in "nN" else m[1], line["value"])


def _organizer(line: re.Match[str] | None) -> tuple[EmbeddedActor, ...]:
    found = None if line is None else _NAME.search(line["parameters"])
    name = "" if found is None else clean(found[1] or found[2] or "")
    return (EmbeddedActor(name=name, kind=ActorKind.UNSAID),) if name else ()
