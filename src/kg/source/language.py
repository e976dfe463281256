"""Which language a text is in: counted by its most frequent small words."""

import re
from functools import cache

from kg import assets
from kg.errors import InputError
from kg.files import read_yaml

LANGUAGES = ("fr", "de", "en")
"""The languages that can be told; the first wins where none of their words occurs."""

_WORD = re.compile(r"[^\W\d_]+")
_ENOUGH = 20_000  # characters: the beginning of a long text says as much as the whole


def detect(text: str) -> str:
    """The language whose function words make up most of the text."""
    counts = dict.fromkeys(LANGUAGES, 0)
    for word in _WORD.findall(text[:_ENOUGH].casefold()):
        for language in LANGUAGES:
            counts[language] += word in function_words(language)
    return max(LANGUAGES, key=lambda language: counts[language])


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
