"""The parts of an apposition: `office of institution`, `office`, `institution`, one after another.

`directeur de projet chez X` - `Präsident des Oberrheinrats, Vize-Präsident des Y` - `professeur de droit, université de Z`.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from kg.extract import acronyms, heads, lexicon, offices
from kg.extract.finds import Find, flat, make
from kg.extract.words import SOFT, Word, longest
from kg.model import EntityType

LONGEST_AFFILIATION = 16
_VERBAL = ("ent", "ait", "ait", "ten", "te", "ed")
"""Endings that a verb shows; between an office and its holder none stands."""
LONGEST_TAIL = 7
LOOSE_WORDS = 3
"""How many lower-case words may stand between an office and the name behind it."""


@dataclass(frozen=True, slots=True)
class Capacity:
    """An office (its words and where they stand), an institution or territory, or both."""

    position: str | None
    start: int
    end: int
    body: Find | None
    since: str | None = None
    until: str | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """The words of a line, and what begins where."""

    text: str
    words: Sequence[Word]
    names: Mapping[int, Find]
    prose: bool

    def index(self, offset: int) -> int:
        """The word that begins at an offset."""
        return next(i for i, w in enumerate(self.words) if w.start >= offset)

    def index_after(self, offset: int) -> int:
        """The first word behind an offset."""
        return next((i for i, w in enumerate(self.words) if w.start >= offset), len(self.words))

    def between(self, i: int) -> str:
        """What stands between word `i` and the one before."""
        return self.text[self.words[i - 1].end : self.words[i].start] if i else ""

    def newline(self, i: int) -> bool:
        """True where word `i` begins a line of its own."""
        return "\n" in self.between(i)

    def sentence_ends(self, i: int) -> bool:
        """True where a sentence ends before word `i`."""
        last = self.words[i - 1]
        ends = self.between(i).rstrip(" \n\"'»”“").endswith((".", "!", "?", "…"))
        return ends and self.words[i].shape != "l" and len(last.text) > 3 and "." in self.between(i)[:2]

    def links_before(self, i: int) -> bool:
        """True where the word before `i` links to what follows."""
        return i > 0 and self.words[i - 1].fold in lexicon.words("grammar.links")

    def covered(self, i: int, stop: int) -> bool:
        """True where only names, small words and a few others stand from `i` to `stop`."""
        loose = 0
        while i < stop:
            found = self.names.get(self.words[i].start)
            if found is not None:
                i = self.index_after(found.end)
                continue
            word = self.words[i]
            if _stranger(word) and word.fold not in lexicon.words("honorifics"):
                return False
            loose += word.fold not in lexicon.words("grammar.inner")
            if word.shape == "l" and word.fold.endswith(_VERBAL) and word.fold not in lexicon.words("grammar.inner"):
                return False
            i += 1
        return loose <= LOOSE_WORDS


def read(row: Row, i: int, stop: int, *, listed: bool) -> Iterator[Capacity]:
    """The capacities in the words from `i` to `stop`. Where `listed`, a part without an office is an affiliation."""
    waiting: list[Capacity] = []
    done = False
    parts = list(_parts(row, i, stop))
    for n, (a, b) in enumerate(parts):
        office = _office(row, a, b)
        if office is not None and office[1] <= b:
            found = list(_of_office(row, office, b))
            if listed and n + 1 < len(parts) and _unsure(row, found) and _body_next(row, parts[n + 1]):
                found = [_capacity(row, office[0], b, None)]
            if (
                found[0].body is not None
                and len(waiting) == 1
                and a > i
                and row.words[a - 1].fold in lexicon.words("grammar.joins")
            ):
                yield from (replace(c, body=found[0].body) for c in waiting)
                waiting = []
            waiting.extend(c for c in found if c.body is None)
            yield from (c for c in found if c.body is not None)
            done = done or any(c.body is not None for c in found)
            continue
        body = _affiliation(row, a, b, listed=listed)
        if body is None:
            if not listed:
                break
            continue
        if waiting:
            yield from (replace(c, body=body) for c in waiting)
            waiting, done = [], True
        elif not done:
            yield Capacity(None, 0, 0, body)
            done = True
    yield from waiting


def _office(row: Row, a: int, b: int) -> tuple[int, int] | None:
    """The office of a part, behind `aussi`, `who is also`, `seit 2020`."""
    hit = longest(row.words, a, lexicon.phrases("grammar.skipped"))
    first = a if hit is None else hit[0]
    for k in range(first, min(first + (1 if hit is None else 4), b)):
        office = offices.at(row.words, k)
        if office is not None:
            return office
        if row.words[k].shape == "l":
            break
    return None


def _unsure(row: Row, found: Sequence[Capacity]) -> bool:
    """An office with a body that only its capitals showed (`Head of Economic Affairs`)."""
    body = found[0].body
    return body is not None and body.start not in row.names


def _body_next(row: Row, part: tuple[int, int]) -> bool:
    return _office(row, *part) is None and _affiliation(row, *part, listed=True) is not None


def _parts(row: Row, i: int, stop: int) -> Iterator[tuple[int, int]]:
    """The words cut at commas and brackets, and at an `et` before another office."""
    start = i
    for j in range(i + 1, stop):
        if _cuts(row, start, j):
            yield start, j
            start = j + 1 if row.words[j].fold in lexicon.words("grammar.joins") else j
    if start < stop:
        yield start, stop


def _cuts(row: Row, start: int, j: int) -> bool:
    word = row.words[j]
    if word.fold in lexicon.words("grammar.joins") and j + 1 < len(row.words) and word.gap in "sc":
        office = _office(row, j + 1, len(row.words)) is not None and row.words[j + 1].gap == "s"
        return office or (word.gap == "c" and not row.words[start].fold.startswith("minist"))
    if word.gap == "c":
        listing = row.words[start].fold.startswith("minist") and word.fold in lexicon.words("grammar.links")
        return not listing
    if row.newline(j) and word.capital and not row.links_before(j):
        return offices.at(row.words, j) is not None
    return word.gap in ";()-:" or (word.gap == "p" and '"' not in row.between(j) and not _quoted(row, j))


def _quoted(row: Row, j: int) -> bool:
    return any(q in row.between(j) for q in "«»„“”")


def _of_office(row: Row, office: tuple[int, int], stop: int) -> Iterator[Capacity]:
    first, head = office
    found = next(_bodies(row, head, stop), None)
    if found is None:
        body = _fallback(row, first, head, stop)
        end = stop if body is None else _without_links(row, row.index(body.start), head)
        yield _capacity(row, first, end, body)
        return
    at, body = found
    longer = _fallback(row, first, head, stop) if body.type is EntityType.TERRITORY else None
    if longer is not None and longer.start == body.start and longer.end > body.end:
        body = longer
    if _portfolio(row, first, at, body):
        yield _capacity(row, first, row.index_after(body.end), None)
        return
    end = _without_links(row, at, head)
    yield _capacity(row, first, end, body)
    second = row.index_after(body.end)
    if second < stop and row.words[second].fold in lexicon.words("grammar.joins"):
        for _, other in _bodies(row, second + 1, min(stop, second + 4)):
            yield _capacity(row, first, end, other)
            break


def _portfolio(row: Row, first: int, at: int, body: Find) -> bool:
    """`ministre à la Grande Région`: what a minister is for, not of."""
    if body.type is not EntityType.TERRITORY or not row.words[first].fold.startswith("minist"):
        return False
    return any(row.words[n].fold in ("a", "fur", "for") for n in range(max(first, at - 2), at))


def _capacity(row: Row, first: int, end: int, body: Find | None) -> Capacity:
    start, stop = row.words[first].start, row.words[end - 1].end
    return Capacity(flat(row.text[start:stop]), start, stop, body)


def _bodies(row: Row, i: int, stop: int) -> Iterator[tuple[int, Find]]:
    """The institutions and territories that begin among the words, each behind a link or the office itself."""
    for j in range(i, stop):
        found = row.names.get(row.words[j].start)
        if found is not None and (j == i or (row.words[j].gap in SOFT and not _stranger(row.words[j - 1]))):
            yield j, _to_the_end(row, found, stop)


def _stranger(word: Word) -> bool:
    """A capitalised word that is neither an adjective nor an office: the name begins with it."""
    known = (
        lexicon.words("institutions.adjectives") | lexicon.words("grammar.links") | lexicon.words("grammar.articles")
    )
    return word.capital and word.fold not in known and offices.head((word,), 0) is None


def _to_the_end(row: Row, found: Find, stop: int) -> Find:
    """A listed name that no rule ended goes on with the lower-case words up to the comma."""
    i = row.index_after(found.end)
    rest = row.words[i:stop]
    small = lexicon.words("grammar.links") | lexicon.words("grammar.joins") | lexicon.words("grammar.inner")
    if row.prose or found.type is not EntityType.ORGANIZATION or not 0 < len(rest) <= LONGEST_TAIL:
        return found
    if rest[0].fold in small or rest[0].shape != "l" or any(w.gap not in SOFT or w.shape != "l" for w in rest):
        return found
    return (
        found
        if rest[0].fold.endswith(("e", "ee", "es")) and rest[0].text.endswith(("é", "ée", "és"))
        else make(row.text, found.start, rest[-1].end, found.type)
    )


def _without_links(row: Row, at: int, head: int) -> int:
    while at > head and row.words[at - 1].fold in lexicon.words("grammar.links"):
        at -= 1
    return at


def _fallback(row: Row, first: int, head: int, stop: int) -> Find | None:
    """A capitalised name that no list knows, behind `maire de`, `president of the`, up to the end of the part."""
    office = row.words[first:head]
    if any(w.fold.startswith("minist") for w in office):
        return None
    bare = _bare(row, head, stop)
    if bare is not None:
        return bare
    j = next((n for n in range(head, stop) if row.words[n].capital), stop)
    if j == head and stop == j + 1 and acronyms.is_acronym(row.words[j]) and row.words[j].gap == "s":
        return make(row.text, row.words[j].start, row.words[j].end, EntityType.ORGANIZATION)
    if j == head or j >= stop or row.words[j].gap not in "sa" or not row.links_before(j):
        return None
    inner = lexicon.words("grammar.inner") | lexicon.words("grammar.joins")
    inner |= _legal_words()
    if not all(w.capital or w.fold in inner or w.gap in "ha" or w.shape == "0" for w in row.words[j:stop]):
        return None
    town = offices.territorial(office) and not any(w.gap == "s" for w in row.words[j + 1 : stop])
    kind = EntityType.TERRITORY if town else EntityType.ORGANIZATION
    return make(row.text, row.words[j].start, _end(row, stop), kind)


@cache
def _legal_words() -> frozenset[str]:
    """The words of legal forms, one by one (`e.V.` is two)."""
    return frozenset(w for text in lexicon.written("institutions.legal") for w in text.casefold().split("."))


def _bare(row: Row, head: int, stop: int) -> Find | None:
    """`président de la communauté de communes`: a head without a name, at the end of the part."""
    for j in range(head + 1, stop):
        found = heads.at(row.words, j)
        if found is not None and found.stop == stop and row.links_before(j):
            return make(row.text, row.words[j].start, row.words[stop - 1].end, EntityType.ORGANIZATION)
    return None


def _affiliation(row: Row, a: int, b: int, *, listed: bool) -> Find | None:
    """An institution that stands by itself between commas or in brackets."""
    while a < b and row.words[a].fold in lexicon.words("grammar.articles") and row.words[a].shape == "l":
        a += 1
    if a >= b:
        return None
    known = row.names.get(row.words[a].start)
    if known is not None and (not listed or known.end >= row.words[b - 1].end):
        return known
    first = row.words[a]
    if b - a == 2 and row.words[a + 1].text in acronyms.CODES:
        b = a + 1
    if not listed or b - a > LONGEST_AFFILIATION or first.shape == "l" or first.text in acronyms.CODES:
        return None
    if first.shape == "0" or first.fold in lexicon.words("grammar.openers"):
        return None
    return make(row.text, first.start, _end(row, b), EntityType.ORGANIZATION)


def affiliations(row: Row, i: int) -> Iterator[Find]:
    """The institutions of a list, cut at commas, semicolons and a last `et`."""
    start = i
    for j in range(i + 1, len(row.words) + 1):
        last = j == len(row.words)
        joined = not last and row.words[j].gap == "s" and row.words[j].fold in lexicon.words("grammar.joins")
        if (
            last
            or row.words[j].gap in "c;-"
            or (joined and j + 1 < len(row.words) and row.words[j + 1].start in row.names)
        ):
            found = _affiliation(row, start, j, listed=True)
            if found is not None and found.start not in row.names:
                yield found
            start = j + 1 if joined else j


def _end(row: Row, b: int) -> int:
    """The end of the last word, with the full stop of `e.V.`."""
    last = row.words[b - 1]
    dotted = last.gap == "d" and len(last.text) <= 2 and row.text[last.end : last.end + 1] == "."
    return last.end + 1 if dotted else last.end
