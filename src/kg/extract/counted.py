"""Rows that count: `1 Anerkennung` over `2 Wohnen`, one space behind the number."""

import re

_NUMBER = re.compile(r"\s*(\d) (?=[A-ZÀ-Þ«„“\"])")


def follows(above: str, row: str) -> bool:
    """True where a row begins with the number behind that of the row above."""
    first, second = _NUMBER.match(above), _NUMBER.match(row)
    return first is not None and second is not None and int(second[1]) == int(first[1]) + 1
