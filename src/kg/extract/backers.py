"""Bodies that only a verb shows: `une soirée proposée par Eusko Ikaskuntza`, `hosted by Bobbin Lane and Translink`.

Behind `organised by`, `en partenariat avec` stand names; what is capitalised there and no person, place or word of the
page is a body, also where no head word says so. German writes all nouns with a capital: there this tells nothing.
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from kg.extract import dates, lexicon, nouns, offices, sentences
from kg.extract.clauses import BACKING
from kg.extract.finds import Find, Page, make
from kg.extract.words import Word
from kg.model import EntityType
from kg.text.normal import fold

LONGEST = 5
"""A name that nothing else shows has no more words."""
MOST = 6
"""No verb leads to more bodies."""


def find(page: Page, known: Sequence[Find]) -> Iterator[Find]:
    """The bodies behind the verbs of organising and supporting that no rule has found yet."""
    ends = {f.start: f for f in known}
    people = frozenset(w for f in known if f.type is EntityType.PERSON for w in fold(f.name).split())
    for line in page.lines:
        for cue in sentences.cues(line.words, 0, len(line.words), _cues()):
            for first, stop in _behind(line.words, cue.stop, ends):
                if any(w.fold in people for w in line.words[first:stop]):
                    break
                yield make(page.text, line.words[first].start, line.words[stop - 1].end, EntityType.ORGANIZATION)


@cache
def _cues() -> lexicon.Phrases:
    """French and English phrases that lead to who organises, supports or hosts (`organisé par`, `hosted by`)."""
    agents = tuple(f" {word}" for word in ("par", "avec", "de", "du", "des", "d", "by", "with", "of"))
    known: dict[str, str] = {}
    for language in ("fr", "en"):
        for role in BACKING:
            words = lexicon.phrases_of(language, "roles", f"verbs.{role.value}")
            known.update((w, role.value) for w in words if w.endswith(agents))
    return lexicon.Phrases(known)


def _behind(words: Sequence[Word], i: int, known: Mapping[int, Find]) -> Iterator[tuple[int, int]]:
    """The unknown names of the list that begins at word `i`; known bodies and places are passed over."""
    for _ in range(MOST):
        while i < len(words) and words[i].shape == "l" and words[i].fold in _small() and words[i].gap in "sac":
            i += 1
        found = known.get(words[i].start) if i < len(words) else None
        if found is not None and found.type is EntityType.PERSON:
            return
        stop = (
            _name(words, i, known)
            if found is None
            else next((n for n in range(i, len(words)) if words[n].start >= found.end), len(words))
        )
        if stop is None:
            return
        if found is not None and found.type is EntityType.TERRITORY and _gathers(words, stop):
            found, stop = None, stop + 1  # `the Upper Rhine Forum`
        if found is None:
            yield i, stop
        listed = stop < len(words) and (words[stop].gap == "c" or _joins(words, stop))
        if not listed:
            return
        i = stop


def _gathers(words: Sequence[Word], i: int) -> bool:
    """`Border Forum`: a word for an event behind a name is what the body is called."""
    last = i < len(words) and words[i].capital and words[i].gap == "s"
    return last and words[i].fold in lexicon.words("institutions.gatherings")


def _joins(words: Sequence[Word], i: int) -> bool:
    return words[i].gap == "s" and words[i].fold in lexicon.words("grammar.joins")


@cache
def _small() -> frozenset[str]:
    """What may stand before a name in a list."""
    return lexicon.words("grammar.articles", "grammar.joins", "grammar.name_links") | {"par", "avec", "with", "by"}


def _name(words: Sequence[Word], i: int, known: Mapping[int, Find]) -> int | None:
    """The index after the unknown name at word `i`: capitalised words, up to a mark or a small word."""
    stop = i
    while stop < min(len(words), i + LONGEST) and words[stop].capital and words[stop].start not in known:
        if stop > i and words[stop].gap not in "sha":
            break
        stop += 1
    if stop == i or not _ends(words, stop):
        return None
    gathers = stop - i > 1 and _gathers(words, stop - 1)
    if any(_common(w) for w in words[i : stop - gathers]):
        return None
    return stop if offices.at(words, i) is None else None


def _ends(words: Sequence[Word], i: int) -> bool:
    """True where a name is over: at a mark, the end, a joining word or another cue."""
    if i >= len(words) or words[i].gap not in "sha":
        return True
    return words[i].shape == "l" and words[i].gap == "s"


def _common(word: Word) -> bool:
    """A word that names a time or nothing at all."""
    small = word.fold in lexicon.words("grammar.openers", "calendar.weekdays", "honorifics")
    return small or word.fold in dates.months() or word.fold in nouns.others()
