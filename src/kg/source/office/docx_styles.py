"""What the styles of a DOCX document say of a paragraph: heading, list item, caption."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from lxml import etree

from kg.model import BlockKind

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_HEADING = re.compile(r"heading ([1-6])")
_DEEPEST = 20
_BODY_LEVEL = 9


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """What a paragraph looks like."""

    name: str = ""
    kind: BlockKind = BlockKind.PARAGRAPH
    level: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class _Style:
    name: str
    parent: str
    outline: int | None
    depth: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Styles:
    """The paragraph styles of a document by their id."""

    named: Mapping[str, _Style]

    @staticmethod
    def of(root: etree._Element) -> "Styles":
        """Read word/styles.xml."""
        return Styles(
            named={
                str(style.get(f"{_W}styleId")): _Style(
                    name=_value(style, "name").lower(),
                    parent=_value(style, "basedOn"),
                    outline=_outline(style),
                    depth=_depth(style),
                )
                for style in root.iterchildren(f"{_W}style")
            }
        )

    def look(self, paragraph: etree._Element) -> Look:
        """What a paragraph is, by its own marks and then by its style and those it is based on."""
        own, chain = _outline(paragraph), self._chain(_value(paragraph, "pPr", "pStyle"))
        name = chain[0].name if chain else ""
        level = own if own is not None else next((level for s in chain if (level := _heading(s)) is not None), None)
        if level is not None and level < _BODY_LEVEL:
            return Look(name=name, kind=BlockKind.HEADING, level=min(level, 5) + 1)
        if any(style.name == "caption" for style in chain):
            return Look(name=name, kind=BlockKind.CAPTION)
        depth = next((d for d in (_depth(paragraph), *(style.depth for style in chain)) if d is not None), None)
        if depth is not None and depth > 0:
            return Look(name=name, kind=BlockKind.ITEM, level=depth)
        return Look(name=name)

    def _chain(self, style: str) -> list[_Style]:
        found: list[_Style] = []
        while style in self.named and len(found) < _DEEPEST:
            found.append(self.named[style])
            style = found[-1].parent
        return found


def _heading(style: _Style) -> int | None:
    if style.name == "title":
        return 0
    found = _HEADING.fullmatch(style.name)
    return style.outline if found is None else int(found[1]) - 1


def _outline(element: etree._Element) -> int | None:
    return _number(_value(element, "pPr", "outlineLvl"))


def _depth(element: etree._Element) -> int | None:
    """The depth of a list item, 0 where a list is switched off, None where nothing is said."""
    listed = element.find(f"{_W}pPr/{_W}numPr")
    if listed is None:
        return None
    if _value(listed, "numId") == "0":
        return 0
    return min(_number(_value(listed, "ilvl")) or 0, 8) + 1


def _value(element: etree._Element, *steps: str) -> str:
    found = element.find("/".join(f"{_W}{step}" for step in steps))
    return "" if found is None else str(found.get(f"{_W}val", ""))


def _number(written: str) -> int | None:
    return int(written) if written.isascii() and written.isdigit() and len(written) < 3 else None
