"""The tokens of a SPARQL text: enough to find words and brackets without mistaking those in strings and comments.

An engine needs no space between a word and what stands beside it: names and numbers end where they end in the grammar.
"""

import re
from collections.abc import Sequence
from typing import Final, NamedTuple

_ESCAPE: Final = r"\\u[0-9A-Fa-f]{4}|\\U[0-9A-Fa-f]{8}"
_CHARS: Final = r"\w·\u0300-\u036f\u203f\u2040-"
_LOCAL: Final = rf"[:{_CHARS}]|%[0-9A-Fa-f]{{2}}|\\[_~.\-!$&'()*+,;=/?\#@%]"
_TOKEN: Final = re.compile(
    rf"""
    (?P<skip>\s+|\#[^\n\r]*)
    |(?P<iri><(?:[^<>"{{}}|^`\\\x00-\x20]|{_ESCAPE})*>)
    |(?P<string>
        \"\"\"(?:\"{{0,2}}(?:[^"\\]|\\.))*\"\"\"
        |'''(?:'{{0,2}}(?:[^'\\]|\\.))*'''
        |"(?:[^"\\\n\r]|\\.)*(?:"|\\?(?=[\n\r]|\Z))
        |'(?:[^'\\\n\r]|\\.)*(?:'|\\?(?=[\n\r]|\Z)))
    |(?P<variable>[?$]\w+)
    |(?P<name>(?:[^\W\d_][.{_CHARS}]{{0,99}}|_)?:(?:(?!-)(?:{_LOCAL})(?:\.*(?:{_LOCAL}))*)?)
    |(?P<tag>@[A-Za-z0-9-]+)
    |(?P<word>[^\W\d]\w*)
    |(?P<number>[0-9]+(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?)
    |(?P<mark>&&|\|\||\^\^|.)
    """,
    re.VERBOSE | re.DOTALL,
)


class Token(NamedTuple):
    """One token: its kind (iri, string, variable, name, tag, word, number, mark), its text, and where it begins."""

    kind: str
    text: str
    start: int

    def is_word(self, *words: str) -> bool:
        """True for one of these keywords, in whatever case."""
        return self.kind == "word" and self.text.upper() in words


def tokens(text: str) -> list[Token]:
    """The tokens of a SPARQL text, without space and comments."""
    return [
        Token(match.lastgroup or "", match.group(), match.start())
        for match in _TOKEN.finditer(text)
        if match.lastgroup != "skip"
    ]


def after_prologue(found: Sequence[Token]) -> int:
    """The index of the first token after BASE and PREFIX lines; `len(found)` where there is none."""
    i = 0
    while i < len(found) and found[i].is_word("BASE", "PREFIX"):
        i += 2 if found[i].is_word("BASE") else 3
    return min(i, len(found))
