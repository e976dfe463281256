"""Who has the floor: in minutes, and under an item of a report's programme, whoever a sentence begins with speaks."""

from bisect import bisect_left
from collections.abc import Sequence

from kg.extract import lexicon, offices
from kg.extract.drafts import Scene
from kg.extract.finds import Find
from kg.extract.words import Word
from kg.model import Role

CLAIM = 24
"""So many words, those of an office, may stand between who speaks and the verb."""


def held(scene: Scene, person: Find, span: tuple[int, int]) -> Role | None:
    """`M. X demande ...`, `Anna Weber, head of Y, went through the rules`: who a sentence begins with speaks."""
    if not scene.minutes:
        return None
    words, (first, stop) = scene.line.words, span
    i = bisect_left(words, person.start, key=lambda w: w.start)
    behind = bisect_left(words, person.end, key=lambda w: w.start)
    office = offices.at(words, first) is not None and not any(w.gap in "c;(" for w in words[first + 1 : i + 1])
    leads = i - first <= 1 or office
    return Role.SPEAKER if leads and _does(words, behind, stop) else None


def _does(words: Sequence[Word], i: int, stop: int) -> bool:
    """True where a verb follows a name, or what is put in behind it between commas or in brackets."""
    if i >= stop or words[i].gap == "s":
        return i < stop and words[i].shape == "l"
    if words[i].gap not in "c(":
        return False
    closed = "c" if words[i].gap == "c" else ")"
    behind = (n for n in range(i + 1, min(stop, i + CLAIM)) if words[n].gap == closed and words[n].shape == "l")
    return any(
        words[n].fold not in lexicon.words("grammar.relatives", "grammar.joins", "grammar.where") for n in behind
    )
