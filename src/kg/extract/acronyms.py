"""Acronyms and what they stand for: `Agence pour l’emploi (ADEM)`, `ADEM (Agence ...)`, `AKW : Arbeitskreis ...`."""

from collections.abc import Iterator, Sequence
from functools import cache

from kg.extract import heads, lexicon, places
from kg.extract.finds import Cover, Find, Page, make
from kg.extract.lines import Line
from kg.extract.words import Word
from kg.model import EntityType

Pair = tuple[Find, Find]
LONGEST = 9


@cache
def codes() -> frozenset[str]:
    """Country and language codes; they name no body."""
    return frozenset(lexicon.written("acronyms.codes"))


@cache
def _no_body() -> frozenset[str]:
    return codes() | frozenset(lexicon.written("acronyms.other"))


def is_acronym(word: Word) -> bool:
    """True for `FNCCR`, `CoR`, `UniGR`: at least two capitals, short."""
    if not 2 <= len(word.text) <= LONGEST or word.text[1:].islower():
        return False
    return (
        sum(c.isupper() for c in word.text) >= 2
        and word.text not in _no_body()
        and word.text[0].isalpha()
        and not word.text[-2:].isdigit()
    )


def shouted(line: Line) -> bool:
    """True for a line in capitals, where no acronym can be told."""
    loud = [w.shape for w in line.words].count("U")
    return loud >= 2 and loud * 10 > len(line.words) * 6


def find(page: Page, finds: Sequence[Find]) -> tuple[Find, ...]:
    """Acronyms that an article or a link shows to be a body's name."""
    taken = Cover.of(page.text, finds)
    return tuple(
        make(page.text, word.start, end, EntityType.ORGANIZATION)
        for line in page.lines
        if not shouted(line)
        for i, word in enumerate(line.words)
        if not word.text[1:].islower() and is_acronym(word) and word.start not in taken and _introduced(line.words, i)
        for end in (_end(line.words, i),)
    )


def _introduced(words: Sequence[Word], i: int) -> bool:
    if (
        words[i].fold in lexicon.words("page.programme")
        or words[i].gap == "h"
        or (i + 1 < len(words) and words[i + 1].gap in "s" and words[i + 1].shape == "0")
    ):
        return False
    return i > 0 and words[i].gap in "sa" and words[i - 1].fold in _introducers()


@cache
def _introducers() -> frozenset[str]:
    return lexicon.words("grammar.links", "grammar.articles") | {"et", "und", "and", "par", "by", "avec"}


def _goes_on(words: Sequence[Word], i: int, j: int) -> bool:
    """`SNCF Réseau`, `MDR Sachsen`: a capitalised word behind an acronym, but not behind a German article."""
    word = words[j]
    german = words[i - 1].fold in lexicon.phrases_of("de", "grammar", "articles") and words[i - 1].fold not in ("des",)
    plain = (
        word.gap == "s"
        and word.shape == "C"
        and (not german or places.at(words, j) is not None)
        and word.fold not in lexicon.words("grammar.openers")
    )
    return plain and not lexicon.words("offices.heads") & {word.fold} and word.fold not in lexicon.words("events.heads")


def _end(words: Sequence[Word], i: int) -> int:
    j = i
    while j + 1 < len(words) and words[j + 1].gap == "h" and words[j + 1].capital:
        j += 1
    if j + 1 < len(words) and i and _goes_on(words, i, j + 1):
        stop = max(j + 2, places.at(words, j + 1) or 0)
        while stop < len(words) and words[stop].gap == "h" and words[stop].capital:
            stop += 1
        return words[stop - 1].end
    if j + 2 < len(words) and words[j + 1].fold in ("of", "de", "du") and places.at(words, j + 2) is not None:
        return words[(places.at(words, j + 2) or 0) - 1].end
    return words[j].end


def territories(page: Page, towns: Sequence[Find]) -> tuple[Find, ...]:
    """`Deutschsprachige Gemeinschaft (DG)`: the acronym of a territory, wherever it stands."""
    called: dict[str, Find] = {}
    for line in page.lines if towns else ():
        for i, word in enumerate(line.words):
            if word.gap == "(" and is_acronym(word) and _closing(line.words, i) == i + 1:
                end = line.words[i - 1].end if i else 0
                long = next((t for t in towns if t.end == end and " " in t.form), None)
                called |= {} if long is None else {word.text: long}
    return tuple(
        make(page.text, word.start, word.end, EntityType.TERRITORY, called[word.text].name)
        for line in page.lines if called
        for word in line.words if word.text in called
    )  # fmt: skip


def pairs(page: Page, finds: Sequence[Find], people: Sequence[Find]) -> tuple[Pair, ...]:
    """Two names of one body that the page itself puts side by side."""
    starts = {f.start: f for f in finds if f.type is EntityType.ORGANIZATION}
    named = Cover.of(page.text, people)
    found = (p for line in page.lines for p in _in_line(page, line, starts))
    return tuple(p for p in found if p[0].start not in named and p[1].start not in named)


def _in_line(page: Page, line: Line, starts: dict[int, Find]) -> Iterator[Pair]:
    yield from _bracketed(page, line, starts)
    yield from _defined(page, line, starts)
    yield from _slashed(page, line, starts)
    yield from _dashed(page, line, starts)


def _bracketed(page: Page, line: Line, starts: dict[int, Find]) -> Iterator[Pair]:
    """`long (SHORT)` and `SHORT (long)`."""
    words = line.words if page.text.find("(", line.start, line.end) >= 0 else ()
    for i, word in enumerate(words):
        if word.gap != "(":
            continue
        stop = _closing(words, i)
        inner = starts.get(word.start)
        left = _left(page, words, i, starts)
        if left is None:
            continue
        if stop == i + 1 and is_acronym(word) and left.form != word.text:
            yield left, make(page.text, word.start, word.end, EntityType.ORGANIZATION)
        elif _translated(words, i, left, inner) or _initials(words[i:stop]) == left.form.casefold():
            yield left, inner or make(page.text, word.start, words[stop - 1].end, EntityType.ORGANIZATION)


def _translated(words: Sequence[Word], i: int, left: Find, inner: Find | None) -> bool:
    """True where a bracket holds the name in another language; one in the same says where somebody belongs."""
    if inner is None:
        return False
    before = next((n for n in range(len(words)) if words[n].start >= left.start), 0)
    heading = (_language(words, before, left.end), _language(words, i, inner.end))
    return None in heading or heading[0] != heading[1]


def _language(words: Sequence[Word], n: int, end: int) -> str | None:
    """The language of the head word of a name."""
    while n < len(words) and words[n].start < end:
        head = heads.at(words, n)
        if head is not None:
            return head.language
        n += 1
    return None


def _dashed(page: Page, line: Line, starts: dict[int, Find]) -> Iterator[Pair]:
    """`(OST – Ostschweizer Fachhochschule)`: an acronym, a dash and its name, at the head of a bracket or a line."""
    words = line.words
    for i in range(1, len(words)):
        right = starts.get(words[i].start) if words[i].gap == "-" else None
        short = words[i - 1]
        if right is not None and short.gap in "^(c:" and is_acronym(short):
            yield right, make(page.text, short.start, short.end, EntityType.ORGANIZATION)


def _slashed(page: Page, line: Line, starts: dict[int, Find]) -> Iterator[Pair]:
    """`Eurodistrikt X / Eurodistrict X`: a name in two languages."""
    words = line.words if page.text.find("/", line.start, line.end) >= 0 else ()
    for i in range(1, len(words)):
        right = starts.get(words[i].start) if words[i].gap == "/" else None
        if right is None or words[i].start - words[i - 1].end == 1:
            continue
        left = next((f for f in (starts.get(w.start) for w in words[:i]) if f and f.end == words[i - 1].end), None)
        if left is not None:
            yield left, right


def _closing(words: Sequence[Word], i: int) -> int:
    stop = i + 1
    while stop < len(words) and words[stop].gap != ")":
        stop += 1
    return stop


def _left(page: Page, words: Sequence[Word], i: int, starts: dict[int, Find]) -> Find | None:
    """The body that ends right before word `i`."""
    if i == 0:
        return None
    for j in range(i - 1, max(-1, i - 20), -1):
        found = starts.get(words[j].start)
        if found is not None and found.end >= words[i - 1].end:
            return found
    last = words[i - 1]
    return make(page.text, last.start, last.end, EntityType.ORGANIZATION) if is_acronym(last) else None


def _initials(words: Sequence[Word]) -> str:
    return "".join(w.fold[0] for w in words if w.fold not in _small())


@cache
def _small() -> frozenset[str]:
    return lexicon.words("grammar.inner", "grammar.joins") | {"l", "d"}


def _defined(page: Page, line: Line, starts: dict[int, Find]) -> Iterator[Pair]:
    """A line of a glossary: `IGR : Institut transfrontalier ...`."""
    words = line.words
    colon = next((i for i in range(1, min(len(words), 7)) if words[i].gap == ":"), None)
    if colon is None or not any(is_acronym(w) for w in words[:colon]):
        return
    left = make(page.text, words[0].start, words[colon - 1].end, EntityType.ORGANIZATION)
    right = starts.get(words[colon].start)
    if right is None:
        return
    yield left, right
    if is_acronym(words[0]) and colon > 1 and words[1].start in starts:
        yield left, make(page.text, words[0].start, words[0].end, EntityType.ORGANIZATION)
        yield left, make(page.text, words[1].start, words[colon - 1].end, EntityType.ORGANIZATION)
    after = next((i for i in range(colon, len(words)) if words[i].start >= right.end), None)
    if after is not None and words[after].gap == "-" and words[after].start in starts:
        yield left, starts[words[after].start]
