"""Towns of Europe by name: what only a table can tell, where no rule and no word list does.

The table has no word that is common in French, German or English, and no first name; `tools/gazetteer.py` makes it.
"""

from collections.abc import Sequence
from functools import cache

from kg import assets
from kg.extract import lexicon
from kg.extract.words import SOFT, Word

MOST = 5
"""A town's name has no more words than this."""


def at(words: Sequence[Word], i: int) -> int | None:
    """The index after a town's name that begins at word `i`; a name behind an article is another word."""
    if not words[i].capital or words[i].fold not in _firsts() or _common(words, i):
        return None
    said, found = "", None
    for stop in range(i + 1, min(len(words), i + MOST) + 1):
        last = words[stop - 1]
        if said and last.gap not in SOFT:
            break
        said = f"{said} {last.fold}" if said else last.fold
        found = stop if said in towns() else found
    return found


def _common(words: Sequence[Word], i: int) -> bool:
    """`im Ried`, `la Roche`: a noun, or part of a longer name; `d'Annecy` is the town."""
    if not i or words[i].gap not in SOFT:
        return False
    before = words[i - 1].fold
    return before in _determiners() if words[i].gap == "s" else (words[i].gap, before) != ("a", "d")


@cache
def _determiners() -> frozenset[str]:
    return lexicon.words("grammar.articles", "grammar.definite", "grammar.indefinite", "grammar.contracted")


@cache
def towns() -> frozenset[str]:
    """The names of the table, folded, without what the lists know as something else."""
    names = assets.path("data/gazetteer/towns.txt").read_text("utf-8").splitlines()
    others = ("given_names", "offices", "events.heads", "venues.heads", "institutions.heads", "grammar.openers")
    return frozenset(names) - lexicon.words(*others)


@cache
def _firsts() -> frozenset[str]:
    return frozenset(name.partition(" ")[0] for name in towns())
