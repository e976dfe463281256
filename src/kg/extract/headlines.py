"""What a report calls its event: its headline, or the first event that its sentences name."""

from collections.abc import Sequence

from kg.extract import lexicon, mottoes, occasions, outline, sentences, titles
from kg.extract.drafts import Draft
from kg.extract.finds import Page
from kg.extract.lines import Line
from kg.extract.words import SOFT, Word, split
from kg.extract.words import find as find_phrase
from kg.model import BlockKind

TOP = 6
"""The headline stands among so many first lines."""
HEADLINE = 3
"""A line above a report that is its headline has so many words at least."""


def named(page: Page) -> tuple[int, int] | None:
    """The first event that a sentence names."""
    for line in page.lines:
        if outline.sentence(page.text, line):
            for first, stop in sentences.split(page.text, line):
                span = occasions.title(page.text, line.words, first, stop)
                sequel = find_phrase(line.words[first:stop], lexicon.phrases("events.sequels", "page.next"))
                if span is not None and sequel is None:
                    return span
    return None


def headline(page: Page, n: int, draft: Draft, *, away: bool) -> None:
    """A meeting that its sentence does not name is called by the page, a journey by the headline above it."""
    above = [line for line in page.lines[:n] if titles.may_be(page, line) and len(line.words) >= HEADLINE]
    headings = [line for line in above if outline.headed(page.text, line)]
    captions = [one for one in page.lines if one.kind is BlockKind.CAPTION]
    if not away and headings and _reports(headings[0]):
        draft.add_title(page.text, headings[0].start, headings[0].end)
        return
    span = None
    if away:
        span = _in_headlines(page, [*above, *captions])
    elif len(headings) <= 1:
        span = _before_colon(page, headings or above[:1]) or named(page)
    if span is not None:
        draft.add_title(page.text, *span)
        return
    line = headings[0] if headings and away else next(reversed(headings or above), None)
    if line is not None:
        draft.add_title(page.text, line.start, line.end)


def _before_colon(page: Page, lines: Sequence[Line]) -> tuple[int, int] | None:
    """`Dritte Donaukonferenz: Wo der Vorhang war`: the event that a headline begins with or names before its colon."""
    for line in lines:
        cut = next((n for n, w in enumerate(line.words) if n and w.gap == ":"), 0)
        span = occasions.title(page.text, line.words, 0, cut or len(line.words))
        leads = span is not None and (cut or span[0] == line.start)
        if span is not None and leads and (" " in page.text[slice(*span)] or "-" in page.text[slice(*span)]):
            return span
    return None


def _in_headlines(page: Page, lines: Sequence[Line]) -> tuple[int, int] | None:
    """The event that one of the lines above a report names (`Bericht über die Delegationsreise`)."""
    for line in lines:
        span = occasions.title(page.text, line.words, 0, len(line.words))
        if span is not None:
            soft = (w for w in line.words if w.start >= span[1] and w.gap not in SOFT)
            end = next((w for w in soft), None)
            last = line.words[-1] if end is None else line.words[line.words.index(end) - 1]
            span = (span[0], max(span[1], last.end))
        if span is not None and page.text[slice(*span)].count(" "):
            return span
    return None


def _reports(line: Line) -> bool:
    """`Une convention signée à Toul`, `Ministers sign a treaty`: a headline that says what took place."""
    return find_phrase(line.words, lexicon.phrases("events.occurring", "events.occurred")) is not None


def done(page: Page, n: int, words: Sequence[Word]) -> bool:
    """`The treaty, signed on 3 May in Toul, ...`: the first paragraph under a headline that says so too."""
    above = page.lines[:n]
    head = next((line for line in above if outline.headed(page.text, line)), None)
    told = find_phrase(words, lexicon.phrases("events.occurred")) is not None
    first = not any(outline.sentence(page.text, line) for line in above)
    return told and first and head is not None and _reports(head)


def fuller(page: Page, draft: Draft) -> None:
    """Where the headline names the same event at more length, its words are the title."""
    words = split(draft.title, 0, len(draft.title))
    word = find_phrase(words, lexicon.kinds("events.heads"))
    line = next((line for line in page.lines[:TOP] if outline.headed(page.text, line)), None)
    if line is None or word is None or word[1] < len(words):
        return
    said = [w.fold for w in words]
    for i in range(len(line.words)):
        if [w.fold for w in line.words[i : i + len(said)]] == said:
            stop = next((n for n in range(i + 1, len(line.words)) if line.words[n].gap not in SOFT), len(line.words))
            end = line.words[stop - 1].end
            draft.title = ""
            mottoed = i == 0 and mottoes.behind(page.text, end, line.end)
            draft.add_title(page.text, line.words[i].start, line.end if mottoed else end)
            return


def by_headline(page: Page, draft: Draft) -> None:
    """An event that prose calls by one common word (`the signing`) is called by the headline above it."""
    if not draft.title or " " in draft.title or not draft.title[0].islower():
        return
    line = next((line for line in page.lines[:TOP] if outline.top(line) and titles.may_be(page, line)), None)
    if line is not None and len(line.words) >= HEADLINE:
        draft.title = ""
        draft.add_title(page.text, line.start, line.end)
