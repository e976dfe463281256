"""What the marks inside a line show on the page and do not write: two words, quotation marks, a place set apart."""

import re

from lxml import etree

from kg.source.html.furniture import lists

_LETTER = re.compile(r"[^\W_]")
_APART = frozenset({"span", "small", "time", "label", "data"})
_PLACES = frozenset({"span", "em", "i", "small"})
_PARTED = ",;:(–-"
"""Behind one of these a place is set apart already."""


def before(element: etree._Element, tag: str) -> str:
    """What is shown before an element."""
    if tag == "q":
        return "“"
    if tag in _PLACES and _place(element):
        return "\n"
    return " " if _two_words(element, tag) else ""


def behind(element: etree._Element, tag: str) -> str:
    """What is shown behind an element."""
    return "”" if tag == "q" else ""


def _place(element: etree._Element) -> bool:
    """`Session 2 <span class="room">Hall A</span>`: the last words of their box, behind others, called a place."""
    names = re.split(r"[\s_-]+", str(element.get("class") or "").casefold())
    if lists().rooms.isdisjoint(names) or (element.tail or "").strip():
        return False
    beside = element.getprevious()
    parent = element.getparent()
    text = ("".join(map(str, beside.itertext())) + (beside.tail or "")) if beside is not None else _text(parent)
    last = text.rstrip()[-1:]
    return _LETTER.match(last) is not None or last in "?!»”)" if last else False


def _text(parent: etree._Element | None) -> str:
    return (parent.text or "") if parent is not None else ""


def _two_words(element: etree._Element, tag: str) -> bool:
    """`<span>11</span><small>Apr</small>`: two such side by side are set apart on the page, but for single letters."""
    before = element.getprevious() if tag in _APART else None
    if before is None or before.tag not in _APART or before.tail:
        return False
    left, right = ("".join(str(text) for text in one.itertext()) for one in (before, element))
    joined = _LETTER.match(right) is not None and _LETTER.match(left[-1:]) is not None
    return joined and len(left) + len(right) > 2
