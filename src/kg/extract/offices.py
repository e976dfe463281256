"""The grammar of offices: a head (`directeur`), what may stand before it (`ancien`, `Erster`, `Deputy`), compounds."""

from collections.abc import Sequence
from functools import cache, lru_cache

from kg.extract import lexicon
from kg.extract.words import SOFT, Word, longest, word_of
from kg.text.normal import fold


@cache
def _heads() -> lexicon.Phrases:
    return lexicon.phrases("offices.heads", "offices.plurals")


@cache
def firsts() -> frozenset[str]:
    """The first words of all that a word without a capital may begin: a head, or what a hyphen joins to it."""
    return frozenset(_heads().starting) | _before()


@cache
def _before() -> frozenset[str]:
    return lexicon.words("offices.before", "offices.former")


@cache
def _suffixes() -> tuple[str, ...]:
    return lexicon.endings("offices.suffixes")


def head(words: Sequence[Word], i: int) -> int | None:
    """The index after an office's head that begins at word `i`, else None."""
    if i >= len(words):
        return None
    word = words[i]
    if not _begins(word.text):
        return None
    hit = longest(words, i, _heads()) if word.fold in _heads().starting and not _done(words, i) else None
    if hit is not None:
        j = _short(words, i, hit[0])
        follows = j < len(words) and words[j].gap == "h" and words[j].capital and words[i].shape != "l"
        return _joined(words, j) if follows else j
    if _compound(word):
        return i + 1
    joined = len(word.text) < 6 and i + 1 < len(words) and words[i + 1].gap == "h"
    return head(words, i + 1) if joined and word.fold in _before() else None


def _short(words: Sequence[Word], i: int, stop: int) -> int:
    """`cheffe du Service cantonal`: a capital inside an office without one begins the body, where its head is one."""
    last = words[stop - 1]
    named = words[i].shape == "l" and last.shape == "C" and last.fold in lexicon.words("institutions.heads")
    alone = longest(words[: i + 1], i, _heads()) if named else None
    return stop if alone is None else alone[0]


@lru_cache(maxsize=2_000)
def _begins(text: str) -> bool:
    """False for a word that cannot begin an office's head: most words of a page."""
    word = word_of(text)
    return word.fold in firsts() or _compound(word)


def _joined(words: Sequence[Word], j: int) -> int | None:
    """`Regierungschef-Stellvertreterin`, `Obmann-Stv.`: an office behind the hyphen of another; no `Direktor-Preis`."""
    return j + 1 if _compound(words[j]) or words[j].fold in lexicon.words("offices.deputies") else head(words, j)


def _done(words: Sequence[Word], i: int) -> bool:
    """`le Conseil a élu X`: the participle of a verb and no office."""
    if i == 0 or words[i].shape != "l" or words[i].fold not in lexicon.words("offices.participles"):
        return False
    return words[i - 1].fold in lexicon.words("grammar.auxiliaries")


def alone(words: Sequence[Word]) -> bool:
    """True for words that are an office and nothing else, its noun too (`Présidence`)."""
    found = at(words, 0)
    noun = longest(words, 0, nouns())
    return (found is not None and found[1] == len(words)) or (noun is not None and noun[0] == len(words))


@cache
def nouns() -> lexicon.Phrases:
    """Nouns that stand for an office: `Présidence`, `Vorsitz`."""
    return lexicon.Phrases(dict.fromkeys(lexicon.table("offices.abstract"), ""))


def _compound(word: Word) -> bool:
    return word.capital and len(word.fold) > 8 and word.fold.endswith(_suffixes())


def at(words: Sequence[Word], i: int) -> tuple[int, int] | None:
    """The office that begins at word `i`: where it begins (articles left out) and the index after its head."""
    first, skipped = i, _skipped()
    while first < len(words) - 1 and first < i + 2 and words[first].fold in skipped:
        first += 1
    j = first
    for _ in range(4):
        stop = head(words, j)
        if stop is not None:
            return first, stop
        if j >= len(words) - 1 or not _goes_before(words, j) or words[j + 1].gap not in SOFT:
            return None
        j += 1
    return None


def opens(words: Sequence[Word], i: int) -> bool:
    """`Ann Hill State Secretary`: a name is over where an office of two words begins."""
    if words[i].gap != "s" or words[i].shape != "C" or i + 1 >= len(words) or not words[i + 1].capital:
        return False
    office = at(words, i)
    return office is not None and office[0] == i and office[1] > i + 1


@cache
def _skipped() -> frozenset[str]:
    return lexicon.words("grammar.articles", "offices.dropped")


def _goes_before(words: Sequence[Word], j: int) -> bool:
    """A word that may stand before an office's head: `ancien`, `1.`, `Deputy`, `CoR`, `LISER`-like capitals."""
    word = words[j]
    return (
        word.fold in _before() or (word.shape == "0" and len(word.text) < 4) or (word.capital and _short_acronym(word))
    )


def _short_acronym(word: Word) -> bool:
    return len(word.text) <= 6 and not word.text[1:].islower() and sum(c.isupper() for c in word.text) >= 2


def ending(words: Sequence[Word], stop: int) -> bool:
    """True where an office ends right before word `stop` (an adjective or a place may stand between)."""
    for back in range(1, 5):
        i = stop - back
        if i < 0 or (back > 1 and words[i + 1].gap not in SOFT):
            return False
        j = head(words, i)
        if j is not None:
            return not any(w.capital or w.fold in lexicon.words("grammar.links") for w in words[j:stop])
    return False


def former(words: Sequence[Word]) -> bool:
    """True where one of the words says that the office is over."""
    return any(w.fold in lexicon.words("offices.former") for w in words)


def territorial(words: Sequence[Word]) -> bool:
    """True for an office that one holds of a territory (a mayor's, a minister's)."""
    names = lexicon.phrases("offices.territorial")
    return any(longest(words, i, names) is not None or _municipal(word) for i, word in enumerate(words))


def _municipal(word: Word) -> bool:
    return word.capital and word.fold.endswith(
        ("burgermeister", "burgermeisterin", "minister", "ministerin", "landrat")
    )


@lru_cache(maxsize=5_000)
def singular(office: str) -> str:
    """The office in the singular: the word without its plural ending where that is an office."""
    heads = lexicon.words("offices.heads")
    for ending in ("s", "en", "innen", "nen", "e", "er", "x"):
        bare = office[: -len(ending)] if office.casefold().endswith(ending) else office
        if bare != office and fold(bare) in heads:
            return bare
    first, _, rest = office.partition(" ")
    return f"{first[:-1]} {rest}" if rest and first.endswith("s") and fold(first[:-1]) in heads else office


def single(office: str) -> str:
    """The office of one of those whom a heading names together: `Former Presidents`, `bisherigen Präsidenten`."""
    words = office.split(" ")
    for k in range(len(words)):
        tail = " ".join(words[k:])
        if fold(tail) in lexicon.words("offices.plurals"):
            former = all(fold(w) in lexicon.words("offices.former") for w in words[:k])
            return singular(tail) if former else " ".join([*words[:k], singular(tail)])
    return office
