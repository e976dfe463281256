"""DOCX: the body of word/document.xml as pieces; deleted text, notes, headers and footers stay behind."""

from dataclasses import dataclass

from lxml import etree

from kg.model import BlockKind
from kg.source.layout import Content, Piece
from kg.source.office.archive import Archive
from kg.source.office.docx_styles import Look, Styles
from kg.source.office.sheet import Sheet
from kg.source.raw import Raw

_SKIPPED = frozenset(
    {"del", "moveFrom", "Fallback", "instrText", "delText", "pPr", "rPr", "tblPr", "trPr", "tcPr", "sdtPr", "sectPr"}
)
_SAID = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-", "softHyphen": ""}
_TITLE = "{http://purl.org/dc/elements/1.1/}title"


def read_docx(raw: Raw) -> Content:
    """Read a DOCX document.

    Raises:
        SourceError: it is damaged, locked, no document, or made to harm.
    """
    archive = Archive(raw)
    body = archive.tree("word/document.xml")
    styles = Styles.of(archive.tree("word/styles.xml")) if archive.has("word/styles.xml") else Styles(named={})
    pieces = _pieces(body, styles)
    heading = next((p.text for p in pieces if p.kind is BlockKind.HEADING and p.level == 1), None)
    return Content(pieces=pieces, title=(heading or "").replace("\n", " ") or _title(archive))


def _title(archive: Archive) -> str | None:
    if not archive.has("docProps/core.xml"):
        return None
    return (archive.tree("docProps/core.xml").findtext(_TITLE) or "").strip() or None


@dataclass(slots=True)
class _Walk:
    sheet: Sheet
    styles: Styles
    skipped: int = 0
    """How many open paragraphs are of no interest (a table of contents)."""


def _pieces(root: etree._Element, styles: Styles) -> tuple[Piece, ...]:
    walk = _Walk(Sheet(), styles)
    events = etree.iterwalk(root, events=("start", "end"))
    for event, element in events:
        name = etree.QName(element).localname
        if event == "start" and name in _SKIPPED:
            events.skip_subtree()
        elif event == "start":
            _begin(walk, element, name)
        elif name not in _SKIPPED:
            _end(walk, name)
    return tuple(walk.sheet.pieces)


def _begin(walk: _Walk, element: etree._Element, name: str) -> None:
    if name == "p":
        look = walk.styles.look(element)
        walk.sheet.begin_paragraph(look.kind, look.level)
        walk.skipped += _is_contents(look)
    elif name == "t" and not walk.skipped:
        walk.sheet.say(element.text)
    elif name in _SAID and not walk.skipped:
        walk.sheet.say(_SAID[name])
    elif name == "tbl":
        walk.sheet.begin_table(holds_data=holds_data(element))
    elif name == "tr":
        walk.sheet.begin_row()


def _is_contents(look: Look) -> bool:
    return look.name.startswith("toc ")


def _end(walk: _Walk, name: str) -> None:
    if name == "p":
        walk.sheet.end_paragraph()
        walk.skipped = 0
    elif name == "tbl":
        walk.sheet.end_table()
    elif name == "tr":
        walk.sheet.end_row()
    elif name == "tc":
        walk.sheet.end_cell()


def holds_data(table: etree._Element) -> bool:
    """A table of data has a row of several cells and no table inside."""
    if next(table.iterdescendants("{*}tbl"), None) is not None:
        return False
    return any(sum(1 for _ in row.iterchildren("{*}tc")) > 1 for row in table.iterdescendants("{*}tr"))
