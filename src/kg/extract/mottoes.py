"""The motto of an event in quotation marks: in a line of its own no part of the title above it, behind a colon one."""

import re

NAME = 4
"""A title of so many words needs no motto to tell the event."""
HEAD = 600
"""A motto stands among so many first characters."""
_COLON = re.compile(r"[ \u00a0]?[:–] ?")
_QUOTED = re.compile(r"[„“\"«][^„“”\"«»]{8,160}[“”\"»]")


def below(text: str, row: str, start: int, end: int) -> bool:
    """True for a line that is one quotation, under a row that is a title by itself."""
    return (
        "\n" not in row and start < HEAD and len(row.split()) >= NAME and row[:1].isupper() and whole(text, start, end)
    )


def behind(text: str, start: int, end: int) -> bool:
    """`Border Conference 2023: “One market”`: behind the title, from `start` on, stands a colon and its motto."""
    colon = _COLON.match(text, start)
    return colon is not None and whole(text, colon.end(), end)


def whole(text: str, start: int, end: int) -> bool:
    """True where a stretch of text is one quotation and nothing more."""
    return _QUOTED.fullmatch(text, start, end) is not None
