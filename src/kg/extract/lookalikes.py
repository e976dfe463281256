"""Rows of capitalised words that only look like a person: in an address, in a firm's name, a town and an acronym."""

from collections.abc import Sequence

from kg.extract import acronyms, lexicon, places
from kg.extract.words import Word


def legal(word: Word) -> bool:
    """`GmbH`, `Ltd`: what stands before it is a firm."""
    return len(word.text) > 1 and word.text in lexicon.written("institutions.legal")


def firm(words: Sequence[Word], stop: int) -> bool:
    """`Hubert Burda Media`: the row goes on with a firm's word."""
    return (
        stop < len(words)
        and words[stop].gap == "s"
        and words[stop].capital
        and (words[stop].fold in lexicon.words("institutions.firms") or legal(words[stop]))
    )


def of_town(words: Sequence[Word], first: int, stop: int) -> bool:
    """`Donegal ETB`, `Sligo IT`: the acronym of a body behind its town."""
    return stop - first > 1 and places.at(words, first) == stop - 1 and acronyms.is_acronym(words[stop - 1])


def in_address(words: Sequence[Word], i: int) -> bool:
    """Right behind `street`, `place`: what it is called, but for `in her place X`."""
    near = words[max(0, i - 2) : i]
    if i > 2 and near[0].fold == "place" and words[i - 3].fold in ("la", "sa") and words[i - 3].shape == "l":
        return False
    return any(w.fold in lexicon.words("venues.address") for w in near)
