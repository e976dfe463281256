"""The nominative of a German institution's name: `des Europäischen Rates` is the `Europäischer Rat`."""

import re
from functools import cache, lru_cache

from kg.extract import lexicon
from kg.text.normal import fold

ENDINGS = {"masculine": "er", "feminine": "e", "neuter": "es"}


def nominative(name: str) -> str:
    """The name with its head and the adjectives before it in the nominative; unchanged where nothing shows a case."""
    words = name.split(" ")
    for i, word in enumerate(words):
        found = _head(word)
        if found is not None:
            bare, gender = found
            before = [_adjective(w, gender) for w in words[:i]]
            return " ".join([*before, bare, *words[i + 1 :]])
        if not word.endswith(("en", "er", "es", "e")):
            return name
    return name


def _adjective(word: str, gender: str) -> str:
    match = re.fullmatch(r"([A-ZÄÖÜ]\w+?)en", word)
    return f"{match[1]}{ENDINGS[gender]}" if match else word


@lru_cache(maxsize=5_000)
def _head(word: str) -> tuple[str, str] | None:
    """The head in the nominative and its gender."""
    last = word.rsplit("-", 1)[-1]
    for gender in ENDINGS:
        heads, long = _heads(gender)
        for cut in ("", "s", "es"):
            if cut and (gender == "feminine" or not word.endswith(cut)):
                continue
            bare = fold(last.removesuffix(cut)).replace(" ", "")
            if bare in heads or (len(bare) > 8 and bare.endswith(long)):
                return word.removesuffix(cut) if cut else word, gender
    return None


@cache
def _heads(gender: str) -> tuple[frozenset[str], tuple[str, ...]]:
    """The heads of a gender that are one word, and those of them that may end a compound."""
    heads = frozenset(h for h in lexicon.words(f"institutions.{gender}") if " " not in h)
    return heads, tuple(sorted(h for h in heads if len(h) > 3))
