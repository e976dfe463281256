"""Names that are alike letter by letter, where their words mean nothing to the word lists: slips of the pen.

This is enough to propose a candidate to a person, and never enough to call two things one: *Bas-Rhin* and *Haut-Rhin*
are alike, and two.
"""

import re
from collections.abc import Iterable
from functools import lru_cache

from kg.resolve.match.weights import Finding
from kg.resolve.names import compared

_LIKE = 85.0
"""From this likeness on (Indel ratio, percent), a name is proposed."""
_LONG = 5
_UMLAUT = re.compile(r"(?<=[aou])e")


def alike_letters(names: Iterable[str], others: Iterable[str]) -> Finding | None:
    """The finding that some name is nearly another, letter by letter; None where none is."""
    best, one, other = _closest(names, others)
    return (
        Finding("near_name", f"{one!r} and {other!r} are nearly spelt alike ({best:.0f} %)") if best >= _LIKE else None
    )


def closeness(names: Iterable[str], others: Iterable[str]) -> float:
    """How alike the closest two names are, in percent: tells candidates apart of which nothing else does."""
    return _closest(names, others)[0]


def _closest(names: Iterable[str], others: Iterable[str]) -> tuple[float, str, str]:
    from rapidfuzz.fuzz import ratio  # noqa: PLC0415 - 20 ms that names without slips do not need

    mine = [name for name in map(compared, names) if len(name) >= _LONG]
    theirs = [name for name in map(compared, others) if len(name) >= _LONG]
    return max(((ratio(a, b), a, b) for a in mine for b in theirs), default=(0.0, "", ""))


def respelt(name: str, others: Iterable[str]) -> str:
    """A name as one of the others spells it, where only umlauts are written another way: `Saarbruecken`."""
    key = _without_umlauts(name)
    return next((other for other in others if _without_umlauts(other) == key), name)


@lru_cache(maxsize=100_000)
def _without_umlauts(name: str) -> str:
    return _UMLAUT.sub("", compared(name))
