"""A line's words with what begins where, and what a person holds: the stuff of `pieces`, `bodies` and `capacities`."""

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from operator import attrgetter

from kg.extract import lexicon, offices
from kg.extract.finds import Find
from kg.extract.words import Word

_start = attrgetter("start")
VERBAL = ("ent", "ait", "ten", "te", "ed")
"""Endings that a verb shows; between an office and its holder none stands."""
LOOSE_WORDS = 3
"""How many lower-case words may stand between an office and the name behind it."""


@dataclass(frozen=True, slots=True)
class Capacity:
    """An office (its words and where they stand), an institution or territory, or both."""

    position: str | None
    start: int
    end: int
    body: Find | None
    since: str | None = None
    until: str | None = None


@dataclass(frozen=True, slots=True)
class Held:
    """A capacity of one person."""

    person: Find
    capacity: Capacity


@dataclass(slots=True)
class Row:
    """The words of a line, and what begins where. Nobody changes it (a frozen one costs several times as much)."""

    text: str
    words: Sequence[Word]
    names: Mapping[int, Find]
    prose: bool
    board: bool = False
    """True on a page that tells of no event: there `Chair: X` is an office."""
    organ: Find | None = None
    """The body under whose heading the line stands: there `Chair: X` is an office of it."""

    def index(self, offset: int) -> int:
        """The first word that begins at an offset or behind it."""
        return bisect_left(self.words, offset, key=_start)

    def between(self, i: int) -> str:
        """What stands between word `i` and the one before."""
        return self.text[self.words[i - 1].end : self.words[i].start] if i else ""

    def newline(self, i: int) -> bool:
        """True where word `i` begins a line of its own."""
        return "\n" in self.between(i)

    def sentence_ends(self, i: int) -> bool:
        """True where a sentence ends before word `i`."""
        between = self.between(i)
        if "." not in between[:2] or self.words[i].shape == "l":
            return False
        last = self.words[i - 1]
        cut_short = last.fold in lexicon.words("grammar.abbreviations") and between[0] == "."
        short = (len(last.text) == 3 and last.shape == "l" and not cut_short) or last.fold in _short()
        whole = len(last.text) > 3 or short or (last.shape == "U" and len(last.text) > 2) or between[0] in ')»”"'
        titled = last.capital and between[0] == "." and last.fold in lexicon.words("honorifics")
        counted = last.shape == "0" and self.words[i].fold in lexicon.words("grammar.pronouns")
        ends = between.rstrip(" \n\"'»”“").endswith((".", "!", "?", "…"))
        return ends and (whole or counted) and not titled and not cut_short

    def links_before(self, i: int) -> bool:
        """True where the word before `i` links to what follows."""
        return i > 0 and self.words[i - 1].fold in lexicon.words("grammar.links")

    def covered(self, i: int, stop: int) -> bool:
        """True where only names, small words and a few others stand from `i` to `stop`."""
        loose = 0
        while i < stop:
            found = self.names.get(self.words[i].start)
            if found is not None:
                i = self.index(found.end)
                continue
            word = self.words[i]
            if stranger(word) and word.fold not in lexicon.words("honorifics"):
                return False
            inner = word.fold in lexicon.words("grammar.inner")
            loose += not inner
            if word.shape == "l" and not inner and (word.fold.endswith(VERBAL) or word.fold in _verbs()):
                return False
            i += 1
        return loose <= LOOSE_WORDS


@cache
def _short() -> frozenset[str]:
    """Short words that end a sentence, though many so short are abbreviations."""
    return lexicon.words("grammar.short_ends")


@cache
def _verbs() -> frozenset[str]:
    """The verbs of one word that show a part."""
    return lexicon.words(*(f"roles.verbs.{key}" for key in lexicon.keys("roles.verbs")))


def stranger(word: Word) -> bool:
    """A capitalised word that is neither an adjective nor an office: the name begins with it."""
    known = lexicon.words("institutions.adjectives", "grammar.links", "grammar.articles")
    return word.capital and word.fold not in known and offices.head((word,), 0) is None
