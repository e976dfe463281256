"""Small boxes beside the main content that say when or where: they belong to it."""

from collections.abc import Iterator

from lxml import etree

from kg.source.html.furniture import lists
from kg.source.html.pieces import pieces_of
from kg.source.layout import Piece

_LONGEST = 300
_TEXT = etree.XPath("string(.)")


def beside(root: etree._Element) -> tuple[Piece, ...]:
    """The pieces of such boxes outside of an element."""
    return tuple(piece for box in _boxes(root) for piece in pieces_of(box))


def _boxes(root: etree._Element) -> Iterator[etree._Element]:
    """The outermost boxes in what stands beside an element and those it lies in."""
    for around in (root, *root.iterancestors()):
        for sibling in around.itersiblings():
            walk = etree.iterwalk(sibling, events=("start",))
            for _, element in walk:
                if _is_box(element):
                    yield element
                    walk.skip_subtree()


def _is_box(element: etree._Element) -> bool:
    if element.tag not in ("div", "section", "dl", "ul", "td"):
        return False
    text = str(_TEXT(element)).strip()
    if not text or len(text) > _LONGEST or next(element.iter("a"), None) is not None:
        return False
    return text.splitlines()[0].split(":")[0].strip().casefold() in lists().beside or _first(element)


def _first(element: etree._Element) -> bool:
    """Whether the first words stand in an element of their own and are a label."""
    words = next((str(text).strip() for text in element.itertext() if str(text).strip()), "")
    return words.rstrip(" :").casefold() in lists().beside
