"""Reports and press notices: what a page that has no programme tells of its event, and of the parts of it.

The line of date and place of such a page may be that of the newspaper, and its headline is seldom the event's title.
Prose says both better: `the conference "Care Without Borders"`, `im Podium „Wer fehlt wem?“`.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from kg.extract import happenings, lexicon, outline, sentences
from kg.extract.drafts import Draft, Scene
from kg.extract.finds import Page
from kg.extract.names import content
from kg.extract.state import Agenda
from kg.extract.words import Word, find, longest, split
from kg.model import Role

NEAR = 31
"""A day told in prose so many days before the line of date and place is the event's; the line is that of the report."""
PARTS = ("talk", "round-table", "workshop", "ceremony", "visit")


def retold(page: Page, plan: Agenda) -> None:
    """Give the one event of a page without a programme the title and day that its prose has for it."""
    if not plan.drafts or any(d.entry or d.parent is not None for d in plan.drafts):
        return
    main = plan.drafts[0]
    told = [d for d in happenings.find(page, {})[0] if d.day is not None]
    own = None if _labelled(page, plan) else next((d for d in told if _before(d.day, main.day)), None)
    if own is not None and own.day != main.day and not _named(main):
        main.day, main.last, main.clock = own.day, own.last, None
    if not _named(main):
        better = next((d for d in told if d.day == main.day), None) or _undated(page, main)
        if better is not None and content(better.title) not in content(main.title):
            main.title, main.spans = better.title, [*better.spans, *main.spans]
            _alone(plan)


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
    for line in page.lines:
        if not outline.sentence(page.text, line):
            continue
        span = happenings.title(page.text, line.words, 0, len(line.words))
        if span is not None and span[1] - span[0] > len("conference") and not _ends(page.text, span):
            draft = Draft()
            draft.add_title(page.text, *span)
            return draft
    return None


def _ends(text: str, span: tuple[int, int]) -> bool:
    """True for one word alone: `die Konferenz` is no title."""
    return " " not in text[span[0] : span[1]].strip()


def parts(page: Page, plan: Agenda) -> None:
    """The parts of an event that a report tells, each with a title in quotation marks, and whose lines are theirs."""
    main = next((n for n, d in enumerate(plan.drafts) if d.parent is None and not d.entry), None)
    if main is None or any(d.clock is not None or d.parent is not None for d in plan.drafts):
        return
    scenes: list[Scene] = []
    for scene in plan.scenes:
        scenes.extend(_split(page, plan, scene, main) if outline.sentence(page.text, scene.line) else [scene])
    plan.scenes[:] = scenes


def _split(page: Page, plan: Agenda, scene: Scene, main: int) -> Iterator[Scene]:
    """The sentences of a paragraph: from one that names a part on, they are of that part."""
    words, event, start, main_day = scene.line.words, scene.event, 0, plan.drafts[main].day
    for first, stop in sentences.split(page.text, scene.line):
        span = _part(page.text, words, first, stop)
        if span is None or _said(plan, page.text[span[0] : span[1]]) or _elsewhen(page, words[first:stop], main_day):
            continue
        if first > start:
            yield _piece(scene, start, first, event, scene.role)
        draft = Draft(day=main_day, parent=main)
        draft.add_title(page.text, *span)
        plan.drafts.append(draft)
        event, start = len(plan.drafts) - 1, stop
        yield _piece(scene, first, stop, event, Role.SPEAKER)
    if start < len(words):
        yield _piece(scene, start, len(words), event, scene.role)


def _elsewhen(page: Page, words: Sequence[Word], day: str | None) -> bool:
    """True where a sentence tells another day."""
    dates = (d for d in page.dates if words[0].start <= d.begin < words[-1].end)
    return any(d.start != day for d in dates)


def _said(plan: Agenda, title: str) -> bool:
    return any(title in d.title or d.title in title for d in plan.drafts)


def _piece(scene: Scene, first: int, stop: int, event: int, role: Role | None) -> Scene:
    """Some sentences of a paragraph as a line of their own."""
    words = scene.line.words
    start = scene.line.start if first == 0 else words[first].start
    end = scene.line.end if stop == len(words) else words[stop].start
    return replace(
        scene, line=replace(scene.line, start=start, end=end, words=words[first:stop]), event=event, role=role
    )


def _part(text: str, words: Sequence[Word], first: int, stop: int) -> tuple[int, int] | None:
    """A part's word and the title in quotation marks behind it."""
    for i in range(first, stop):
        for name in ("events.items", "events.heads"):
            hit = longest(words, i, lexicon.kinds(name))
            end = None if hit is None or hit[1] not in PARTS else happenings.behind(text, words, hit[0])
            if end is not None:
                return words[i].start, end
        if words[i].capital and words[i].fold.endswith(happenings.endings()):
            end = happenings.behind(text, words, i + 1)
            if end is not None:
                return words[i].start, end
    return None
