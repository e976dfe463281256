"""A source, and the places in its text."""

from dataclasses import dataclass
from enum import StrEnum

from kg.errors import ContentError
from kg.model.embedded import EmbeddedEvent, EmbeddedFault


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of a document's text: Unicode code points, `start` inclusive, `end` exclusive."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ContentError(f"a span must not be empty or reversed: [{self.start}, {self.end}]")

    def of(self, text: str) -> str:
        """The words that stand there."""
        return text[self.start : self.end]


class BlockKind(StrEnum):
    """What the markup of a page says about one block of its text."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    """A list item (also of a definition list's descriptions)."""
    TERM = "term"
    """The term of a definition list."""
    ROW = "row"
    """A table row; its cells stand on one line, separated by a tab."""
    CAPTION = "caption"
    LINE = "line"
    """A line of plain text, where there is no markup to go by."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """One block of a page's main content, in the order of the page."""

    kind: BlockKind
    span: Span
    level: int = 0
    """Heading level 1 to 6; nesting depth of a list item, 1 for the outermost; else 0."""
    language: str | None = None
    """The block's language where it clearly differs from the document's."""
    raw: Span | None = None
    """The stretch of the page as it was decoded, markup and all, that the block was read from, where that is known."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One source in the plain text that every offset counts in.

    `text` is NFC and holds the page's main content only; `sha256` is of its UTF-8 bytes. Dates are ISO 8601 strings.
    `remarks` say what was lost or guessed while reading.
    """

    id: str
    language: str
    text: str
    sha256: str
    title: str | None = None
    source: str | None = None
    published: str | None = None
    retrieved: str | None = None
    blocks: tuple[Block, ...] = ()
    embedded: tuple[EmbeddedEvent | EmbeddedFault, ...] = ()
    """What the page says in markup for programs; it completes what the text states and never stands alone."""
    remarks: tuple[str, ...] = ()
