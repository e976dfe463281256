"""The numbers of a text, at which its dates are looked for."""

import re

Place = tuple[int, str]
"""Where a number begins, and what stands right before it, casefolded; nothing where no space parts it from that."""

DAY, YEAR = 2, 4
"""How many digits a day or a month has at most, and how many a year has."""
_DIGITS = re.compile(r"\d+")
_LEAD = 24
"""A name of a month or weekday that stands before a number begins so near to it."""


def places(text: str) -> dict[bool, list[Place]]:
    """The numbers of a text: under True those that may be years, under False those that may be days and months."""
    out: dict[bool, list[Place]] = {True: [], False: []}
    for found in _DIGITS.finditer(text):
        number, end = found.span()
        if end - number <= DAY or end - number == YEAR:
            out[end - number == YEAR].append((number, _lead(text, number)))
    return out


def _lead(text: str, number: int) -> str:
    parted = text[number - 1 : number].isspace()
    return text[max(0, number - _LEAD) : number].rstrip().rstrip(".,").casefold() if parted else ""
