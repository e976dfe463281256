"""What an HTML page says about itself: title, language, canonical address, day of publication."""

import re
from collections.abc import Sequence

from lxml import etree

from kg.model import BlockKind
from kg.source.layout import Piece

_SPACE = re.compile(r"\s+")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_ADDRESS = re.compile(r"https?://[^\s<>\"{}|\\^`]+")

_CANONICAL = (
    "//link[contains(concat(' ', translate(@rel, 'CANOIL', 'canoil'), ' '), ' canonical ')]/@href",
    "//meta[@property='og:url']/@content",
)
_PUBLISHED = (
    "//meta[@property='article:published_time']/@content",
    "//meta[@itemprop='datePublished']/@content",
    "//meta[contains('|date|dc.date|dcterms.date|dcterms.issued|dc.date.issued|',"
    " concat('|', translate(@name, 'DCTERMSAIU', 'dctermsaiu'), '|'))]/@content",
    "//time[@pubdate or @itemprop='datePublished']/@datetime",
)


def title(tree: etree._Element) -> str | None:
    """The words of `<title>`."""
    return _SPACE.sub(" ", str(tree.xpath("string(//title)"))).strip() or None


def heading(pieces: Sequence[Piece]) -> str | None:
    """The page's first-level heading."""
    found = (piece.text for piece in pieces if piece.kind is BlockKind.HEADING and piece.level == 1)
    return next((text.replace("\n", " ").replace("\t", " ") for text in found), None)


def language(tree: etree._Element) -> str | None:
    """The language the page declares for itself."""
    top = tree.getroottree().getroot()
    return top.get("lang") or top.get("{http://www.w3.org/XML/1998/namespace}lang") or top.get("xml:lang")


def canonical(tree: etree._Element) -> str | None:
    """The address the page gives as its own."""
    return _first(tree, _CANONICAL, _ADDRESS)


def published(tree: etree._Element) -> str | None:
    """The day of publication, where the page marks one as such."""
    return _first(tree, _PUBLISHED, _DAY)


def _first(tree: etree._Element, paths: Sequence[str], form: re.Pattern[str]) -> str | None:
    for path in paths:
        for value in _strings(tree, path):
            found = form.match(value.strip())
            if found is not None:
                return found[0]
    return None


def _strings(tree: etree._Element, path: str) -> list[str]:
    found = tree.xpath(path)
    return [value for value in found if isinstance(value, str)] if isinstance(found, list) else []
