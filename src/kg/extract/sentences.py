"""Running text cut into sentences, and the cues that a sentence holds."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kg.extract import lexicon
from kg.extract.lines import Line
from kg.extract.row import Row
from kg.extract.words import Word, longest

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
    """All cues among the words from `first` to `stop`, none inside another."""
    out: list[Cue] = []
    i, starting = first, phrases.starting
    while i < stop:
        hit = longest(words, i, phrases) if words[i].fold in starting else None
        if hit is None:
            i += 1
            continue
        out.append(Cue(i, hit[0], hit[1]))
        i = hit[0]
    return out


def distance(cue: Cue, i: int) -> int:
    """How many words lie between a cue and a word."""
    return cue.first - i if i < cue.first else max(0, i - cue.stop + 1)
