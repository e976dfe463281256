"""A prize that is given names the ceremony: `In Ittingen wurden die Nachhaltigkeitspreise vergeben`."""

from collections.abc import Sequence
from functools import cache

from kg.extract import lexicon, occasions
from kg.extract.words import Word, find, longest


def find_one(text: str, words: Sequence[Word], first: int, stop: int) -> tuple[int, int] | None:
    """`In Ittingen wurden die Nachhaltigkeitspreise vergeben`: the prize that is given names the ceremony."""
    if find(words[first:stop], lexicon.phrases("events.awarding")) is None:
        return None
    for i in range(first, stop):
        if _prize(words[i]):
            return occasions.phrase(text, words, (_compounded(words, first, i), i + 1), (first, stop))
        hit = longest(words, i, lexicon.phrases("events.awards"))
        if hit is not None and hit[0] <= stop and i > first:
            return occasions.phrase(text, words, (i, hit[0]), (first, stop))
    return None


def _prize(word: Word) -> bool:
    return word.capital and word.fold.endswith(_prizes()) and word.fold not in lexicon.words("events.costs")


def _compounded(words: Sequence[Word], first: int, i: int) -> int:
    """Where `EU-Umwelt-Preis` begins."""
    while i > first and words[i].gap == "h" and words[i - 1].capital:
        i -= 1
    return i


@cache
def _prizes() -> tuple[str, ...]:
    return lexicon.endings("events.prizes")
