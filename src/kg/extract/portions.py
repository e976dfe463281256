"""A very long document is read portion by portion, so that time and memory grow with its length and no faster.

Nothing that people write as one page is so long; what is, is many pages in one file. It is cut before a heading where
there is one, else at an empty line, a line or a word. What one portion says is joined to the others by name alone.
"""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from kg.extract import stage
from kg.model import (
    Block,
    BlockKind,
    Document,
    EntityType,
    Event,
    Evidence,
    Factuality,
    Issue,
    Mention,
    Participation,
    Passage,
    Position,
    Record,
    Span,
)
from kg.text.giving_back import give_back

MOST = 200_000
"""Characters of one portion: some eighty pages of print."""
_BACK = MOST // 4
"""A good place to cut is looked for so far back."""
_SPANS = 3
"""How many occurrences stand as evidence of a mention."""


def extract(document: Document) -> tuple[Record, tuple[Issue, ...]]:
    """Read a document into a record, a long one in portions."""
    if len(document.text) <= MOST:
        return stage.extract(document)
    whole = _Whole()
    for offset, portion in portions(document):
        whole.take(*stage.extract(portion), offset)
        give_back(len(document.text))
    whole.words.clear()
    return whole.record(document), tuple(whole.issues)


def portions(document: Document) -> Iterator[tuple[int, Document]]:
    """The portions of a document that hold a word, each with where in the text it begins."""
    heads = [block.span.start for block in document.blocks if block.kind is BlockKind.HEADING]
    ends = [block.span.end for block in document.blocks]
    start = 0
    while start < len(document.text):
        stop = _cut(document.text, heads, start)
        blocks = tuple(_inside(document, bisect_right(ends, start), (start, stop)))
        text = document.text[start:stop]
        if text.strip() and (blocks or not document.blocks):
            yield start, replace(document, text=text, blocks=blocks, embedded=(), remarks=())
        start = stop


def _cut(text: str, heads: list[int], start: int) -> int:
    """Where the portion that begins at `start` ends."""
    high = start + MOST
    if high >= len(text):
        return len(text)
    low = high - _BACK
    head = heads[bisect_right(heads, high) - 1] if heads and heads[0] <= high else 0
    if head > low:
        return head
    for border in ("\n\n", "\n", " "):
        found = text.rfind(border, low, high)
        if found >= 0:
            return found + len(border)
    return high


def _inside(document: Document, first: int, stretch: tuple[int, int]) -> Iterator[Block]:
    """The blocks in a stretch from block `first` on, cut at its ends, as they count in it."""
    start, stop = stretch
    for number in range(first, len(document.blocks)):
        block = document.blocks[number]
        if block.span.start >= stop:
            return
        low, high = max(block.span.start, start), min(block.span.end, stop)
        if document.text[low:high].strip():
            yield replace(block, span=Span(low - start, high - start))


@dataclass(slots=True)
class _Whole:
    """The records of the portions so far, put together; what many portions say alike is kept once."""

    mentions: list[Mention] = field(default_factory=list)
    known: dict[EntityType, dict[str, int]] = field(default_factory=lambda: {kind: {} for kind in EntityType})
    """The place of each mention in the list, by all its names."""
    words: dict[str, str] = field(default_factory=dict)
    """Every name and office, so that all items that hold it hold the same string."""
    events: list[Event] = field(default_factory=list)
    participations: list[Participation] = field(default_factory=list)
    positions: list[Position] = field(default_factory=list)
    passages: list[Passage] = field(default_factory=list)
    issues: dict[Issue, None] = field(default_factory=dict)
    factuality: Factuality | None = None

    def take(self, record: Record, issues: tuple[Issue, ...], offset: int) -> None:
        """Take in the record of a portion that begins at `offset`, and what a person should look at there."""
        moved = _Moved(offset)
        for mention in record.mentions:
            self._mention(mention, moved)
        ids = {event.id: f"e{len(self.events) + number}" for number, event in enumerate(record.events)}
        for event in record.events:
            above = None if event.part_of is None else ids[event.part_of]
            self.events.append(replace(event, id=ids[event.id], part_of=above, evidence=moved(event.evidence)))
        taken = (self._participation(part, ids, moved) for part in record.participations)
        self.participations.extend(dict.fromkeys(taken))
        self.positions.extend(dict.fromkeys(self._position(position, moved) for position in record.positions))
        self.factuality = self.factuality or record.factuality
        self.passages.extend(_passages(record, offset, self.factuality))
        for issue in issues:
            if issue not in self.issues:
                self.issues[replace(issue, value=self._same(issue.value))] = None

    def _same(self, words: str) -> str:
        return self.words.setdefault(words, words)

    def _participation(self, part: Participation, ids: dict[str, str], moved: "_Moved") -> Participation:
        return replace(
            part,
            agent=part.agent and self._same(part.agent),
            event=ids[part.event],
            position=part.position and self._same(part.position),
            organization=part.organization and self._same(part.organization),
            evidence=moved(part.evidence),
        )

    def _position(self, position: Position, moved: "_Moved") -> Position:
        return replace(
            position,
            person=self._same(position.person),
            position=self._same(position.position),
            organization=position.organization and self._same(position.organization),
            evidence=moved(position.evidence),
        )

    def _mention(self, mention: Mention, moved: "_Moved") -> None:
        names, known = tuple(map(self._same, (mention.name, *mention.aliases))), self.known[mention.type]
        place = next((known[name] for name in names if name in known), None)
        if place is None:
            place = len(self.mentions)
            evidence = moved(mention.evidence)
            self.mentions.append(replace(mention, name=names[0], aliases=names[1:], evidence=evidence))
        else:
            self.mentions[place] = _again(self.mentions[place], names, mention.evidence, moved)
        for name in names:
            known.setdefault(name, place)

    def record(self, document: Document) -> Record:
        """The record of the whole."""
        order = {kind: number for number, kind in enumerate(EntityType)}
        return Record(
            document=document,
            mentions=tuple(sorted(self.mentions, key=lambda m: (order[m.type], m.evidence[0].start))),
            events=tuple(self.events),
            participations=tuple(self.participations),
            positions=tuple(self.positions),
            factuality=self.factuality or Factuality.ANNOUNCED,
            passages=tuple(self.passages),
        )


def _again(old: Mention, names: tuple[str, ...], evidence: Evidence, moved: "_Moved") -> Mention:
    """A mention that another portion has too: with its further names, and evidence up to the most."""
    more = moved(evidence[: max(0, _SPANS - len(old.evidence))])
    known = {old.name, *old.aliases}
    if not more and known.issuperset(names) and len(old.evidence) <= _SPANS:
        return old
    aliases = dict.fromkeys(name for name in (*old.aliases, *names) if name != old.name)
    return replace(old, aliases=tuple(aliases), evidence=(*old.evidence, *more)[:_SPANS])


@dataclass(slots=True)
class _Moved:
    """Evidence of a portion as it counts in the whole; items that share it or a span of it share that there."""

    offset: int
    known: dict[Evidence, Evidence] = field(default_factory=dict)
    spans: dict[Span, Span] = field(default_factory=dict)
    places: dict[int, int] = field(default_factory=dict)

    def __call__(self, evidence: Evidence) -> Evidence:
        moved = self.known.get(evidence)
        if moved is None:
            moved = self.known[evidence] = tuple(self._span(span) for span in evidence)
        return moved

    def _span(self, span: Span) -> Span:
        moved = self.spans.get(span)
        if moved is None:
            moved = self.spans[span] = Span(self._place(span.start), self._place(span.end))
        return moved

    def _place(self, at: int) -> int:
        """Where a place of the portion lies in the whole: the same number for all spans that begin or end there."""
        return self.places.setdefault(at, at + self.offset)


def _passages(record: Record, offset: int, whole: Factuality) -> Iterator[Passage]:
    """The passages of a portion as they count in the whole, of which another factuality may hold."""
    at, own = 0, record.factuality
    for passage in (*record.passages, None):
        stop = len(record.document.text) if passage is None else passage.span.start
        if own is not whole and at < stop:
            yield Passage(span=Span(at + offset, stop + offset), factuality=own)
        if passage is not None:
            at = passage.span.end
            if passage.factuality is not whole:
                moved = Span(passage.span.start + offset, passage.span.end + offset)
                yield Passage(span=moved, factuality=passage.factuality)
