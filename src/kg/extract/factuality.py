"""Whether a page announces or reports: by its verbs, its headings, and stretch by stretch."""

from collections.abc import Sequence

from kg.extract import lexicon, outline
from kg.extract.drafts import Scene
from kg.extract.finds import Page
from kg.extract.lines import Line
from kg.extract.words import find, longest
from kg.model import Factuality, Passage, Span

TOP = 8
"""The heading of minutes stands among so many first lines."""


def of_document(page: Page) -> Factuality:
    """What holds for most of the page: minutes and past verbs report, everything else announces."""
    if minutes(page):
        return Factuality.REPORTED
    votes = [_told(line) for line in page.lines if outline.sentence(page.text, line)]
    reported, announced = votes.count(Factuality.REPORTED), votes.count(Factuality.ANNOUNCED)
    return Factuality.REPORTED if reported > announced else Factuality.ANNOUNCED


def minutes(page: Page) -> bool:
    """True for the minutes of a meeting: a heading among the first lines says so."""
    cues = lexicon.phrases("page.minutes")
    short = (line for line in page.lines[:TOP] if len(line.words) < outline.TITLE_WORDS)
    whole = any(outline.whole(line, "page.minutes") for line in page.lines)
    return whole or any(longest(line.words, 0, cues) is not None for line in short)


def passages(page: Page, whole: Factuality, scenes: Sequence[Scene]) -> tuple[Passage, ...]:
    """The stretches that differ from the whole: a programme inside a report, a reporting sentence in a programme."""
    items = {scene.line.start for scene in scenes if scene.item}
    out: list[Passage] = []
    for line in page.lines:
        said = _of_line(page, line, whole, line.start in items)
        if said is whole or said is None:
            continue
        last = out[-1] if out else None
        if last is not None and last.factuality is said and page.text[last.span.end : line.start].strip() == "":
            out[-1] = Passage(span=Span(last.span.start, line.end), factuality=said)
        else:
            out.append(Passage(span=Span(line.start, line.end), factuality=said))
    return tuple(out)


def _of_line(page: Page, line: Line, whole: Factuality, item: bool) -> Factuality | None:
    for name, value in (
        ("cancelled", Factuality.CANCELLED),
        ("excused", Factuality.EXCUSED),
        ("represented", Factuality.REPRESENTED),
    ):
        if find(line.words, lexicon.phrases(f"page.{name}")) is not None:
            return value
    if item and whole is Factuality.REPORTED:
        return Factuality.ANNOUNCED
    return _told(line) if outline.sentence(page.text, line) else None


def _told(line: Line) -> Factuality | None:
    """What the verbs of a line say: an announcing phrase weighs more, for reports quote what was to come."""
    if find(line.words, lexicon.phrases("page.announced")) is not None:
        return Factuality.ANNOUNCED
    if find(line.words, lexicon.phrases("page.reported")) is not None:
        return Factuality.REPORTED
    return None
