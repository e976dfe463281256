"""Parts that nothing but their title names: `Danach diskutierten A und B unter dem Titel „Wann fährt der Zug?“`."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from kg.extract import lexicon, occasions, sentences
from kg.extract.words import Word, longest
from kg.model import Role

_QUOTED = re.compile(r"\s?:?\s?[«„“\"]\s?([^«»„“”\"]{6,140}?)\s?[»“”\"]")


@dataclass(frozen=True, slots=True)
class Named:
    """A part's noun phrase: the words of it in the line, where its title stands, its kind."""

    first: int
    begin: int
    end: int
    kind: str


def called(text: str, words: Sequence[Word], i: int, within: tuple[int, int]) -> Named | None:
    """The title behind `unter dem Titel` in a sentence that says who debates or speaks, and names no event."""
    hit = longest(words, i, lexicon.phrases("events.titling"))
    found = _QUOTED.match(text, words[hit[0] - 1].end) if hit is not None and hit[0] < within[1] else None
    if found is None or any(occasions.event_word(words, n) for n in range(*within)):
        return None
    told = sentences.cues(words, *within, lexicon.kinds("roles.verbs"))
    spoken = any(cue.key in (Role.SPEAKER, Role.MODERATOR) for cue in told)
    return Named(i, *found.span(1), "round-table") if spoken else None
