"""Markdown lines to pieces: headings, paragraphs, list items, tables, quotes.

A line break inside a paragraph is kept: in a programme, the speaker stands on the next line. The number of an
ordered item stays in the text, because `12. September` opens a line as often as `12.` counts one.
"""

import re
from dataclasses import dataclass, field

from kg.model import BlockKind
from kg.source.layout import Content, Piece
from kg.source.markdown.inline import is_row_of_links, plain

_HEADING = re.compile(r" {0,3}(#{1,6})(?:\s+(.*?))??(?:\s+#+)?\s*")
_UNDERLINE = re.compile(r" {0,3}(=+|-+)\s*")
_RULE = re.compile(r" {0,3}(?:(?:\*\s*){3,}|(?:-\s*){3,}|(?:_\s*){3,})")
_BULLET = re.compile(r"(\s*)[-*+•]\s+(.*)")
_NUMBERED = re.compile(r"(\s*)(\d{1,3})[.)]\s+(.*)")
_TABLE_RULE = re.compile(r"\s*(?:\|\s*)?:?-+:?\s*(?:\|\s*:?-+:?\s*)*(?:\|\s*)?")
_CELL_BORDER = re.compile(r"(?<!\\)\|")
_FENCE = re.compile(r"\s*(?:```|~~~)")
_QUOTE = re.compile(r"^ {0,3}>\s?")
_DEFINITION = re.compile(r" {0,3}\[[^\]]+\]:\s+\S+.*")
_FRONT_KEY = re.compile(r"(\w+):\s*[\"']?(.*?)[\"']?\s*")
_INDENT = 2  # columns of a list's nesting, at least


@dataclass(slots=True)
class _Reading:
    """The pieces so far, and the block that is still open."""

    pieces: list[Piece] = field(default_factory=list)
    lines: list[str] = field(default_factory=list)
    kind: BlockKind = BlockKind.PARAGRAPH
    level: int = 0
    number: int = 0

    def close(self) -> None:
        """End the open block."""
        text = plain("\n".join(self.lines))
        if text:
            self.pieces.append(Piece(kind=self.kind, text=text, level=self.level))
        self.lines, self.kind, self.level = [], BlockKind.PARAGRAPH, 0

    def open(self, kind: BlockKind, level: int, first: str) -> None:
        """End the open block and begin another."""
        self.close()
        self.lines, self.kind, self.level = [first], kind, level


def read_markdown(raw: str, *, remarks: tuple[str, ...] = ()) -> Content:
    """Read a Markdown text."""
    front, lines = _front_matter(raw.replace("\r\n", "\n").replace("\r", "\n").split("\n"))
    reading = _Reading()
    fenced = False
    for line in lines:
        if _FENCE.match(line):
            fenced = not fenced
            reading.close()
        elif fenced:
            reading.lines.append(line)
        else:
            _take(reading, line.replace("\t", "    "))
    reading.close()
    heading = next((piece.text for piece in reading.pieces if piece.kind is BlockKind.HEADING), None)
    return Content(
        pieces=tuple(reading.pieces),
        title=front.get("title") or (None if heading is None else heading.replace("\n", " ")),
        language=front.get("lang") or front.get("language"),
        url=front.get("url") or front.get("source"),
        published=front.get("date") or front.get("published"),
        page=raw,
        remarks=remarks,
    )


def _front_matter(lines: list[str]) -> tuple[dict[str, str], list[str]]:
    if lines[0].strip() != "---" or "---" not in (line.strip() for line in lines[1:]):
        return {}, lines
    end = next(n for n, line in enumerate(lines[1:], 1) if line.strip() == "---")
    found = (_FRONT_KEY.fullmatch(line) for line in lines[1:end])
    return {m[1].lower(): m[2] for m in found if m is not None and m[2]}, lines[end + 1 :]


def _take(reading: _Reading, line: str) -> None:
    """Handle one line outside a fence; the first form that fits wins."""
    line = _QUOTE.sub("", line, count=1)
    if not line.strip() or is_row_of_links(line) or _DEFINITION.fullmatch(line):
        reading.close()
    elif not any(form(reading, line) for form in (_heading, _underline, _rule, _row, _item)):
        reading.lines.append(line)


def _heading(reading: _Reading, line: str) -> bool:
    found = _HEADING.fullmatch(line)
    if found is None:
        return False
    reading.open(BlockKind.HEADING, len(found[1]), found[2] or "")
    reading.close()
    return True


def _underline(reading: _Reading, line: str) -> bool:
    found = _UNDERLINE.fullmatch(line)
    if found is None or len(reading.lines) != 1 or reading.kind is not BlockKind.PARAGRAPH:
        return False
    reading.kind, reading.level = BlockKind.HEADING, 1 if found[1].startswith("=") else 2
    reading.close()
    return True


def _rule(reading: _Reading, line: str) -> bool:
    if _RULE.fullmatch(line) is None:
        return False
    reading.close()
    return True


def _row(reading: _Reading, line: str) -> bool:
    """A table row begins with a border; the rule under the head is no row."""
    if not line.lstrip().startswith("|"):
        return False
    reading.close()
    if _TABLE_RULE.fullmatch(line) is None:
        inner = line.strip().removeprefix("|").removesuffix("|")
        cells = [plain(cell.strip()) for cell in _CELL_BORDER.split(inner)]
        reading.pieces.append(Piece(kind=BlockKind.ROW, text="\t".join(cells).rstrip()))
    return True


def _item(reading: _Reading, line: str) -> bool:
    bullet = _BULLET.fullmatch(line)
    if bullet is not None:
        reading.open(BlockKind.ITEM, _depth(bullet[1]), bullet[2])
        return True
    numbered = _NUMBERED.fullmatch(line)
    if numbered is None or int(numbered[2]) not in (1, reading.number + 1):
        return False
    reading.number = int(numbered[2])
    reading.open(BlockKind.ITEM, _depth(numbered[1]), line.strip())
    return True


def _depth(indent: str) -> int:
    return 1 + len(indent) // _INDENT
