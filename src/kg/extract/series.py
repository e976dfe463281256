"""Recurring events: a numbered edition, a name before or behind `series`, the title of a page about a cycle."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from kg.extract import lexicon, outline
from kg.extract.finds import Find, Page, make
from kg.extract.lines import Line
from kg.extract.words import Word, find, longest
from kg.model import BlockKind, EntityType

EDITIONS = ("conference", "other", "workshop")
"""Kinds of events whose numbered editions are a series; the twelfth meeting of a board is none."""
_NUMBER = re.compile(r"\s(?:no\.?|Nr\.?|n[°o]\.?|#|Folge|Ausgabe|épisode|part|Teil)\s?\d{1,3}\b(?!/)", re.IGNORECASE)
_YEAR = re.compile(r"\s(?:19|20)\d\d(?:\s?[/–-]\s?\d\d(?:\d\d)?)?\b")
_QUOTED = re.compile(r"\s?[«„“\"‘]\s?([^«»„“”\"]{3,70}?)\s?[»“”\"’]")


def at(text: str, words: Sequence[Word], i: int) -> Find | None:
    """The series that begins at word `i`."""
    return _edition(text, words, i) or _counted(text, words, i) or _quoted(text, words, i) or _named(text, words, i)


def _counted(text: str, words: Sequence[Word], i: int) -> Find | None:
    """`Border Breakfast no. 41: ...`: a capitalised row at the head of a line, numbered behind."""
    if i or not words[0].capital:
        return None
    stop = _run(words, 0)
    marked = stop > 1 and _NUMBER.match(text, words[stop - 1].end)
    return make(text, words[0].start, words[stop - 1].end, EntityType.SERIES) if marked else None


def told(words: Sequence[Word]) -> bool:
    """True where one of the words calls something a series; else only a numbered edition can be one."""
    starting = _words().starting
    return any(word.fold in starting for word in words)


def _edition(text: str, words: Sequence[Word], i: int) -> Find | None:
    """`11e Congrès Tripartite`, `9. Bodensee-Dialog`, `5th Border Forum`: a numbered edition."""
    before = words[i - 1] if i else None
    if before is None or not words[i].capital:
        return None
    spelled = before.fold in lexicon.words("grammar.ordinals") and words[i].gap == "s"
    if not spelled and (before.shape != "0" or not _ordinal(text, words, i)):
        return None
    stop = _run(words, i)
    headed = longest(words, i, _editions()) is not None or words[stop - 1].fold in _last()
    compound = words[stop - 1].fold.endswith(_endings())
    one = stop == i + 1 and not compound
    return (
        None if one or not (headed or compound) else make(text, words[i].start, words[stop - 1].end, EntityType.SERIES)
    )


def _ordinal(text: str, words: Sequence[Word], i: int) -> bool:
    """`11e`, `5th`; `9.` only at the beginning of a line or behind a small word."""
    before = words[i - 1]
    if before.text[-1:].isalpha():
        return words[i].gap in "sd"
    small = i == 1 or words[i - 2].shape == "l"
    return words[i].gap == "d" and text[before.end : before.end + 1] == "." and len(before.text) < 3 and small


@cache
def _editions() -> lexicon.Phrases:
    return lexicon.Phrases({w: "" for kind in EDITIONS for w in lexicon.words(f"events.heads.{kind}")})


@cache
def _last() -> frozenset[str]:
    """The words that such an event's name ends in."""
    names = (w for kind in EDITIONS for w in lexicon.words(f"events.heads.{kind}"))
    return frozenset(w for w in names if " " not in w) | lexicon.words("works.endings")


@cache
def _endings() -> tuple[str, ...]:
    """What a German compound for such an event ends in."""
    return tuple(sorted(w for w in _last() if len(w) > 4))


def _quoted(text: str, words: Sequence[Word], i: int) -> Find | None:
    """`Vortragsreihe „Grenzfälle“`, `cycle « Frontières »`, `series "Border talks"`: the name in quotation marks."""
    hit = longest(words, i, lexicon.phrases("works.series"))
    found = None if hit is None else _QUOTED.match(text, words[hit[0] - 1].end)
    return None if found is None else make(text, found.start(1), found.end(1), EntityType.SERIES)


def _named(text: str, words: Sequence[Word], i: int) -> Find | None:
    """`Smart Cities Tour`: a capitalised run that ends in the word, more than an adjective before it."""
    if not words[i].capital or words[i].fold in lexicon.words("grammar.openers") or (i and words[i].gap == "h"):
        return None
    stop = i + 1
    while stop < len(words) and stop < i + 5 and words[stop].gap in "sh" and words[stop].capital:
        if longest(words, stop, lexicon.phrases("works.series")) is not None:
            plain = all(_adjective(w) for w in words[i:stop])
            return None if plain else make(text, words[i].start, words[stop].end, EntityType.SERIES)
        stop += 1
    return None


def _adjective(word: Word) -> bool:
    return word.fold in lexicon.words("institutions.adjectives") or word.fold.endswith(("ale", "iche", "ische"))


def _run(words: Sequence[Word], i: int) -> int:
    """The index after a capitalised row with its hyphens."""
    stop = i + 1
    while stop < len(words) and (words[stop].gap == "h" or (words[stop].gap == "s" and words[stop].capital)):
        stop += 1
    return stop


def of_page(page: Page) -> Iterator[Find]:
    """The title of a page that the line under it calls a series (`Grenzgänge – ...`, `Vortragsreihe der ...`), or that
    carries a year and is called one further down (`Border Talks 2025/26`).
    """
    yield from _of_year(page)
    for n, line in enumerate(page.lines):
        if line.kind is not BlockKind.HEADING:
            continue
        below = page.lines[n + 1] if n + 1 < len(page.lines) else None
        if below is not None and _says_series(page.text, below) and find(line.words, _words()) is None:
            stop = next((i for i, w in enumerate(line.words) if i and w.gap in "-:"), len(line.words))
            yield make(page.text, line.start, line.words[stop - 1].end, EntityType.SERIES)
        return


def _of_year(page: Page) -> Iterator[Find]:
    line = next((line for line in page.lines if line.kind is BlockKind.HEADING), None)
    if line is None or not line.words[0].capital:
        return
    stop = _run(line.words, 0)
    if stop < 2 or _YEAR.match(page.text, line.words[stop - 1].end) is None:
        return
    told = any(_called_series(other.words) for other in page.lines if other is not line)
    form = page.text[line.words[0].start : line.words[stop - 1].end]
    if not told or page.text.count(form) < AGAIN:
        return
    for match in re.finditer(re.escape(form), page.text):
        yield make(page.text, match.start(), match.end(), EntityType.SERIES)


AGAIN = 2
"""So often a page names a series by the words of its title."""


def _called_series(words: Sequence[Word]) -> bool:
    """`the series`, `die Reihe`, `le cycle`: the page says that its subject is one."""
    for i in range(1, len(words)):
        if words[i - 1].fold in lexicon.words("grammar.definite") and longest(words, i, _words()) is not None:
            return True
    return False


@cache
def _words() -> lexicon.Phrases:
    return lexicon.phrases("works.series")


def _says_series(text: str, line: Line) -> bool:
    short = len(line.words) < 8 and not outline.sentence(text, line)
    return short and find(line.words, _words()) is not None
