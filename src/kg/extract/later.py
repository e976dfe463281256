"""The next meeting, under an item of minutes that is called so: no item of this meeting, but an event to come.

`4. Next meeting` / `The next meeting will be held in Trier on 8 February 2023.` An item without a later day stays one,
and so does `Date of next meeting`, under which people settle a day.
"""

from collections.abc import Iterator

from kg.extract import lexicon, times
from kg.extract.dates import When
from kg.extract.drafts import Draft
from kg.extract.finds import Page
from kg.extract.state import Agenda
from kg.extract.words import longest, split


def apart(page: Page, plan: Agenda) -> None:
    """Set the next meeting apart from the one whose minutes tell of it."""
    for number, draft in enumerate(plan.drafts):
        above = None if draft.parent is None else plan.drafts[draft.parent]
        if above is None or not _called_so(draft):
            continue
        found = next((d for d in _days(page, plan, number) if d.start > (above.last or above.day or d.start)), None)
        if found is not None:
            _set(page, draft, found)


def _called_so(draft: Draft) -> bool:
    words = split(draft.title, 0, len(draft.title))
    hit = longest(words, 0, lexicon.phrases("page.later")) if words else None
    settled = bool(words) and words[0].fold in lexicon.words("page.date")
    return hit is not None and hit[0] == len(words) and not settled


def _days(page: Page, plan: Agenda, number: int) -> Iterator[When]:
    """The days that the lines of an item tell."""
    for scene in plan.scenes:
        if scene.event == number:
            yield from (d for d in page.dates_in(scene.line) if d.exact)


def _set(page: Page, draft: Draft, told: When) -> None:
    draft.parent, draft.day, draft.last, draft.ahead, draft.prose = None, told.start, told.end, True, True
    draft.near = None
    draft.clock = times.behind(page.text, told.stop, min(len(page.text), told.stop + REACH))
    draft.spans.append((told.begin, told.stop))


REACH = 12
"""So many characters behind its day a meeting's time begins."""
