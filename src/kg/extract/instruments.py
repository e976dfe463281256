"""Treaties, laws, declarations and framework agreements: a head word with its place, its number or what it is about."""

import re
from collections.abc import Sequence
from functools import cache, lru_cache

from kg.extract import heads, lexicon, places
from kg.extract.finds import Find, make
from kg.extract.words import SOFT, Word, longest
from kg.model import EntityType

_NUMBERED = re.compile(r"(?:\s\([A-Z]{2,4}\))?\s(?:n°|Nr\.|No\.?)\s?\d{1,5}/\d{2,4}")
LONGEST = 14
"""So many words may say what an agreement is about."""


def at(text: str, words: Sequence[Word], i: int) -> Find | None:
    """`Traité d’Aix-la-Chapelle`, `Règlement (CE) n° 1082/2006`, `Rahmenabkommen über den Rettungsdienst`."""
    hit = longest(words, i, lexicon.phrases("works.instruments"))
    if (hit is None and not (words[i].capital and _compound(words[i].fold))) or (
        hit is not None and hit[0] < len(words) and _hyphened(words, hit[0])
    ):
        return None
    first, i = i, i if hit is None else hit[0] - 1
    number = _number(text, words, i)
    if number is not None:
        return make(text, words[first].start, number, EntityType.INSTRUMENT)
    about = _about(words, first, i)
    if about is not None:
        return make(text, words[first].start, words[about - 1].end, EntityType.INSTRUMENT)
    j = i + 1
    while (
        j < len(words) and j < i + 3 and words[j].gap in "sa" and words[j].fold in lexicon.words("grammar.name_links")
    ):
        j += 1
    if j == i + 1:
        return _before(text, words, first, i)
    if j >= len(words) or words[j].gap not in "sa" or not words[j].capital or heads.at(words, j) is not None:
        return _before(text, words, first, i) if j < len(words) and words[j].shape == "0" else None
    return make(text, words[first].start, words[_told(words, run(words, j)) - 1].end, EntityType.INSTRUMENT)


def _number(text: str, words: Sequence[Word], i: int) -> int | None:
    """Where the number of a law ends, or the short form that it is called by (`loi 3DS`, `loi NOTRe`)."""
    number = _NUMBERED.match(text, words[i].end)
    if number is not None or i + 1 >= len(words):
        return None if number is None else number.end()
    mixed = sum(c.isupper() for c in words[i + 1].text) > 1 and words[i + 1].gap == "s"
    return words[i + 1].end if mixed and words[i].fold in lexicon.words("works.laws") else None


def _told(words: Sequence[Word], stop: int) -> int:
    """The index after what a named agreement is about: `Déclaration de Boulogne sur le voisinage maritime`."""
    if stop + 1 >= len(words) or words[stop].gap != "s" or words[stop + 1].gap not in "sa":
        return stop
    if words[stop].fold in _links():
        end = next(
            (n for n in range(stop + 1, len(words)) if words[n].fold in lexicon.words("works.apart")), len(words)
        )
        return _nouns(words[:end], stop + 1) or stop
    led = words[stop].fold in lexicon.words("works.about") and words[stop + 1].shape == "l"
    end = _phrase(words, stop) if led else stop
    return end if end > stop + 1 else stop


def _hyphened(words: Sequence[Word], n: int) -> bool:
    """`Vertrags-Entwurf`: the head is the first part of another word."""
    return words[n].gap == "h"


@lru_cache(maxsize=1_000)
def _compound(fold: str) -> bool:
    return any(fold.removesuffix(cut).endswith(_compounds()) for cut in ("", "s", "es"))


@cache
def _compounds() -> tuple[str, ...]:
    """What a compound ends in (`Rettungsdienst-Rahmenabkommen`, `Freundschaftsvertrag`)."""
    return tuple(sorted(f"{p}{w}" for w in lexicon.words("works.compounds") for p in ("s", "rahmen")))


def _about(words: Sequence[Word], first: int, i: int) -> int | None:
    """The index after what a certain agreement is about: `accord-cadre franco-belge sur la coopération sanitaire`."""
    j = i + 1
    while j < len(words) and words[j].gap in "sh" and _national(words, j):
        j += 1
    if j > i + 1 and words[i].shape in "lC" and j < len(words) and words[j].fold in lexicon.words("works.subjects"):
        return _phrase(words, j)
    if j == i + 1 and j + 1 < len(words) and words[j].gap == "s" and _titled(words, first, j):
        return _phrase(words, j)
    certain = first > 0 and words[first - 1].fold in lexicon.words("works.certain") and words[first].gap == "s"
    german = words[i].capital and words[i].fold.endswith(_german())
    if certain and german and j == i + 1 and j < len(words) and words[j].gap == "s" and words[j].fold in _links():
        return _nouns(words, j)
    return None


def _titled(words: Sequence[Word], first: int, j: int) -> bool:
    """`Convention-cadre sur les soins`, `la convention-cadre relative à ...`: what leads to its subject."""
    certain = first > 0 and words[first - 1].fold in lexicon.words("works.certain")
    if first > 0 and not certain and words[first - 1].capital and words[first].gap == "s":
        return False
    related = words[j].fold.startswith(("relati", "concern", "regard", "portant")) and certain
    told = words[j].fold in lexicon.words("works.about") and words[first].shape == "C"
    return (related or told) and words[j + 1].shape == "l"


@cache
def _german() -> tuple[str, ...]:
    names = lexicon.phrases_of("de", "works", "instruments") | lexicon.phrases_of("de", "works", "compounds")
    return tuple(sorted(n for name in names for n in (name, f"{name}s", f"{name}es")))


def _national(words: Sequence[Word], j: int) -> bool:
    """`franco-belge`, `tripartite`: an adjective, its parts joined by hyphens."""
    word = words[j]
    known = word.fold in lexicon.words("institutions.adjectives") or word.fold in lexicon.words("works.nations")
    return known or (word.gap == "h" and words[j - 1].fold in lexicon.words("works.nations"))


@cache
def _links() -> frozenset[str]:
    return frozenset(("zur", "zum", "uber", "fur"))


def _phrase(words: Sequence[Word], j: int) -> int:
    """The index after a French or English noun phrase: up to punctuation, a relative word, a verb or a date."""
    stop = j + 1
    while stop < len(words) and stop < j + LONGEST and words[stop].gap in "sah":
        verb = longest(words, stop, lexicon.kinds("roles.verbs")) is not None
        ends = words[stop].fold in lexicon.words("works.stops") and words[stop].text != "à"
        if verb or ends or words[stop].shape == "0" or _another(words, stop):
            break
        stop += 1
    return stop


def _another(words: Sequence[Word], i: int) -> bool:
    """`... et l'accord de commerce`: what follows is a second agreement."""
    heads_ = lexicon.phrases("works.instruments")
    joined = words[i].fold in lexicon.words("grammar.joins")
    return joined and any(longest(words, n, heads_) is not None for n in range(i + 1, min(len(words), i + 3)))


def _nouns(words: Sequence[Word], j: int) -> int | None:
    """The index after the last noun of German phrases with their prepositions and adjectives."""
    last = None
    small = lexicon.words("grammar.inner", "grammar.joins")
    for n in range(j, min(len(words), j + LONGEST)):
        word = words[n]
        if n > j and word.gap not in SOFT:
            break
        if word.capital:
            last = n + 1
        elif word.fold not in small and not (word.shape == "l" and word.fold.endswith(("en", "er", "e", "es", "em"))):
            break
    return last


def _before(text: str, words: Sequence[Word], head: int, i: int) -> Find | None:
    """The name stands before the head: `Aachener Vertrag`, `European Cross-Border Mechanism`."""
    first = head
    while first > 0 and words[first].gap in "sh" and words[first - 1].capital and _nameable(words, first - 1):
        first -= 1
    if first == head or not words[i].capital:
        return None
    stop = max(_subject(words, i), _told(words, i + 1))
    return make(text, words[first].start, words[stop - 1].end, EntityType.INSTRUMENT)


def _subject(words: Sequence[Word], i: int) -> int:
    """The index after what an English title is on: `Charter on Emergency Care`, `Agreement for the Upper Rhine`."""
    j = i + 1
    while j < len(words) and j < i + 3 and words[j].gap == "s" and words[j].fold in ("on", "for", "of", "the"):
        j += 1
    return run(words, j) if j > i + 1 and j < len(words) and words[j].gap == "s" and words[j].capital else i + 1


def _nameable(words: Sequence[Word], n: int) -> bool:
    if words[n].gap == "h" or (n + 1 < len(words) and words[n + 1].gap == "h"):
        return True
    return words[n].fold not in lexicon.words("grammar.openers", "grammar.articles")


def run(words: Sequence[Word], j: int) -> int:
    """The index after a capitalised run with its hyphens, numbers behind a capital included (`2021–2027`, `2.0`)."""
    stop = max(j + 1, places.at(words, j) or 0)
    while stop < len(words) and (words[stop].gap in "h-d" or (words[stop].gap == "s" and words[stop].shape in "CU0")):
        if words[stop].gap == "-" and not _spanned(words, stop):
            break
        if words[stop].gap == "d" and not (words[stop].shape == "0" and words[stop - 1].shape == "0"):
            break
        if words[stop].gap == "s" and words[stop].shape == "0" and not _period(words, stop):
            break
        stop = max(stop + 1, (places.at(words, stop) or 0) if words[stop].gap == "s" else 0)
    return stop


def _period(words: Sequence[Word], n: int) -> bool:
    """A year, a period or a version belongs to a name; `65 Prozent` does not."""
    year = len(words[n].text) == 4 and words[n].text[:2] in ("19", "20")
    version = len(words[n].text) == 1 or words[n].text[0].isalpha()
    counted = n + 1 < len(words) and words[n + 1].gap == "s" and words[n + 1].capital
    return year or (version and not counted)


def _spanned(words: Sequence[Word], i: int) -> bool:
    """`Brandenburg–Polen`, `2021–2027`: a dash without spaces around it, between two of a kind."""
    near = words[i].start - words[i - 1].end == 1
    return near and words[i].shape != "l" and (words[i].shape == "0") == (words[i - 1].shape == "0")
