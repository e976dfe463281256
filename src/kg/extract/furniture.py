"""Furniture: navigation and other machinery of a page, heads of mails and letters, what stands behind the page.

What is left is the page's subject.
"""

import re
from collections.abc import Sequence

from kg.extract import dates, lexicon, mastheads, outline, times
from kg.extract.lines import Line
from kg.extract.words import find, longest
from kg.model import BlockKind

FURNITURE_WORDS = 14
MAIL = 400
"""The head of a mail stands among so many first characters."""
REPORT = 4
"""So many paragraphs of running text are a report; dates under a heading behind it are not its own."""
GROUP = 30
LEAD = 12
"""A date that a line begins with stands among so many characters."""
_SEPARATED = re.compile(r"\s\|\s|//|\s[›»·>]\s|\S[ \t\u00a0]{3,}")


def content(text: str, lines: Sequence[Line]) -> tuple[Line, ...]:
    """The lines that belong to the page's subject: no furniture, nothing behind a heading over teasers."""
    out: list[Line] = []
    told, sent = 0, _sent(text, lines)
    for n, line in enumerate(lines):
        if line.start in sent:
            continue
        if outline.starts(line, "page.teasers") and len(line.words) < FURNITURE_WORDS:
            break
        if told >= REPORT and _diary(text, lines, n):
            break
        told += outline.sentence(text, line)
        if not furnishes(text, line) or (n and _slot(text, lines[n - 1], line)):
            out.append(line)
    return tuple(out)


def _slot(text: str, above: Line, line: Line) -> bool:
    """What stands beside a time in its row (`9.00 Uhr | Anmeldung`): an item, though pages offer a link so called."""
    beside = above.kind is BlockKind.TERM or (line.kind is BlockKind.ROW and above.block == line.block)
    clock = times.opening(text, above.start, above.end) if beside else None
    return clock is not None and all(w.start < clock.stop for w in above.words)


def _sent(text: str, lines: Sequence[Line]) -> frozenset[int]:
    """The lines that date a mail (`Date: Fri, 26 Sep 2025`) and no event: those above its first empty line."""
    body = next((n for n, line in enumerate(lines) if n and line.blank), len(lines))
    head = [line for line in lines[:body] if line.start < MAIL]
    mailed = any(_mail(text, line) for line in head)
    dated = lexicon.phrases("page.date")
    return frozenset(line.start for line in head if mailed and longest(line.words, 0, dated) is not None)


def _diary(text: str, lines: Sequence[Line], n: int) -> bool:
    """A heading over bare dates, a line each, that stands behind a report (`Diary dates`, `Prochains rendez-vous`)."""
    below = lines[n + 1] if n + 1 < len(lines) else None
    if below is None or not outline.whole(lines[n], "page.diaries"):
        return False
    rows = [_dated(text, line) for line in lines[n + 1 : n + 1 + GROUP]]
    stop = next((i for i, dated in enumerate(rows) if not dated), len(rows))
    return stop > 0 and (stop == len(rows) or stop + n + 1 >= len(lines) or lines[n + 1 + stop].blank > 0)


def _dated(text: str, line: Line) -> bool:
    """A line that begins with a day."""
    first = dates.find(text[line.start : line.end], "2000-01-01")
    return bool(first) and first[0].begin < LEAD


def furnishes(text: str, line: Line) -> bool:
    """A line of navigation or of the page's machinery."""
    if len(line.words) > FURNITURE_WORDS * 2:
        return False
    if _mail(text, line) or _letterhead(line) or mastheads.trail(line):
        return True
    if len(_SEPARATED.findall(text, line.start, line.end)) >= 3 and not times.opening(text, line.start, line.end):
        return True
    hit = find(line.words, lexicon.phrases("page.furniture"))
    if hit is not None and times.opening(text, line.start, line.end) is not None:
        return False
    return hit is not None and len(line.words) <= FURNITURE_WORDS and (hit[0] < 2 or len(line.words) < 6)


def _mail(text: str, line: Line) -> bool:
    """A line at the head of a mail (`Betreff: ...`)."""
    hit = longest(line.words, 0, lexicon.phrases("page.mail"))
    if hit is None or hit[0] >= len(line.words) or line.words[hit[0]].gap != ":" or not line.words[0].capital:
        return False
    return line.start < MAIL


def _letterhead(line: Line) -> bool:
    """`Geschäftszeichen 07-12`, `Réf. : 2024/12`, `Page 1/3`: a line of the letter or the sheet, not of its subject."""
    hit = longest(line.words, 0, lexicon.phrases("page.letterhead"))
    if hit is None or hit[0] >= len(line.words) or len(line.words) > FURNITURE_WORDS:
        return False
    behind = line.words[hit[0]]
    return (
        behind.shape == "0"
        or (behind.gap == ":" and hit[0] > 1)
        or (behind.gap in ":d" and any(w.shape == "0" for w in line.words))
    )
