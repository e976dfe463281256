"""What the features of all items look up: how the page is set around an item, and which items name each other."""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from kg.extract import lexicon, times
from kg.model import BlockKind, Event, Evidence, Mention, Record
from kg.text.normal import fold

_REACH = 1_000
"""How far the ends of a line are looked for: a text may be one line of a million characters."""
_LONG = 140
"""A line of more characters is prose."""
_KINDS = {
    BlockKind.HEADING: "heading",
    BlockKind.ITEM: "item",
    BlockKind.TERM: "table",
    BlockKind.ROW: "table",
    BlockKind.CAPTION: "caption",
}


@dataclass(frozen=True, slots=True)
class Setting:
    """A record with what stands around and between its items."""

    record: Record
    starts: tuple[int, ...]
    titles: tuple[int, ...]
    mentions: Mapping[str, Mention]
    named: Mapping[str, int]
    events: Mapping[str, Event]
    above: frozenset[str]
    peopled: frozenset[str]
    holders: frozenset[str]

    def structure(self, evidence: Evidence) -> str:
        """What kind of line states an item: `timed`, `item`, `table`, `caption`, `heading`, `line` or `prose`."""
        if not evidence:
            return "prose"
        text, at = self.record.document.text, evidence[0].start
        start = text.rfind("\n", max(0, at - _REACH), at) + 1 or max(0, at - _REACH)
        end = text.find("\n", at, at + _REACH)
        end = min(len(text), at + _REACH) if end < 0 else end
        kind = _KINDS.get(self._block(at), "line")
        if kind in ("line", "item", "table") and times.opening(text, start, min(end, start + _LONG)) is not None:
            return "timed"
        return "prose" if end - start > _LONG and kind in ("line", "item") else kind

    def _block(self, at: int) -> BlockKind:
        blocks = self.record.document.blocks
        number = bisect_right(self.starts, at) - 1
        return blocks[number].kind if number >= 0 else BlockKind.LINE

    def distance(self, evidence: Evidence, event: Event) -> int:
        """How many characters lie between a statement and the nearest words of its event."""
        if not evidence or not event.evidence:
            return 0
        at = evidence[0].start
        return min(abs(at - span.end) if at >= span.end else max(span.start - at, 0) for span in event.evidence)

    def is_parted(self, evidence: Evidence, event: Event) -> bool:
        """True where another event is named between the words of an event and a statement about it."""
        if not evidence or not event.evidence:
            return False
        low, high = sorted((event.evidence[0].start, evidence[0].start))
        return bisect_left(self.titles, high) - bisect_right(self.titles, low) > 0

    def has_known_given_name(self, person: str) -> bool:
        """True where the lists know the first name; a name of three words may begin with a title."""
        words = fold(person).split()
        return any(word in lexicon.words("given_names.names") for word in words[:-1][:2])


def setting(record: Record) -> Setting:
    """Look through a record once."""
    by_name = {name: m for m in reversed(record.mentions) for name in (*m.aliases, m.name)}
    uses = Counter(name for name in _uses(record) if name is not None)
    return Setting(
        record=record,
        starts=tuple(block.span.start for block in record.document.blocks),
        titles=tuple(sorted(event.evidence[0].start for event in record.events if event.evidence)),
        mentions=by_name,
        named={by_name[name].name: count for name, count in uses.items() if name in by_name},
        events={event.id: event for event in record.events},
        above=frozenset(event.part_of for event in record.events if event.part_of is not None),
        peopled=frozenset(part.event for part in record.participations),
        holders=frozenset(position.person for position in record.positions),
    )


def _uses(record: Record) -> Iterable[str | None]:
    """Every name by which one item refers to another."""
    for event in record.events:
        yield from (event.place, event.venue, event.series)
    for part in record.participations:
        yield from (part.agent, part.organization)
    for position in record.positions:
        yield from (position.person, position.organization)
