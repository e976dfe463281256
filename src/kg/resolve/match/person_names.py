"""Names of people: the same in any order, with or without titles and particles, in any way of writing an umlaut."""

import re
from functools import cache, lru_cache

from kg import assets
from kg.files import read_yaml
from kg.text.normal import fold

Key = tuple[str, ...]

_UMLAUT = re.compile(r"(?<=[aou])e")
_SLIP = 90.0
_LONG = 5


@lru_cache(maxsize=200_000)
def name_key(name: str) -> Key:
    """The words of a name, sorted: `MÜLLER-LANG, Karl von` and `Dr. Karl Mueller Lang` have one key."""
    words = fold(name).split()
    kept = [word for word in words if word not in _no_part()]
    return tuple(sorted(_UMLAUT.sub("", word) for word in kept or words))


@cache
def _no_part() -> frozenset[str]:
    """Words that are no part of a name: titles, honorifics, particles."""
    found: set[str] = set()
    for language in sorted(path.name for path in assets.path("data/lexicon").iterdir() if len(path.name) == 2):
        folder = assets.path("data/lexicon") / language
        before = read_yaml(folder / "honorifics.yaml")
        particles = read_yaml(folder / "grammar.yaml")["particles"]
        found.update(fold(word) for word in (*before["honorifics"], *before["titles"], *particles))
    return frozenset(found)


@cache
def _frequent() -> frozenset[str]:
    """Words that say little: frequent surnames, and given names."""
    surnames = read_yaml(assets.path("data/identity/surnames.yaml"))
    given = [read_yaml(path)["names"] for path in sorted(assets.path("data/lexicon").glob("*/given_names.yaml"))]
    lists = (*surnames.values(), *given)
    return frozenset(word for names in lists for name in names for word in name_key(name))


def is_rare(key: Key) -> bool:
    """Whether a word of the name is neither a given name nor a surname of many."""
    return any(word not in _frequent() for word in key)


def is_full(key: Key) -> bool:
    """Whether a name has more than a surname; an initial counts."""
    return len(key) > 1


def are_near(one: Key, other: Key) -> bool:
    """Whether two different names can be forms of one: an initial, a name left out, or a slip of the pen."""
    shorter, longer = sorted((one, other), key=len)
    mine, theirs = list(shorter), list(longer)
    for word in shorter:
        if word in theirs:
            mine.remove(word)
            theirs.remove(word)
    if len(shorter) - len(mine) < 1 or not is_full(shorter):
        return False
    return all(any(_stands_for(word, other) for other in theirs) for word in mine)


def _stands_for(word: str, other: str) -> bool:
    from rapidfuzz.fuzz import ratio  # noqa: PLC0415 - 20 ms that pages without near names do not need

    if 1 in (len(word), len(other)):
        return word[0] == other[0]
    return min(len(word), len(other)) >= _LONG and ratio(word, other) >= _SLIP
