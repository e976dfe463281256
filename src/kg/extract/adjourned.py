"""When the meeting of minutes began and ended (`ouvre la séance à 18h30`, `Ende der Sitzung: 19 Uhr`)."""

from dataclasses import replace

from kg.extract import factuality, lexicon, outline, sentences, times
from kg.extract.finds import Page
from kg.extract.lines import Line
from kg.extract.state import Agenda
from kg.extract.times import Clock


def apply(page: Page, plan: Agenda) -> None:
    """Give the meeting its hours, and take the lines of signatures behind its end from its last item."""
    main = next((d for d in plan.drafts if d.parent is None), None)
    if main is None or not factuality.minutes(page):
        return
    begun = _told(page, "roles.presiding") or _told(page, "page.begun")
    if main.clock is None and begun is not None:
        main.clock = replace(begun[1], end=None)
        main.spans.append((begun[1].begin, begun[1].stop))
    ended = _told(page, "page.adjourned")
    if ended is None:
        return
    if main.clock is not None and main.clock.end is None and main.clock.start < ended[1].start:
        main.clock = replace(main.clock, end=ended[1].start)
        main.spans.append((ended[1].begin, ended[1].stop))
    close = ended[0].start
    plan.scenes[:] = [s for s in plan.scenes if s.line.start <= close or outline.sentence(page.text, s.line)]


def _told(page: Page, name: str) -> tuple[Line, Clock] | None:
    """The first line with one of the phrases and a time in its sentence."""
    for line in page.lines:
        for first, stop in sentences.split(page.text, line):
            if sentences.cues(line.words, first, stop, lexicon.phrases(name)):
                end = line.end if stop == len(line.words) else line.words[stop].start
                clock = times.find(page.text, line.words[first].start, end)
                if clock is not None:
                    return line, clock
    return None
