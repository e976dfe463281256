"""What a debate, a workshop or a talk is about: `a panel discussion on living with the tide followed`."""

from collections.abc import Sequence
from functools import cache

from kg.extract import dates, lexicon, nouns
from kg.extract.words import SOFT, Word, longest

LONGEST = 10
"""A topic has no more words."""
KINDS = ("round-table", "talk", "workshop")
"""What has a topic; a meeting on Monday has none."""


def end(words: Sequence[Word], offset: int, kind: str) -> int:
    """Where the title of a part that ends at an offset ends with what the part is about."""
    last = next((n for n, w in enumerate(words) if w.end == offset), None)
    if last is None or kind not in KINDS:
        return offset
    return words[extent(words, last + 1, len(words)) - 1].end


def extent(words: Sequence[Word], i: int, stop: int) -> int:
    """The index after the topic that begins at word `i`; `i` itself where there is none."""
    hit = longest(words, i, lexicon.phrases("events.topics")) if i < stop and words[i].gap == "s" else None
    if hit is None or hit[0] >= stop or words[hit[0]].gap not in "sa" or _when(words[hit[0]]):
        return i
    end = hit[0]
    while end < min(stop, hit[0] + LONGEST) and (end == hit[0] or not _ends(words, end)):
        end += 1
    while end > hit[0] and words[end - 1].shape == "l" and words[end - 1].fold in _small():
        end -= 1
    return i if end == hit[0] else end


def _when(word: Word) -> bool:
    """`a meeting on Friday`, `on 3 May`: its day and no topic."""
    return word.shape == "0" or word.fold in dates.months() or word.fold in lexicon.words("calendar.weekdays")


def _ends(words: Sequence[Word], n: int) -> bool:
    """True where a verb, the doer, a day or another stretch of the sentence begins."""
    word = words[n]
    if (word.gap not in SOFT and not _listed(words, n)) or _when(word):
        return True
    if word.shape != "l":
        return False
    if word.fold in lexicon.words("grammar.auxiliaries", "grammar.copulas"):
        return True
    if word.fold in lexicon.words("grammar.agents", "grammar.doers"):
        return n + 1 < len(words) and words[n + 1].capital
    return longest(words, n, lexicon.phrases("events.sequels", "events.held")) is not None or _told(words, n)


def _listed(words: Sequence[Word], n: int) -> bool:
    """`Ambulances, air and sea`: behind a comma one more word and the last one behind a joining word."""
    if words[n].gap != "c" or n + 2 >= len(words) or words[n].fold in lexicon.words("grammar.joins"):
        return False
    joined = words[n + 1].gap == "s" and words[n + 1].fold in lexicon.words("grammar.joins")
    return joined and not _told(words, n)


def _told(words: Sequence[Word], n: int) -> bool:
    return longest(words, n, lexicon.kinds("roles.verbs")) is not None


@cache
def _small() -> frozenset[str]:
    return lexicon.words("grammar.articles", "grammar.links", "grammar.joins", "grammar.where", "grammar.adverbs")


def by_somebody(words: Sequence[Word], begin: int, end: int) -> bool:
    """`ein Vortrag von Anna Weber`, `un exposé de Luc Petit`: a talk that has no name but its speaker's."""
    inside = [w for w in words if begin <= w.start < end]
    return any(w.fold in nouns.given() and w.capital for w in inside[1:])
