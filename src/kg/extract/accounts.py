"""Whose sentence is whose: the sentences of a page that tells of several events, each tied to the event it speaks of.

A sentence is of the event whose day or name it tells. Where such a sentence begins a paragraph or stands first under a
heading, what follows there is of that event too; all else is of the page's main event, the first.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from kg.extract import lexicon, occasions, outline, sentences
from kg.extract.drafts import Draft, Scene
from kg.extract.finds import Page
from kg.extract.lines import Line
from kg.extract.words import Word, find, longest, split
from kg.model import Role

SHORTEST = 5
"""The name of an event that is shorter than this is told by no word alone."""


def scenes(page: Page, drafts: Sequence[Draft], roles: Mapping[int, Role]) -> list[Scene]:
    """The lines of a page with the event that each, or each sentence of it, tells of."""
    reader = _Reader(page, drafts, ["" if d.ahead else _called(d) for d in drafts], _sections(page, drafts))
    own = (line for line in page.lines if not outline.aside(line))
    return [scene for line in own for scene in reader.read(line, roles.get(line.start))]


def apart(page: Page, drafts: Sequence[Draft], told: Sequence[Scene]) -> list[Scene]:
    """Scenes whose paragraphs tell of several events, each sentence with its own."""
    reader = _Reader(page, drafts, ["" if d.ahead else _called(d) for d in drafts], {})
    out: list[Scene] = []
    for scene in told:
        prose = outline.sentence(page.text, scene.line) and scene.event == 0
        out.extend(reader.read(scene.line, scene.role) if prose else [scene])
    return out


def _sections(page: Page, drafts: Sequence[Draft]) -> dict[int, int | None]:
    """The event of each section of a newsletter, by where its heading begins; none of a section that tells of none."""
    heads = [line.start for line in page.lines if outline.headed(page.text, line)]
    told: dict[int, int | None] = {}
    for number, draft in enumerate(drafts):
        n = bisect_right(heads, draft.spans[-1][0]) - 1
        if n >= 0 and not draft.ahead:
            told.setdefault(heads[n], number)
    if _report(page, told):
        return {head: told.get(head) if _first(page, drafts, head, told.get(head)) else 0 for head in heads}
    return {head: told.get(head) for head in heads} if len(told) > 1 else {}


def _report(page: Page, told: Mapping[int, int | None]) -> bool:
    """True where the main event stands right under the page's own heading, which is none of a newsletter."""
    top = next((line for line in page.lines if outline.top(line)), None)
    other = (
        top is not None and find(top.words, lexicon.phrases("page.notices", "page.press", "page.diaries")) is not None
    )
    return top is not None and told.get(top.start) == 0 and not other


def _first(page: Page, drafts: Sequence[Draft], head: int, number: int | None) -> bool:
    """True where the first sentence under a heading tells the day of an event."""
    below = next((line for line in page.lines if line.start > head), None)
    if number is None or below is None:
        return False
    first, stop = sentences.split(page.text, below)[0]
    return below.words[first].start <= drafts[number].spans[-1][0] < below.words[stop - 1].end


def _called(draft: Draft) -> str:
    """The word that means an event where it comes again (`Ratssitzung` of `Ratssitzung in Liberec`)."""
    words = split(draft.title, 0, len(draft.title))
    hit = find(words, lexicon.kinds("events.heads"))
    return " ".join(w.fold for w in words[hit[0] : hit[1]]) if hit is not None else (words[0].fold if words else "")


@dataclass(slots=True)
class _Reader:
    """Reads the lines in order; `section` is the event that the heading above has, `fresh` tells that it just stood."""

    page: Page
    drafts: Sequence[Draft]
    called: Sequence[str]
    sections: Mapping[int, int | None]
    section: int | None = 0
    fresh: bool = False
    listing: int | None = None
    """The event of a list that was led to."""
    coming: int | None = None
    """The event still to come that the last paragraph spoke of."""
    days: dict[str, int] = field(default_factory=dict)
    told: list[tuple[int, int]] = field(default_factory=list)
    """Where the words that tell the day of an event begin, with its number."""

    def __post_init__(self) -> None:
        self.told = sorted((d.spans[-1][0], n) for n, d in enumerate(self.drafts) if d.spans and d.prose)
        for number, draft in reversed(list(enumerate(self.drafts))):
            if draft.day is not None:
                self.days[draft.day] = number

    def read(self, line: Line, role: Role | None) -> Iterator[Scene]:
        """The scenes of a line: one, or one for each stretch of sentences that are of one event."""
        if not outline.sentence(self.page.text, line):
            told = self._of(line.words)
            if outline.headed(self.page.text, line):
                self.section, self.fresh = self.sections.get(line.start, told or 0), True
            if outline.headed(self.page.text, line) or line.blank > 1:
                self.listing = None
            elif told is None and self._goes_on(line):
                told = self.coming
            event = (self.section if self.listing is None else self.listing) if told is None else told
            if event is not None:
                yield Scene(line, event, role, False)
            self._open(line, event)
            return
        yield from self._paragraph(line, role)
        self.fresh = False

    def _open(self, line: Line, event: int | None) -> None:
        """A line that ends in a colon leads to a list, whose lines are of its event."""
        if self.page.text[line.start : line.end].rstrip().endswith(":"):
            self.listing = event

    def _paragraph(self, line: Line, role: Role | None) -> Iterator[Scene]:
        event, start, own = self.section, 0, self.section
        for n, (first, stop) in enumerate(sentences.split(self.page.text, line)):
            told = self._of(line.words[first:stop])
            if n == 0 and told is not None:
                own = told
                self.section = told if self.fresh else self.section
            elif n == 0 and self._goes_on(line):
                own = self.coming
            here = own if told is None else told
            if here != event and first > start:
                if event is not None:
                    yield piece(Scene(line, event, role, False), start, first)
                start = first
            event = here
        self.listing, self.coming = None, event if event is not None and self.drafts[event].ahead else None
        if event is not None:
            yield piece(Scene(line, event, role, False), start, len(line.words))

    def _goes_on(self, line: Line) -> bool:
        """True where a line goes on about the coming event of the paragraph before."""
        return self.coming is not None and longest(line.words, 0, lexicon.phrases("page.continuing")) is not None

    def _of(self, words: Sequence[Word]) -> int | None:
        """The event whose day, or else whose name, some words tell."""
        dates = self.page.dates_between(words[0].start, words[-1].end)
        dated = next((self.days[d.start] for d in dates if d.start in self.days), None)
        if dated is not None or len(self.drafts) == 1:
            return dated
        own = bisect_left(self.told, (words[0].start, 0))
        if own < len(self.told) and self.told[own][0] < words[-1].end:
            return self.told[own][1]
        said = f" {' '.join(w.fold for w in words)} "
        return next((n for n, name in enumerate(self.called) if self._means(name) and f" {name} " in said), None)

    def _means(self, name: str) -> bool:
        """True for a name long enough that one event alone has."""
        return len(name) >= SHORTEST and self.called.count(name) == 1


def piece(scene: Scene, first: int, stop: int) -> Scene:
    """Some sentences of a paragraph as a line of their own."""
    words = scene.line.words
    if first == 0 and stop == len(words):
        return scene
    start = scene.line.start if first == 0 else words[first].start
    end = scene.line.end if stop == len(words) else words[stop].start
    return replace(scene, line=replace(scene.line, start=start, end=end, words=words[first:stop]))


def on_next(words: Sequence[Word]) -> bool:
    """`Die nächste Konferenz richtet die Stadt Malacky aus`: a sentence that begins with an event still to come."""
    hit = find(words[:START], lexicon.phrases("page.coming_next"))
    return hit is not None and any(
        occasions.event_word(words, n) for n in range(hit[1], min(len(words), hit[1] + START))
    )


START = 4
"""So many words may stand before what says that an event is the next, and before its name."""
