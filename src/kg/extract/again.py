"""Names learnt from one place of a page, found again in its other places."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from kg.extract.finds import Cover, Find, Page, make
from kg.extract.words import Word, split

SHORTEST = 4

Name = tuple[str, ...]


@dataclass(slots=True)
class Known:
    """Names by their words, and of how many words those are that begin with a word."""

    names: dict[Name, Find] = field(default_factory=dict)
    lengths: dict[str, list[int]] = field(default_factory=dict)


def find(page: Page, learnt: Sequence[Find], taken: Sequence[Find]) -> Iterator[Find]:
    """Every further occurrence of the names that affiliations taught, outside of what is taken."""
    known = _by_words(learnt)
    cover = Cover.of(page.text, taken if known.names else ())
    for line in page.lines if known.names else ():
        for i, word in enumerate(line.words):
            hit = _at(line.words, i, known) if word.text in known.lengths else None
            if hit is not None and cover.free(line.words[i].start, line.words[hit[0] - 1].end):
                yield make(page.text, line.words[i].start, line.words[hit[0] - 1].end, hit[1].type)


def _by_words(learnt: Sequence[Find]) -> Known:
    forms = {f.form: f for f in learnt if len(f.form) >= SHORTEST and f.name == f.form}
    known = Known()
    for form in sorted(forms, key=lambda f: (-len(f), f)):
        words = tuple(w.text for w in split(form, 0, len(form)))
        if words:
            known.names.setdefault(words, forms[form])
    for first, length in sorted({(words[0], -len(words)) for words in known.names}):
        known.lengths.setdefault(first, []).append(-length)
    return known


def _at(words: Sequence[Word], i: int, known: Known) -> tuple[int, Find] | None:
    """The longest known name that begins at word `i`, and the index after it."""
    for length in known.lengths[words[i].text]:
        one = known.names.get(tuple(w.text for w in words[i : i + length]))
        if one is not None and i + length <= len(words):
            return i + length, one
    return None
