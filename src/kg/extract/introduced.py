"""Unknown names that their place shows to be a person's: beside an office, behind a role, between commas."""

from collections.abc import Sequence

from kg.extract import lexicon, nouns, offices, places
from kg.extract.words import SOFT, Word, longest

INITIAL = 3
"""Behind a word that is longer than this a full stop ends a sentence."""


def shown(words: Sequence[Word], first: int, stop: int) -> bool:
    """True where an office follows after a comma or bracket, or stands right before."""
    size = stop - first
    if size > 4 or any(w.shape == "U" for w in words[first:stop]) or _building(words[stop - 1]):
        return False
    after = words[stop] if stop < len(words) else None
    if (
        after is not None
        and after.gap in "c(-w"
        and offices.at(words, stop) is not None
        and _begins(words, first, stop)
    ):
        return True
    lower = (
        after is None or after.gap not in "sha" or (after.gap == "s" and after.fold in lexicon.words("grammar.links"))
    )
    if first > 0 and size < 4 and lower and (_announced(words, first) or _apposed(words, first, stop)):
        return True
    return first > 0 and words[first].gap == "s" and offices.ending(words, first) and not _held(words, first)


def _held(words: Sequence[Word], first: int) -> bool:
    """`Anna Weber, Leiterin Spitex Rorschach`: the office is that of the name before it, and leads to a body."""
    for i in range(first - 1, max(1, first - OFFICE), -1):
        if words[i].gap == "c" and offices.head(words, i) == first:
            return words[i - 1].capital and words[i - 1].gap in "sh" and words[i - 2].fold in nouns.given()
    return False


OFFICE = 5
"""An office before a name is no longer than so many words."""


def _building(word: Word) -> bool:
    """`hosted by the Lord Mayor, City Hall`: the name ends in an English word for a building."""
    return word.fold in lexicon.phrases_of("en", "venues", "heads")


def _begins(words: Sequence[Word], first: int, stop: int) -> bool:
    """True where an unknown name may begin: at the line's head, behind punctuation or a joining word."""
    if first == 0:
        return True
    known = any(places.at(words, i) is not None for i in range(first, stop))
    before = words[first - 1]
    joined = before.shape == "l" and before.fold in lexicon.words("grammar.joins", "grammar.agents")
    joined = joined and not (before.fold == "der" and first > 1 and words[first - 2].capital)  # `Redakteurin der Woche`
    sentence = words[first].gap == "d" and len(before.text) > INITIAL
    return not known and (words[first].gap not in SOFT or joined or sentence)


def _apposed(words: Sequence[Word], first: int, stop: int) -> bool:
    """`Andorra’s Secretary of State for Health, X, followed`: a name between commas behind an office."""
    after = words[stop].gap if stop < len(words) else "c"
    if words[first].gap != "c" or after not in "c(" or places.at(words, first) is not None:
        return False
    for i in range(first - 1, max(-1, first - 9), -1):
        if offices.head(words, i) is not None:
            alone = stop == len(words) and offices.at(words, 0) is not None
            apposed = alone or (words[i].gap in "c(w-" and not words[i - 1].fold.isdigit())
            return not apposed and not any(w.fold in lexicon.words("grammar.joins") for w in words[i:first])
        if words[i].gap not in SOFT:
            return False
    return False


def _announced(words: Sequence[Word], i: int) -> bool:
    """True right behind what announces a name: `Facilitator: X`, `moderated by X`, `Durch den Tag führt X`."""
    for length in (1, 2, 3, 4, 5):
        first = i - length
        if first < 0:
            return False
        names = ("roles.labels", "roles.lines") if words[i].gap == ":" else ("roles.lines", "roles.verbs")
        hit = next((h for n in names if (h := longest(words, first, lexicon.kinds(n))) is not None), None)
        if hit is not None and hit[0] == i and hit[1] in ("moderator", "speaker"):
            return words[i].gap == ":" or (length > 1 and words[i].gap == "s")
    return False
