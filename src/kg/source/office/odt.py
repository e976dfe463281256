"""ODT: the body of content.xml as pieces; notes, deleted text and tables of contents stay behind."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from lxml import etree

from kg.errors import SourceError
from kg.model import BlockKind
from kg.source.layout import Content, Piece
from kg.source.office.archive import Archive
from kg.source.office.sheet import Sheet
from kg.source.raw import Raw

_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_TITLE = "{http://purl.org/dc/elements/1.1/}title"

_SKIPPED = frozenset(
    {
        *(f"{_TEXT}{name}" for name in ("note", "tracked-changes", "table-of-content", "ruby-text", "sequence-decls")),
        *(f"{_OFFICE}{name}" for name in ("annotation", "forms", "binary-data")),
        *("{urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0}desc", f"{_TABLE}covered-table-cell"),
    }
)
_PARAGRAPHS = frozenset({f"{_TEXT}p", f"{_TEXT}h"})
_SAID = {f"{_TEXT}tab": "\t", f"{_TEXT}line-break": "\n", f"{_TEXT}s": " "}
_WHITE = re.compile(r"\s+")
_HEADING = re.compile(r"heading(?:_20_|\s)?([1-6])?", re.IGNORECASE)
_DEEPEST = 20


def read_odt(raw: Raw) -> Content:
    """Read an ODT document.

    Raises:
        SourceError: it is damaged, locked, no document, or made to harm.
    """
    archive = Archive(raw)
    if archive.has("META-INF/manifest.xml") and b"encryption-data" in archive.part("META-INF/manifest.xml"):
        raise SourceError(f"{raw.path} is locked.", hint="Save it without a password.")
    content = archive.tree("content.xml")
    styles = {**_styles(archive.tree("styles.xml") if archive.has("styles.xml") else None), **_styles(content)}
    body = content.find(f"{_OFFICE}body/{_OFFICE}text")
    if body is None:
        raise SourceError(f"{raw.path} is no text document.", hint="Save it as a text document (.odt).")
    pieces = _pieces(body, styles)
    heading = next((p.text for p in pieces if p.kind is BlockKind.HEADING and p.level == 1), None)
    return Content(pieces=pieces, title=(heading or "").replace("\n", " ") or _title(archive))


def _title(archive: Archive) -> str | None:
    if not archive.has("meta.xml"):
        return None
    return next((str(e.text).strip() for e in archive.tree("meta.xml").iter(_TITLE) if (e.text or "").strip()), None)


def _styles(root: etree._Element | None) -> dict[str, str]:
    """The parent of each style."""
    if root is None:
        return {}
    return {
        str(style.get(f"{_STYLE}name")): str(style.get(f"{_STYLE}parent-style-name", ""))
        for style in root.iter(f"{_STYLE}style")
    }


@dataclass(slots=True)
class _Walk:
    sheet: Sheet
    styles: Mapping[str, str]
    depth: int = 0
    fresh: bool = False
    """Whether the next paragraph is the first of a list item."""


def _pieces(root: etree._Element, styles: Mapping[str, str]) -> tuple[Piece, ...]:
    walk = _Walk(Sheet(), styles)
    events = etree.iterwalk(root, events=("start", "end"))
    for event, element in events:
        tag = str(element.tag)
        if event == "start" and tag in _SKIPPED:
            events.skip_subtree()
        elif event == "start":
            _begin(walk, element, tag)
            walk.sheet.say(_WHITE.sub(" ", element.text or ""))
        else:
            if tag not in _SKIPPED:
                _end(walk, tag)
            walk.sheet.say(_WHITE.sub(" ", element.tail or "") if element is not root else "")
    return tuple(walk.sheet.pieces)


def _begin(walk: _Walk, element: etree._Element, tag: str) -> None:
    if tag in _PARAGRAPHS:
        walk.sheet.begin_paragraph(*_look(walk, element, tag))
        walk.fresh = False
    elif tag in _SAID:
        walk.sheet.say(_SAID[tag])
    elif tag == f"{_TEXT}list":
        walk.depth += 1
    elif tag == f"{_TEXT}list-item":
        walk.fresh = True
    elif tag == f"{_TABLE}table":
        walk.sheet.begin_table(holds_data=_holds_data(element))
    elif tag == f"{_TABLE}table-row":
        walk.sheet.begin_row()


def _end(walk: _Walk, tag: str) -> None:
    if tag in _PARAGRAPHS:
        walk.sheet.end_paragraph()
    elif tag == f"{_TEXT}list":
        walk.depth -= 1
    elif tag == f"{_TABLE}table":
        walk.sheet.end_table()
    elif tag == f"{_TABLE}table-row":
        walk.sheet.end_row()
    elif tag == f"{_TABLE}table-cell":
        walk.sheet.end_cell()


def _look(walk: _Walk, element: etree._Element, tag: str) -> tuple[BlockKind, int]:
    """The kind of a paragraph, by its element, its style and those that style is based on."""
    level = str(element.get(f"{_TEXT}outline-level", "1"))
    if tag == f"{_TEXT}h":
        return BlockKind.HEADING, int(level) if level in ("1", "2", "3", "4", "5", "6") else 6
    style = str(element.get(f"{_TEXT}style-name", ""))
    for _ in range(_DEEPEST):
        if style == "Title":
            return BlockKind.HEADING, 1
        if style == "Caption":
            return BlockKind.CAPTION, 0
        found = _HEADING.fullmatch(style)
        if found is not None:
            return BlockKind.HEADING, int(found[1] or 1)
        style = walk.styles.get(style, "")
    return (BlockKind.ITEM, walk.depth) if walk.depth and walk.fresh else (BlockKind.PARAGRAPH, 0)


def _holds_data(table: etree._Element) -> bool:
    """A table of data has a row of several cells and no table inside."""
    if next(table.iterdescendants(f"{_TABLE}table"), None) is not None:
        return False
    return any(
        sum(1 for _ in row.iterchildren(f"{_TABLE}table-cell")) > 1
        for row in table.iterdescendants(f"{_TABLE}table-row")
    )
