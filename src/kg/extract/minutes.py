"""Minutes of a meeting: their title, those who were absent, and items taken up again by their number.

Minutes tell of one meeting. Days in them that come after its own are deadlines and later meetings.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from kg.extract import lexicon, outline
from kg.extract.dates import When
from kg.extract.drafts import Scene
from kg.extract.finds import Page
from kg.extract.lines import Line
from kg.extract.state import State
from kg.extract.words import Word, find
from kg.model import Role

_AGAIN = re.compile(
    r"(?:zu|ad|re|au|sur le|le)?\s*(?:TOP|Punkt|Point|Item|Tagesordnungspunkt|Agenda item|Nr\.?|n°)"
    r"\s*(\d{1,2})\s*[.):–—-]?",
    re.IGNORECASE,
)


def titled(page: Page, pending: Sequence[Line], line: Line, date: When) -> list[Line]:
    """The candidates for the title of a meeting: the line that names it, cut before its day, where there is one."""
    for one in (_cut(page, line, date), *reversed(pending)):
        if one is not None and _meeting(one.words):
            return [one]
    return []


def _meeting(words: Sequence[Word]) -> bool:
    return any(w.fold.endswith(_sittings()) for w in words)


@cache
def _sittings() -> tuple[str, ...]:
    """The last words of `Vorstandssitzung`, `réunion`, `meeting`."""
    return tuple(sorted({phrase.split()[-1] for phrase in lexicon.words("page.sittings")}))


def _cut(page: Page, line: Line, date: When) -> Line | None:
    """What stands before the day, without `über die` before it and `held on` behind it."""
    words = [w for w in line.words if w.end <= date.begin]
    ends = lexicon.words("calendar.openers", "grammar.links", "grammar.passed")
    while words and words[-1].fold in ends:
        words.pop()
    while words and words[0].shape == "l" and len(words) > 1:
        words.pop(0)
    held = (n for n, w in enumerate(words) if w.fold in lexicon.words("grammar.passed") and _meeting(words[:n]))
    words = words[: next(held, len(words))]
    if not words:
        return None
    return replace(line, start=words[0].start, end=words[-1].end, words=tuple(words))


def later(line: Line) -> bool:
    """A line that tells of the next meeting."""
    hit = find(line.words, lexicon.phrases("page.later"))
    return hit is not None and hit[0] == 0


def passed(state: State, line: Line) -> bool:
    """True for a line whose day is none of the meeting's: the meeting has its day, or the line tells of the next."""
    main = None if state.main is None else state.out.drafts[state.main]
    return state.minutes and ((main is not None and main.day is not None) or later(line))


def again(state: State, line: Line) -> int | None:
    """The item that a line takes up by its number alone (`Zu TOP 3`)."""
    found = _AGAIN.fullmatch(state.page.text, line.start, line.end) if state.minutes else None
    return None if found is None else state.numbers.get(int(found[1]))


def absent(line: Line) -> bool:
    """A heading over those who did not come."""
    return outline.whole(line, "page.absent")


def excused(state: State, line: Line) -> None:
    """Who stands under such a heading belongs to the whole meeting, as one who was excused."""
    state.out.roles[line.start] = Role.ATTENDEE
    if state.main is not None:
        state.out.scenes.append(Scene(line, state.main, Role.ATTENDEE, False))
