"""OpenGraph: what a page hands to those who share it. Only a page that says it is an event speaks of one."""

from collections.abc import Iterator

from lxml import etree

from kg.model import EmbeddedEvent, Markup
from kg.source.html.embedded.moments import from_iso
from kg.source.html.embedded.values import clean

_STARTS = ("event:start_time", "og:start_time", "event:start_date")
_ENDS = ("event:end_time", "og:end_time", "event:end_date")


def read(tree: etree._Element) -> Iterator[EmbeddedEvent]:
    """The event that the page says it is, if it gives a start."""
    said: dict[str, str] = {}
    for meta in tree.iter("meta"):
        name = (meta.get("property") or meta.get("name") or "").strip().lower()
        if name.startswith(("og:", "event:")):
            said.setdefault(name, meta.get("content") or "")
    start = _when(said, _STARTS)
    if start is not None:
        place = clean(said.get("event:location") or said.get("og:locality") or "")
        yield EmbeddedEvent(
            markup=Markup.OPEN_GRAPH,
            name=clean(said.get("og:title", "")),
            start=start,
            end=_when(said, _ENDS),
            towns=(place,) if place else (),
        )


def _when(said: dict[str, str], names: tuple[str, ...]) -> str | None:
    found = (from_iso(said.get(name, "")) for name in names)
    return next((moment for moment in found if moment is not None), None)
