"""Words that the end of a line divides: put together again, with or without their hyphen."""

import re
from functools import cache

from kg import assets
from kg.files import read_yaml

_END = re.compile(r"(?<![^\W\d_])([^\W\d_]+)-[ \t]*$")
_BEGIN = re.compile(r"([ \t]*)(([^\W\d_]+)\S*)[ \t]?")
WIDE = 40
"""A line of plain text from which on its end was set by its width."""


def made_whole(text: str, before: str, behind: str) -> str:
    """The line above with its hyphen as the divided word wants it; `before` and `behind` are its two parts."""
    words = _print_words()
    if behind in words["apart"]:
        return f"{text} "
    if behind[0].isupper() or before.casefold() in words["keep"] or behind in words["behind"]:
        return text
    return text[:-1]


@cache
def _print_words() -> dict[str, frozenset[str]]:
    words = read_yaml(assets.path("data/lexicon/page/print.yaml"))
    return {key: frozenset(listed) for key, listed in words.items()}


def joined(text: str) -> str:
    """A text whose lines are cut by hand: the rest of a divided word goes up to the line that it begins on.

    The text keeps its number of lines.
    """
    lines = text.split("\n")
    for n in range(len(lines) - 1):
        end = _END.search(lines[n]) if len(lines[n].strip()) >= WIDE else None
        begin = _BEGIN.match(lines[n + 1]) if end is not None else None
        if end is None or begin is None or begin[3] in _print_words()["apart"]:
            continue
        lines[n] = made_whole(lines[n].rstrip(), end[1], begin[3]) + begin[2]
        lines[n + 1] = begin[1] + lines[n + 1][begin.end() :]
    return "\n".join(lines)
