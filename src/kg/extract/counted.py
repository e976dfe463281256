"""Rows of a plain text: how wide they are, and those that count (`1 Anerkennung` over `2 Wohnen`)."""

import re
from collections.abc import Sequence

MANY, MOST, OVER = 12, 0.9, 1.25
"""In a text of so many rows the width is what all but the longest tenth keep, if these run over but a little."""

_NUMBER = re.compile(r"\s*(\d) (?=[A-ZÀ-Þ«„“\"])")


def follows(above: str, row: str) -> bool:
    """True where a row begins with the number behind that of the row above."""
    first, second = _NUMBER.match(above), _NUMBER.match(row)
    return first is not None and second is not None and int(second[1]) == int(first[1]) + 1


def width(lengths: Sequence[int], below: int) -> int:
    """The width to which a text was wrapped: its longest row, or where one or two run over, what the others keep."""
    longest = max(lengths, default=0)
    if longest < below or longest > OVER * below or len(lengths) < MANY:
        return longest
    return sorted(lengths)[int(len(lengths) * MOST) - 1]
