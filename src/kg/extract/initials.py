"""Bodies that nothing shows but the initials behind them: `Moor and Coast Alliance (MCA)`."""

from collections.abc import Iterator, Sequence

from kg.extract import acronyms, lexicon, shouted
from kg.extract.finds import Cover, Find, Page, flat, make
from kg.extract.words import Word
from kg.model import EntityType

FEWEST = 3
"""Initials that show a body by themselves are so many at least."""


def find(page: Page, finds: Sequence[Find]) -> Iterator[Find]:
    """Rows of words outside of what was found whose initials stand in a bracket right behind them."""
    taken: Cover | None = None
    for line in page.lines:
        for i, word in enumerate(line.words):
            first = _spelling(line.words, i) if word.gap == "(" and _initials(page.text, word) else None
            if first is None:
                continue
            taken = taken or Cover.of(page.text, finds)
            start, end = line.words[first].start, line.words[i - 1].end
            if taken.free(start, end):
                name = shouted.spelled(flat(page.text[start:end])) if acronyms.shouted(line) else None
                yield make(page.text, start, end, EntityType.ORGANIZATION, name)


def _initials(text: str, word: Word) -> bool:
    return len(word.text) >= FEWEST and text[word.end : word.end + 1] == ")" and acronyms.is_acronym(word)


def _spelling(words: Sequence[Word], i: int) -> int | None:
    """The first of the words whose initials word `i` is; no event, no treaty, no project."""
    letters, first = words[i].fold, i
    while letters and first > 0 and words[first].gap in "sh(":
        first -= 1
        if words[first].capital and words[first].fold[0] == letters[-1]:
            letters = letters[:-1]
        elif words[first].fold not in lexicon.words("grammar.inner", "grammar.joins", "grammar.name_links"):
            return None
    other = lexicon.words("events.heads", "works.instruments", "works.projects", "offices.heads")
    return None if letters or any(w.fold in other for w in words[first:i]) else first
