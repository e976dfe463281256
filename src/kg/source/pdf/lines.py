"""Runs to lines: what stands on one baseline, from left to right."""

from collections.abc import Sequence
from dataclasses import dataclass

from kg.source.pdf.runs import Run

_SAME_LINE = 0.4
_TOUCHING = 0.3


@dataclass(frozen=True, slots=True)
class Line:
    """The cells of one line; most lines have one."""

    cells: tuple[Run, ...]

    @property
    def base(self) -> float:
        """Where its letters stand."""
        return self.cells[0].base

    @property
    def size(self) -> float:
        """The height of its largest letters."""
        return max(cell.size for cell in self.cells)

    @property
    def left(self) -> float:
        """Where it begins."""
        return self.cells[0].left

    @property
    def right(self) -> float:
        """Where it ends."""
        return self.cells[-1].right

    @property
    def text(self) -> str:
        """Its words."""
        return " ".join(cell.text for cell in self.cells)


def lines_of(runs: Sequence[Run]) -> list[Line]:
    """The lines from the top down; runs that touch become one."""
    groups: list[list[Run]] = []
    for run in sorted(runs, key=lambda run: (-run.base, run.left)):
        if groups and abs(groups[-1][0].base - run.base) <= _SAME_LINE * min(run.size, groups[-1][0].size):
            groups[-1].append(run)
        else:
            groups.append([run])
    return [Line(tuple(_joined(sorted(group, key=lambda run: run.left)))) for group in groups]


def _joined(cells: Sequence[Run]) -> list[Run]:
    out: list[Run] = []
    for cell in cells:
        before = out[-1] if out else None
        if before is not None and cell.left - before.right < _TOUCHING * cell.size:
            glue = "" if cell.left - before.right < _TOUCHING / 2 * cell.size else " "
            size = max(before.size, cell.size)
            out[-1] = Run(before.text + glue + cell.text, before.left, max(before.right, cell.right), before.base, size)
        else:
            out.append(cell)
    return out
