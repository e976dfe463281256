"""What a report says of events that are still to come: all sentences and lines that speak of one announce.

`Am 25. Mai lädt der Verband zu einer Konferenz ein. Es sprechen A und B`: the second sentence has no day of its own.
"""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from kg.extract import relative
from kg.extract.drafts import Draft, Scene
from kg.extract.finds import Page


@dataclass(frozen=True, slots=True)
class Coming:
    """The stretches of text that belong to coming events, in order."""

    stretches: tuple[tuple[int, int], ...] = ()

    def __contains__(self, offset: int) -> bool:
        n = bisect_right(self.stretches, offset, key=_start) - 1
        return n >= 0 and offset < self.stretches[n][1]


def _start(stretch: tuple[int, int]) -> int:
    return stretch[0]


def find(page: Page, drafts: Sequence[Draft], scenes: Sequence[Scene]) -> Coming:
    """The stretches of the events whose day lies behind that of the page, or that a report tells ahead."""
    issued = relative.published(page)
    day = None if issued is None else issued.isoformat()
    ahead = {n for n in range(len(drafts)) if _is_ahead(drafts, n, day)}
    return Coming(tuple(sorted((s.line.start, s.line.end) for s in scenes if s.event in ahead)))


def _is_ahead(drafts: Sequence[Draft], number: int, issued: str | None) -> bool:
    draft = drafts[number]
    while draft.parent is not None and not draft.entry:
        draft = drafts[draft.parent]
    if draft.day is None:
        return False
    if issued is not None:
        return draft.day > issued
    first = min((d.day for d in drafts if d.day is not None and not d.ahead), default=draft.day)
    return draft.ahead and draft.day > first
