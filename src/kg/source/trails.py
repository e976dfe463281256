"""The line that says where on its site a page stands ("Home > Events > 2019"): it is no content."""

import re
from collections.abc import Sequence
from functools import cache

from kg import assets
from kg.files import read_yaml
from kg.model import BlockKind
from kg.source.layout import Piece

_LONGEST = 200
_STEPS = re.compile(r"\S [>›»→] (?=\S)")
_FEWEST_STEPS = 2


def without_trails(pieces: Sequence[Piece]) -> tuple[Piece, ...]:
    """The pieces but for such lines."""
    return tuple(piece for piece in pieces if not _is_trail(piece))


def _is_trail(piece: Piece) -> bool:
    if piece.kind is BlockKind.HEADING or len(piece.text) > _LONGEST:
        return False
    return piece.text.casefold().startswith(_openings()) or len(_STEPS.findall(piece.text)) >= _FEWEST_STEPS


@cache
def _openings() -> tuple[str, ...]:
    return tuple(read_yaml(assets.path("data/lexicon/page/trails.yaml")))
