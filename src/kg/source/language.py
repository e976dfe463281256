"""Which language a text is in, and which of its blocks are in another: counted by the most frequent small words."""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from kg import assets
from kg.errors import InputError
from kg.files import read_yaml
from kg.model import Block

LANGUAGES = ("fr", "de", "en")
"""The languages that can be told; the first wins where none of their words occurs."""

_WORD = re.compile(r"[^\W\d_]+")
_ENOUGH = 20_000  # characters: the beginning of a long text says as much as the whole
_ENOUGH_OF_BLOCK = 1_000
_FEWEST = 3
"""So many small words of another language are no quotation or name."""
_CLEARLY = 3
"""The other language has this many times the small words of the document's own."""


def detect(text: str) -> str:
    """The language whose function words make up most of the text."""
    found = counts(text[:_ENOUGH])
    return max(LANGUAGES, key=lambda language: found[language])


def counts(text: str) -> dict[str, int]:
    """How many function words of each language a text holds."""
    found = dict.fromkeys(LANGUAGES, 0)
    known = _languages_of()
    for languages in [known[word] for word in _WORD.findall(text.casefold()) if word in known]:
        for language in languages:
            found[language] += 1
    return found


@cache
def _languages_of() -> dict[str, tuple[str, ...]]:
    """The languages in which a word is a function word."""
    words = {word for language in LANGUAGES for word in function_words(language)}
    return {word: tuple(name for name in LANGUAGES if word in function_words(name)) for word in words}


def told_apart(text: str, blocks: Sequence[Block], own: str) -> tuple[Block, ...]:
    """The blocks, each with its language where that clearly differs from the document's `own`.

    A block too short to tell (a name, a heading) goes with its two neighbours where both are in one other language.
    """
    if own not in LANGUAGES:
        return tuple(blocks)
    found = [_of_block(block.span.of(text)[:_ENOUGH_OF_BLOCK], own) for block in blocks]
    languages = [
        around if language == "" and (around := _around(found, number)) else language
        for number, language in enumerate(found)
    ]
    return tuple(
        replace(block, language=language) if language not in ("", own) else block
        for block, language in zip(blocks, languages, strict=True)
    )


def _of_block(text: str, own: str) -> str:
    """The language of one block; "" where it cannot be told."""
    found = counts(text)
    best = max(LANGUAGES, key=lambda language: found[language])
    if best != own and found[best] >= _FEWEST and found[best] >= _CLEARLY * found[own]:
        return best
    return own if found[own] else ""


def _around(found: Sequence[str], number: int) -> str:
    before, behind = found[number - 1 : number], found[number + 1 : number + 2]
    return before[0] if before and before == behind else ""


@cache
def function_words(language: str) -> frozenset[str]:
    """The list in data/lexicon/<language>/function-words.yaml.

    Raises:
        InputError: the file is not a list of words.
    """
    path = assets.path(f"data/lexicon/{language}/function-words.yaml")
    words = read_yaml(path)
    if not isinstance(words, list) or not all(isinstance(word, str) for word in words):
        raise InputError(f"{path} must be a list of words.")
    return frozenset(words)
