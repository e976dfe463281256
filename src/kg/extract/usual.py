"""The hour that all events of a calendar share: `unless otherwise stated, talks start at 7 p.m.`, `jeweils 19 Uhr`."""

from collections.abc import Sequence

from kg.extract import lexicon, sentences, times
from kg.extract.drafts import Draft
from kg.extract.finds import Page
from kg.extract.times import Clock


def apply(page: Page, drafts: Sequence[Draft]) -> None:
    """Give the events of a list that have a day and no time the hour that the page says all have."""
    bare = [d for d in drafts if d.entry and d.day is not None and d.last is None and d.clock is None]
    clock = _hour(page) if bare else None
    if clock is not None:
        for draft in bare:
            draft.clock = clock
            draft.spans.append((clock.begin, clock.stop))


def _hour(page: Page) -> Clock | None:
    """The time in the first sentence that says it holds for all."""
    cues = lexicon.phrases("page.usual")
    for line in page.lines:
        for first, stop in sentences.split(page.text, line):
            begin, end = line.words[first].start, line.words[stop - 1].end
            if not sentences.cues(line.words, first, stop, cues):
                continue
            clock = times.find(page.text, begin, min(end + len(" p.m."), line.end))
            if clock is not None and not any(d.begin < end and begin < d.stop for d in page.dates):
                return clock
    return None
