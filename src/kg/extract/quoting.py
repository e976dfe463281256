"""Who speaks, told by the grammar of speech and not by its verb: `« ... », a lancé X`, `X fordert, dass ...`."""

from collections.abc import Sequence

from kg.extract import lexicon, occasions
from kg.extract.finds import Find
from kg.extract.words import Word, longest

QUOTED = 5
"""So many words may stand between `so`, or the verb behind a quotation, and the name of the quoted."""
CLAIM = 16
"""So many words, those of an office, may stand between a name and what somebody claims."""
CLOSING = '»“”"'
GERMAN = ("dass", "ob")
"""German parts them from the verb by a comma."""
OTHERS = ("que", "qu", "that")
ENDINGS = ("e", "es", "ee", "ed", "d", "it", "ait", "ut", "u", "id")
"""What the verb right before `que` or `that` ends in: a participle or a past tense."""

AUXILIARIES = ("a", "ont", "avait", "avaient")
TITLE = 14
"""A title has no more words."""
ADVERB = 6
"""So many words with a French adverb (`a souhaité pour sa part`) may part `que` from its verb."""


def quoted(text: str, words: Sequence[Word], first: int, i: int) -> bool:
    """`„...“, so Bürgermeister X`, `“...”, said the mayor, X`: who has just been quoted, his office between."""
    if i > first and words[i - 1].fold in lexicon.words("grammar.doers"):
        return False  # `la table ronde « X », conduite par Y`
    near = range(max(first + 1, i - QUOTED), i)
    if any(words[n].fold == "so" and words[n].gap not in "sah" and words[n].shape == "l" for n in near):
        return True
    return any(
        words[n].shape == "l" and not _relative(words[n]) and _closed(text, words, n) and not _title(words, first, n)
        for n in near
    )


def _title(words: Sequence[Word], first: int, n: int) -> bool:
    """`Das Forum „Natur“ leitete X`: what stands in quotation marks behind an event's word is its title."""
    opened = next((k for k in range(n - 1, max(first, n - TITLE), -1) if words[k].gap in "qp"), None)
    if opened is None:
        return False
    before = longest(words, opened - 1, lexicon.phrases("events.holders"))
    return before is not None or occasions.event_word(words, opened - 1) is not None


def _relative(word: Word) -> bool:
    """`Im Workshop „X“, den Anna Weber moderierte`: what follows the title is a clause of its own."""
    return word.fold in lexicon.words("grammar.relatives")


def _closed(text: str, words: Sequence[Word], n: int) -> bool:
    """True where a quotation and a comma end right before a word."""
    between = text[words[n - 1].end : words[n].start].strip()
    closed = any(c in CLOSING for c in between)
    return closed and ("," in between or between[-1:] in CLOSING) and not any(c in "(:;" for c in between)


def claims(words: Sequence[Word], i: int, stop: int, people: Sequence[Find]) -> bool:
    """`X, maire de Y, a souhaité que ...`, `X betonte, dass ...`: who says that something is so."""
    for n in range(i + 1, min(stop, i + CLAIM)):
        if any(p.start <= words[n].start < p.end for p in people):
            return False
        verb, gap = words[n - 1], words[n].gap
        if words[n].fold in GERMAN and gap == "c" and verb.shape == "l":
            return True
        spoken = verb.fold.endswith(ENDINGS) or any(w.fold in AUXILIARIES for w in words[max(i + 1, n - ADVERB) : n])
        if words[n].fold in OTHERS and gap == "s" and verb.shape == "l" and spoken:
            return True
    return False
