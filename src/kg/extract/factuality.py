"""Whether a page announces or reports: by its verbs, its headings, and stretch by stretch."""

from collections.abc import Iterator, Sequence
from functools import cache

from kg.extract import lexicon, outline, sentences, times
from kg.extract.drafts import Scene
from kg.extract.finds import Page
from kg.extract.lines import Line
from kg.extract.words import Word, find, longest
from kg.model import BlockKind, Factuality, Passage, Span

BETWEEN = " \n\t•·*–-"
"""What may stand between two lines of one passage: space and bullets."""

NEW_PART = 2
"""More empty lines than these begin another part of the page."""

TOP = 8
"""The heading of minutes stands among so many first lines."""


def of_document(page: Page) -> Factuality:
    """What holds for most of the page: minutes and past verbs report, everything else announces."""
    if minutes(page):
        return Factuality.REPORTED
    votes = [_told(line.words) for line in page.lines if outline.sentence(page.text, line)]
    reported, announced = votes.count(Factuality.REPORTED), votes.count(Factuality.ANNOUNCED)
    return Factuality.REPORTED if reported > announced else Factuality.ANNOUNCED


def minutes(page: Page) -> bool:
    """True for the minutes of a meeting: a heading among the first lines says so."""
    cues = lexicon.phrases("page.minutes")
    short = (line for line in page.lines[:TOP] if len(line.words) < outline.TITLE_WORDS)
    words = lexicon.words("page.minutes")
    whole = any(outline.whole(line, "page.minutes") or outline.spaced(line) in words for line in page.lines)
    return whole or any(longest(line.words, 0, cues) is not None for line in short)


def passages(page: Page, whole: Factuality, scenes: Sequence[Scene]) -> tuple[Passage, ...]:
    """The stretches that differ from the whole: a programme inside a report, a reporting sentence in a programme."""
    programme = frozenset[int]() if whole is Factuality.ANNOUNCED or minutes(page) else _programme(page, scenes)
    out: list[Passage] = []
    for line in page.lines:
        for span, told in _stretches(page, line):
            said = told or (Factuality.ANNOUNCED if line.start in programme else whole)
            if said is not whole:
                _append(out, Passage(span=span, factuality=said), page.text)
    return tuple(out)


def _append(out: list[Passage], passage: Passage, text: str) -> None:
    """Add a passage, joined to the one before where nothing stands between them."""
    last = out[-1] if out else None
    joins = last is not None and last.factuality is passage.factuality
    if last is not None and joins and text[last.span.end : passage.span.start].strip(BETWEEN) == "":
        out[-1] = Passage(span=Span(last.span.start, passage.span.end), factuality=passage.factuality)
    else:
        out.append(passage)


def _programme(page: Page, scenes: Sequence[Scene]) -> frozenset[int]:
    """The starts of the lines of a programme: from its first time on to running text or a heading after its last."""
    timed = [
        i
        for i, line in enumerate(page.lines)
        if times.opening(page.text, line.start, line.end) is not None and not outline.sentence(page.text, line)
    ]
    if not timed:
        return frozenset()
    stage = {scene.line.start for scene in scenes if scene.item}
    stop = timed[-1] + 1
    while stop < len(page.lines) and _goes_on(page, page.lines[stop], stage):
        stop += 1
    return frozenset(line.start for line in page.lines[timed[0] : stop])


def _goes_on(page: Page, line: Line, stage: set[int]) -> bool:
    if line.start in stage:
        return True
    ends = line.kind is BlockKind.HEADING or line.blank > NEW_PART or outline.sentence(page.text, line)
    return not ends


def _stretches(page: Page, line: Line) -> Iterator[tuple[Span, Factuality | None]]:
    """A line, or each sentence of running text, with what its own words say of it."""
    if not outline.sentence(page.text, line):
        yield Span(line.start, line.end), _of_words(line.words)
        return
    for first, stop in sentences.split(page.text, line):
        words = line.words[first:stop]
        end = line.end if stop == len(line.words) else line.words[stop].start
        yield Span(words[0].start, end), _of_words(words) or _told(words)


def _of_words(words: Sequence[Word]) -> Factuality | None:
    """Cancelled, excused or represented, where the words say so."""
    begun = _begun()
    if not any(word.fold in begun for word in words):
        return None
    for value in (Factuality.CANCELLED, Factuality.EXCUSED, Factuality.REPRESENTED):
        if find(words, lexicon.phrases(f"page.{value.value}")) is not None:
            return value
    return None


@cache
def _begun() -> frozenset[str]:
    """The first words of all that cancels or excuses."""
    values = (Factuality.CANCELLED, Factuality.EXCUSED, Factuality.REPRESENTED)
    return frozenset(word for value in values for word in lexicon.phrases(f"page.{value.value}").starting)


def _told(words: Sequence[Word]) -> Factuality | None:
    """What the verbs say: an announcing phrase weighs more, for reports quote what was to come."""
    if find(words, lexicon.phrases("page.announced")) is not None:
        return Factuality.ANNOUNCED
    if find(words, lexicon.phrases("page.reported")) is not None:
        return Factuality.REPORTED
    return None
