"""Which of a thing's names to show, and how to write it into a drawing."""

import re
import textwrap
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from kg.vocab import terms

LANGUAGES: Final = ("fr", "de", "en")

LINE = 22
LINES = 3
ACRONYM_FROM = 24
"""A name longer than this gives way to the acronym in the drawing."""

RANK: Final[dict[str, int]] = {
    terms.LABEL: 0,
    terms.NAME: 0,
    terms.PREF_LABEL: 0,
    terms.ALT_LABEL: 1,
    terms.ACRONYM: 2,
}

_SPACE = re.compile(r"\s+")


@dataclass(frozen=True, slots=True, order=True)
class Name:
    """One name of a thing.

    Attributes:
        rank: 0 for the name it goes by, 1 for another, 2 for an acronym.
        text: the name.
        language: its language, or empty.
    """

    rank: int
    text: str
    language: str


def best(names: Sequence[Name], language: str, otherwise: str) -> str:
    """The name to show to a reader of `language`: in it, else in another of the page's, else in any."""
    order = (language, *LANGUAGES, "")

    def preference(name: Name) -> tuple[int, int, str]:
        wanted = order.index(name.language) if name.language in order else len(order)
        return name.rank, wanted, name.text

    return min(names, key=preference).text if len(names) > 0 else otherwise


def by_language(names: Sequence[Name], otherwise: str) -> dict[str, str]:
    """The name to show in each language of the page."""
    return {language: best(names, language, otherwise) for language in LANGUAGES}


def drawn(names: Sequence[Name], otherwise: str) -> dict[str, str]:
    """The label under a node in each language: short, in a few lines, an acronym for a long name that has one."""
    acronyms = [name.text for name in names if name.rank == RANK[terms.ACRONYM]]
    out = {}
    for language, name in by_language(names, otherwise).items():
        long = len(acronyms) > 0 and len(name) > ACRONYM_FROM
        out[language] = wrapped(acronyms[0] if long else name)
    return out


def wrapped(text: str, *, width: int = LINE, lines: int = LINES) -> str:
    """Text in a few short lines, without the marks that turn its direction around: they would garble a drawing."""
    visible = "".join(c for c in text if c.isspace() or unicodedata.category(c)[0] != "C")
    found = textwrap.wrap(_SPACE.sub(" ", visible), width, max_lines=lines, placeholder=" …")
    return "\n".join(found)


def last_part(iri: str) -> str:
    """What stands in for the name of a thing that has none."""
    return re.split(r"[/#]", iri.rstrip("/#"))[-1].removeprefix("id:")
