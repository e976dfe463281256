"""Towns that no list knows, told by where they stand: behind `à`, or at the head of a line of date and place."""

from collections.abc import Iterator, Mapping, Sequence

from kg.extract import lexicon
from kg.extract.finds import Cover, Page
from kg.extract.lines import Line
from kg.extract.words import Word, longest


def towns(page: Page, lines: Mapping[int, int], taken: Cover) -> Iterator[tuple[int, int]]:
    """Towns that no list knows: behind `à`, or at the head of a line of date and place (`Pontarlier, 14 octobre`)."""
    for line in page.lines:
        if line.start not in lines and not page.dates_in(line):
            continue
        for i, word in enumerate(line.words):
            behind = i > 0 and line.words[i - 1].fold == "a" and word.gap == "s" and line.words[i - 1].shape == "l"
            leads = i == 0 and line.start in lines and _before_place(page, line)
            if (behind or leads) and word.shape == "C" and word.start not in taken and _may_be_town(line.words, i):
                yield word.start, line.words[_hyphened(line.words, i) - 1].end


def _hyphened(words: Sequence[Word], i: int) -> int:
    stop = i + 1
    while stop < len(words) and words[stop].gap == "h":
        stop += 1
    return stop


def _before_place(page: Page, line: Line) -> bool:
    """True where one name and a comma stand before a date or a venue."""
    stop = _hyphened(line.words, 0)
    if stop >= len(line.words) or line.words[stop].gap not in "c-":
        return False
    dated = any(d.begin == line.words[stop].start for d in page.dates_in(line))
    return dated or longest(line.words, stop, lexicon.phrases("venues.heads")) is not None


def _may_be_town(words: Sequence[Word], i: int) -> bool:
    return (
        words[i].fold not in lexicon.words("grammar.openers")
        and longest(words, i, lexicon.phrases("venues.heads")) is None
    )
