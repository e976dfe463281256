"""The microformat h-event (and vevent, which it replaces): class names that say what a tag holds."""

from collections.abc import Iterator
from itertools import islice

from lxml import etree

from kg.model import EmbeddedActor, EmbeddedEvent, Markup
from kg.source.html.embedded.moments import from_iso
from kg.source.html.embedded.values import clean, distinct, said

_MOST_PARTS = 2_000
"""How many tags inside an event are looked at: events inside events would cost the square of the page."""
_CALLED = {
    "name": {"p-name", "summary"},
    "start": {"dt-start", "dtstart"},
    "end": {"dt-end", "dtend"},
    "location": {"p-location", "location"},
    "organizer": {"p-organizer", "organizer"},
}


def read(tree: etree._Element) -> Iterator[EmbeddedEvent]:
    """The events that class names mark."""
    for element in tree.iter("div", "article", "section", "li", "p", "span", "main", "tr"):
        if _classes(element) & {"h-event", "vevent"}:
            yield _event(element)


def _event(element: etree._Element) -> EmbeddedEvent:
    inside: dict[str, list[etree._Element]] = {key: [] for key in _CALLED}
    for part in islice(element.iterdescendants(), _MOST_PARTS):
        if isinstance(part.tag, str):
            for key, names in _CALLED.items():
                if _classes(part) & names:
                    inside[key].append(part)
    return EmbeddedEvent(
        markup=Markup.H_EVENT,
        name=next(_words(inside["name"]), ""),
        start=_when(inside["start"]),
        end=_when(inside["end"]),
        venues=distinct(_words(inside["location"])),
        organizers=tuple(EmbeddedActor(name=name) for name in distinct(_words(inside["organizer"]))),
    )


def _classes(element: etree._Element) -> set[str]:
    return set((element.get("class") or "").split())


def _words(elements: list[etree._Element]) -> Iterator[str]:
    yield from filter(None, (clean(said(element)) for element in elements))


def _when(elements: list[etree._Element]) -> str | None:
    found = (from_iso(e.get("datetime") or e.get("title") or e.get("value") or "") for e in elements)
    return next((moment for moment in found if moment is not None), None)
