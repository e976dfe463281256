"""From pieces of a page to its stored text: where every block begins and ends.

Readers of a format yield pieces in the order of the page; `assemble` joins them and counts. Items, terms and
rows follow each other on the next line; everything else stands apart by an empty line.
"""

from array import array
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from kg.model import Block, BlockKind, EmbeddedEvent, EmbeddedFault, Span
from kg.text.normal import stored

_CLOSE = frozenset({BlockKind.ITEM, BlockKind.TERM, BlockKind.ROW})


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """One block before its place in the text is known."""

    kind: BlockKind
    text: str
    level: int = 0
    line: int = 0
    """The line of the raw page at or before which it begins, where the reader knows it."""
    links: int = 0
    """How many links it is made of, where it is made of nothing else."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """What a reader of one format found: the pieces, and what the page says about itself."""

    pieces: tuple[Piece, ...] = ()
    page: str | None = None
    """The decoded page, markup and all, where the pieces can be found in it again."""
    markup: bool = False
    """Whether that page is HTML."""
    remarks: tuple[str, ...] = ()
    title: str | None = None
    language: str | None = None
    url: str | None = None
    published: str | None = None
    embedded: tuple[EmbeddedEvent | EmbeddedFault, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Laid:
    """A text with its blocks, and the line of the raw page at which each block begins where that is known, else 0."""

    text: str
    blocks: tuple[Block, ...]
    lines: "array[int]" = field(default_factory=lambda: array("I"))


def full(pieces: Sequence[Piece]) -> tuple[Piece, ...]:
    """The pieces that hold more than white space, their text as it is stored; each becomes one block."""
    return tuple(piece for piece in map(_stored, pieces) if piece.text.strip())


def _stored(piece: Piece) -> Piece:
    text = stored(piece.text).rstrip()
    return piece if text == piece.text else replace(piece, text=text)


def assemble(pieces: Sequence[Piece]) -> Laid:
    """Join the pieces that `full` gives to the text, and say which span of it each block is."""
    parts: list[str] = []
    blocks: list[Block] = []
    at = 0
    before: BlockKind | None = None
    for piece in pieces:
        gap = _gap(before, piece.kind)
        parts += (gap, piece.text)
        start = at + len(gap)
        at = start + len(piece.text)
        blocks.append(Block(kind=piece.kind, span=Span(start, at), level=piece.level))
        before = piece.kind
    parts.append("\n" if parts else "")
    return Laid(text="".join(parts), blocks=tuple(blocks), lines=array("I", (piece.line for piece in pieces)))


def _gap(before: BlockKind | None, kind: BlockKind) -> str:
    if before is None:
        return ""
    return "\n" if before in _CLOSE and kind in _CLOSE else "\n\n"
