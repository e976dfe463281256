"""Names learnt from one place of a page, found again in its other places."""

from collections.abc import Iterator, Sequence

from kg.extract.finds import Cover, Find, Page, make

SHORTEST = 4


def find(page: Page, learnt: Sequence[Find], taken: Sequence[Find]) -> Iterator[Find]:
    """Every further occurrence of the names that affiliations taught, outside of what is taken."""
    cover = Cover()
    for one in taken:
        cover.add(one.start, one.end)
    for one in sorted(set(learnt), key=lambda f: (-len(f.form), f.start)):
        words = page.text[one.start : one.end]
        if len(words) >= SHORTEST and one.name == one.form:
            yield from _everywhere(page, one, words, cover)


def _everywhere(page: Page, one: Find, words: str, cover: Cover) -> Iterator[Find]:
    at = page.text.find(words)
    while at >= 0:
        end = at + len(words)
        whole = not page.text[end : end + 1].isalnum() and not page.text[at - 1 : at].isalnum()
        inside = any(line.start <= at < line.end for line in page.lines)
        if whole and inside and cover.free(at, end):
            cover.add(at, end)
            yield make(page.text, at, end, one.type)
        at = page.text.find(words, end)
