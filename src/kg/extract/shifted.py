"""Which date of a line holds: `~~9 December~~ → 13 January`, `verschoben auf den 5. Mai`, `initialement le 4 mai`."""

from collections.abc import Sequence
from functools import cache

from kg.extract import lexicon
from kg.extract.dates import When
from kg.extract.lexicon import Phrases
from kg.extract.words import Word, longest, split

STRUCK = "~~"
"""What Markdown puts around words that hold no longer."""
ARROWS = "→⇒➔➜►»>"
NEAR = 8
"""A cue stands within so many words before its date."""
SMALL = 3
"""Between a cue and its date stand no other words than so many small ones (`verschoben auf den`)."""


def valid(text: str, start: int, dates: Sequence[When]) -> When | None:
    """The date that holds, of the exact dates of a line that begins at `start`: one after words that move it, else the
    first that no words take back.
    """
    exact = [d for d in dates if d.exact]
    if len(exact) < 2:
        return exact[0] if exact else None
    told = [_told(text, start if n == 0 else exact[n - 1].stop, d) for n, d in enumerate(exact)]
    moved = next((d for d, said in zip(exact, told, strict=True) if said == "moved"), None)
    return moved or next((d for d, said in zip(exact, told, strict=True) if said != "void"), exact[0])


def _told(text: str, start: int, date: When) -> str:
    """What the words right before a date say of it: that it is the new one, or that it holds no longer."""
    before = text[start : date.begin]
    if before.rstrip().endswith(STRUCK) and text[date.stop :].lstrip(" ,.").startswith(STRUCK):
        return "void"
    if before.rstrip()[-1:] and before.rstrip()[-1:] in ARROWS:
        return "moved"
    words = split(text, max(start, date.begin - NEAR * 10), date.begin)
    for i in range(max(0, len(words) - NEAR), len(words)):
        for said in ("moved", "void"):
            hit = longest(words, i, _cues(said))
            if hit is not None and _small(words[hit[0] :]):
                return said
    return ""


def _small(words: Sequence[Word]) -> bool:
    return len(words) <= SMALL and all(w.shape == "l" for w in words)


@cache
def _cues(said: str) -> Phrases:
    return lexicon.phrases(f"page.dates_{said}")
