"""The motto under the title of an event: a line of its own in quotation marks, and no part of the title above it."""

import re

NAME = 4
"""A title of so many words needs no motto to tell the event."""
HEAD = 600
"""A motto stands among so many first characters."""
_QUOTED = re.compile(r"[„“\"«][^„“”\"«»]{8,160}[“”\"»]")


def below(text: str, row: str, start: int, end: int) -> bool:
    """True for a line that is one quotation, under a row that is a title by itself."""
    return (
        "\n" not in row and start < HEAD and len(row.split()) >= NAME and row[:1].isupper() and whole(text, start, end)
    )


def whole(text: str, start: int, end: int) -> bool:
    """True where a stretch of text is one quotation and nothing more."""
    return _QUOTED.fullmatch(text, start, end) is not None
