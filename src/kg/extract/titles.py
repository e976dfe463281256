"""The title of an event: which of the lines above its date it is."""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from kg.extract import (
    acronyms,
    bylines,
    furniture,
    heads,
    letters,
    lexicon,
    mastheads,
    mottoes,
    occasions,
    outline,
    places,
    sentences,
)
from kg.extract.dates import When
from kg.extract.drafts import Draft
from kg.extract.finds import Page, flat
from kg.extract.lines import Line
from kg.extract.words import Word, find
from kg.model import BlockKind
from kg.text.normal import fold

HEADLINE = 4
"""So much the line right above that of its publication outweighs the others."""
SUBTITLE_BLANK = 2
SHORTEST_SENTENCE = 3
_EDITION = re.compile(r"\d{1,3}(?:\.|e|er|[èe]me|st|nd|rd|th)\s[^\W\d_]", re.IGNORECASE)
"""A title that counts its editions: `22. Dialog`, `11e Congrès`."""
FAR = 40
"""A date farther below than this many characters does not stand right under the title."""


def main(page: Page, pending: Sequence[Line], draft: Draft, date: int | None = None) -> Draft:
    """Give a draft the best title among the lines above its date; the page's own title where there is none."""
    best = _best(page, [line for line in pending if may_be(page, line)], mastheads.headlines(pending))
    if best is None:
        _from_document(page, draft)
        return draft
    draft.add_title(page.text, _begin(page, best), best.end)
    below = None if date is None else _subtitle(page, pending, best, date)
    if below is not None:
        draft.title += " – "
        draft.add_title(page.text, below.start, below.end)
    return draft


def _subtitle(page: Page, pending: Sequence[Line], best: Line, date: int) -> Line | None:
    """The second line of a title in plain text: it stands right under it and right above the date."""
    n = next((i for i, line in enumerate(pending) if line.start == best.start), len(pending)) + 1
    if best.kind is not BlockKind.LINE or not 1 <= len(pending) - n <= SUBTITLE_BLANK:
        return None
    below = pending[n]
    if mottoes.below(page.text, page.text[best.start : best.end], below.start, below.end):
        return None
    near = below.blank <= 1 and date - pending[-1].end < FAR
    placed = find(below.words, lexicon.phrases("venues.heads")) is not None and below.words[-1].end < date
    return (
        below if near and not placed and may_be(page, below) and not _is_body(below) and len(below.words) > 3 else None
    )


def _best(page: Page, lines: Sequence[Line], over: frozenset[int]) -> Line | None:
    above = lines[-2] if len(lines) > 1 and lines[-1].kind is not BlockKind.HEADING else None
    leading = [_leads(line, above) + HEADLINE * (line.start in over) for line in lines]
    ranked = sorted(enumerate(lines), key=lambda pair: (-_rank(page, pair[1]) - leading[pair[0]], pair[0]))
    return ranked[0][1] if ranked else None


def _leads(line: Line, above: Line | None) -> int:
    """The page's own heading right above the line of date and place outweighs what that line says."""
    return 3 if line is above and line.kind is BlockKind.HEADING and line.level == 1 and len(line.words) > 1 else 0


def _begin(page: Page, line: Line) -> int:
    """Where the title begins: behind `Einladung zum`, with the quotation mark that opens it."""
    first = letters.invited(line.words)
    if not first:
        return line.start
    between = page.text[line.words[first - 1].end : line.words[first].start]
    return line.words[first].start - (len(between) - len(between.rstrip('«„“"')))


def _rank(page: Page, line: Line) -> int:
    rank = 3 if letters.invited(line.words) else 0
    if line.kind is BlockKind.HEADING:
        rank += 4 - min(line.level, 3)
    if acronyms.shouted(line) or (page.text[line.start] in '«„“"' and page.text[line.end - 1] in '»“”"'):
        rank += 3
    if _EDITION.match(page.text, line.start) and not page.dates_in(line):
        rank += 3
    hit = find(line.words, lexicon.kinds("events.heads"))
    if hit is not None and hit[2] not in ("round-table", "reception", "talk"):
        rank += 2
    if _is_body(line) or len(line.words) < 2 or _invites(page.text, line):
        rank -= 4
    elif letters.invited(line.words):
        rank += 3
    return rank + (len(line.words) > 4)


def _invites(text: str, line: Line) -> bool:
    """`X und Y laden ein zum`: the words before a title."""
    last = line.words[-1]
    open_ended = (
        last.end == line.end and last.shape == "l" and last.fold in lexicon.words("grammar.links", "grammar.openers")
    )
    cue = find(line.words, lexicon.phrases("roles.verbs.organizer"))
    return open_ended or (cue is not None and cue[0] > 0 and len(line.words) > 6)


def _is_body(line: Line) -> bool:
    """A line that only names an institution or a place."""
    head = heads.at(line.words, 0)
    return (head is not None and not acronyms.shouted(line)) or places.at(line.words, 0) == len(line.words)


def may_be(page: Page, line: Line) -> bool:
    """True for a line that may be a title."""
    if (
        outline.programme(line)
        or outline.sentence(page.text, line)
        or line.bullet
        or bylines.found(line)
        or mastheads.newsroom(line)
    ):
        return False
    label = outline.label(page.text, line) if ":" in page.text[line.start : line.end] else None
    if label is not None and label[0] in ("place", "time", "date", "end"):
        return False
    if letters.notice(page.text, line) or _address(line.words):
        return False
    told = page.text[line.start : line.end].endswith(".") and len(line.words) > SHORTEST_SENTENCE
    return not told and len(line.words) <= outline.TITLE_WORDS * 2 and not furniture.furnishes(page.text, line)


def _address(words: Sequence[Word]) -> bool:
    """`Moulin, 3 rue du Pont, Toul`: a street with its number between commas."""
    for i in range(1, len(words) - 1):
        before = words[i].shape == "0" and words[i].gap == "c" and words[i + 1].fold in lexicon.words("venues.address")
        behind = words[i + 1].shape == "0" and words[i + 1].gap == "s" and words[i].fold.endswith(_streets())
        if before or (behind and words[i].gap == "c"):
            return True
    return False


@cache
def _streets() -> tuple[str, ...]:
    return tuple(sorted(w for w in lexicon.words("venues.address") if len(w) > STREET))


STREET = 3
"""A word this short (`str`) tells no street at the end of another."""


def _from_document(page: Page, draft: Draft) -> None:
    heading = next((line for line in page.lines if line.kind is BlockKind.HEADING), None)
    told = None if heading is not None else _of_letter(page)
    if told is not None:
        draft.add_title(page.text, *told)
        return
    line = heading or next((line for line in page.lines if may_be(page, line)), None)
    if line is not None:
        draft.add_title(page.text, line.start, line.end)


def _of_letter(page: Page) -> tuple[int, int] | None:
    """The event that a letter names in the first of its sentences that names one."""
    if not any(letters.salutes(page.text, line) for line in page.lines):
        return None
    prose = (line for line in page.lines if outline.sentence(page.text, line))
    cuts = ((line.words, *cut) for line in prose for cut in sentences.split(page.text, line))
    return next((span for words, *cut in cuts if (span := occasions.title(page.text, words, *cut)) is not None), None)


def improve(page: Page, pending: Sequence[Line], draft: Draft) -> None:
    """A later title line over the same day that says the first title and more takes its place."""
    for line in pending:
        words = fold(page.text[line.start : line.end])
        if fold(draft.title) in words and len(words) > len(fold(draft.title)):
            draft.title = flat(page.text[line.start : line.end])
            draft.spans.insert(0, (line.start, line.end))


def with_date(page: Page, pending: Sequence[Line], line: Line, date: When) -> list[Line]:
    """The candidate lines; a heading that holds its own date (`Dialog ... am 12. November`) is one, cut before it."""
    lead = [w for w in line.words if w.end <= date.begin]
    while lead and lead[-1].fold in lexicon.words("calendar.openers", "grammar.links"):
        lead.pop()
    own = len(lead) > 2 and (line.kind is BlockKind.HEADING or not pending)
    if not own:
        return list(pending)
    cut = page.text[lead[-1].end : lead[-1].end + 1]
    end = lead[-1].end + (1 if cut in '“»”")' and cut else 0)
    return [*pending, replace(line, end=end, words=tuple(lead))]
