"""One HTML page to its content; what the page states about itself is read before its furniture goes."""

from pathlib import Path

from lxml import etree

from kg.errors import SourceError
from kg.source.html.boxes import beside
from kg.source.html.edges import without_edges
from kg.source.html.embedded.reading import embedded
from kg.source.html.furniture import clear, main_content
from kg.source.html.pieces import pieces_of
from kg.source.html.statements import canonical, heading, language, published, title
from kg.source.layout import Content, Piece

_DEPTH = 256
_MOST_TAGS = 1_500_000
"""The tags of ten pages of the largest size that is read; what has more is made to fill the memory."""


def read_html(raw: str, path: Path, *, remarks: tuple[str, ...] = ()) -> Content:
    """Read an HTML page.

    Raises:
        SourceError: the markup is nested too deep or holds nothing.
    """
    tree = _parsed(raw, path)
    said = Content(
        pieces=(),
        title=title(tree),
        language=language(tree),
        url=canonical(tree),
        published=published(tree),
        embedded=embedded(tree),
    )
    clear(tree)
    root = main_content(tree)
    pieces = _with_heading(tree, root, without_edges((*pieces_of(root), *beside(root))))
    return Content(
        pieces=pieces,
        title=heading(pieces) or said.title,
        language=said.language,
        url=said.url,
        published=said.published,
        embedded=said.embedded,
        page=raw,
        markup=True,
        remarks=remarks,
    )


def _parsed(raw: str, path: Path) -> etree._Element:
    if raw.count("<") > _MOST_TAGS:
        raise SourceError(f"{path} has more than {_MOST_TAGS} tags; a page has not.", hint="Cut it into parts.")
    parser = etree.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    tree = etree.fromstring(raw.encode("utf-8", "replace"), parser) if raw.strip() else None
    for entry in parser.error_log:
        if entry.type_name == "ERR_RESOURCE_LIMIT":
            raise SourceError(
                f"{path}: the markup cannot be read, it is nested more than {_DEPTH} deep (line {entry.line}).",
                hint="Open the page in a browser, copy its text and save that as .txt.",
            )
    if tree is None:
        raise SourceError(f"{path} is empty: there is no text in it.", hint="Save the page again, or take it out.")
    return tree


def _with_heading(tree: etree._Element, root: etree._Element, pieces: tuple[Piece, ...]) -> tuple[Piece, ...]:
    """A page whose only first-level heading stands above its main content keeps that heading."""
    headings = list(tree.iter("h1"))
    if len(headings) == 1 and root not in headings[0].iterancestors():
        return (*pieces_of(headings[0]), *pieces)
    return pieces
