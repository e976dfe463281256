"""Running text cut into sentences, and the cues that a sentence holds."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from kg.extract import lexicon
from kg.extract.lines import Line
from kg.extract.row import Row
from kg.extract.words import Word, longest

LONGEST = 7
"""A cue with its adverbs has no more words."""
INNER = frozenset("sach")
"""Gaps in which no sentence ends: spaces, an apostrophe, a comma, a hyphen."""


@dataclass(frozen=True, slots=True)
class Cue:
    """A phrase that says something of the names around it: the words from `first` to before `stop`."""

    first: int
    stop: int
    key: str


def split(text: str, line: Line) -> Sequence[tuple[int, int]]:
    """The sentences of a line as ranges of its words; a line is cut once, for many ask."""
    if not line.cuts:
        line.cuts.extend(_cut(Row(text, line.words, {}, True)))
    return line.cuts


def _cut(row: Row) -> Iterator[tuple[int, int]]:
    start = 0
    for i in range(1, len(row.words)):
        if row.words[i].gap in INNER:
            continue
        if row.sentence_ends(i) or row.between(i).strip() in ("!", "?", "»."):
            yield start, i
            start = i
    yield start, len(row.words)


def cues(words: Sequence[Word], first: int, stop: int, phrases: lexicon.Phrases) -> list[Cue]:
    """All cues among the words from `first` to `stop`, none inside another; an adverb inside one does not break it."""
    out: list[Cue] = []
    i, starting = first, phrases.starting
    while i < stop:
        hit = _cue(words, i, stop, phrases) if words[i].fold in starting else None
        if hit is None:
            i += 1
            continue
        out.append(Cue(i, hit[0], hit[1]))
        i = hit[0]
    return out


def _cue(words: Sequence[Word], i: int, stop: int, phrases: lexicon.Phrases) -> tuple[int, str] | None:
    """`a ensuite souligné`, `sont également intervenus` as without the word between."""
    beginning = phrases.starting[words[i].fold]
    if not beginning.longer and beginning.alone is not None:
        return i + 1, beginning.alone
    hit, adverbs = longest(words, i, phrases), _adverbs()
    if hit is None or hit[0] == i + 1:
        hit = _parted(words, i, stop, phrases) or hit
    kept = [n for n in range(i, min(stop, i + LONGEST)) if n == i or words[n].fold not in adverbs]
    if len(kept) < 2 or kept[-1] - i + 1 == len(kept):
        return hit
    looser = longest([words[n] for n in kept], 0, phrases)
    if looser is None or (hit is not None and hit[0] >= kept[looser[0] - 1] + 1):
        return hit
    return kept[looser[0] - 1] + 1, looser[1]


def _parted(words: Sequence[Word], i: int, stop: int, phrases: lexicon.Phrases) -> tuple[int, str] | None:
    """`An der Sitzung nahmen X und Y teil`: a German verb whose particle ends the clause; the cue is its first word."""
    longer, particles = phrases.starting[words[i].fold].longer, lexicon.words("grammar.verb_particles")
    for particle in () if longer.keys().isdisjoint(particles) else longer.keys() & particles:
        key = next((key for rest, key in longer[particle] if not rest), None)
        if key is not None and any(_ends_clause(words, n, stop, particle) for n in range(i + 1, stop)):
            return i + 1, key
    return None


def _ends_clause(words: Sequence[Word], n: int, stop: int, particle: str) -> bool:
    if words[n].fold != particle or words[n].shape != "l":
        return False
    after = words[n + 1] if n + 1 < stop else None
    return after is None or after.gap not in "sah" or after.fold in lexicon.words("grammar.joins")


@cache
def _adverbs() -> frozenset[str]:
    return lexicon.words("grammar.adverbs")


def distance(cue: Cue, i: int) -> int:
    """How many words lie between a cue and a word."""
    return cue.first - i if i < cue.first else max(0, i - cue.stop + 1)
