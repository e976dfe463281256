"""Names and events out of the values that markup of schema.org holds, whichever form they stand in."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from lxml import etree

from kg.model import ActorKind, EmbeddedActor, EmbeddedEvent, EventStatus, Markup
from kg.source.html.embedded.moments import from_iso
from kg.text.normal import stored

Item = Mapping[str, Any]

_SPACE = re.compile(r"\s+")
_TAG = re.compile(r"<[^<>]{0,200}>")
_LONGEST = 300
_PEOPLE = frozenset({"Person"})
_BODIES = re.compile(r"(?:Organization|University|Business|Corporation|Group|Association|Party|Authority)$")
_STATUS = {"EventCancelled": EventStatus.CANCELLED, "EventPostponed": EventStatus.POSTPONED}
_DEEP = 4
ENOUGH = 20
"""How many values of one property are read; a page that gives more is no page about an event."""


def is_event(item: Item) -> bool:
    """True for an Event of schema.org and all its kinds (`BusinessEvent`, `EducationEvent`)."""
    return any(kind.endswith("Event") for kind in types(item))


def types(item: Item) -> tuple[str, ...]:
    """The classes of an item, without the address of their vocabulary."""
    return tuple(str(kind).rsplit("/", 1)[-1].rsplit(":", 1)[-1] for kind in listed(item.get("@type")))


def event_of(item: Item, markup: Markup) -> EmbeddedEvent:
    """An item of schema.org as an event."""
    return EmbeddedEvent(
        markup=markup,
        name=next(_names(item.get("name")), ""),
        start=_when(item.get("startDate")),
        end=_when(item.get("endDate")),
        venues=distinct(_venues(item.get("location"))),
        towns=distinct(_towns(item.get("location"))),
        organizers=_actors(item, ("organizer", "organiser")),
        performers=_actors(item, ("performer", "performers", "actor")),
        status=_status(item.get("eventStatus")),
    )


def distinct(names: Iterator[str]) -> tuple[str, ...]:
    """Names in their order, each once."""
    return tuple(dict.fromkeys(names))


def listed(value: Any) -> list[Any]:
    """A value as a list: none, one or several."""
    if value is None:
        return []
    return list(value[:ENOUGH]) if isinstance(value, list) else [value]


def clean(text: str) -> str:
    """Words on one line, without the tags that some pages leave in."""
    return _SPACE.sub(" ", stored(_TAG.sub(" ", text[:_LONGEST]))).strip()


def said(element: etree._Element) -> str:
    """The beginning of what a tag holds; more than a name is never needed."""
    words: list[str] = []
    length = 0
    for piece in element.itertext():
        words.append(str(piece))
        length += len(piece)
        if length > _LONGEST:
            break
    return "".join(words)


def _when(value: Any) -> str | None:
    found = (from_iso(one) for one in listed(value) if isinstance(one, str))
    return next((moment for moment in found if moment is not None), None)


def _status(value: Any) -> EventStatus | None:
    """`https://schema.org/EventCancelled`, with or without its address; a rescheduled event has its new date."""
    names = (str(one).rsplit("/", 1)[-1].rsplit(":", 1)[-1] for one in listed(value))
    return next((_STATUS[name] for name in names if name in _STATUS), None)


def _names(value: Any, deep: int = _DEEP) -> Iterator[str]:
    """The words of a value: text, text with a language, or the name of an item."""
    for one in listed(value):
        if isinstance(one, str):
            words = clean(one)
            if words and not words.startswith(("http://", "https://")):
                yield words
        elif isinstance(one, dict) and deep:
            yield from _names(one.get("@value", one.get("name")), deep - 1)


def _venues(value: Any) -> Iterator[str]:
    """Places by name; the address of a page for a meeting on the web is none."""
    return _names([one for one in listed(value) if not (isinstance(one, dict) and "VirtualLocation" in types(one))])


def _towns(value: Any, deep: int = _DEEP) -> Iterator[str]:
    for one in listed(value):
        if isinstance(one, dict) and deep:
            yield from _names(one.get("addressLocality"))
            for key in ("address", "containedInPlace"):
                yield from _towns(one.get(key), deep - 1)


def _actors(item: Item, keys: tuple[str, ...]) -> tuple[EmbeddedActor, ...]:
    found = (
        EmbeddedActor(name=name, kind=_kind(one))
        for key in keys
        for one in listed(item.get(key))
        for name in _names(one)
    )
    return tuple(dict.fromkeys(found))


def _kind(value: Any) -> ActorKind:
    kinds = types(value) if isinstance(value, dict) else ()
    if any(kind in _PEOPLE for kind in kinds):
        return ActorKind.PERSON
    return ActorKind.ORGANISATION if any(_BODIES.search(kind) for kind in kinds) else ActorKind.UNSAID
