"""Treaties and laws, projects and funds, recurring events: named works that pages refer to."""

from collections.abc import Iterator, Sequence
from functools import cache

from kg.extract import acronyms, complements, heads, instruments, lexicon, places, series
from kg.extract.finds import Find, Page, flat, make
from kg.extract.instruments import run
from kg.extract.lines import Line
from kg.extract.words import Word, longest
from kg.model import EntityType


def find(page: Page) -> tuple[Find, ...]:
    """All works of the three kinds."""
    told = tuple(f for line in page.lines for f in _in_line(page.text, line))
    return (*told, *series.of_page(page))


def _in_line(text: str, line: Line) -> Iterator[Find]:
    i, told, first = 0, series.told(line.words), _first_words()
    ordinals, words = lexicon.words("grammar.ordinals"), line.words
    while i < len(words):
        word = words[i]
        known = word.fold in first or (word.capital and (len(word.fold) >= COMPOUND or _before_fund(words, i)))
        found = instruments.at(text, words, i) or _project(text, words, i) if known else None
        if found is None and (told or i == 0 or words[i - 1].shape == "0" or words[i - 1].fold in ordinals):
            found = series.at(text, words, i)
        if found is None:
            i += 1
            continue
        yield found
        while i < len(words) and words[i].start < found.end:
            i += 1


def _before_fund(words: Sequence[Word], i: int) -> bool:
    return i + 1 < len(words) and words[i + 1].gap == "h" and words[i + 1].fold in lexicon.words("works.funds")


COMPOUND = 10
"""A German compound of a treaty's word has so many letters."""


@cache
def _first_words() -> frozenset[str]:
    lists = ("works.instruments", "works.projects", "works.programmes")
    return frozenset(text.split()[0] for name in lists for text in lexicon.words(name))


def _project(text: str, words: Sequence[Word], i: int) -> Find | None:
    """`programme Interreg Grande Région 2014-2020`, `projet „Trisan“`, `project b-solutions`, `Fonds européen ...`."""
    hit = longest(words, i, lexicon.phrases("works.projects"))
    if hit is None or words[i].gap == "h":
        return _programme(text, words, i) or _hyphened(text, words, i)
    return _headed(text, words, i, hit[0] - 1) or _programme(text, words, i)


def _hyphened(text: str, words: Sequence[Word], i: int) -> Find | None:
    """`KursKultur-Fonds`: a fund called by the first part of a compound."""
    if not _before_fund(words, i) or not words[i].capital or words[i].gap == "h" or acronyms.is_acronym(words[i]):
        return None
    return make(text, words[i].start, words[i + 1].end, EntityType.PROJECT)


def _headed(text: str, words: Sequence[Word], first: int, i: int) -> Find | None:
    """What a head says, from its word `first` to its last, `i`."""
    if words[i].fold in _proper() and words[i].capital:
        return _run_of(text, words, i, i) if _free(words, i) else None
    j = i + 1
    if j >= len(words):
        return None
    if words[first].fold == "interreg" and i > first and words[j].capital and words[j].gap == "s":
        return _run_of(text, words, first, j)
    quoted = words[j].gap == "q" and text[words[i].end : words[j].start].strip() in ("«", "„", "“", '"', "‘", "'")
    if quoted:
        return _quotation(text, words, j)
    if words[i].fold.endswith("fonds") and words[j].gap == "s":
        return _fund(text, words, i, j)
    return _named(text, words, i, j)


def _run_of(text: str, words: Sequence[Word], first: int, j: int) -> Find:
    """A capitalised row from word `j` on; the years of a funding period are not part of its name."""
    named = stop = _stop(words, first, j)
    while named > j + 1 and words[named - 1].shape == "0" and len(words[named - 1].text) == YEAR:
        named -= 1
    name = flat(text[words[first].start : words[named - 1].end])
    return make(text, words[first].start, words[stop - 1].end, EntityType.PROJECT, name)


YEAR = 4


def _stop(words: Sequence[Word], first: int, j: int) -> int:
    """The index after a capitalised row; the name of an Interreg programme goes on behind a dash."""
    stop = run(words, j)
    paired = stop < len(words) and words[stop].gap == "-" and words[first].fold == "interreg" and _paired(words, stop)
    return run(words, stop) if paired else stop


def _paired(words: Sequence[Word], i: int) -> bool:
    """Two territories on both sides of a dash."""
    ends = {hit[0] for n in range(max(0, i - 3), i + 1) if (hit := longest(words, n, places.names())) is not None}
    return i in ends and any(end > i for end in ends)


def _fund(text: str, words: Sequence[Word], i: int, j: int) -> Find | None:
    """`Fonds européen de développement régional`, `Kleinprojektefonds Interreg Bayern–Österreich`."""
    if words[j].fold in _proper() or (words[i].fold != "fonds" and words[j].capital):
        return _run_of(text, words, i, j)
    if words[j].fold not in lexicon.words("institutions.adjectives"):
        return _named(text, words, i, j)
    head = heads.Head(first=i, stop=j, language="fr", weak=False, namesake=False, ministry=False, located=False)
    end = complements.extent(words, i, head, {}) or 0
    return make(text, words[i].start, words[end - 1].end, EntityType.PROJECT) if end >= i + 3 else None


def _programme(text: str, words: Sequence[Word], i: int) -> Find | None:
    """A programme of the European Union by its own name: `PEACEPLUS`, `POCTEFA`, `b-solutions`, `Horizon Europe`."""
    hit = longest(words, i, lexicon.phrases("works.programmes"))
    if hit is None or (not any(w.capital for w in words[i : hit[0]]) and words[i].fold != "b"):
        return None
    if words[i].gap == "h" or (hit[0] < len(words) and words[hit[0]].gap == "h"):
        return None
    return make(text, words[i].start, words[hit[0] - 1].end, EntityType.PROJECT)


def _named(text: str, words: Sequence[Word], i: int, j: int) -> Find | None:
    if words[j].gap != "s" or words[j].fold in lexicon.words("grammar.openers"):
        return None
    small = len(words[j].text) == 1 and j + 1 < len(words) and words[j + 1].gap == "h"
    mixed = words[j].capital and (words[i].shape == "l" or any(c.isupper() for c in words[j].text[1:]))
    end = words[_stop(words, j, j) - 1].end
    return (
        make(text, words[i].start, end, EntityType.PROJECT, flat(text[words[j].start : end]))
        if mixed or small
        else None
    )


def _quotation(text: str, words: Sequence[Word], j: int) -> Find | None:
    stop = j + 1
    while (
        stop < len(words)
        and stop < j + 14
        and not any(q in text[words[stop - 1].end : words[stop].start] for q in "»“”\"'")
    ):
        stop += 1
    return make(text, words[j].start, words[stop - 1].end, EntityType.PROJECT)


@cache
def _proper() -> frozenset[str]:
    return frozenset(("interreg", "erasmus", "feder", "efre"))


def _free(words: Sequence[Word], i: int) -> bool:
    return words[i].gap != "h" and not (i + 1 < len(words) and words[i + 1].gap == "h")
