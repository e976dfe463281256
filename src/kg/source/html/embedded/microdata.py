"""schema.org in microdata: `itemscope`, `itemtype` and `itemprop` in the tags of the page."""

from collections.abc import Iterator
from typing import Any

from lxml import etree

from kg.model import EmbeddedEvent, Markup
from kg.source.html.embedded.values import ENOUGH, event_of, is_event, said

_BY_ATTRIBUTE = (("meta", "content"), ("time", "datetime"), ("data", "value"), ("link", "href"))


def read(tree: etree._Element) -> Iterator[EmbeddedEvent]:
    """The events that the tags of a page describe, in order."""
    items: dict[etree._Element, dict[str, Any]] = {}
    for element in tree.iter():
        if not isinstance(element.tag, str):
            continue
        if element.get("itemscope") is not None:
            items[element] = {"@type": (element.get("itemtype") or "").split()}
        for name in (element.get("itemprop") or "").split():
            _give(items, element, name)
    yield from (event_of(item, Markup.MICRODATA) for item in items.values() if is_event(item))


def _give(items: dict[etree._Element, dict[str, Any]], element: etree._Element, name: str) -> None:
    """Put a property into the item around it."""
    around = next((items[a] for a in element.iterancestors() if a in items), None)
    if around is not None and not name.startswith("@"):
        values = around.setdefault(name, [])
        if len(values) < ENOUGH:
            values.append(items[element] if element in items else _value(element))


def _value(element: etree._Element) -> str:
    for tag, attribute in _BY_ATTRIBUTE:
        if element.tag == tag and element.get(attribute) is not None:
            return element.get(attribute) or ""
    return element.get("content") or said(element)
