"""Reports and press notices: what a page that has no programme tells of its event.

The line of date and place of such a page may be that of the newspaper, and its headline is seldom the event's title.
Prose says both better: `the conference "Care Without Borders" took place on 3 May`.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from kg.extract import accounts, factuality, happenings, headlines, lexicon, outline, titles
from kg.extract.drafts import Draft
from kg.extract.finds import Page
from kg.extract.names import content
from kg.extract.state import Agenda
from kg.extract.words import find, longest, split
from kg.model import BlockKind, Factuality

REPORT = 3
"""So many paragraphs above the first date are a report of their own."""
NEAR = 31
"""A day told in prose so many days before the line of date and place is the event's; the line is that of the report."""


def retold(page: Page, plan: Agenda) -> None:
    """Give the one event of a page without a programme the title and day that its prose has for it."""
    if not plan.drafts or any(d.entry or d.parent is not None for d in plan.drafts):
        return
    main = plan.drafts[0]
    told = [d for d in happenings.find(page, plan.roles)[0] if d.day is not None]
    own = None if _labelled(page, plan) else next((d for d in told if _before(d.day, main.day)), None)
    if own is not None and not _named(main) and not any(_named(d) for d in plan.drafts[1:]):
        _replaced(page, plan, own, told)
    elif not _named(main):
        better = next((d for d in told if d.day == main.day), None) or _undated(page, main)
        if better is not None and content(better.title) not in content(main.title):
            main.title, main.spans = better.title, [*better.spans, *main.spans]
            _alone(plan)
    _besides(page, plan, told)


def headings_alone(page: Page, plan: Agenda) -> bool:
    """True where the items of a report are nothing but headings: its prose tells the parts better."""
    heads = [line for line in page.lines if line.kind is BlockKind.HEADING]
    spans = [min(d.spans) for d in plan.drafts if d.parent is not None and d.spans]
    return _reports(page) and all(any(h.start <= a < h.end for h in heads) for a, _ in spans)


def entitle(page: Page, main: Draft, told: Draft) -> None:
    """Give the event of a report the title that its prose has, where its own is a headline that names no event."""
    words = split(told.title, 0, len(told.title))
    if (
        _reports(page)
        and not _named(main)
        and len(words) > 1
        and find(words, lexicon.kinds("events.heads")) is not None
    ):
        main.title, main.spans = told.title, [*told.spans, *main.spans]


def _besides(page: Page, plan: Agenda, told: Sequence[Draft]) -> None:
    """What a report tells of other days (`the day before, 8 November, ...`) are events of their own."""
    if len(plan.drafts) > 1 or any(scene.item for scene in plan.scenes):
        return
    main = plan.drafts[0]
    others = [d for d in told if d.title != main.title and not main.covers(d.day or "") and _near(d.day, main.day)]
    if others:
        plan.drafts.extend(others)
        plan.scenes[:] = accounts.apart(page, plan.drafts, plan.scenes)


def _near(day: str | None, other: str | None) -> bool:
    return _before(day, other) or _before(other, day)


def before(page: Page, plan: Agenda) -> bool:
    """Add the events that a newsletter reports above the dates it announces: their sentences are not of those dates."""
    starts = [*plan.headers, *(a for d in plan.drafts for a, b in d.spans if page.dates_between(a, b))]
    early = tuple(line for line in page.lines if line.end <= min(starts, default=0))
    above = replace(page, lines=early)
    if sum(outline.sentence(page.text, line) for line in early) < REPORT or not _reports(above):
        return False
    told, scenes = happenings.find(above, plan.roles)
    days = {d.day for d in plan.drafts}
    if not told or told[0].ahead or told[0].day is None or any(d.day in days for d in told):
        return False
    _retitled(page, plan, min(starts))
    shift = len(plan.drafts)
    plan.drafts.extend(told)
    own = [replace(scene, event=scene.event + shift) for scene in scenes]
    plan.scenes[:] = [*own, *(s for s in plan.scenes if s.line.start >= min(starts))]
    return True


def _retitled(page: Page, plan: Agenda, first: int) -> None:
    """A date that took the headline of the report above it for its title has it in the line below."""
    for start, event in plan.headers.items():
        draft = plan.drafts[event]
        if not draft.spans or draft.spans[0][0] >= first:
            continue
        below = next((line for line in page.lines if line.start > start), None)
        plain = below is not None and below.kind is not BlockKind.ROW and not page.dates_in(below)
        if below is not None and plain and titles.may_be(page, below):
            draft.spans = [span for span in draft.spans if span[0] >= first]
            draft.title = ""
            draft.add_title(page.text, below.start, below.end)


def _reports(page: Page) -> bool:
    return factuality.of_document(page) is Factuality.REPORTED


def _replaced(page: Page, plan: Agenda, own: Draft, told: Sequence[Draft]) -> None:
    """The line of date and place is that of the report: its events are those that its sentences tell."""
    same = plan.drafts[0].day == own.day
    own.clock = own.clock or (plan.drafts[0].clock if same else None)
    plan.drafts[:] = [own, *(d for d in told if d is not own)]
    plan.scenes[:] = accounts.scenes(page, plan.drafts, plan.roles)
    plan.headers = dict.fromkeys(plan.headers, 0) if same else {}
    plan.labels = [(line, fact, first, 0) for line, fact, first, _ in plan.labels]


def _alone(plan: Agenda) -> None:
    """The other lines of date and place are of the report too: its one event takes their lines."""
    if any(_named(draft) for draft in plan.drafts[1:]):
        return
    del plan.drafts[1:]
    plan.scenes[:] = [replace(scene, event=0) for scene in plan.scenes]
    plan.headers = dict.fromkeys(plan.headers, 0)
    plan.labels = [(line, fact, first, 0) for line, fact, first, _ in plan.labels]


def _labelled(page: Page, plan: Agenda) -> bool:
    """True where a label gives the day (`Datum:`, `Wann`)."""
    lines = (line for line in page.lines if line.start in plan.headers)
    return any(
        line.column == "date" or longest(line.words, 0, lexicon.phrases("page.date")) is not None for line in lines
    )


def _before(day: str | None, other: str | None) -> bool:
    """True where a day is another or lies shortly before it."""
    try:
        return 0 <= (date.fromisoformat(other or "") - date.fromisoformat(day or "")).days <= NEAR
    except ValueError:
        return False


def _named(draft: Draft) -> bool:
    """True for a title that begins with an event's word; a headline has it elsewhere or not at all."""
    words = split(draft.title, 0, len(draft.title))
    hit = find(words, lexicon.kinds("events.heads"))
    early = hit is not None and (hit[0] == 0 or (hit[0] < 3 and hit[2] in ("conference", "meeting", "ceremony")))
    return hit is not None and early and not any(w.gap == ":" for w in words[: hit[0]])


def _undated(page: Page, main: Draft) -> Draft | None:
    """The event that a sentence names by the event's word of the headline (`zum Jahresforum der Euroregion`)."""
    span = headlines.named(page)
    if span is None or span[1] - span[0] <= len("conference") or _ends(page.text, span):
        return None
    draft = Draft()
    draft.add_title(page.text, *span)
    return draft


def _ends(text: str, span: tuple[int, int]) -> bool:
    """True for one word alone: `die Konferenz` is no title."""
    return " " not in text[span[0] : span[1]].strip()
