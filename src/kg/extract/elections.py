"""An office to which somebody was elected at a dated meeting begins on that day: `wurde am 13. März 2023 gewählt`.

The sentence tells the day. Further elections of the same meeting, told in sentences without a day, are of it too.
"""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from kg.extract import lexicon, sentences
from kg.extract.drafts import Draft
from kg.extract.finds import Page
from kg.extract.lines import Line
from kg.extract.row import Held
from kg.extract.state import Agenda
from kg.extract.words import find

YEAR = len("YYYY")


def dated(page: Page, plan: Agenda, called: Sequence[Held]) -> tuple[Held, ...]:
    """The offices that verbs tell, those taken up by an election with its day."""
    told = [_day(page, one) for one in called]
    days = {day for day in told if day}
    held = {scene.line.start: plan.drafts[scene.event] for scene in plan.scenes}
    out: list[Held] = []
    for one, own in zip(called, told, strict=True):
        day = own if own != "" else _of_meeting(held, _line(page, one), days)
        began = day is not None and one.capacity.since is None and one.capacity.until is None
        out.append(replace(one, capacity=replace(one.capacity, since=day)) if began else one)
    return tuple(out)


def _line(page: Page, one: Held) -> Line | None:
    n = bisect_right(page.lines, one.capacity.start, key=lambda line: line.start) - 1
    return page.lines[n] if n >= 0 and one.capacity.start < page.lines[n].end else None


def _day(page: Page, one: Held) -> str | None:
    """The day of the sentence in which somebody is elected: "" where it tells none, None where nobody is elected."""
    line = _line(page, one)
    for first, stop in sentences.split(page.text, line) if line is not None else ():
        words = () if line is None else line.words[first:stop]
        if not words or not words[0].start <= one.capacity.start < words[-1].end:
            continue
        if find(words, lexicon.phrases("offices.elected")) is None:
            return None
        days = page.dates_between(words[0].start, words[-1].end)
        years = [
            w
            for w in words
            if w.shape == "0" and len(w.text) == YEAR and not any(d.begin < w.end <= d.stop for d in days)
        ]
        if len(days) != 1 or years:
            return None if days or years else ""
        lasting = _lasting(page.text, words[0].start, days[0].begin)
        return None if lasting or not days[0].exact or days[0].end is not None else days[0].start
    return None


def _lasting(text: str, begin: int, end: int) -> bool:
    """`zur Präsidentin ab dem 1. Mai gewählt`: the day is said to be a beginning or an end, or that of another time."""
    before = " " + " ".join(text[begin:end].casefold().replace("’", "'").split())
    keys = ("calendar.since", "calendar.endings")
    return before.endswith(tuple(f" {word}" for key in keys for word in lexicon.written(key)))


def _of_meeting(held: dict[int, Draft], line: Line | None, days: set[str]) -> str | None:
    """The day of the event that a line tells of, where another sentence has somebody elected on it."""
    draft = None if line is None else held.get(line.start)
    return draft.day if draft is not None and draft.day in days else None
