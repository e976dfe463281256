"""Councils of several places, whose names stand before the word (`Newry, Mourne and Down District Council`)."""

from collections.abc import Sequence

from kg.extract import heads, lexicon, offices, places
from kg.extract.words import Word


def first_word(words: Sequence[Word], first: int, free: int, head: heads.Head) -> int:
    """`Newry, Mourne and Down District Council`, `Lisburn & Castlereagh City Council`: a council of several places.

    The first of them is known, or nothing stands before it that the council might only be named beside.
    """
    single = _joined(words, first, free)
    if head.language != "en" or words[head.stop - 1].fold != "council" or single == first:
        return first
    first_of_three = _led(words, single - 1, free) if words[single].gap == "c" and single > free else single
    if first_of_three < single and places.at(words, first_of_three) is not None:
        return first_of_three
    return single if places.at(words, single) is not None or words[single].gap in "^w" else first


def _joined(words: Sequence[Word], first: int, free: int) -> int:
    """The first word of the place before `and` or `&` right before word `first`, else `first` itself."""
    sign = words[first].gap == "&"
    last = first - 1 if sign else first - 2
    linked = sign or (words[first - 1].fold == "and" and words[first].gap == words[first - 1].gap == "s")
    return _led(words, last, free) if last >= free and linked and _places(words, last) else first


def _led(words: Sequence[Word], i: int, free: int) -> int:
    """Where the row of capitalised words begins that ends at word `i`."""
    while i > free and words[i].gap in "sh" and _places(words, i - 1):
        i -= 1
    return i


def _places(words: Sequence[Word], i: int) -> bool:
    """A capitalised word that may be a place's."""
    small = words[i].fold in lexicon.words("grammar.openers", "grammar.articles")
    known = offices.head(words, i) is not None or heads.at(words, i) is not None
    return words[i].capital and not small and not known
