"""A line as a row of words: what stands between two words decides what may belong together.

A gap is one letter: `h` a hyphen, `a` an apostrophe, `s` spaces, `w` the wide space between two columns, `d` a full
stop, `c` a comma, `^` the beginning of the line; one of `; : ( ) / &` itself; `-` a dash between spaces; `q` an opening
quotation mark; `p` any other punctuation.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from kg.extract.lexicon import Phrase, Phrases
from kg.extract.lexicon import words as words_of
from kg.text.normal import fold

_GENDER = r"(?:innen|in|r|n|e|s|es|ne|nes|te|rices?|trices?|euses?|i?ères?)(?![^\W_])"
_WORD = re.compile(rf"[^\W_]+(?:(?=[@:*·•‧_/])(?:@[^\W_]+)*(?:(?<=[^\W\dA-Z_]{{3}})(?:[:*·•‧_]|/-?){_GENDER})*)?")
_INCLUSIVE = re.compile(r"[:*·•‧_/]-?")
TITLE = 200
"""A text of no more characters is a title or a name."""
SOFT = frozenset("hasd")
"""Gaps over which a phrase may run."""


@dataclass(slots=True, unsafe_hash=True)
class Word:
    """One word: where it stands, its folded form, its shape, the gap before it. Nobody changes it.

    (A frozen one costs three times as much to make, and a page has thousands.)

    A shape is U for capitals, C capitalised, l lower case, 0 a number.
    """

    start: int
    end: int
    fold: str
    shape: str
    gap: str
    text: str
    capital: bool
    """True where the word begins like a name."""


def split(text: str, start: int, end: int) -> tuple[Word, ...]:
    """The words of `text[start:end]`; a title or a name, which is split again and again, is remembered."""
    return _title(text) if start == 0 and end == len(text) <= TITLE else _split(text, start, end)


@lru_cache(maxsize=200)
def _title(text: str) -> tuple[Word, ...]:
    return _split(text, 0, len(text))


def word_of(form: str) -> Word:
    """A word as it stands in no text."""
    form, folded, shape, capital = _seen(form)
    return Word(0, len(form), folded, shape, "^", form, capital)


def _split(text: str, start: int, end: int) -> tuple[Word, ...]:
    out: list[Word] = []
    gap, last = "^", start
    for match in _WORD.finditer(text, start, end):
        first, stop = match.span()
        form, folded, shape, capital = _seen(match[0])
        if out:
            between = text[last:first]
            gap = "s" if between == " " else _gap(between)
            gap = "h" if between == "–" and capital and _dashed(out) else gap
        out.append(Word(first, stop, folded, shape, gap, form, capital))
        last = stop
    return tuple(out)


def _dashed(words: list[Word]) -> bool:
    """`Region Sønderjylland–Schleswig`, `Interreg Deutschland–Danmark`: a dash inside the name of a border region."""
    return (
        len(words) > 1
        and words[-1].shape == "C"
        and words[-1].gap == "s"
        and words[-2].fold in words_of("institutions.spanning")
    )


@lru_cache(maxsize=10_000)
def _seen(form: str) -> tuple[str, str, str, bool]:
    """A word (the same string for all its places), its folded form, its shape, whether it begins like a name."""
    shape = _shape(form)
    return form, _fold(form), shape, shape in "CU"


def _fold(form: str) -> str:
    """A word folded; `Bürgermeister:in`, `Vorsitzende/r`, `président·e·s` in the form that their ending makes."""
    if form.isalnum():
        return fold(form).replace(" ", "") or form.casefold()
    stem, *endings = _INCLUSIVE.split(form)
    if endings:
        form = stem if endings[0].startswith(_OTHER_STEM) else stem + "".join(endings)
    return fold(form).replace(" ", "") or form.casefold()


_OTHER_STEM = ("rice", "trice", "euse", "ère", "ière")


def _shape(form: str) -> str:
    if not form[0].isalpha():
        return "0"
    if form[0].islower():
        return "l"
    return "U" if len(form) > 1 and form.upper() == form else "C"


@lru_cache(maxsize=200)
def _gap(between: str) -> str:
    core = between.strip(" \n\t\u00a0\u202f\u2009")
    if core in _SIMPLE:
        return "w" if not core and _column(between) else _SIMPLE[core]
    if core == "-" and between[0] == "-":
        return "s" if len(between) > 1 else "h"
    if core == between and core in "‐‑\u00ad":
        return "h"
    return "a" if core in "'’‘´" and between[0] == core else _mark(core)


COLUMN = 3
"""So many spaces in a row part the columns of a typed table."""


def _column(between: str) -> bool:
    return "\n" not in between and (len(between) >= COLUMN or "\t" in between)


_SIMPLE = {"": "s", ",": "c", ".": "d"}


def _mark(core: str) -> str:
    """The gap of punctuation that parts: a bracket counts before all else."""
    if "(" in core:
        return "("
    if core[0] in ")]":
        return ")"
    if core[0] in "-–—":
        return "-"
    if core in ("«", "„", "“", '"', "‘") and len(core) == 1:
        return "q"
    return core[0] if core[0] in ";:/&" else "p"


def longest(words: Sequence[Word], i: int, phrases: Phrases, gaps: frozenset[str] = SOFT) -> tuple[int, str] | None:
    """The longest phrase that begins at word `i`: the index after it, and its key."""
    beginning = phrases.starting.get(words[i].fold)
    if beginning is None:
        return None
    second = i + 1
    if beginning.longer and second < len(words) and words[second].gap in gaps:
        for rest, key in beginning.longer.get(words[second].fold, ()):
            if not rest or _goes_on(words, second + 1, rest, gaps):
                return second + 1 + len(rest), key
    return None if beginning.alone is None else (second, beginning.alone)


def _goes_on(words: Sequence[Word], i: int, rest: Phrase, gaps: frozenset[str]) -> bool:
    """True where these words, over such gaps, begin at word `i`."""
    if i + len(rest) > len(words):
        return False
    for part in rest:
        if words[i].fold != part or words[i].gap not in gaps:
            return False
        i += 1
    return True


def find(words: Sequence[Word], phrases: Phrases) -> tuple[int, int, str] | None:
    """The first place where one of the phrases stands: from, to, key."""
    starting = phrases.starting
    for i, word in enumerate(words):
        hit = longest(words, i, phrases) if word.fold in starting else None
        if hit is not None:
            return i, hit[0], hit[1]
    return None


def behind_bracket(text: str, words: Sequence[Word], i: int) -> int:
    """`Anwesend (stimmberechtigt): X`: the word behind the bracket and colon of a label; `i` where there is none."""
    if words[i].gap != "(":
        return i
    shut = next((n for n in range(i + 1, len(words)) if words[n].gap == ")"), None)
    told = shut is not None and text[words[shut - 1].end : words[shut].start].split() == ["):"]
    return shut if told and shut is not None else i
