"""What both office formats are written onto: paragraphs and tables become pieces."""

import re
from dataclasses import dataclass, field

from kg.model import BlockKind
from kg.source.layout import Piece

_SPACE = re.compile(r"[^\S\n\t]+")
_AROUND_BREAK = re.compile(r" *\n[ \n]*")
_AROUND_TAB = re.compile(r"(?:(?<! ) +)?\t[ \t]*")
_UNSEEN = re.compile("[\u00ad\u200b\u2060\ufeff]")
_BULLET = re.compile(r"[•◦▪‣●○■□·–—-]\s+(?=\S)")


@dataclass(slots=True)
class _Paragraph:
    kind: BlockKind
    level: int
    words: list[str] = field(default_factory=list)


@dataclass(slots=True)
class _Table:
    holds_data: bool
    row: list[str] | None = None
    cell: list[str] = field(default_factory=list)


@dataclass(slots=True)
class Sheet:
    """The pieces so far, and the paragraphs and tables that are still open."""

    pieces: list[Piece] = field(default_factory=list)
    _paragraphs: list[_Paragraph] = field(default_factory=list)
    _tables: list[_Table] = field(default_factory=list)

    def begin_paragraph(self, kind: BlockKind, level: int = 0) -> None:
        """Begin a paragraph; one may begin within another (a text box)."""
        self._paragraphs.append(_Paragraph(kind, level))

    def say(self, words: str | None) -> None:
        """Gather words of the innermost open paragraph; outside of one there are none."""
        if words and self._paragraphs:
            self._paragraphs[-1].words.append(words)

    def end_paragraph(self) -> None:
        """End the innermost open paragraph: a piece, or a line of the open cell."""
        ended = self._paragraphs.pop()
        text = _tidy("".join(ended.words))
        table = self._tables[-1] if self._tables else None
        if not text:
            return
        if table is not None and table.row is not None:
            table.cell.append(text.replace("\t", " "))
        else:
            self.pieces.append(_piece(ended, text))

    def begin_table(self, *, holds_data: bool) -> None:
        """Begin a table; the rows of one that only lays out the page are none."""
        self._tables.append(_Table(holds_data))

    def end_table(self) -> None:
        """End the innermost table."""
        self._tables.pop()

    def begin_row(self) -> None:
        """Begin a row."""
        if self._tables and self._tables[-1].holds_data:
            self._tables[-1].row = []

    def end_cell(self) -> None:
        """End a cell."""
        if self._tables and self._tables[-1].row is not None:
            table = self._tables[-1]
            self._tables[-1].row.append("\n".join(table.cell))
            table.cell = []

    def end_row(self) -> None:
        """End a row: its cells, separated by tabs, are one piece."""
        if self._tables and self._tables[-1].row is not None:
            text = "\t".join(self._tables[-1].row).rstrip()
            self._tables[-1].row = None
            if text:
                self.pieces.append(Piece(kind=BlockKind.ROW, text=text))


def _piece(paragraph: _Paragraph, text: str) -> Piece:
    """A paragraph with tabs between its words is a row; one that begins with a bullet is an item."""
    kind, level = paragraph.kind, paragraph.level
    if kind is BlockKind.PARAGRAPH and "\t" in text:
        kind = BlockKind.ROW
    elif kind is BlockKind.PARAGRAPH and (bullet := _BULLET.match(text)) is not None:
        kind, level, text = BlockKind.ITEM, 1, text[bullet.end() :]
    return Piece(kind=kind, level=level, text=text if kind is BlockKind.ROW else text.replace("\t", " "))


def _tidy(words: str) -> str:
    text = _SPACE.sub(" ", _UNSEEN.sub("", words))
    return _AROUND_TAB.sub("\t", _AROUND_BREAK.sub("\n", text)).strip()
