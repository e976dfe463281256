"""Institutions beside an office or a name: those that are known, and those that only their place shows."""

from collections.abc import Iterator, Sequence
from functools import cache

from kg.extract import acronyms, heads, lexicon, offices, places
from kg.extract.finds import Find, make
from kg.extract.row import VERBAL, Row, stranger
from kg.extract.words import SOFT, Word, longest
from kg.model import EntityType

LONGEST_AFFILIATION = 16
LONGEST_TAIL = 7
SHORT_NAME = 4
"""A name of so few words may end in a lower-case adjective (`L’Est républicain`, `Bidasoa activa`)."""


def behind(row: Row, i: int, stop: int) -> Iterator[tuple[int, Find]]:
    """The institutions and territories that begin among the words, each behind a link or the office itself."""
    for j in range(i, stop):
        found = row.names.get(row.words[j].start)
        if found is not None and (j == i or (row.words[j].gap in SOFT and not stranger(row.words[j - 1]))):
            yield j, _to_the_end(row, found, stop)


def _to_the_end(row: Row, found: Find, stop: int) -> Find:
    """A listed name that no rule ended goes on with the lower-case words up to the comma."""
    i = row.index(found.end)
    rest = row.words[i:stop]
    small = lexicon.words("grammar.links", "grammar.joins", "grammar.inner", "grammar.auxiliaries")
    if row.prose or found.type is not EntityType.ORGANIZATION or not 0 < len(rest) <= LONGEST_TAIL:
        return found
    if rest[0].fold in small or rest[0].shape != "l" or any(w.gap not in SOFT or w.shape != "l" for w in rest):
        return found
    return (
        found
        if rest[0].fold.endswith(("e", "ee", "es")) and rest[0].text.endswith(("é", "ée", "és"))
        else make(row.text, found.start, rest[-1].end, found.type)
    )


def fallback(row: Row, first: int, head: int, stop: int) -> Find | None:
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
    inner = _inner()
    stop = next((n for n in range(j + 1, stop) if row.words[n].shape == "0" or _leads_off(row, n)), stop)
    ends = lexicon.words("grammar.inner", "grammar.joins", "grammar.auxiliaries", "grammar.copulas")
    while stop > j + 1 and row.words[stop - 1].fold in ends:
        stop -= 1
    named = [w.capital or w.fold in inner or w.gap in "ha" or w.shape == "0" for w in row.words[j:stop]]
    short = not row.prose and stop - j <= SHORT_NAME and not any(row.words[stop - 1].fold.endswith(v) for v in VERBAL)
    ends_lower = (short and all(named[:-1]) and row.words[stop - 1].gap == "s") or _headed(row, j, stop)
    if not all(named) and not ends_lower:
        return None
    town = offices.territorial(office) and not any(w.gap == "s" for w in row.words[j + 1 : stop])
    kind = EntityType.TERRITORY if town else EntityType.ORGANIZATION
    return make(row.text, row.words[j].start, end(row, stop), kind)


def _headed(row: Row, j: int, stop: int) -> bool:
    """`the Lille-Kehl twin city office`: a name, and at its end in lower case what it is."""
    kinds = lexicon.phrases_of("en", "institutions", "heads") | lexicon.phrases_of("en", "venues", "heads")
    words = row.words[j:stop]
    joined = all(w.gap in "sah" for w in words[1:]) and len(words) <= LONGEST_TAIL
    small = lexicon.words("grammar.inner", "grammar.auxiliaries", "grammar.links")
    return joined and words[-1].fold in kinds and not any(w.shape == "l" and w.fold in small for w in words)


def _leads_off(row: Row, n: int) -> bool:
    """`France à Sarrebruck`, `Saarland for European Affairs`: where and what for, no part of a name."""
    word = row.words[n]
    purpose = word.fold in lexicon.words("grammar.purposes")
    local = word.fold in lexicon.words("grammar.local") and n + 1 < len(row.words)
    return word.shape == "l" and (purpose or (local and places.at(row.words, n + 1) is not None))


@cache
def _inner() -> frozenset[str]:
    """Small words inside a name, and those of legal forms, one by one (`e.V.` is two)."""
    legal = frozenset(w for text in lexicon.written("institutions.legal") for w in text.casefold().split("."))
    return lexicon.words("grammar.inner", "grammar.joins") | legal


def _bare(row: Row, head: int, stop: int) -> Find | None:
    """`président de la communauté de communes`: a head without a name, at the end of the part."""
    for j in range(head + 1, stop):
        found = heads.at(row.words, j)
        if found is not None and found.stop == stop and (row.links_before(j) or _inside(row, j)):
            return make(row.text, row.words[j].start, row.words[stop - 1].end, EntityType.ORGANIZATION)
    return None


def _inside(row: Row, j: int) -> bool:
    """`Abteilungsleiterin im Verkehrsministerium`: in a body."""
    return row.words[j].capital and row.words[j - 1].fold in lexicon.words("grammar.local", "grammar.contracted")


def affiliation(row: Row, a: int, b: int, *, listed: bool) -> Find | None:
    """An institution that stands by itself between commas or in brackets."""
    while a < b and row.words[a].fold in lexicon.words("grammar.articles") and row.words[a].shape == "l":
        a += 1
    if a >= b:
        return None
    known = row.names.get(row.words[a].start)
    if known is not None and (not listed or known.end >= row.words[b - 1].end):
        return known
    first = row.words[a]
    if b - a == 2 and row.words[a + 1].text in acronyms.codes():
        b = a + 1
    if not listed or b - a > LONGEST_AFFILIATION or first.shape == "l" or first.text in acronyms.codes():
        return None
    if first.fold in lexicon.words("honorifics", "page.contacts") or unconfirmed(row.words[a:b]):
        return None
    opens = first.shape != "U" and first.fold in lexicon.words("grammar.openers")
    if first.shape == "0" or (opens and not _article_of_name(row, a, b)):
        return None
    return make(row.text, first.start, end(row, b), EntityType.ORGANIZATION)


def _article_of_name(row: Row, a: int, b: int) -> bool:
    """`Le Courrier`, `L’Éclair`, `Der Bote`: an article in capitals before a name belongs to it."""
    return row.words[a].fold in lexicon.words("grammar.articles") and a + 1 < b and row.words[a + 1].capital


def unconfirmed(words: Sequence[Word]) -> bool:
    """`(tbc)`, `(angefragt)`: words that say whether somebody will come."""
    hit = longest(words, 0, lexicon.phrases("page.unsure")) if words else None
    return hit is not None and hit[0] == len(words)


def affiliations(row: Row, i: int) -> Iterator[Find]:
    """The institutions of a list, cut at commas, semicolons and a last `et`."""
    start = i
    marks = ";" if any(w.gap == ";" for w in row.words[i + 1 :]) else "c;-"
    for j in range(i + 1, len(row.words) + 1):
        last = j == len(row.words)
        leads = not last and longest(row.words, j, lexicon.phrases("grammar.openings")) is not None
        joined = not last and row.words[j].gap == "s" and row.words[j].fold in lexicon.words("grammar.joins")
        if (
            last
            or leads
            or row.words[j].gap in marks
            or (joined and j + 1 < len(row.words) and row.words[j + 1].start in row.names)
        ):
            found = affiliation(row, start, j, listed=True)
            if found is not None and found.start not in row.names:
                yield found
            start = j + 1 if joined else j
            hit = longest(row.words, j, lexicon.phrases("grammar.openings")) if leads else None
            start = start if hit is None else hit[0]


def end(row: Row, b: int) -> int:
    """The end of the last word, with the full stop of `e.V.`."""
    last = row.words[b - 1]
    dotted = last.gap == "d" and len(last.text) <= 2 and row.text[last.end : last.end + 1] == "."
    return last.end + 1 if dotted else last.end
