"""Plain text: kept as it is (NFC), every line that is not empty a block."""

import re

from kg.model import Block, BlockKind, Span

_LINE = re.compile(r"\S[^\n]*")


def line_blocks(text: str) -> tuple[Block, ...]:
    """One block per line, without the white space around it."""
    return tuple(Block(kind=BlockKind.LINE, span=_inner(found)) for found in _LINE.finditer(text))


def _inner(found: re.Match[str]) -> Span:
    line = found[0]
    start = found.start() + len(line) - len(line.lstrip())
    return Span(start, found.start() + len(line.rstrip()))
