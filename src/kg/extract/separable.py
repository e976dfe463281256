"""German verbs in two pieces: `An der Sitzung nahmen X, Generalkonsulin, und Y, Bürgermeister von Kehl, teil.`"""

from collections.abc import Sequence
from functools import cache

from kg.extract import lexicon
from kg.extract.sentences import Cue
from kg.extract.words import Word
from kg.model import Role


def joined(words: Sequence[Word], span: tuple[int, int], cues: Sequence[Cue]) -> list[Cue]:
    """The cues of a clause with those that only both pieces of a verb make, in order."""
    first, stop = span
    taken = {n for cue in cues for n in range(cue.first, cue.stop)}
    found = [
        Cue(i, i + 1, Role.ATTENDEE.value)
        for i in range(first, stop)
        if i not in taken and words[i].fold in _stems() and _closed(words, i, stop)
    ]
    return sorted([*cues, *found], key=lambda cue: cue.first)


def _closed(words: Sequence[Word], i: int, stop: int) -> bool:
    """True where the clause of a verb ends with the piece that belongs to it."""
    ends = (n for n in range(i + 1, stop) if words[n].fold in _stems()[words[i].fold] and words[n].shape == "l")
    return any(n + 1 == stop or words[n + 1].gap not in "sah" or _joins(words[n + 1]) for n in ends)


def _joins(word: Word) -> bool:
    return word.fold in lexicon.words("grammar.joins")


@cache
def _stems() -> dict[str, frozenset[str]]:
    """The pieces that each first word of a verb may wait for."""
    out: dict[str, frozenset[str]] = {}
    for piece in lexicon.keys("roles.separable"):
        for stem in lexicon.words(f"roles.separable.{piece}"):
            out[stem] = out.get(stem, frozenset()) | {piece}
    return out
