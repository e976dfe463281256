"""Events of several days: a programme begins under its first day, a sentence says from when to when the event lasts."""

from datetime import date

from kg.extract.finds import Page
from kg.extract.state import Agenda

LONGEST = 14
"""An event lasts no longer than so many days."""


def apply(page: Page, plan: Agenda) -> None:
    """Give the one main event of a programme the last day of the range that begins with its first."""
    mains = [d for d in plan.drafts if d.parent is None]
    if len(mains) != 1 or mains[0].entry or mains[0].last is not None or mains[0].day is None:
        return
    main = mains[0]
    told = next((d for d in page.dates if d.exact and d.start == main.day and d.end is not None), None)
    if told is not None and told.end is not None and _days(told.start, told.end) <= LONGEST:
        main.last = told.end
        main.spans.append((told.begin, told.stop))


def _days(first: str, last: str) -> int:
    try:
        return (date.fromisoformat(last) - date.fromisoformat(first)).days
    except ValueError:
        return LONGEST + 1
