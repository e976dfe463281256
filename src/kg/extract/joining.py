"""Lines that a rule finds to be one."""

from collections.abc import Sequence
from dataclasses import replace

from kg.extract.lines import Line


def joined(rows: Sequence[Line]) -> Line:
    """The first line with those that go on from it, their words one space apart."""
    rest = [w for line in rows[1:] for w in (replace(line.words[0], gap="s"), *line.words[1:])]
    return replace(rows[0], end=rows[-1].end, words=(*rows[0].words, *rest))
