"""The order in which the lines of a page are read: columns one after the other, the rows of a table across.

Two blocks of text beside each other are columns when both are of one kind: alike in width and filled with prose, or
each in a language of its own. A narrow column of hours or names beside a wide one is a table, and is read across.
"""

from collections.abc import Iterator, Sequence

from kg.source.language import LANGUAGES, counts
from kg.source.pdf.lines import Line, lines_of
from kg.source.pdf.runs import Run

_FEWEST = 3
"""A column has at least so many lines."""
_TOLERANCE = 3.0
_ALIKE = 0.5
_FILLED = 0.6
_NEXT_LINE = 1.55
_DEEPEST = 6


def regions(runs: Sequence[Run], depth: int = 0) -> Iterator[list[Line]]:
    """The parts of a page in reading order, each as its lines from the top down."""
    border = None if depth > _DEEPEST else _border(runs)
    across: list[Line] = []
    for band in [] if border is None else _bands(lines_of(runs), border):
        left, right = _parted(band, border or 0.0)
        if not _are_columns(left, right):
            across += band
            continue
        if across:
            yield across
            across = []
        yield from regions(left, depth + 1)
        yield from regions(right, depth + 1)
    if border is None and runs:
        across = lines_of(runs)
    if across:
        yield across


def _parted(band: Sequence[Line], border: float) -> tuple[list[Run], list[Run]]:
    """The runs on the two sides of a border; none where one runs over it."""
    runs = [cell for line in band for cell in line.cells]
    if any(run.left < border < run.right for run in runs):
        return [], []
    return [run for run in runs if run.right <= border], [run for run in runs if run.left >= border]


def _border(runs: Sequence[Run]) -> float | None:
    """The place where most runs begin that have others to their left which end before it."""
    if len(runs) < 2 * _FEWEST:
        return None
    first, last = min(run.left for run in runs), max(run.right for run in runs)
    lefts = sorted(run.left for run in runs if run.left > first + 0.15 * (last - first))
    best, most = None, _FEWEST - 1
    start = 0
    for number, place in enumerate(lefts):
        while lefts[start] < place - _TOLERANCE:
            start += 1
        if number - start + 1 > most:
            best, most = lefts[start], number - start + 1
    if best is None or sum(run.right <= best for run in runs) < _FEWEST:
        return None
    return best - 0.5


def _bands(lines: Sequence[Line], border: float) -> Iterator[list[Line]]:
    """The page cut across: stretches that the border parts, and stretches of lines that run over it."""
    band: list[Line] = []
    over = False
    for line in lines:
        crosses = any(cell.left < border < cell.right for cell in line.cells)
        crosses = crosses or (over and _ends_paragraph(band[-1], line, border))
        if band and crosses != over:
            yield band
            band = []
        over = crosses
        band.append(line)
    if band:
        yield band


def _ends_paragraph(above: Line, line: Line, border: float) -> bool:
    """Whether a short line is the last one of the paragraph above, which runs over the border."""
    near = above.base - line.base <= _NEXT_LINE * max(above.size, line.size)
    return near and len(line.cells) == 1 and line.right <= border and abs(line.left - above.left) <= _TOLERANCE


def _are_columns(left: Sequence[Run], right: Sequence[Run]) -> bool:
    if min(len(left), len(right)) < _FEWEST:
        return False
    if _language(left) != _language(right) and "" not in (_language(left), _language(right)):
        return True
    widths = sorted((_width(left), _width(right)))
    return widths[0] >= _ALIKE * widths[1] and min(_filled(left), _filled(right)) >= _FILLED


def _width(runs: Sequence[Run]) -> float:
    return max(run.right for run in runs) - min(run.left for run in runs)


def _filled(runs: Sequence[Run]) -> float:
    """How much of the width the middle line takes."""
    lines = sorted(line.right - line.left for line in lines_of(runs))
    return lines[len(lines) // 2] / max(_width(runs), 1.0)


def _language(runs: Sequence[Run]) -> str:
    found = counts(" ".join(run.text for run in runs))
    best = max(LANGUAGES, key=lambda language: found[language])
    return best if found[best] >= _FEWEST and found[best] * 2 > sum(found.values()) * 1.2 else ""
