"""schema.org in JSON-LD, as sites write it: arrays, graphs, comments around it, and often not JSON at all."""

import json
from collections.abc import Iterator
from typing import Any

from lxml import etree

from kg.model import EmbeddedEvent, EmbeddedFault, Markup
from kg.source.html.embedded.values import event_of, is_event

_OPENINGS = ("<!--", "/*<![CDATA[*/", "/* <![CDATA[ */", "//<![CDATA[", "// <![CDATA[", "<![CDATA[")
_CLOSINGS = ("-->", "/*]]>*/", "/* ]]> */", "//]]>", "// ]]>", "]]>", ";")
_MOST_CHARACTERS = 1_000_000
_MOST_ITEMS = 5_000
"""A script beyond these is no description of an event page."""


def read(tree: etree._Element) -> Iterator[EmbeddedEvent | EmbeddedFault]:
    """The events in the scripts of a page; a script that is no JSON is a fault, and the others are read."""
    for script in tree.iter("script"):
        kind = (script.get("type") or "").split(";")[0].strip().lower()
        if kind == "application/ld+json" and (script.text or "").strip():
            yield from _script(script.text or "")


def _script(text: str) -> Iterator[EmbeddedEvent | EmbeddedFault]:
    if len(text) > _MOST_CHARACTERS:
        yield _fault(f"it has {len(text)} characters; at most {_MOST_CHARACTERS} are read")
        return
    try:
        value = json.loads(_unwrapped(text), strict=False)
    except json.JSONDecodeError as error:
        yield _fault(f"it is no JSON: line {error.lineno}, column {error.colno}: {error.msg}")
    except (RecursionError, ValueError):
        yield _fault("it is no JSON that can be read: nested too deep, or a number too long")
    else:
        yield from (event_of(item, Markup.JSON_LD) for item in _items(value) if is_event(item))


def _unwrapped(text: str) -> str:
    """A script without the comment marks that kept it from the browsers of former days."""
    bare = text.strip()
    for mark in _OPENINGS:
        bare = bare.removeprefix(mark)
    for mark in _CLOSINGS:
        bare = bare.rstrip().removesuffix(mark)
    return bare


def _fault(message: str) -> EmbeddedFault:
    return EmbeddedFault(markup=Markup.JSON_LD, message=message)


def _items(value: Any) -> Iterator[dict[str, Any]]:
    """Every item of the script, those inside others too, in order; `subEvent` holds the sessions."""
    waiting, seen = [value], 0
    while waiting and seen < _MOST_ITEMS:
        one = waiting.pop()
        seen += 1
        if isinstance(one, dict):
            yield one
            waiting.extend(reversed(list(one.values())))
        elif isinstance(one, list):
            waiting.extend(reversed(one))
