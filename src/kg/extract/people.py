"""The grammar of personal names: given name or title, particles, surname, in mixed case or capitals.

A row of capitalised words is a person where something says so: a known given name, an honorific or title before it,
a surname in capitals after a capitalised word, or an office right after or right before it. Once a person is known,
the bare surname is found too.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from kg.extract import acronyms, heads, introduced, lexicon, lookalikes, nouns, offices, places, surnames
from kg.extract.finds import Find, Page, make
from kg.extract.lines import Line
from kg.extract.words import SOFT, Word
from kg.model import BlockKind, EntityType

MOST_GROUPS = 5
FEWEST = 2


@dataclass(frozen=True, slots=True)
class _Name:
    """A candidate: words from `first` to before `stop`, with what spoke for it."""

    first: int
    stop: int
    titled: bool


def find(page: Page) -> tuple[Find, ...]:
    """All persons named in a page with at least two names or a title, in order; then bare surnames of the same."""
    full = [f for line in page.lines for f in _in_line(page.text, line)]
    full = sorted({*full, *siblings(page, full), *_over_offices(page, full)})
    return surnames.known(page, full)


def siblings(page: Page, people: Sequence[Find]) -> Iterator[Find]:
    """Unknown names that lead a list item, where the items beside it begin with persons or an office stands above."""
    starts = {p.start for p in people}
    for headed, run in _lists(page.lines):
        shown = headed or offices.alone(run[0].words) or any(_leads(line, starts) for line in run)
        for line in run if shown else ():
            if not any(w.start in starts for w in line.words):
                yield from _unknown(page.text, line)


def _over_offices(page: Page, people: Sequence[Find]) -> Iterator[Find]:
    """A name in a line of its own over a line that begins with an office: a card, a signature."""
    taken = {p.start for p in people}
    for line, below in pairwise(page.lines):
        near = below.blank == 0 or line.kind is BlockKind.HEADING
        if not near or line.words[0].start in taken or offices.at(below.words, 0) is None:
            continue
        name = _candidate(line.words, 0)
        short = name is not None and name.stop == len(line.words) and name.stop - name.first < 4
        if name is not None and short and places.at(line.words, 0) is None and not acronyms.shouted(line):
            words = line.words[name.first :]
            form = page.text[words[0].start : words[-1].end]
            yield make(page.text, words[0].start, words[-1].end, EntityType.PERSON, _spelled(form))


def _lists(lines: Sequence[Line]) -> Iterator[tuple[bool, list[Line]]]:
    """Each run of list items, with the line above it; and whether the heading over it is an office."""
    run: list[Line] = []
    headed = False
    for line in lines:
        if line.bullet and run:
            run.append(line)
            continue
        if len(run) > 1:
            yield headed, run
        run = [line]
        headed = offices.alone(line.words) if line.kind is BlockKind.HEADING else headed
    if len(run) > 1:
        yield headed, run


def _leads(line: Line, starts: set[int]) -> bool:
    return line.bullet and any(w.start in starts for w in line.words[:3])


def _unknown(text: str, line: Line) -> Iterator[Find]:
    name = _candidate(line.words, 0) if line.bullet else None
    if name is None or name.stop - name.first > 4 or any(w.shape == "0" for w in line.words[: name.stop]):
        return
    after = line.words[name.stop].gap if name.stop < len(line.words) else "c"
    if after in "c(-w" and places.at(line.words, name.first) is None and not acronyms.is_acronym(line.words[0]):
        words = line.words[name.first : name.stop]
        form = text[words[0].start : words[-1].end]
        yield make(text, words[0].start, words[-1].end, EntityType.PERSON, _spelled(form))


def _in_line(text: str, line: Line) -> Iterator[Find]:
    i = 0
    while i < len(line.words):
        name = _candidate(line.words, i) if line.words[i].capital else None
        if name is not None and _is_person(line, name):
            words = line.words[name.first : name.stop]
            form = text[words[0].start : words[-1].end]
            yield make(text, words[0].start, words[-1].end, EntityType.PERSON, _spelled(form))
            i = name.stop
        else:
            i += 1


def _candidate(words: Sequence[Word], i: int) -> _Name | None:
    if not words[i].capital:
        return None
    first = _after_titles(words, i)
    stop, groups, shouted = first, 0, False
    while stop < len(words) and groups < MOST_GROUPS:
        nxt = _group(words, stop, first, shouted)
        if nxt is None or (groups >= FEWEST and offices.opens(words, stop)):
            break
        shouted = shouted or (groups > 0 and _surname_shape(words[nxt - 1]))
        stop, groups = nxt, groups + 1
    titled = first > i and words[i].fold in lexicon.words("honorifics")
    if groups >= 2 or (groups == 1 and first > i and words[first - 1].fold in lexicon.words("honorifics.honorifics")):
        return _Name(first, stop, titled)
    return None


def _after_titles(words: Sequence[Word], i: int) -> int:
    """The index after honorifics and titles (`Prof. Dr. habil.`)."""
    first, titles = i, lexicon.words("honorifics.honorifics", "honorifics.titles")
    while i + 1 < len(words) and words[i].fold in titles and words[i].capital and words[i + 1].gap in "sd":
        i += 1
        titles |= lexicon.words("honorifics.after_titles")
        if words[i].shape == "l" and words[i].fold not in titles:
            return first
    while i > first and i + 1 < len(words) and words[i].fold in lexicon.words("honorifics.after_titles"):
        i += 1
    return i


def _group(words: Sequence[Word], i: int, first: int, shouted: bool) -> int | None:
    """The end of one name of a person: `Jean-Luc`, `von Ungern-Sternberg`, `d’Ormesson`, `M.`."""
    if i > first:
        joined = _joined(words, i, first)
        if joined is None:
            return None
        i = joined
    trade = i > first and words[i - 1].fold in nouns.given() and words[i].capital and _trade(words[i].fold)
    if (
        not (_nameable(words[i]) or trade or _doubled(words, i))
        or (shouted and words[i].shape != "U")
        or (i > first and _labels(words[i]))
    ):
        return None
    j = i + 1
    while j < len(words) and words[j].gap in "ha" and words[j].capital:
        j += 1
        if j - i > MOST_GROUPS:
            return None
    return None if j > i + 1 and _no_name(words, (i, j), begins=i == first) else j


def _doubled(words: Sequence[Word], i: int) -> bool:
    """`Per-Olof`: a name of two, the first of which is a small word by itself."""
    if i + 1 == len(words) or words[i + 1].gap != "h" or not words[i].capital:
        return False
    return words[i + 1].fold in nouns.given() and words[i].fold not in lexicon.words("institutions.adjectives")


def _no_name(words: Sequence[Word], span: tuple[int, int], *, begins: bool) -> bool:
    """True for words with hyphens that are an office (`Vice-Chair`), of two nations (`Franco-Belgian`), a body."""
    whole = words[span[0] : span[1]]
    if whole[0].fold in lexicon.words("works.nations") and whole[1].fold not in nouns.given():
        return True
    office = not begins and offices.head(words, span[0]) == span[1]
    return office or any(_heads(w) if begins else _bodied(w) for w in whole)


@lru_cache(maxsize=5_000)
def _trade(fold: str) -> bool:
    """A surname that is a trade too, right behind a given name (`Anna Richter`, `Paul Meunier`)."""
    return fold in lexicon.words("offices.heads") and fold not in lexicon.words(
        "offices.internal", "offices.territorial"
    )


def _labels(word: Word) -> bool:
    """`TD`, `MEP`, `MdL` behind a name."""
    return word.text in lexicon.written("honorifics.postnominals") or lookalikes.legal(word)


def _joined(words: Sequence[Word], i: int, first: int) -> int | None:
    """The index of a further name behind space, initial or particles; None where the word at `i` joins to none."""
    initial = words[i].gap == "d" and len(words[i - 1].text) == 1 and i > first + 1
    everyday = words[i].fold in lexicon.words("grammar.everyday") and words[first].fold not in nouns.given()
    if everyday or (words[i].gap != "s" and not initial):
        return None
    if words[i].fold in lexicon.words("grammar.particles") and not _noble(words, first, i):
        return None
    i = _after_particles(words, i)
    return None if words[i].fold in lexicon.words("institutions.firms") else i


def _noble(words: Sequence[Word], first: int, i: int) -> bool:
    """True where a particle leads to a surname: behind given names alone (`Karl Theodor von X`).

    Behind a whole name it leads to a body or a place (`Anna Weber von Frontaliers`, `X vom Rundfunk`); only a French
    name may go on, right up to a comma (`Dupont de Ligonnès,`).
    """
    if words[i].capital or i - first < FEWEST or all(w.fold in nouns.given() or w.gap == "h" for w in words[first:i]):
        return True
    j = i + 1
    french = words[i].fold in ("de", "d") and j < len(words) and words[j].capital and not acronyms.is_acronym(words[j])
    after = words[j + 1].gap if j + 1 < len(words) else "c"
    return french and after in "c(" and places.at(words, j) is None and heads.at(words, j) is None


def _after_particles(words: Sequence[Word], i: int) -> int:
    """The index of the surname behind `de la`, `von`, `Le`; `i` itself where no particle leads to one."""
    particles = lexicon.words("grammar.particles")
    j = i
    while j < len(words) - 1 and j < i + 3 and words[j].fold in particles and words[j + 1].gap in "sa":
        j += 1
    return j if words[j].capital else i


def _nameable(word: Word) -> bool:
    return word.capital and _may_name(word.text, word.fold)


@lru_cache(maxsize=5_000)
def _may_name(text: str, fold: str) -> bool:
    """True for a capitalised word that may stand in a name."""
    if fold in lexicon.words("grammar.openers") or not (text.isalpha() or not any(c.isdigit() for c in text)):
        return False
    return not _is_head(fold, capital=True) and fold not in nouns.others()


def _heads(word: Word) -> bool:
    """True for a word that heads an office, an institution or a venue."""
    return _is_head(word.fold, capital=word.capital)


def _is_head(fold: str, *, capital: bool) -> bool:
    heading = capital and (fold.endswith(nouns.suffixes()) or heads.genitive(fold)) and fold not in nouns.given()
    return fold in nouns.heads() or heading


def _bodied(word: Word) -> bool:
    """True for a word that heads an institution; a surname may end in an office's word (`Kolb-Meister`)."""
    return heads.at((word,), 0) is not None


def _surname_shape(word: Word) -> bool:
    return word.shape == "U" and len(word.text) > 2


def _is_person(line: Line, name: _Name) -> bool:
    words = line.words[name.first : name.stop]
    if lookalikes.in_address(line.words, name.first) or lookalikes.firm(line.words, name.stop):
        return False
    first = words[0].fold
    if name.titled:
        return True
    if first in nouns.given() or _doubled(words, 0):
        return words[0].shape == "C" or _shouting_given(line, words)
    if words[0].shape == "C" and any(_surname_shape(w) for w in words[1:]):
        return (
            any(c in "aeiouy" for w in words[1:] for c in w.fold)
            and _named_place(line, name)
            and not lookalikes.of_town(line.words, name.first, name.stop)
        )
    return introduced.shown(line.words, name.first, name.stop)


def _shouting_given(line: Line, words: Sequence[Word]) -> bool:
    return len(words[0].text) > 2 and all(w.shape == "U" for w in words)


def _named_place(line: Line, name: _Name) -> bool:
    """True where a name may stand: at the line's head, or before a comma, bracket or the end."""
    after = line.words[name.stop].gap if name.stop < len(line.words) else "c"
    return name.first == 0 or after not in SOFT or line.words[name.first].gap not in SOFT


def _spelled(form: str) -> str:
    """A name as the record has it: capitals that only shout are lowered."""
    return " ".join(_lowered(part) for part in form.split())


def _lowered(part: str) -> str:
    if not part.isupper():
        return part
    letters = [c for c in part if c.isalpha()]
    if len(letters) > 1 and all(c.isupper() for c in letters):
        return "".join(c if i == 0 or not part[i - 1].isalpha() else c.lower() for i, c in enumerate(part))
    return part
