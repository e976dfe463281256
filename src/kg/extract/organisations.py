"""The grammar of institutions: a head word (`chambre de commerce`, `Institut`, `Council`) with what belongs to it.

French and German complements follow the head (`de la Sarre`, `für Grenzforschung`), German and English words also
stand before it (`Sächsisches Ministerium`, `Arad County Council`). What stands in the place of an affiliation is an
institution even without a head word: `capacities` sees to that.
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from kg.extract import acronyms, complements, councils, heads, lexicon, occasions, offices
from kg.extract.finds import Find, Page, flat, make
from kg.extract.lines import Line
from kg.extract.words import Word
from kg.model import EntityType


def find(page: Page, people: Mapping[int, Find]) -> tuple[Find, ...]:
    """The institutions that a head word shows. `people` maps the offset where a person begins."""
    return tuple(f for line in page.lines for f in _in_line(page.text, line, people))


def _in_line(text: str, line: Line, people: Mapping[int, Find]) -> Iterator[Find]:
    i, free = len(line.words) if acronyms.shouted(line) else 0, 0
    ends = {people[word.start].end for word in line.words if word.start in people} if i == 0 else set()
    small = _small_firsts()
    while i < len(line.words):
        if not line.words[i].capital and line.words[i].fold not in small:
            i += 1
            continue
        head = heads.at(line.words, i)
        head = None if head is not None and (_event(line.words, head) or _held(line.words, head, ends)) else head
        stop = None if head is None else complements.extent(line.words, i, head, people)
        if head is None or stop is None:
            i = max(i + 1, offices.head(line.words, i) or 0)
            continue
        if _part(line.words, head, stop):
            i += 1
            continue
        first, stop = _extent(line.words, head, stop, free)
        if _named(line.words, first, stop, head):
            end = _with_quote(text, line, stop)
            own = _proper(text, line.words, head, stop, end)
            yield make(text, line.words[first].start, end, EntityType.ORGANIZATION, own)
            free = stop
            i = stop
        else:
            i = head.stop


@cache
def _small_firsts() -> frozenset[str]:
    """The words without a capital that begin a body or an office."""
    return heads.firsts() | offices.firsts()


def _part(words: Sequence[Word], head: heads.Head, stop: int) -> bool:
    """True for a head word that is part of another body, or of its name."""
    named = _inside(words, head, stop) or _of_acronym(words, head) or _of_other(words, head, stop)
    return named or _in_office(words, head) or _assembly(words, head, stop)


def _assembly(words: Sequence[Word], head: heads.Head, stop: int) -> bool:
    """`Mitgliederversammlung der Euroregion X`, `Assembly of the EGTC Y`: the body is the one that has met."""
    said = " ".join(w.fold for w in words[head.first : head.stop])
    if said not in lexicon.words("institutions.assemblies"):
        return False
    return any(words[n].capital and heads.at(words, n) is not None for n in range(head.stop + 1, stop))


def _in_office(words: Sequence[Word], head: heads.Head) -> bool:
    """`chef de service à l’hôpital X`: a small head word that an office ends in."""
    i = head.first
    before = range(max(0, i - 3), i) if words[i].shape == "l" else ()
    return any((offices.head(words, n) or 0) >= head.stop for n in before)


def _extent(words: Sequence[Word], head: heads.Head, stop: int, free: int) -> tuple[int, int]:
    """Where the name begins, and the index after it."""
    led = _trailing(words, head)
    if led is not None and led >= free:
        return led, head.stop
    return councils.first_word(words, before(words, head.first, free, head), free, head), stop


def _inside(words: Sequence[Word], head: heads.Head, stop: int) -> bool:
    """`the board of the Heritage Trust`: a small head word before the name of the body it belongs to."""
    small = head.language == "en" and head.weak and words[head.first].shape == "l"
    part = words[head.first].fold in lexicon.words("institutions.parts")
    return (small or part) and any(words[n].capital and heads.at(words, n) is not None for n in range(head.stop, stop))


def _of_acronym(words: Sequence[Word], head: heads.Head) -> bool:
    """`SNCF Réseau`: a French head word behind an acronym is part of its name."""
    i = head.first
    french = head.language == "fr" and i > 0 and words[i].capital and words[i].gap == "s"
    return french and acronyms.is_acronym(words[i - 1]) and heads.at(words, i - 1) is None


def _of_other(words: Sequence[Word], head: heads.Head, stop: int) -> bool:
    """`the EMR delegation`, `the CBD office`: a part of the body named before it."""
    small = head.language == "en" and words[head.first].shape == "l" and stop == head.stop and head.first > 0
    part = words[head.first].fold in lexicon.words("institutions.parts")
    return small and part and words[head.first].gap == "s" and words[head.first - 1].capital


def _trailing(words: Sequence[Word], head: heads.Head) -> int | None:
    """Where `Grand Besançon Métropole` begins: a French head behind the name of its town."""
    i = head.first
    known = " ".join(w.fold for w in words[i : head.stop]) in lexicon.words("institutions.trailing")
    if not known or i == 0 or not words[i].capital or words[i].gap != "s":
        return None
    first = i
    while first > 0 and words[first].gap in "sh" and words[first - 1].capital and i - first < 4:
        if words[first - 1].fold in lexicon.words("grammar.openers", "grammar.articles"):
            break
        first -= 1
    return first if first < i and heads.at(words, first) is None else None


def _held(words: Sequence[Word], head: heads.Head, ends: set[int]) -> bool:
    """`X, Stadtrat von Y`: a word that is an office behind a name, a body elsewhere."""
    i = head.first
    office = any(w.fold in lexicon.words("offices.heads") for w in words[head.first : head.stop])
    return office and i > 0 and words[i].gap in "c(" and words[i - 1].end in ends


def _event(words: Sequence[Word], head: heads.Head) -> bool:
    """`11e Congrès`, `Forum Junior` at the head of a line: an event, not the body of that name."""
    i = head.first
    if _counted(words, i) and occasions.compound(words[i]):
        return True
    if not any(w.fold in lexicon.words("events.heads") for w in words[i : head.stop]):
        return False
    if head.stop < len(words) and words[head.stop].gap in "qp" and words[i].shape == "l":
        return True
    if _presided(words, i):
        return False
    if i == 0 or words[i - 1].shape == "0" or words[i - 1].fold not in lexicon.words("grammar.links"):
        return True
    return words[i - 1].fold in lexicon.words("grammar.definite") and (
        i == 1 or words[i - 2].fold not in lexicon.words("grammar.links")
    )


def _counted(words: Sequence[Word], i: int) -> bool:
    """`42. Regierungskonferenz der X`: the edition of an event stands before its word."""
    return i > 0 and words[i].gap == "d" and words[i - 1].shape == "0"


def _of_office(words: Sequence[Word], i: int) -> bool:
    """`cheffe du Service du développement`: a link leads from an office to the word."""
    links, stop = lexicon.words("grammar.links"), i
    while stop > max(1, i - LINKS) and words[stop - 1].fold in links and words[stop].gap in "sa":
        stop -= 1
    held = (found for n in range(max(0, stop - 4), stop) if (found := offices.at(words, n)) is not None)
    return stop < i and any(found[1] <= stop and not _capitals(words[found[1] : stop]) for found in held)


LINKS = 4
"""So many small words lead from an office to its body at most."""


def _capitals(words: Sequence[Word]) -> bool:
    return any(w.capital or w.gap not in "sa" for w in words)


def _presided(words: Sequence[Word], i: int) -> bool:
    """`Vorsitz der Inn-Konferenz`: what somebody presides over is a body, an event's word with a hyphen in its name."""
    first = i
    while first > 0 and words[first].gap == "h" and words[first - 1].capital:
        first -= 1
    if first == i or first < 2 or words[first - 1].fold not in lexicon.words("grammar.name_links"):
        return False
    return words[first - 2].fold in lexicon.table("offices.abstract") or offices.head(words, first - 2) == first - 1


def _proper(text: str, words: Sequence[Word], head: heads.Head, stop: int, end: int) -> str | None:
    """The proper name beside a head that only says what it is: `l’association Frontaliers`, `Verein „X“`."""
    own = {form for w in words[head.first : head.stop] for form in (w.fold, w.fold.removesuffix("s"))}
    if own.isdisjoint(lexicon.words("institutions.apposed")):
        return None
    for k in range(head.stop, stop):
        small = words[k].shape == "l" and words[k].fold in complements.inner()
        if words[k].capital:
            stands = words[k].gap in "sq" and (k == head.stop or words[k - 1].fold not in complements.inner())
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
    if head.language == "en" and word.fold == "of" and i - 1 > free and _of_one(words, i - 1):
        return True
    if word.fold in lexicon.words("grammar.openers", "grammar.articles") or heads.office(words, i):
        return False
    if head.language == "de":
        return _german(words, i)
    if word.capital or (word.shape == "0" and i > free and words[i - 1].capital and word.gap == "s"):
        return True
    if word.gap == "h" and words[i + 1].gap == "s":
        return words[i - 1].capital
    inner = word.fold in ("of", "and", "the") and i - 1 >= free and words[i - 1].capital and word.gap == "s"
    inner = inner and not heads.office(words, i - 1)
    return inner or (word.shape == "l" and word.fold in lexicon.words("institutions.adjectives"))


def _german(words: Sequence[Word], i: int) -> bool:
    """An acronym or an adjective with a capital before a German head (`AOK Landesverband`, `Deutsches Institut`)."""
    word = words[i]
    if word.shape == "U" and word.gap != "h" and acronyms.is_acronym(word) and words[i + 1].gap == "s":
        return True
    known = word.fold in lexicon.words("institutions.adjectives")
    return word.capital and (known or (word.gap != "^" and _declined(word)))


def _of_one(words: Sequence[Word], i: int) -> bool:
    """`the Freedom of Movement Council`: one capitalised word between `the` and `of`, no office and no body."""
    plain = words[i].shape == "C" and not heads.office(words, i) and heads.at(words, i) is None
    return plain and words[i - 1].fold == "the" and words[i].gap == "s"


FEWEST = 2
"""A name without another capital than that of its head has more words."""


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
    if (
        head.language == "fr"
        and (not head.weak or _of_office(words, head.first))
        and own[0].capital
        and mid
        and len(own) + len(rest) > FEWEST
        and rest
        and rest[-1].shape == "l"
    ):
        return True
    return not head.weak and len(own) > 1 and all(w.capital or w.fold in complements.inner() for w in own) and mid
