"""Names learnt from one place of a page, found again in its other places."""

from collections.abc import Iterator, Sequence

from kg.extract.finds import Cover, Find, Page, make
from kg.extract.words import Word, split

SHORTEST = 4

Known = dict[str, list[tuple[tuple[str, ...], Find]]]


def find(page: Page, learnt: Sequence[Find], taken: Sequence[Find]) -> Iterator[Find]:
    """Every further occurrence of the names that affiliations taught, outside of what is taken."""
    cover = Cover()
    for one in taken:
        cover.add(one.start, one.end)
    known = _by_first_word(learnt)
    for line in page.lines if known else ():
        for i, word in enumerate(line.words):
            hit = _at(line.words, i, known) if word.text in known else None
            if hit is not None and cover.free(line.words[i].start, line.words[hit[0] - 1].end):
                yield make(page.text, line.words[i].start, line.words[hit[0] - 1].end, hit[1].type)


def _by_first_word(learnt: Sequence[Find]) -> Known:
    forms = {f.form: f for f in learnt if len(f.form) >= SHORTEST and f.name == f.form}
    out: Known = {}
    for form in sorted(forms, key=lambda f: (-len(f), f)):
        words = tuple(w.text for w in split(form, 0, len(form)))
        if words:
            out.setdefault(words[0], []).append((words, forms[form]))
    return out


def _at(words: Sequence[Word], i: int, known: Known) -> tuple[int, Find] | None:
    """The longest known name that begins at word `i`, and the index after it."""
    for form, one in known.get(words[i].text, ()):
        stop = i + len(form)
        if stop <= len(words) and all(words[i + n].text == text for n, text in enumerate(form)):
            return stop, one
    return None
