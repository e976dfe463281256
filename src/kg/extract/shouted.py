"""Institutions in a line of capitals (`CONSEIL DU LÉMAN`): a letterhead or a heading that is nothing else."""

from collections.abc import Sequence

from kg.extract import acronyms, complements, heads, lexicon
from kg.extract.finds import Find, Page, flat, make
from kg.extract.lines import Line
from kg.extract.words import Word, longest
from kg.model import EntityType

LONGEST = 12


def find(page: Page) -> tuple[Find, ...]:
    """The lines in capitals that name an institution and nothing else, up to a bracket or a column."""
    found = (_whole(page.text, line) for line in page.lines if acronyms.shouted(line))
    return tuple(f for f in found if f is not None)


def _whole(text: str, line: Line) -> Find | None:
    words = line.words
    stop = next((n for n in range(1, len(words)) if words[n].gap not in "sadh"), len(words))
    if not 1 < stop <= LONGEST or _event(words[:stop]):
        return None
    head = next((h for n in range(stop) if (h := heads.at(words, n)) is not None), None)
    if head is None or not _complete(words, head, stop):
        return None
    start, end = words[0].start, words[stop - 1].end
    return make(text, start, end, EntityType.ORGANIZATION, spelled(flat(text[start:end])))


def _event(words: Sequence[Word]) -> bool:
    kinds = lexicon.words("events.heads", "page.programme")
    programme = lexicon.phrases("page.programme")
    return any(w.fold in kinds or w.shape == "0" or longest(words, n, programme) for n, w in enumerate(words))


def _complete(words: Sequence[Word], head: heads.Head, stop: int) -> bool:
    """True where the head and what belongs to it fill the line."""
    if head.first > 0 and not head.leftward:
        return False
    openers = lexicon.words("grammar.openers", "grammar.links")
    if any(w.fold in openers for w in words[: head.first]):
        return False
    end = complements.extent(words, head.first, head, {})
    return end is not None and end >= stop and (head.first > 0 or stop > head.stop)


def spelled(form: str) -> str:
    """`Conseil du Léman` for `CONSEIL DU LÉMAN`; acronyms keep their capitals."""
    small = lexicon.words("grammar.inner", "grammar.joins")
    return " ".join(_cased(word, small) for word in form.split(" "))


def _cased(word: str, small: frozenset[str]) -> str:
    if word.casefold() in small:
        return word.lower()
    kept = word.casefold() in {w.casefold() for w in lexicon.words("institutions.abbreviated")}
    return word if kept else "-".join(part[:1] + part[1:].lower() for part in word.split("-"))
