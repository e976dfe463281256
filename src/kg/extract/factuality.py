"""Whether a page announces or reports: by its verbs, its headings, and stretch by stretch."""

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache

from kg.extract import lexicon, outline, sentences, times
from kg.extract.coming import Coming
from kg.extract.drafts import Scene
from kg.extract.finds import Page
from kg.extract.lines import Line
from kg.extract.words import Word, find, longest
from kg.model import BlockKind, Factuality, Passage, Span

BETWEEN = " \n\t•·*–-"
"""What may stand between two lines of one passage: space and bullets."""

NEW_PART = 2
"""More empty lines than these begin another part of the page."""

HEAVY = 2
"""A page with more times than these is a programme, which weighs as much as so many announcing sentences."""
TOP = 8
"""The heading of minutes stands among so many first lines."""
_NONE = Coming()


def of_document(page: Page) -> Factuality:
    """What holds for most of the page: minutes and past verbs report, everything else announces."""
    if minutes(page):
        return Factuality.REPORTED
    if _invites(page):
        return Factuality.ANNOUNCED
    told = (line for line in page.lines if outline.sentence(page.text, line))
    votes = Counter(_told(line.words[a:b]) for line in told for a, b in sentences.split(page.text, line))
    reported, announced = votes[Factuality.REPORTED], votes[Factuality.ANNOUNCED]
    timed = sum(times.opening(page.text, line.start, line.end) is not None for line in page.lines)
    return Factuality.REPORTED if reported > announced + (HEAVY if timed > HEAVY else 0) else Factuality.ANNOUNCED


def _invites(page: Page) -> bool:
    """True for an invitation or a calendar: a line among the first says so."""
    cues = lexicon.phrases("page.foretelling")
    short = (line for line in page.lines[:TOP] if len(line.words) < outline.TITLE_WORDS)
    return any(longest(line.words, 0, cues) is not None for line in short if not outline.sentence(page.text, line))


def minutes(page: Page) -> bool:
    """True for the minutes of a meeting: a heading among the first lines says so."""
    cues = lexicon.phrases("page.minutes")
    short = (line for line in page.lines[:TOP] if len(line.words) < outline.most(page.text, line))
    words, begun = lexicon.words("page.minutes"), cues.starting
    whole = any(
        (line.words[0].fold in begun and outline.whole(line, "page.minutes")) or outline.spaced(line) in words
        for line in page.lines
    )
    return whole or any(longest(line.words, 0, cues) is not None for line in short)


def passages(page: Page, whole: Factuality, scenes: Sequence[Scene], coming: Coming = _NONE) -> tuple[Passage, ...]:
    """The stretches that differ from the whole: a programme or a coming event in a report, a report in a programme."""
    programme = frozenset[int]() if whole is Factuality.ANNOUNCED or minutes(page) else _programme(page, scenes)
    out: list[Passage] = []
    absent = False
    for n, line in enumerate(page.lines):
        absent = _absent(page, n, absent=absent)
        for span, told in _stretches(page, line):
            ahead = line.start in programme if told is None else told is Factuality.REPORTED and span.start in coming
            said = Factuality.ANNOUNCED if ahead or (told is None and span.start in coming) else told or whole
            said = Factuality.EXCUSED if absent else said
            if said is not whole:
                _append(out, Passage(span=span, factuality=said), page.text)
    return tuple(out)


def _absent(page: Page, n: int, *, absent: bool) -> bool:
    """True from a heading over those who are excused (`Excusés`, `APOLOGIES`) on to the end of the list under it."""
    line = page.lines[n]
    if outline.sentence(page.text, line):
        return False
    if outline.whole(line, "page.absent", "page.excused") and line.column == "":
        return True
    ends = outline.headed(page.text, line) or outline.section(page.text, line) is not None or line.blank >= NEW_PART
    return absent and not ends and not _parted(page, n) and outline.label(page.text, line) is None


def _parted(page: Page, n: int) -> bool:
    """True behind an empty line, but for the first line under a heading and the items of a marked-up list."""
    line, above = page.lines[n], page.lines[n - 1]
    return line.blank > 0 and line.kind is BlockKind.LINE and not outline.whole(above, "page.absent", "page.excused")


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
        yield Span(line.start, line.end), _of_line(line.words)
        return
    for first, stop in sentences.split(page.text, line):
        words = line.words[first:stop]
        end = line.end if stop == len(line.words) else line.words[stop].start
        cut = _excusing(words)
        if cut is not None:
            yield Span(words[0].start, words[cut].start), _told(words[:cut])
            yield Span(words[cut].start, end), Factuality.EXCUSED
            continue
        yield Span(words[0].start, end), _of_words(words) or _told(words)


def _of_line(words: Sequence[Word]) -> Factuality | None:
    """What a line says that is no sentence; `Welcome and apologies` is an item and excuses nobody."""
    said = _of_words(words)
    if said is not Factuality.EXCUSED:
        return said
    cue = find(words, lexicon.phrases("page.excused"))
    return said if cue is not None and (cue[0] == 0 or words[cue[0]].gap in "(c:-") else None


def _of_words(words: Sequence[Word]) -> Factuality | None:
    """Cancelled, excused or represented, where the words say so."""
    begun = _begun()
    if not any(word.fold in begun for word in words):
        return None
    for value in (Factuality.CANCELLED, Factuality.EXCUSED, Factuality.REPRESENTED):
        cue = find(words, lexicon.phrases(f"page.{value.value}"))
        if cue is not None and not (value is Factuality.EXCUSED and _speaks(words[: cue[0]])):
            return value
    return None


def _excusing(words: Sequence[Word]) -> int | None:
    """Where the clause begins that excuses somebody, behind a semicolon and one that tells who spoke."""
    cue = find(words, lexicon.phrases("page.excused")) if any(w.gap == ";" for w in words) else None
    cut = None if cue is None else next((n for n in range(cue[0], 0, -1) if words[n].gap == ";"), None)
    return cut if cut is not None and _speaks(words[:cut]) else None


def _speaks(words: Sequence[Word]) -> bool:
    """`Es sprach X; er vertrat Y, die verhindert war`: who speaks is there, and tells who is not."""
    return find(words, lexicon.phrases("roles.verbs.speaker")) is not None


@cache
def _begun() -> frozenset[str]:
    """The first words of all that cancels or excuses."""
    values = (Factuality.CANCELLED, Factuality.EXCUSED, Factuality.REPRESENTED)
    return frozenset(word for value in values for word in lexicon.phrases(f"page.{value.value}").starting)


def _told(words: Sequence[Word]) -> Factuality | None:
    """What the verbs say: an announcing phrase weighs more, for reports quote what was to come."""
    if find(words, lexicon.phrases("page.announced")) is not None:
        return Factuality.ANNOUNCED
    if find(words, lexicon.phrases("page.reported", "events.occurring")) is not None:
        return Factuality.REPORTED
    return None
