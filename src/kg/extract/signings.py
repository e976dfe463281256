"""What is signed at a ceremony belongs to its name: `signing ceremony`, and the memorandum that was signed."""

from collections.abc import Iterator, Sequence

from kg.extract import lexicon, sentences
from kg.extract.drafts import Draft
from kg.extract.finds import Find, Page, within
from kg.extract.lines import Line
from kg.extract.words import longest, split
from kg.model import EntityType, EventKind


def named(page: Page, drafts: Sequence[Draft], finds: Sequence[Find]) -> None:
    """Give the ceremonies that sentences tell of, without more than their word, the name of what was signed there."""
    works = [f for f in finds if f.type is EntityType.INSTRUMENT]
    for draft in drafts if works else ():
        if (draft.told or draft.prose) and draft.spans and _bare(draft.title):
            signed = next(_near(page, draft.spans[0][0], works), None)
            if signed is not None:
                draft.add_title(page.text, signed.start, signed.end)


def _bare(title: str) -> bool:
    """True for a title that is the word for a ceremony and nothing else."""
    words = split(title, 0, len(title))
    hit = longest(words, 0, lexicon.kinds("events.heads")) if words else None
    return hit is not None and hit[0] == len(words) and hit[1] == EventKind.CEREMONY


def _near(page: Page, offset: int, works: Sequence[Find]) -> Iterator[Find]:
    """The works of the sentence at an offset, then those of the one before and the one behind it."""
    line = next((line for line in page.lines if line.start <= offset < line.end), None)
    if line is None:
        return
    cuts = list(sentences.split(page.text, line))
    n = next(i for i, (_, stop) in enumerate(cuts) if i == len(cuts) - 1 or offset < line.words[stop].start)
    for i in (n, n - 1, n + 1):
        if 0 <= i < len(cuts):
            yield from _of(line, cuts[i], works)


def _of(line: Line, cut: tuple[int, int], works: Sequence[Find]) -> list[Find]:
    return within(works, line.words[cut[0]].start, line.words[cut[1] - 1].end)
