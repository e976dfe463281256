"""The body under whose heading a line stands: an organ (`Präsidium`, `Board (2025 – 2029)`) or an institution."""

from collections.abc import Mapping, Sequence
from itertools import pairwise

from kg.extract import heads, lexicon
from kg.extract.finds import Find, Page
from kg.extract.lines import Line
from kg.extract.words import Word
from kg.model import BlockKind, EntityType

HEAD = 4
"""In so many lines a page says whose minutes it gives."""


def of(
    page: Page, names: Mapping[int, Find], people: Mapping[int, Find], subject: Find | None
) -> tuple[Find | None, ...]:
    """The body for each line of a page; an organ's is the one that the page is about."""
    out: list[Find | None] = []
    body: Find | None = None
    level = 0
    for line in page.lines:
        if line.kind is BlockKind.HEADING and not any(w.start in people for w in line.words):
            found = _heading(line, names, subject)
            if found is not None or line.level <= level:
                body, level = found, 0 if found is None else line.level
        out.append(body)
    return tuple(out)


def _heading(line: Line, names: Mapping[int, Find], subject: Find | None) -> Find | None:
    words = _core(line)
    bare = " ".join(w.fold for w in words)
    organs = lexicon.words("institutions.organs")
    if bare in organs or bare.removesuffix("s") in organs:
        return subject
    return _whole(line, names, words)


def _core(line: Line) -> Sequence[Word]:
    """The words of a heading without the article before and a bracket or years behind."""
    words = line.words
    first = 1 if len(words) > 1 and words[0].fold in lexicon.words("grammar.articles") else 0
    stop = next((n for n in range(first + 1, len(words)) if words[n].gap in "(-" or words[n].shape == "0"), len(words))
    return words[first:stop]


def _whole(line: Line, names: Mapping[int, Find], words: Sequence[Word]) -> Find | None:
    found = names.get(words[0].start)
    own = found is not None and found.type is EntityType.ORGANIZATION and found.end >= words[-1].end
    return found if own else None


def committee(page: Page, names: Mapping[int, Find]) -> Find | None:
    """The committee that stands in a line of its own under the letterhead of its body: the one that met."""
    for above, line in pairwise(page.lines[:HEAD]):
        found = _whole(line, names, line.words)
        if found is None or names.get(above.words[0].start) is None:
            continue
        head = next((h for n in range(len(line.words)) if (h := heads.at(line.words, n)) is not None), None)
        if head is not None and head.ministry:
            return found
    return None
