"""Lines to pieces: wrapped lines joined, divided words made whole, headings by their size, rows by their cells."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from kg.model import BlockKind
from kg.source.divided import made_whole
from kg.source.layout import Piece
from kg.source.pdf.lines import Line

_NEXT_LINE = 1.55
"""Baselines further apart than this, in heights of a letter, are two paragraphs."""
_OTHER_SIZE = 0.12
_TOLERANCE = 3.0
_WIDE = 3.0
_SPACE = 0.3
_BULLET = re.compile(r"[•◦▪‣●○■□·➢➤✓–—-]\s+(?=\S)")
_DIVIDED = re.compile(r"(?<![^\W\d_])([^\W\d_]+)-$")
_FIRST = re.compile(r"\S+")
_FIRST_WORD = re.compile(r"[^\W\d_]+")
_DEEPEST = 6
_HOUR = re.compile(r"\d{1,2}\s?(?:h|H|:|[.]\d\d)")
_NEAR_EDGE = 0.15
_PROSE = 0.6
_FEWEST = 3


@dataclass(frozen=True, slots=True)
class _Edge:
    """Where the lines of a region end at the latest, and those of its lines that stand in prose."""

    right: float
    prose: frozenset[int]

    @staticmethod
    def of(lines: Sequence[Line]) -> "_Edge":
        """The edge of a region."""
        right = max(line.right for line in lines)
        near = right - _NEAR_EDGE * (right - min(line.left for line in lines))
        prose = [id(line) for group in _groups(lines) if _is_prose(group, near) for line in group]
        return _Edge(right, frozenset(prose))


def _groups(lines: Sequence[Line]) -> Iterator[list[Line]]:
    """Lines that stand close to each other."""
    group: list[Line] = []
    for line in lines:
        if group and not _is_near(group[-1], line):
            yield group
            group = []
        group.append(line)
    yield group


def _is_prose(group: Sequence[Line], near: float) -> bool:
    """Whether most lines but the last go on to the edge, as those of prose do."""
    return len(group) >= _FEWEST and sum(line.right >= near for line in group[:-1]) >= _PROSE * (len(group) - 1)


def _is_near(above: Line, line: Line) -> bool:
    if above.base - line.base > _NEXT_LINE * max(above.size, line.size):
        return False
    return abs(above.size - line.size) <= _OTHER_SIZE * above.size


@dataclass(slots=True)
class _Open:
    """The piece that the next line may go on."""

    line: Line
    row: bool
    words: list[str] = field(default_factory=list)
    stops: tuple[float, ...] = ()
    bullet: bool = False


def pieces_of(regions: Sequence[Sequence[Line]]) -> tuple[Piece, ...]:
    """The pieces of a document, whose regions follow each other."""
    levels = _levels([line for region in regions for line in region])
    return tuple(piece for region in regions for piece in _of_region(region, levels))


def _levels(lines: Sequence[Line]) -> dict[int, int]:
    """The heading level of each size that is larger than the one most of the text is in."""
    weight: Counter[int] = Counter()
    for line in lines:
        weight[round(line.size)] += len(line.text)
    if not weight:
        return {}
    body = max(weight, key=lambda size: (weight[size], -size))
    larger = sorted((size for size in weight if size > body * (1 + _OTHER_SIZE)), reverse=True)
    return {size: min(level, _DEEPEST) for level, size in enumerate(larger, 1)}


def _of_region(lines: Sequence[Line], levels: dict[int, int]) -> Iterator[Piece]:
    edge = _Edge.of(lines)
    stops = Counter(round(cell.left / _TOLERANCE) for line in lines for cell in line.cells[1:])
    now: _Open | None = None
    for line in lines:
        row = _is_row(line, stops)
        if now is not None and not row and _goes_on(now, line):
            _add(now, line, edge)
            continue
        if now is not None:
            yield _piece(now, levels)
        now = _opened(line, row=row)
    if now is not None:
        yield _piece(now, levels)


def _is_row(line: Line, stops: Counter[int]) -> bool:
    """Cells are cells where another line has one at the same place, or the gap is very wide."""
    for before, cell in zip(line.cells, line.cells[1:], strict=False):
        place = round(cell.left / _TOLERANCE)
        if sum(stops[place + d] for d in (-1, 0, 1)) > 1 or cell.left - before.right > _WIDE * cell.size:
            return True
    return False


def _opened(line: Line, *, row: bool) -> _Open:
    if row:
        return _Open(line, True, ["\t".join(cell.text for cell in line.cells)], tuple(c.left for c in line.cells[1:]))
    bullet = _BULLET.match(line.text)
    return _Open(line, False, [line.text if bullet is None else line.text[bullet.end() :]], bullet=bullet is not None)


def _goes_on(now: _Open, line: Line) -> bool:
    above = now.line
    if not _is_near(above, line) or _BULLET.match(line.text) is not None:
        return False
    if now.row:
        return bool(now.stops) and line.left >= now.stops[-1] - _TOLERANCE
    return True


def _add(now: _Open, line: Line, edge: _Edge) -> None:
    last = now.words[-1]
    divided = _DIVIDED.search(last)
    first = _FIRST_WORD.match(line.text)
    if divided is not None and first is not None:
        now.words[-1] = made_whole(last, divided[1], first[0])
        now.words.append(line.text)
    else:
        now.words += (" " if _is_wrapped(now.line, line, edge) else "\n", line.text)
    now.line = line


def _is_wrapped(above: Line, line: Line, edge: _Edge) -> bool:
    """Whether the first word of a line would not have fitted behind the line above."""
    first = _FIRST.match(line.text)
    if _HOUR.match(line.text) is not None or not (id(line) in edge.prose or line.text[:1].islower()):
        return False
    cell = line.cells[0]
    width = (cell.right - cell.left) * len(first[0] if first else "") / max(len(cell.text), 1)
    return above.right + _SPACE * above.size + width > edge.right - _TOLERANCE


def _piece(now: _Open, levels: dict[int, int]) -> Piece:
    text = "".join(now.words)
    if now.row:
        return Piece(kind=BlockKind.ROW, text=text)
    level = levels.get(round(now.line.size), 0)
    if level and not now.bullet:
        return Piece(kind=BlockKind.HEADING, text=text, level=level)
    return Piece(kind=BlockKind.ITEM if now.bullet else BlockKind.PARAGRAPH, text=text, level=int(now.bullet))
