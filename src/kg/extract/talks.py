"""Talks of a session: lines that say a title and who speaks, in one line or in two.

`« Titre », Nom (Institution)`; `Title, by Name`; `Name, Office: „Titel“`; a title and the speaker on the line below it.
A line that only names people, or a body and its people, is none.
"""

import re
from collections.abc import Mapping, Sequence
from functools import cache

from kg.extract import heads, items, lexicon, offices, outline, places, times
from kg.extract.finds import Find, Page
from kg.extract.lines import Line
from kg.extract.words import Word, longest
from kg.model import BlockKind

FEWEST = 4
"""Without quotation marks a title before a name has so many words."""
BEHIND = 3
"""A title behind a name has so many words."""
LEAD = 3
"""So many words may stand before the first name of a line of speakers (`with Dr`)."""
LONGEST = 45


def title(page: Page, n: int, people: Mapping[int, Find], *, marked: bool = False) -> tuple[int, int] | None:
    """The title of the talk that line `n` gives, if it gives one. What is `marked` may be called by one word."""
    line = page.lines[n]
    if not _may_be(page, line):
        return None
    person = items.first_person(line, people)
    if person is None:
        return _whole(page, line) if _speakers_below(page, n, people) and not _like_name(line.words) else None
    quoted = _quoted(page.text, line, person)
    if quoted is not None:
        return quoted
    if person <= LEAD and _introduces(line.words[:person]):
        return _behind(page, line, person, people)
    return _before(page, line, person, marked=marked)


def _may_be(page: Page, line: Line) -> bool:
    if len(line.words) > LONGEST or line.column or outline.programme(line) or outline.aside(line):
        return False
    if times.opening(page.text, line.start, line.end) is not None or longest(line.words, 0, _labels()) is not None:
        return False
    if outline.header_date(page, line) is not None or _site(line):
        return False
    return line.bullet or page.text[line.start] in items.OPENING or not outline.sentence(page.text, line)


@cache
def _labels() -> lexicon.Phrases:
    return lexicon.phrases("roles.labels", "roles.lines", "page.place", "page.time", "page.date")


def _site(line: Line) -> bool:
    """A line that begins with a building, a room or a town."""
    hall = longest(line.words, 0, lexicon.phrases("venues.heads"))
    return (hall is not None and len(line.words) <= items.TITLE_WORDS // 3) or places.at(line.words, 0) == len(
        line.words
    )


def _whole(page: Page, line: Line) -> tuple[int, int]:
    return items.unquoted(page.text, line.words[0].start, line.end)


def _speakers_below(page: Page, n: int, people: Mapping[int, Find]) -> bool:
    """True where the next line only says who speaks: it goes on with this one, or lies below it."""
    if n + 1 >= len(page.lines):
        return False
    line, below = page.lines[n], page.lines[n + 1]
    person = items.first_person(below, people)
    if person is None or person > LEAD or not _introduces(below.words[:person]):
        return False
    other = below.kind is BlockKind.ROW and not line.shares_cell(below)
    if other or outline.sentence(page.text, below):
        return False
    return _under(line, below)


def _under(line: Line, below: Line) -> bool:
    if line.shares_cell(below) and line.kind is not BlockKind.LINE:
        return True
    if line.kind is BlockKind.ITEM or below.kind is BlockKind.ITEM:
        return below.kind is BlockKind.ITEM and below.level > (line.level if line.kind is BlockKind.ITEM else 0)
    if line.kind is BlockKind.LINE:
        return below.blank == 0 and (not below.bullet or below.indent > line.indent)
    return below.kind is line.kind and line.kind is not BlockKind.HEADING


def _introduces(words: Sequence[Word]) -> bool:
    """Words before a name that say that somebody follows: titles, an office, `with`, `par`."""
    known = lexicon.words("honorifics", "grammar.agents", "grammar.articles")
    return all(w.fold in known or offices.head((w,), 0) is not None for w in words)


def _quoted(text: str, line: Line, person: int) -> tuple[int, int] | None:
    """A title in quotation marks, at the head of the line or behind the names."""
    marked = any(text.find(mark, line.start, line.end) >= 0 for mark in items.OPENING)
    opened = next((i for i in range(len(line.words)) if _opens(text, line, i)), None) if marked else None
    if opened is None or (opened and (person > opened or not _apart(text, line, opened))):
        return None
    close = _closes(text, line, opened, len(line.words) if opened else person)
    if close is None or close - opened < 2:
        return None
    end = line.words[close - 1].end
    mark = _MARK.match(text, end)
    return line.words[opened].start, end if mark is None else mark.end()


_MARK = re.compile(r"[\s\u00a0\u202f]?[?!…]+")


def _opens(text: str, line: Line, i: int) -> bool:
    between = text[(line.words[i - 1].end if i else line.start) : line.words[i].start]
    return any(q in between for q in items.OPENING)


def _apart(text: str, line: Line, i: int) -> bool:
    """True where punctuation stands before a quotation; `on the project "X"` is no title."""
    return any(c in ",;:–—-(/|\n" for c in text[line.words[i - 1].end : line.words[i].start])


def _closes(text: str, line: Line, first: int, stop: int) -> int | None:
    """The index after the last word of a quotation that begins at word `first`."""
    for i in range(first + 1, stop + 1):
        end = line.words[i].start if i < len(line.words) else line.end
        if any(q in items.CLOSING for q in text[line.words[i - 1].end : end] if q not in "’'"):
            return i
    return None


def _behind(page: Page, line: Line, person: int, people: Mapping[int, Find]) -> tuple[int, int] | None:
    """`Name, Office: Title`, `Name (Institution) – Title`: what follows the last colon or dash, without a name."""
    last = max(i for i, w in enumerate(line.words) if w.start in people)
    cut = next((i for i in range(len(line.words) - 1, last, -1) if _cut(page.text, line.words, i)), None)
    if cut is None or len(line.words) - cut < BEHIND or _no_title(line.words[cut:]) or not _says(line.words[cut:]):
        return None
    return items.unquoted(page.text, line.words[cut].start, line.end)


def _cut(text: str, words: Sequence[Word], i: int) -> bool:
    """A colon or a dash before word `i`, perhaps behind a bracket (`Name (Institution): Title`)."""
    shut = words[i].gap == ")" and any(mark in text[words[i - 1].end : words[i].start] for mark in ":–—")
    return words[i].gap in ":-" or shut


def _before(page: Page, line: Line, person: int, *, marked: bool) -> tuple[int, int] | None:
    """`Title, by Name`, `Title – Name`, `Title (Name)`, `2 Title – Chair: Name`: what stands before the first name."""
    stop, first = person, int(marked and line.words[0].shape == "0")
    if marked:
        stop = next((i for i in range(first + 1, person) if _leads(line.words, i, person)), person)
    while stop and line.words[stop - 1].fold in lexicon.words("honorifics", "grammar.agents"):
        stop -= 1
    stop = next((k for k in range(max(1, stop - 2), stop) if items.leads_to(line, k, person)), stop)
    linked = stop < person and any(w.fold in lexicon.words("grammar.agents") for w in line.words[stop:person])
    parted = linked or line.words[stop].gap in "-(c/" if stop else False
    lead = line.words[first:stop]
    if not parted or not lead or _no_title(lead) or (not marked and (len(lead) < FEWEST or _like_name(lead))):
        return None
    return items.unquoted(page.text, lead[0].start, lead[-1].end)


def _leads(words: Sequence[Word], i: int, person: int) -> bool:
    """A label between a title and who it is of (`Schulpartnerschaften – Leitung: X`)."""
    hit = longest(words, i, lexicon.phrases("roles.labels"))
    return hit is not None and hit[0] <= person and words[hit[0]].gap == ":" and words[i].gap in "-c(;"


def _no_title(words: Sequence[Word]) -> bool:
    """Words that name an office or a body, not what is spoken about."""
    if offices.at(words, 0) is not None or words[0].fold in lexicon.words("honorifics"):
        return True
    return heads.at(words, 0) is not None and all(w.capital or len(w.fold) < 4 for w in words)


def _says(words: Sequence[Word]) -> bool:
    """A title that is no mere name: it begins with a capital and has a small word in it."""
    return words[0].capital and any(w.shape == "l" for w in words)


def _like_name(words: Sequence[Word]) -> bool:
    """`Femke Hoogland and Daniel Krahé (ITEM)`, `Anna Blum, Stadt X`: two capitals, then no more of a sentence."""
    if len(words) < 2 or not (words[0].shape == "C" and words[1].capital and words[1].gap in "sh"):
        return False
    stop = 2
    while stop < len(words) and words[stop].capital and words[stop].gap in "sh":
        stop += 1
    joined = stop < len(words) and words[stop].fold in lexicon.words("grammar.joins")
    told = stop == len(words) or words[stop].gap in "(;/" or joined
    office = not told and words[stop].gap == "c" and (words[stop].capital or offices.at(words, stop) is not None)
    return stop <= 4 and (told or office)
