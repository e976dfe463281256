"""Territories: names of the gazetteer, and what a territory's head word says of the name behind it."""

from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

from kg.extract import gazetteer, lexicon, offices
from kg.extract.finds import Cover, Find, Page, flat, make
from kg.extract.lines import Line
from kg.extract.words import SOFT, Word, longest, word_of
from kg.model import EntityType
from kg.text.normal import fold

GAPS = SOFT | {"/"}
DISTRICT = 9
LISTS = ("countries", "regions", "departments", "areas", "towns")


@cache
def names() -> lexicon.Phrases:
    """Every name of the gazetteer."""
    return lexicon.phrases(*(f"territories.{name}" for name in LISTS))


def find(page: Page, cover: Cover) -> tuple[Find, ...]:
    """The territories named in a page outside of what `cover` holds."""
    return tuple(f for line in page.lines for f in _in_line(page, line, cover))


def _in_line(page: Page, line: Line, cover: Cover) -> Iterator[Find]:
    i, last, small = 0, -1, _small_firsts()
    while i < len(line.words):
        word = line.words[i]
        if not word.capital and word.fold not in small:
            i += 1
            continue
        headed = _headed(line.words, i) if _may_head(word.text) else None
        stop = max(headed or 0, at(line.words, i) or 0) or None
        stop = stop or _called(line.words, i)
        if stop is None and last == i and _between(line.words, i, cover):
            stop = _run(line.words, i)
        if stop is None:
            i += 1
            continue
        start, end = line.words[i].start, _end(page.text, line.words, stop)
        if cover.free(start, end) and not _street(line.words, i):
            name = _nominative(page.text, line.words, i, end)
            yield make(page.text, start, end, EntityType.TERRITORY, name)
        i = last = stop


def _street(words: Sequence[Word], i: int) -> bool:
    """`1 route de Bonneville`: a street that is called after a town."""
    j = i - 1
    while j > 0 and words[j].fold in lexicon.words("grammar.name_links"):
        j -= 1
    called = 0 < j < i - 1 and words[j].shape == "l" and words[j].fold in lexicon.words("venues.address")
    return called and words[j - 1].text[0].isdigit()


def _end(text: str, words: Sequence[Word], stop: int) -> int:
    """The end of a name, with the bracket that tells which place it is: `Frankfurt (Oder)`."""
    end = words[stop - 1].end
    after = words[stop] if stop < len(words) and words[stop].gap == "(" else None
    if (
        after is None
        or after.fold not in lexicon.words("territories.qualifiers")
        or text[after.end : after.end + 1] != ")"
    ):
        return end
    return after.end + 1


def _nominative(text: str, words: Sequence[Word], i: int, end: int) -> str | None:
    """`Landkreis Görlitz` for `Landkreises Görlitz`."""
    bare = _kind(words[i]) or (genitive(words[i]) if end == words[i].end else None)
    return None if bare is None or bare == words[i].text else flat(bare + text[words[i].end : end])


def _kind(word: Word) -> str | None:
    """A territory's head word in the nominative."""
    return _nominative_kind(word.text) if word.capital else None


@lru_cache(maxsize=5_000)
def _nominative_kind(text: str) -> str | None:
    heads = lexicon.words("territories.heads")
    for cut in ("", "s", "es"):
        bare = text.removesuffix(cut)
        if (not cut or bare != text) and fold(bare) in heads:
            return bare
    return None


def _district(word: Word) -> bool:
    """`Bodenseekreis`, `Ortenaukreises`: a German district in one word."""
    if not word.capital or len(word.fold) < DISTRICT or not word.fold.endswith(("kreis", "kreises")):
        return False
    return not word.fold.removesuffix("es").endswith(lexicon.endings("territories.circles"))


def _between(words: Sequence[Word], i: int, cover: Cover) -> bool:
    """An unknown name in a list of places: behind one and a comma, before another (`Nancy, Toul-le-Haut und Metz`)."""
    stop = _run(words, i) if words[i].capital and words[i].gap == "c" else None
    if stop is None or stop >= len(words) or not cover.free(words[i].start, words[stop - 1].end):
        return False
    joined = words[stop].fold in lexicon.words("grammar.joins") and words[stop].gap == "s"
    j = stop + 1 if joined else stop
    return j < len(words) and (joined or words[j].gap == "c") and at(words, j) is not None


def at(words: Sequence[Word], i: int) -> int | None:
    """The index after a name of the gazetteer that begins at word `i`."""
    word = words[i]
    hit = longest(words, i, names(), GAPS) if word.capital or word.fold in _first_words() else None
    if hit is None and genitive(word) is not None and i and words[i].gap == "s":
        return i + 1
    town = gazetteer.at(words, i) if hit is None else None
    hit = hit if town is None else (town, "")
    if hit is None or not any(w.capital for w in words[i : hit[0]]):
        return None
    stop = _trailing(words, hit[0])
    if (stop < len(words) and words[stop].gap == "h" and words[stop].capital) or (i and word.gap == "h"):
        return None
    if stop < len(words) and words[stop].gap == "s" and words[stop].shape == "0" and len(words[stop].text) == 4:
        return None
    if stop - i == 1 and word.fold in lexicon.words("territories.ambiguous") and not _after_link(words, i):
        return None
    return stop


def _called(words: Sequence[Word], i: int) -> int | None:
    """`Zarasai District`, `Vas County`: an unknown name behind a small word that an English word makes a territory."""
    before = words[i - 1] if i and words[i].gap == "s" else None
    linked = before is not None and before.fold in lexicon.words("grammar.name_links", "grammar.where")
    named = words[i].shape == "C" and words[i].fold not in lexicon.words("institutions.adjectives")
    stop = _trailing(words, i + 1) if linked and named else i + 1
    return stop if stop > i + 1 else None


def _trailing(words: Sequence[Word], stop: int) -> int:
    """The index after `County`, `Voivodeship` behind a name, where no body's head follows (`Nógrád County`)."""
    if stop >= len(words) or words[stop].gap != "s" or not words[stop].capital:
        return stop
    hit = longest(words, stop, lexicon.phrases("territories.trailing"))
    if hit is None or (hit[0] < len(words) and words[hit[0]].gap == "s" and words[hit[0]].capital):
        return stop
    return hit[0]


def genitive(word: Word) -> str | None:
    """`Saarland` for `Saarlandes`, `Luxemburg` for `Luxemburgs`: a German name in the genitive."""
    if not word.capital or not word.fold.endswith("s") or len(word.fold) < DISTRICT - 1:
        return None
    for cut in ("es", "s"):
        if word.fold.removesuffix(cut) != word.fold and word.fold.removesuffix(cut) in _german():
            return word.text.removesuffix(cut)
    return None


@cache
def _german() -> frozenset[str]:
    """German names of one word."""
    lists = (lexicon.phrases_of("de", "territories", name) for name in ("countries", "regions", "towns"))
    return frozenset(w for names_ in lists for w in names_ if " " not in w) - lexicon.words("territories.ambiguous")


@cache
def _small_firsts() -> frozenset[str]:
    """The words that begin a territory though they have no capital (`canton de Capellen`)."""
    return _first_words() | frozenset(lexicon.phrases("territories.heads").starting)


@cache
def _first_words() -> frozenset[str]:
    return frozenset(t.split()[0] for name in LISTS for t in lexicon.words(f"territories.{name}") if " " in t)


def _after_link(words: Sequence[Word], i: int) -> bool:
    """True behind a preposition; an article alone says too little (`die Rolle`)."""
    return i > 0 and words[i].gap in "sa" and words[i - 1].fold in _prepositions()


@cache
def _prepositions() -> frozenset[str]:
    return lexicon.words("grammar.links") - {"the", "die", "das", "den"}


def _headed(words: Sequence[Word], i: int) -> int | None:
    """`Landkreis Oberhavel`, `canton de Capellen`, `Land de Sarre`: head, links and a capitalised name."""
    if _district(words[i]):
        return i + 1
    hit = longest(words, i, lexicon.phrases("territories.heads"))
    if hit is None and _kind(words[i]) is None:
        return None
    head = i + 1 if hit is None else hit[0]
    j = head
    while (
        j < len(words) - 1
        and j < head + 3
        and words[j].gap in "sa"
        and words[j].fold in lexicon.words("grammar.name_links")
    ):
        j += 1
    linked = j > head
    if j >= len(words) or words[j].gap not in "sa" or not words[j].capital:
        return None
    if not linked and (words[i].shape == "l" or offices.head(words, j) is not None):
        return None
    known = at(words, j)
    if known is not None and words[i].shape == "l" and words[i].fold in _vague() and _town(words, j, known):
        return None
    return known if known is not None else (_run(words, j) if words[i].fold != "land" else None)


@lru_cache(maxsize=2_000)
def _may_head(text: str) -> bool:
    """False for a word that no name of a territory can begin as its head: most words of a page."""
    word = word_of(text)
    return word.fold in lexicon.begun("territories.heads") or _district(word) or _kind(word) is not None


def _vague() -> frozenset[str]:
    """Words for the surroundings of a town where they stand in lower case (`la région de Mulhouse`)."""
    return frozenset(("region", "bassin", "vallee", "agglomeration"))


def _town(words: Sequence[Word], i: int, stop: int) -> bool:
    return " ".join(w.fold for w in words[i:stop]) in lexicon.words("territories.towns")


def _run(words: Sequence[Word], j: int) -> int | None:
    """The index after one capitalised name with its hyphens (`Saint-Hilaire-le-Grand`)."""
    stop = j + 1
    while stop < len(words) and words[stop].gap == "h":
        stop += 1
    openers = lexicon.words("grammar.openers")
    return None if words[j].fold in openers or (words[j].shape == "U" and len(words[j].text) < 4) else stop
