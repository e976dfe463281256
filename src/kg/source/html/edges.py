"""Menus that nothing in the markup calls a menu: rows of short links at the edges of a page."""

import re
from collections.abc import Sequence

from kg.model import BlockKind
from kg.source.layout import Piece

_FEWEST = 3
_LONGEST = 60
_DIGIT = re.compile(r"\d")


def without_edges(pieces: Sequence[Piece]) -> tuple[Piece, ...]:
    """The pieces without the links that stand before and behind everything else.

    Links with a number stay: a list of dated events or of hours is content. So do links right under a heading or a
    line that ends in a colon: they are what it announces.
    """
    first = _count(pieces)
    last = _count(pieces[::-1])
    if first + last >= len(pieces):
        return tuple(pieces)
    start = first if _links(pieces[:first]) >= _FEWEST else 0
    end = len(pieces) - last
    if _links(pieces[end:]) < _FEWEST or _announces(pieces[end - 1]):
        end = len(pieces)
    return tuple(pieces[start:end])


def _count(pieces: Sequence[Piece]) -> int:
    return next((number for number, piece in enumerate(pieces) if not _is_menu(piece)), len(pieces))


def _is_menu(piece: Piece) -> bool:
    if not piece.links or piece.kind is BlockKind.HEADING or _DIGIT.search(piece.text) is not None:
        return False
    return len(piece.text) <= _LONGEST * piece.links


def _links(pieces: Sequence[Piece]) -> int:
    return sum(piece.links for piece in pieces)


def _announces(piece: Piece) -> bool:
    return piece.kind in (BlockKind.HEADING, BlockKind.TERM) or piece.text.rstrip().endswith(":")
