"""The grammar of institutions: a head word (`chambre de commerce`, `Institut`, `Council`) with what belongs to it.

French and German complements follow the head (`de la Sarre`, `für Grenzforschung`), German and English words also
stand before it (`Sächsisches Ministerium`, `Arad County Council`). What stands in the place of an affiliation is an
institution even without a head word: `capacities` sees to that.
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from kg.extract import acronyms, heads, lexicon, offices, places
from kg.extract.finds import Find, Page, flat, make
from kg.extract.lines import Line
from kg.extract.words import SOFT, Word, longest
from kg.model import EntityType

LOWER_WORDS = 4
"""How many lower-case nouns a complement may hold (`pour le développement de l’emploi`); one after a weak head."""
LONGEST = 16


def find(page: Page, people: Mapping[int, Find]) -> tuple[Find, ...]:
    """The institutions that a head word shows. `people` maps the offset where a person begins."""
    return tuple(f for line in page.lines for f in _in_line(page.text, line, people))


def _in_line(text: str, line: Line, people: Mapping[int, Find]) -> Iterator[Find]:
    i, free = len(line.words) if acronyms.shouted(line) else 0, 0
    ends = {person.end for person in people.values() if line.start <= person.start < line.end} if i == 0 else set()
    while i < len(line.words):
        if not line.words[i].capital and line.words[i].fold not in _small_firsts():
            i += 1
            continue
        head = heads.at(line.words, i)
        head = None if head is not None and (_event(line.words, head) or _held(line.words, head, ends)) else head
        stop = None if head is None else extent(line.words, i, head, people)
        if head is None or stop is None:
            i = max(i + 1, offices.head(line.words, i) or 0)
            continue
        if _inside(line.words, head, stop):
            i += 1
            continue
        first = _municipal(line.words, before(line.words, i, free, head), free, head)
        if _named(line.words, first, stop, head):
            end = _with_quote(text, line, stop)
            own = _proper(text, line.words, head, stop, end)
            yield make(text, line.words[first].start, end, EntityType.ORGANIZATION, own)
            free = stop
            i = stop
        else:
            i += 1


@cache
def _small_firsts() -> frozenset[str]:
    """The words without a capital that begin a body or an office."""
    return heads.firsts() | offices.firsts()


def _inside(words: Sequence[Word], head: heads.Head, stop: int) -> bool:
    """`the board of the Heritage Trust`: a small head word before the name of the body it belongs to."""
    small = head.language == "en" and head.weak and words[head.first].shape == "l"
    return small and any(words[n].capital and heads.at(words, n) is not None for n in range(head.stop, stop))


def _municipal(words: Sequence[Word], first: int, free: int, head: heads.Head) -> int:
    """`Newry, Mourne and Down District Council`: a council of several places, the first of them known."""
    i = first
    if head.language != "en" or words[head.stop - 1].fold != "council" or first - 2 < free:
        return first
    if words[first - 1].fold != "and" or words[first].gap != "s":
        return first
    i = first - 2
    while i > free and words[i - 1].capital and words[i].gap in "sc":
        i -= 1
    listed = words[i].capital and places.at(words, i) is not None
    return i if listed else first


def _held(words: Sequence[Word], head: heads.Head, ends: set[int]) -> bool:
    """`X, Stadtrat von Y`: a word that is an office behind a name, a body elsewhere."""
    i = head.first
    office = any(w.fold in lexicon.words("offices.heads") for w in words[head.first : head.stop])
    return office and i > 0 and words[i].gap in "c(" and words[i - 1].end in ends


def _event(words: Sequence[Word], head: heads.Head) -> bool:
    """`11e Congrès`, `Forum Junior` at the head of a line: an event, not the body of that name."""
    if not any(w.fold in lexicon.words("events.heads") for w in words[head.first : head.stop]):
        return False
    i = head.first
    if head.stop < len(words) and words[head.stop].gap in "qp" and words[i].shape == "l":
        return True
    if i == 0 or words[i - 1].shape == "0" or words[i - 1].fold not in lexicon.words("grammar.links"):
        return True
    return words[i - 1].fold in lexicon.words("grammar.definite") and (
        i == 1 or words[i - 2].fold not in lexicon.words("grammar.links")
    )


def _proper(text: str, words: Sequence[Word], head: heads.Head, stop: int, end: int) -> str | None:
    """The proper name beside a head that only says what it is: `l’association Frontaliers`, `Verein „X“`."""
    own = {form for w in words[head.first : head.stop] for form in (w.fold, w.fold.removesuffix("s"))}
    if own.isdisjoint(lexicon.words("institutions.apposed")):
        return None
    for k in range(head.stop, stop):
        small = words[k].shape == "l" and words[k].fold in _inner()
        if words[k].capital:
            stands = words[k].gap in "sq" and (k == head.stop or words[k - 1].fold not in _inner())
            return (
                flat(text[words[k].start : words[stop - 1].end])
                if stands and (head.language != "en" or words[head.first].shape == "l")
                else None
            )
        if small and k == head.stop and words[k].fold in lexicon.words("grammar.list_links"):
            return None
    return None


def _with_quote(text: str, line: Line, stop: int) -> int:
    """The end of a name, with the mark that closes a quotation begun inside it."""
    end = line.words[stop - 1].end
    opened = any(mark in text[line.start : end] for mark in '«„“"')
    return end + 1 if opened and text[end : end + 1] in ("“", "»", "”", '"') else end


def extent(words: Sequence[Word], i: int, head: heads.Head, people: Mapping[int, Find]) -> int | None:
    """The index after the institution whose head begins at word `i`."""
    stop = _past_acronym(words, quoted(words, head.stop), people)
    budget = 1 if head.weak else LOWER_WORDS
    while stop < len(words) and stop - i < LONGEST:
        nxt, spent = _step(words, stop, budget, head, people)
        if nxt is None:
            break
        stop, budget = nxt, budget - spent
    return stop


def _past_acronym(words: Sequence[Word], i: int, people: Mapping[int, Find]) -> int:
    """`Industrie- und Handelskammer (IHK) Ostbrandenburg`: the name goes on behind the bracket."""
    if i + 1 >= len(words) or words[i].gap != "(" or words[i + 1].gap != ")" or not acronyms.is_acronym(words[i]):
        return i
    more = words[i + 1].capital and words[i + 1].start not in people and offices.head(words, i + 1) is None
    between = more and words[i + 1].start - words[i].end == len(") ")
    return max(i + 2, places.at(words, i + 1) or 0) if between else i


QUOTED_WORDS = 12


def quoted(words: Sequence[Word], i: int) -> int:
    """The index after a quotation that begins right behind a head (`Mission « Attractivité numérique »`)."""
    if i >= len(words) or words[i].gap != "q":
        return i
    close = next((n for n in range(i + 1, min(len(words), i + QUOTED_WORDS)) if words[n].gap not in SOFT), None)
    return len(words) if close is None and len(words) - i < QUOTED_WORDS else (close or i)


def _step(
    words: Sequence[Word], i: int, budget: int, head: heads.Head, people: Mapping[int, Find]
) -> tuple[int | None, int]:
    """One more piece of a complement: the index after it, and how many lower-case nouns it took."""
    word = words[i]
    verb = i + 1 if word.fold in ("l", "s", "n") and i + 1 < len(words) and words[i + 1].gap == "a" else i
    if words[verb].shape == "l" and longest(words, verb, lexicon.kinds("roles.verbs")) is not None:
        return None, 0
    if _fast(words, i, head):
        return i + 1, 0
    if word.gap not in "sa" and not _listed(words, i, head):
        return None, 0
    j = _links(words, i)
    if j >= len(words) or (j > i and words[j].gap not in "sah") or (words[j].start in people and not head.namesake):
        return None, 0
    return _next(words, (i, j), budget, head)


def _fast(words: Sequence[Word], i: int, head: heads.Head) -> bool:
    """What goes on with a name at once: a hyphen, a slash in a strong name, an adjective."""
    word = words[i]
    slash = word.gap == "/" and word.capital and words[i - 1].capital and not head.weak
    return word.gap == "h" or slash or (word.gap == "s" and _adjective(word))


def _next(words: Sequence[Word], at: tuple[int, int], budget: int, head: heads.Head) -> tuple[int | None, int]:
    """The word behind the links: a capitalised one, a number right behind the head, a lower-case noun."""
    i, j = at
    word = words[j]
    if word.capital or (word.shape == "0" and j == i):
        return (max(j + 1, places.at(words, j) or 0), 0) if _belongs(words, i, j, head) else (None, 0)
    linked = j > i and words[i].fold in lexicon.words("grammar.complements")
    noun = linked and word.shape == "l" and len(word.fold) > 2
    return (j + 1, 1) if noun and budget > 0 and _leads_on(words, j) else (None, 0)


def _adjective(word: Word) -> bool:
    return (
        word.fold in lexicon.words("institutions.adjectives") or word.fold.removesuffix("s") in _singular_adjectives()
    )


@cache
def _singular_adjectives() -> frozenset[str]:
    return frozenset(w.removesuffix("s") for w in lexicon.words("institutions.adjectives"))


def _leads_on(words: Sequence[Word], j: int) -> bool:
    """A lower-case noun is part of a name where the name goes on behind it or ends."""
    return offices.head(words, j) is None and heads.at(words, j) is None


def _listed(words: Sequence[Word], i: int, head: heads.Head) -> bool:
    """`ministère de la Famille, de l’Intégration et ...`: a comma inside a ministry's name."""
    return words[i].gap == "c" and head.ministry and words[i].fold in lexicon.words("grammar.complements")


@cache
def _inner() -> frozenset[str]:
    return lexicon.words("grammar.inner", "grammar.joins") - {"en"}


def _links(words: Sequence[Word], i: int) -> int:
    """The index after at most three linking words."""
    j = i
    while (
        j < len(words) and j < i + 3 and words[j].shape != "U" and words[j].fold in _inner() and words[j].gap in "sac"
    ):
        if words[j].capital and words[j].gap == "s" and words[j].fold != "d":
            break
        if (
            j > i
            and words[j - 1].fold in lexicon.words("grammar.joins")
            and words[j].fold in lexicon.words("grammar.definite")
        ):
            return i
        j += 1
    return j


def _belongs(words: Sequence[Word], i: int, j: int, head: heads.Head) -> bool:
    """A capitalised word behind a link or the head itself goes on with the name; an office or a sentence does not."""
    if words[j].fold in lexicon.words("honorifics.honorifics") or heads.office(words, j):
        return False
    link = words[i].fold
    joined = link in lexicon.words("grammar.joins")
    if joined and _adjective(words[i - 1]) and words[i - 1].capital:
        return True
    if joined and any(heads.at(words, n) for n in range(j, min(j + 3, len(words))) if words[n].capital):
        return False
    local = link in lexicon.words("grammar.local")
    return not local or (head.located and link in ("in", "a", "im")) or (link == "a" and j > i + 1)


def before(words: Sequence[Word], i: int, free: int, head: heads.Head) -> int:
    """The index where the name begins: adjectives and capitalised words before a German or English head belong."""
    first = i
    while first > free and words[first].gap == "h" and words[first - 1].capital:
        first -= 1
    while first > free and head.leftward and words[first].gap in "sh" and _leftward(words, first - 1, free, head):
        first -= 1
    return first


def _leftward(words: Sequence[Word], i: int, free: int, head: heads.Head) -> bool:
    word = words[i]
    if word.fold in lexicon.words("grammar.openers", "grammar.articles") or heads.office(words, i):
        return False
    if head.language == "de":
        if word.shape == "U" and word.gap != "h" and acronyms.is_acronym(word) and words[i + 1].gap == "s":
            return True
        return (word.capital and word.gap != "^" and _declined(word)) or (
            word.fold in lexicon.words("institutions.adjectives") and word.capital
        )
    if word.capital or (word.shape == "0" and i > free and words[i - 1].capital and word.gap == "s"):
        return True
    if word.gap == "h" and words[i + 1].gap == "s":
        return words[i - 1].capital
    inner = word.fold in ("of", "and", "the") and i - 1 >= free and words[i - 1].capital and word.gap == "s"
    return inner or (word.shape == "l" and word.fold in lexicon.words("institutions.adjectives"))


def _declined(word: Word) -> bool:
    return word.fold.endswith(("sche", "scher", "sches", "schen", "schem")) and word.shape == "C"


def _named(words: Sequence[Word], first: int, stop: int, head: heads.Head) -> bool:
    """True where the words name one body: a capital beyond the head, or a capitalised strong head by itself."""
    rest = [w for n, w in enumerate(words[first:stop], first) if not head.first <= n < head.stop]
    if any(w.capital and w.fold not in ("d", "l") for w in rest):
        return True
    if rest and rest[0].shape == "0" and words[head.first].shape == "U":
        return True
    own = words[head.first : head.stop]
    if own[0].capital and stop < len(words) and words[stop].gap == "(" and acronyms.is_acronym(words[stop]):
        return True
    if " ".join(w.fold for w in words[first:stop]) in lexicon.words("institutions.complete"):
        return True
    mid = words[head.first].gap != "^"
    if head.language == "fr" and not head.weak and own[0].capital and mid and len(rest) > 1 and rest[-1].shape == "l":
        return True
    return not head.weak and len(own) > 1 and all(w.capital or w.fold in _inner() for w in own) and mid
