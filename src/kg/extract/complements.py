"""What follows the head of an institution's name: `de la Sarre`, `für Grenzforschung`, `of Foreign Affairs`."""

from collections.abc import Mapping, Sequence
from functools import cache

from kg.extract import acronyms, dates, heads, lexicon, offices, places
from kg.extract.finds import Find
from kg.extract.words import SOFT, Word, longest

LOWER_WORDS = 4
"""How many lower-case nouns a complement may hold (`pour le développement de l’emploi`); one after a weak head."""
LONGEST = 16
RELATIONAL = 5
"""An adjective of relation has more letters."""


def extent(words: Sequence[Word], i: int, head: heads.Head, people: Mapping[int, Find]) -> int | None:
    """The index after the institution whose head begins at word `i`."""
    stop = _past_acronym(words, quoted(words, head.stop), people)
    budget = LOWER_WORDS if not head.weak or capitalised(words, head) else 1
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
    told = words[verb].shape == "l" and longest(words, verb, lexicon.kinds("roles.verbs")) is not None
    if told or (word.fold in lexicon.words("grammar.joins") and _whole(words, head)):
        return None, 0
    if _fast(words, i, head):
        return i + 1, 0
    if word.gap not in "sa" and not _listed(words, i, head) and not _saint(words, i):
        return None, 0
    j = _links(words, i, head)
    if j >= len(words) or (j > i and words[j].gap not in "sah") or (words[j].start in people and not head.namesake):
        return None, 0
    joined = word.fold in lexicon.words("grammar.joins") and j == i + 1
    if words[j].fold in lexicon.words("calendar.weekdays") or (joined and _coined(words[j])):
        return None, 0
    return _next(words, (i, j), budget, head)


def _coined(word: Word) -> bool:
    """`InterTradeIreland`: a body by itself, called by a coined word with capitals inside."""
    return word.shape == "C" and any(c.isupper() for c in word.text[1:]) and len(word.text) > COINED


COINED = 6
"""A coined name is longer than this; `McKay` is none."""


def _saint(words: Sequence[Word], i: int) -> bool:
    """`Krankenhaus St. Josef`, `Hospital Dr. X`: the full stop of an abbreviated saint or title ends nothing."""
    return words[i].gap == "d" and words[i].capital and words[i - 1].fold in ("st", "ste", "hl", "dr", "prof")


def _fast(words: Sequence[Word], i: int, head: heads.Head) -> bool:
    """What goes on with a name at once: a hyphen, a slash in a strong name, an adjective."""
    word = words[i]
    found = heads.at(words, i)
    other = (found is not None and not found.weak) or offices.head(words, i) is not None
    other = other or not words[head.first].fold.startswith("euro")
    slash = (
        (word.start - words[i - 1].end == 1 or not other)
        and word.gap == "/"
        and word.capital
        and words[i - 1].capital
        and not head.weak
    )
    own = capitalised(words, head) and (_related(word) or _high(words, i))
    related = adjective(word) or own
    return word.gap == "h" or slash or (word.gap == "s" and related)


def _whole(words: Sequence[Word], head: heads.Head) -> bool:
    """`la DRAC X et ...`, `France Travail et ...`: what follows a French acronym or a complete name is another body."""
    name = " ".join(w.fold for w in words[head.first : head.stop])
    acronym = head.stop - head.first == 1 and words[head.first].shape == "U"
    return head.language == "fr" and (acronym or name in lexicon.phrases_of("fr", "institutions", "complete"))


def capitalised(words: Sequence[Word], head: heads.Head) -> bool:
    """`le Comité`, `de l’Hôpital`: a French head with a capital in running text begins a name."""
    i = head.first
    begins = head.language == "fr" and i > 0 and words[i].shape == "C"
    return begins and words[i].gap in "sa" and words[i - 1].shape == "l"


def _high(words: Sequence[Word], i: int) -> bool:
    """`Haute vallée`, `Grand site`: the noun behind such an adjective with a capital is part of the name."""
    before, after = words[i - 1], words[i + 1].fold if i + 1 < len(words) else ""
    named = before.shape == "C" and before.fold in lexicon.words("territories.sizes")
    return named and words[i].shape == "l" and after in lexicon.phrases_of("fr", "grammar", "name_links")


def _related(word: Word) -> bool:
    """A word that looks like an adjective of relation (`olympique`, `monégasque`, `hospitalière`)."""
    endings = lexicon.words("institutions.relational")
    long = word.shape == "l" and len(word.fold) > RELATIONAL
    return long and word.fold.removesuffix("s").endswith(tuple(sorted(endings)))


def _next(words: Sequence[Word], at: tuple[int, int], budget: int, head: heads.Head) -> tuple[int | None, int]:
    """The word behind the links: a capitalised one, a number right behind the head, a lower-case noun."""
    i, j = at
    word = words[j]
    if j == i and word.shape == "U" and word.fold.endswith("ed") and len(word.fold) > 4:
        return None, 0
    if word.capital or (word.shape == "0" and j == i and not _day(words, j)):
        return (max(j + 1, places.at(words, j) or 0), 0) if _belongs(words, i, j, head) else (None, 0)
    linked = j > i and words[i].fold in lexicon.words("grammar.complements")
    noun = linked and word.shape == "l" and len(word.fold) > 2
    serves = words[i].fold in lexicon.words("grammar.purposes") and j == i + 1
    named = serves and any(w.capital for w in words[head.stop : i])  # `le Groupement de X pour partenaire`
    return (j + 1, 1) if noun and not named and budget > 0 and _leads_on(words, j) else (None, 0)


def _day(words: Sequence[Word], j: int) -> bool:
    """`groupe de travail Santé` over `12 avril 2023`: the number of a day."""
    return j + 1 < len(words) and words[j + 1].fold in dates.months()


def adjective(word: Word) -> bool:
    """True for an adjective of institutions' names, in the singular or the plural."""
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
    """`ministère de la Famille, de l’Intégration et ...`, `Ministerium für Wirtschaft, Verkehr und Weinbau`."""
    if words[i].gap != "c" or not head.ministry:
        return False
    if words[i].fold in lexicon.words("grammar.complements"):
        return _field(words, _links(words, i, head)) if words[i].shape == "l" else False
    return _enumerated(words, i)


def _enumerated(words: Sequence[Word], i: int) -> bool:
    """Fields behind a comma, none of them a body, an office or a place, the last one behind a joining word."""
    fresh = True
    for j in range(i, min(i + LONGEST, len(words))):
        if words[j].gap not in "shac" or (fresh and not _field(words, j)):
            return False
        if words[j].fold in lexicon.words("grammar.joins") and words[j].gap == "s":
            after = words[j + 1] if j + 1 < len(words) else None
            return after is not None and after.gap in "s" and (after.shape != "0") and _field(words, j + 1)
        fresh = j + 1 < len(words) and words[j + 1].gap == "c"
        if fresh:
            continue
    return False


def _field(words: Sequence[Word], j: int) -> bool:
    if j >= len(words):
        return False
    small = words[j].fold in inner()
    other = offices.head(words, j) is not None or heads.at(words, j) is not None or places.at(words, j) is not None
    other = other or (words[j].capital and words[j].fold in lexicon.words("territories.heads"))
    return (small and not other) or (words[j].capital and not other)


@cache
def inner() -> frozenset[str]:
    """Small words that stand inside names."""
    return lexicon.words("grammar.inner", "grammar.joins") - {"en"}


def _links(words: Sequence[Word], i: int, head: heads.Head) -> int:
    """The index after at most three linking words."""
    j = i
    if i < len(words) and words[i].shape == "l" and words[i].fold in lexicon.words("grammar.objects"):
        return i
    if i + 1 < len(words) and words[i + 1].fold in lexicon.words("grammar.possessives"):
        return i
    while j < len(words) and j < i + 3 and words[j].shape != "U" and words[j].fold in inner() and words[j].gap in "sac":
        if words[j].capital and words[j].gap == "s" and words[j].fold != "d":
            break
        if head.language == "en" and words[j].text == "a":
            return i
        if (
            j > i
            and not head.ministry
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
    if joined and adjective(words[i - 1]) and words[i - 1].capital:
        return True
    if joined and ((acronyms.is_acronym(words[j]) and not head.ministry) or (head.language == "en" and i == head.stop)):
        return False
    if joined and any(heads.at(words, n) for n in range(j, min(j + 3, len(words))) if words[n].capital):
        return False
    local = link in lexicon.words("grammar.local")
    return (
        not local
        or (head.located and link in (("a",) if head.language == "fr" else ("in", "a", "im")))
        or (link == "a" and j > i + 1)
    )
