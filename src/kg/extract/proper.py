"""The title that stands behind an event's word: between commas (`a workshop, Timetables without borders, led by`) or
right behind it (`the conference Care without Customs`).
"""

from collections.abc import Sequence

from kg.extract import acronyms, heads, lexicon, nouns, offices, places
from kg.extract.words import SOFT, Word

TITLE_WORDS, FEWEST = 12, 2
"""Such a title has at most and at least so many words."""


def between_commas(text: str, words: Sequence[Word], i: int, stop: int) -> int | None:
    """The end of a title behind an event's word (`a workshop, Timetables without borders, led by`), itself no name."""
    if i >= stop or words[i].gap != "c" or not words[i].capital or acronyms.is_acronym(words[i]):
        return None
    last = next(
        (n for n in range(i + 1, min(_asked(text, words, i, stop), i + TITLE_WORDS)) if not _runs_on(text, words, n)),
        None,
    )
    if last is None or words[last].gap != "c" or last - i < FEWEST or words[last].capital:
        return None
    inner = words[i + 1 : last]
    told = any(w.fold in lexicon.words("grammar.auxiliaries") for w in inner)
    lower = any(w.shape == "l" and w.fold not in lexicon.words("grammar.particles") for w in inner)
    asked = any("?" in text[words[n - 1].end : words[n].start] for n in range(i + 1, last))
    return last if not told and (lower or asked) and not _other(words, i) else None


def _asked(text: str, words: Sequence[Word], i: int, stop: int) -> int:
    """Where a title ends at the latest: its question mark ends no sentence."""
    asked = stop < len(words) and stop - i < TITLE_WORDS and "?" in text[words[stop - 1].end : words[stop].start]
    return len(words) if asked else stop


def _runs_on(text: str, words: Sequence[Word], n: int) -> bool:
    """True where a title may go on with word `n`, also behind a question mark (`Who pays? The law after ten years`)."""
    return words[n].gap in SOFT or (words[n].capital and "?" in text[words[n - 1].end : words[n].start])


def _other(words: Sequence[Word], i: int) -> bool:
    """True where a person, a place, a body or an office begins."""
    named = words[i].fold in nouns.given() | lexicon.words("honorifics") or places.at(words, i) is not None
    return named or heads.at(words, i) is not None or offices.at(words, i) is not None


def right_behind(words: Sequence[Word], event: tuple[int, int], stop: int) -> int | None:
    """The end of a title in mixed letters right behind the lower-case word for an event (`conference X without Y`)."""
    i, end = event
    if words[i].shape != "l" or end + FEWEST >= stop or words[end].gap != "s" or not words[end].capital:
        return None
    inner = words[end:stop]
    mixed = any(w.shape == "l" and w.fold in lexicon.words("grammar.in_titles") for w in inner)
    return stop if mixed and not _other(words, end) else None
