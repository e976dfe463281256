"""The walk over a page's main content: elements to pieces, in the order of the page.

The tree is walked, never recursed into. A block element ends the piece before it; an inline element is no
border, so `1<sup>er</sup>` reads `1er`; two spans side by side are two words. In a table of data a row is one
piece and a cell border a tab; a table that lays out the page is read as if it were not there.
"""

import re
from dataclasses import dataclass, field

from lxml import etree

from kg.model import BlockKind
from kg.source.html import inline
from kg.source.layout import Piece

_SPACE = re.compile(r"\s{2,}|[^\S ]")
"""All white space but a single space."""
_UNSEEN = re.compile("[\u00ad\u200b\u2060\ufeff]")
_AROUND_BREAK = re.compile(r"(?:(?<! ) +)?\n[ \n]*")
_AROUND_CELL = re.compile(r"(?:(?<![ \n])[ \n]+)?\t[ \n]*")
_LETTER = re.compile(r"[^\W_]")
_SPACES = re.compile(r"  +")

_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_LISTS = frozenset({"ul", "ol", "menu"})
_CELLS = frozenset({"td", "th"})
_BORDERS = _LISTS | {
    *("address", "article", "aside", "blockquote", "body", "center", "details", "div", "dl", "fieldset", "figure"),
    *("footer", "form", "header", "hgroup", "hr", "html", "legend", "main", "nav", "p", "pre", "section", "summary"),
    *("table", "tbody", "tfoot", "thead"),
}
_FIXED = {
    "dt": (BlockKind.TERM, 0),
    "dd": (BlockKind.ITEM, 1),
    "figcaption": (BlockKind.CAPTION, 0),
    "caption": (BlockKind.CAPTION, 0),
}


@dataclass(slots=True)
class _Open:
    """The kind that the next piece will have; an item gives its kind to its first piece only."""

    tag: str
    kind: BlockKind
    level: int = 0


@dataclass(slots=True)
class _Walk:
    pieces: list[Piece] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    open: list[_Open] = field(default_factory=lambda: [_Open("", BlockKind.PARAGRAPH)])
    tables: list[bool] = field(default_factory=list)
    depth: int = 0
    verbatim: int = 0
    cells: int = 0
    line: int = 0
    """Where in the raw page the words gathered so far begin."""
    inside: int = 0
    """How many links are open."""
    links: int = 0
    told: bool = False
    """Whether there are words outside of links among those gathered so far."""

    def end_piece(self) -> None:
        """Make a piece of the words gathered so far."""
        now = self.open[-1]
        text = _tidy("".join(self.words))
        line, self.line = self.line, 0
        links, self.links = 0 if self.told else self.links, 0
        self.told = False
        self.words.clear()
        if text.strip():
            self.pieces.append(Piece(kind=now.kind, text=text, level=now.level, line=line, links=links))
            if now.kind in (BlockKind.ITEM, BlockKind.TERM, BlockKind.CAPTION):
                now.kind, now.level = BlockKind.PARAGRAPH, 0

    def enter(self, tag: str, kind: BlockKind, level: int = 0) -> None:
        """Begin an element that gives its pieces a kind."""
        self.end_piece()
        self.open.append(_Open(tag, kind, level))

    def leave(self) -> None:
        """End such an element."""
        self.end_piece()
        self.open.pop()

    def border(self) -> None:
        """Begin or end an element that is only a border; within a row it breaks the line."""
        if self.open[-1].kind is BlockKind.ROW:
            self.words.append("\n")
        else:
            self.end_piece()

    def say(self, text: str | None, line: int | None) -> None:
        """Gather words, white space made one space outside `<pre>`; `line` is where their element begins."""
        if text and text.isspace():
            self.words.append(text if self.verbatim else " ")
        elif text:
            self.line = self.line or line or 0
            if _LETTER.search(text) is not None:
                self.told = self.told or not self.inside
                self.links += bool(self.inside)
            seen = text if text.isascii() else _UNSEEN.sub("", text)
            plain = self.verbatim or ("  " not in seen and seen.isprintable())
            self.words.append(seen if plain else _SPACE.sub(" ", seen))


def pieces_of(root: etree._Element) -> tuple[Piece, ...]:
    """The pieces of an element's content."""
    walk = _Walk()
    for event, element in etree.iterwalk(root, events=("start", "end")):
        tag = str(element.tag)
        if event == "start":
            walk.words.append(inline.before(element, tag))
            _begin(walk, element, tag)
            walk.say(element.text, element.sourceline)
        else:
            _end(walk, tag)
            walk.words.append(inline.behind(element, tag))
            if element is not root:
                walk.say(element.tail, element.sourceline)
    walk.end_piece()
    return tuple(walk.pieces)


def _begin(walk: _Walk, element: etree._Element, tag: str) -> None:
    if tag == "a":
        walk.inside += 1
    elif tag == "br":
        walk.words.append("\n")
    elif tag in _HEADINGS:
        walk.enter(tag, BlockKind.HEADING, _HEADINGS[tag])
    elif tag in _FIXED:
        walk.enter(tag, *_FIXED[tag])
    elif tag == "li":
        walk.enter(tag, BlockKind.ITEM, max(walk.depth, 1))
    elif tag == "tr" or tag in _CELLS:
        _begin_in_table(walk, tag)
    elif tag in _BORDERS:
        _begin_border(walk, element, tag)


def _begin_border(walk: _Walk, element: etree._Element, tag: str) -> None:
    walk.border()
    walk.depth += tag in _LISTS
    walk.verbatim += tag == "pre"
    if tag == "table":
        walk.end_piece()
        walk.tables.append(_holds_data(element))


def _begin_in_table(walk: _Walk, tag: str) -> None:
    if not walk.tables or not walk.tables[-1]:
        walk.border()
    elif tag == "tr":
        walk.enter(tag, BlockKind.ROW)
        walk.cells = 0
    else:
        walk.words.append("\t" if walk.cells else "")
        walk.cells += 1


def _end(walk: _Walk, tag: str) -> None:
    if tag == "a":
        walk.inside -= 1
    elif tag == walk.open[-1].tag:
        walk.leave()
    elif tag == "tr":
        walk.border()
    elif tag in _BORDERS:
        walk.border()
        walk.depth -= tag in _LISTS
        walk.verbatim -= tag == "pre"
        if tag == "table":
            walk.tables.pop()


def _holds_data(table: etree._Element) -> bool:
    """A table of data has rows of several cells, and neither tables nor headings inside."""
    if next(table.iterdescendants("table", "h1", "h2", "h3"), None) is not None:
        return False
    return any(sum(cell.tag in _CELLS for cell in row) > 1 for row in table.iterdescendants("tr"))


def _tidy(text: str) -> str:
    """No space beside a line break or cell border, no empty line; a leading empty cell stays."""
    text = text.strip(" \n")
    if "\n" in text:
        text = _AROUND_BREAK.sub("\n", text)
    if "\t" in text:
        text = _AROUND_CELL.sub("\t", text)
    return (_SPACES.sub(" ", text) if "  " in text else text).strip(" \n").rstrip()
