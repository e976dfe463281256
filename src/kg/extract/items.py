"""Agenda items that show by something else than a time, and where the title of an item ends."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kg.extract import lexicon, offices, outline, tails
from kg.extract.dates import When
from kg.extract.drafts import Draft
from kg.extract.finds import Find, Page
from kg.extract.lines import Line
from kg.extract.times import Clock
from kg.extract.words import Word, find, longest
from kg.model import BlockKind

LEAD = 4
"""Among so many first words a line says that it names supporters."""
OPENING = '«„“"‘'
CLOSING = '»“”"’'
TITLE_WORDS = 30


@dataclass(frozen=True, slots=True)
class Item:
    """An item's title: where it stands, whether it lies below the item above, whether it holds other items."""

    start: int
    end: int
    sub: bool = False
    block: bool = False


_NUMBER = re.compile(
    r"(?:^|\n)[ \t]*(?:(?:TOP|Punkt|Point|Item|Pt)\.?\s*)?(\d{1,2})[.):]?(?:\s*[-–—])?\s*$", re.IGNORECASE
)
_TOP = re.compile(r"(?:TOP|Punkt|Point|Item|Tagesordnungspunkt|Agenda item)\s*(\d{1,2})\s*[.):–—-]?\s*", re.IGNORECASE)


def numbered(text: str, line: Line) -> tuple[int, int] | None:
    """The number before an agenda item (`3. Budget`, `TOP 4: Wahlen`) and the offset where its title begins."""
    spoken = _TOP.match(text, line.start, line.end)
    if spoken is not None:
        return int(spoken[1]), spoken.end()
    before = _NUMBER.search(text, max(0, line.start - 24), line.start)
    return None if before is None else (int(before[1]), line.start)


def first_person(line: Line, people: Mapping[int, Find]) -> int | None:
    """The index of the word at which the first person of a line begins."""
    for i, word in enumerate(line.words):
        if word.start in people:
            return i
    return None


def after_clock(text: str, line: Line, clock: Clock) -> int | None:
    """The index of the first word behind the time."""
    return next((i for i, w in enumerate(line.words) if w.start >= clock.stop), None)


def title_until_person(page: Page, line: Line, first: int, draft: Draft, people: Mapping[int, Find]) -> None:
    """The title of an item that begins at word `first`: up to the words that bring in a person."""
    begin = line.words[first].start
    stop = next((i for i in range(first, len(line.words)) if line.words[i].start in people), None)
    end = line.end if stop is None else _before_person(page.text, line, first, stop)
    end = min(end, tails.bare(page.text, line, end))
    end = next((line.words[i - 1].end for i in range(first + 1, len(line.words)) if tails.opens(line, i, stop)), end)
    opened = page.text.rfind("(", begin, end)
    if opened > begin and ")" not in page.text[opened:end]:
        end = opened
    if end > begin:
        draft.add_title(page.text, *unquoted(page.text, begin, end))


def _leads_in(line: Line, i: int, small: frozenset[str]) -> bool:
    """A small word, a title or an office before a person's name."""
    return line.words[i].fold in small or offices.head(line.words[i : i + 1], 0) is not None


_MARK = re.compile(r"[ \u00a0\u202f]?[?!…]+")


def _marked_end(text: str, end: int) -> int:
    """With the question mark behind a title."""
    mark = _MARK.match(text, end)
    return end if mark is None else mark.end()


def leads_to(line: Line, i: int, person: int) -> bool:
    """`animée par`, `moderated by`: words that lead to a person and belong to no title."""
    both = (lexicon.kinds("roles.lines"), lexicon.kinds("roles.labels"))
    hit = next((h for phrases in both if (h := longest(line.words, i, phrases)) is not None), None)
    return hit is not None and hit[0] - i > 1 and person - 2 <= hit[0] <= person


def _label(line: Line, i: int, stop: int) -> bool:
    """A label between a title and a person (`Financing – facilitator: X`)."""
    hit = longest(line.words, i, lexicon.kinds("roles.labels"))
    return hit is not None and hit[0] == stop and line.words[stop].gap == ":" and line.words[i].gap in "-;p.dw)c"


OPENED, SHUT = '«„“"', '»“”"'
_CLOSED = re.compile(r"[\s\u00a0\u202f]?[»“”\"]")


def _before_person(text: str, line: Line, first: int, person: int) -> int:
    """Where the title ends before a person: at a dash, a line break, a colon or the linking words."""
    i = person
    small = lexicon.words("honorifics", "grammar.links") | {"par", "avec", "mit", "von", "durch", "with", "by"}
    while i > first and line.words[i].gap in "sd" and _leads_in(line, i - 1, small):
        i -= 1
    label = next((k for k in range(first + 1, i) if _label(line, k, i)), None)
    if label is not None:
        return _marked_end(text, line.words[label - 1].end)
    cue = next((k for k in range(first + 1, i) if leads_to(line, k, person)), None)
    i = i if cue is None else cue
    if i == first:
        return line.words[first].start
    if line.words[i].gap == "s" and "\n" not in text[line.words[i - 1].end : line.words[i].start] and i == person:
        return line.end
    return _marked_end(text, line.words[i - 1].end)


def unquoted(text: str, start: int, end: int) -> tuple[int, int]:
    """A title's stretch without the punctuation behind it, and without quotation marks that enclose the whole."""
    while end > start and text[end - 1] in " \n\u00a0,;:–-":
        end -= 1
    inner = next((k for k in range(start, end - 1) if text[k] in CLOSING), None)
    if inner is not None and start and text[start - 1] in OPENED and not any(c in OPENED for c in text[start:inner]):
        start -= 1  # `„Shared services“ – wozu?`
    end = _with_mark(text, start, end)
    opened = text[max(0, start - 3) : start].rstrip(" \n\u00a0\u202f")
    if opened[-1:] in tuple(OPENING) and text[end - 1] in CLOSING:
        end -= 1
    return start, start + len(text[start:end].rstrip(" \u00a0\u202f"))


def _with_mark(text: str, start: int, end: int) -> int:
    """The end of a title with the mark that closes a quotation begun inside it."""
    mark = _CLOSED.match(text, end)
    inside = text[start:end]
    last = max(inside.rfind(q) for q in OPENED)
    opened = last > 0 and not any(q in inside[last + 1 :] for q in SHUT) and inside.count('"') != 2
    return mark.end() if mark is not None and opened else end


def is_container(line: Line, date: When) -> bool:
    """A heading that names an event and its day: `CONFERENCE-DEBAT DU 24 MAI`."""
    return line.kind is BlockKind.HEADING and longest(line.words, 0, lexicon.kinds("events.heads")) is not None


def is_cycle(page: Page, pending: list[Line]) -> bool:
    """True where the titles above a list of dates name a series of events."""
    return any(find(line.words, lexicon.phrases("works.series")) for line in pending) and any(
        line.kind is BlockKind.HEADING or not outline.sentence(page.text, line) for line in pending
    )


def untimed(page: Page, n: int, people: Mapping[int, Find], above: Draft | None, *, parallel: bool) -> Item | None:
    """The item that line `n` opens without a time, if it does. `above` is the item that it may lie inside, `parallel`
    tells that the parts of that item run side by side.
    """
    under = above is not None
    line = page.lines[n]
    if len(line.words) > TITLE_WORDS * 2:
        return None
    person = first_person(line, people)
    number = lettered(line) or (marked(page.text, line) if parallel else None)
    if number is not None and under:
        end = line.end if person is None else _before_person(page.text, line, number, max(person, number))
        cut = (
            next((w.start for w in line.words if w.start < end and w.gap == "("), None) if person is not None else None
        )
        end = tails.bare(page.text, line, (cut - 1) if cut is not None else end)
        return Item(*unquoted(page.text, line.words[0].start, end), sub=True)
    if person is not None:
        return _with_person(page, line, person, above)
    if len(line.words) > TITLE_WORDS or outline.section(page.text, line) is not None:
        return None
    return _alone(page, n, line, people, under=under)


def _labels(line: Line, stop: int, person: int) -> bool:
    """`Laudatio: Dr. X`: a word that says as what somebody takes part in the item above."""
    honours = lexicon.words("honorifics")
    named = all(w.fold in honours or offices.head((w,), 0) is not None for w in line.words[stop:person])
    return line.words[stop].gap == ":" and named


def _with_person(page: Page, line: Line, person: int, above: Draft | None) -> Item | None:
    """`Mot d’accueil de X, bourgmestre`; `X, Präsident – „Titel“`; `Schlussfolgerungen: X`."""
    under = above is not None
    if under and line.bullet:
        return None
    dash = next(
        (i for i in range(len(line.words) - 1, person, -1) if line.words[i].gap == "-" or _opens(page.text, line, i)),
        None,
    )
    if line.bullet and dash is not None:
        return Item(*unquoted(page.text, line.words[dash].start, line.end))
    hit = longest(line.words, 0, lexicon.kinds("events.items"))
    if hit is None or hit[0] > person or person - hit[0] > 6:
        return None
    role = longest(line.words, 0, lexicon.kinds("roles.lines"))
    timed = above is not None and above.clock is not None
    if under and (role is not None or (_labels(line, hit[0], person) and (timed or not line.blank))):
        return None
    if role is not None and role[0] > hit[0]:
        return Item(line.words[0].start, line.words[hit[0] - 1].end)
    titles = lexicon.words("honorifics")
    end = next((i for i in range(hit[0], person) if line.words[i].gap in ":-d" or line.words[i].fold in titles), None)
    stop = end if end is not None else hit[0]
    return Item(line.words[0].start, line.words[stop - 1].end)


def lettered(line: Line) -> int | None:
    """`Atelier A : ...`, `Workshop 2 – ...`, `Forum III`: one of several side by side; the index after its number."""
    return one_of_several(line.words)


def one_of_several(words: Sequence[Word]) -> int | None:
    """The same for the words of a title."""
    hit = longest(words, 0, lexicon.phrases("events.holders"))
    if hit is None or hit[0] >= len(words):
        return None
    mark = words[hit[0]]
    told = mark.shape == "0" or len(mark.text) == 1 or _ROMAN.fullmatch(mark.text) is not None
    last = hit[0] + 1 == len(words)
    ends = last or words[hit[0] + 1].gap in ":-p.d(w" or words[hit[0] + 1].start - mark.end >= APART
    return (
        hit[0] + 1 if told and mark.capital | (mark.shape == "0") and len(mark.text) < ROMAN_DIGITS and ends else None
    )


def marked(text: str, line: Line) -> int | None:
    """`A. Trains`, `B  Citizens' stakes`, `2) Pflege`: a letter or number alone; the index after it."""
    mark = line.words[0]
    if len(line.words) < 2 or _MARK_OF_PART.fullmatch(mark.text) is None:
        return None
    between = text[mark.end : line.words[1].start]
    return 1 if line.words[1].capital and (between[:1] in ".):" or len(between) > 1 or mark.shape == "C") else None


_MARK_OF_PART = re.compile(r"[A-Z]|[A-Z]?\d")
ROMAN_DIGITS = 5
APART = 2
"""So many spaces set a letter apart from the title behind it."""
_ROMAN = re.compile(r"[IVX]+")


def _opens(text: str, line: Line, i: int) -> bool:
    between = text[line.words[i - 1].end : line.words[i].start]
    return any(q in between for q in "«„“") and any(d in between for d in "–-:—")


def _alone(page: Page, n: int, line: Line, people: Mapping[int, Find], *, under: bool) -> Item | None:
    text = page.text
    start = line.start
    if text[start] in OPENING:
        return Item(line.words[0].start, unquoted(text, line.words[0].start, line.end)[1])
    named = longest(line.words, 0, lexicon.kinds("events.items")) is not None
    if named and not (under and line.bullet):
        block = line.kind is BlockKind.HEADING
        return Item(start, line.end, block=block, sub=not block and under and _numbered(line))
    if (
        line.kind is BlockKind.ROW
        and line.cell == 0
        and n + 1 < len(page.lines)
        and page.lines[n + 1].kind is BlockKind.ROW
        and find(line.words[:LEAD], lexicon.phrases("roles.labels.partner")) is None
    ):
        return Item(start, line.end) if page.lines[n + 1].block != line.block or page.lines[n + 1].cell else None
    if line.bullet and _spoken(page, n, people):
        return Item(start, line.end, sub=under)
    return Item(start, line.end) if line.bullet and not under and line.words[0].capital else None


def _numbered(line: Line) -> bool:
    return any(w.shape == "0" for w in line.words[1:3])


def _spoken(page: Page, n: int, people: Mapping[int, Find]) -> bool:
    """True where the next line says who speaks."""
    if n + 1 >= len(page.lines):
        return False
    line = page.lines[n + 1]
    person = first_person(line, people)
    lead = person is not None and person <= 3
    return lead and (not line.bullet or line.blank == 0) and (line.start not in people or not line.bullet)
