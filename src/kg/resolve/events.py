"""The same event told of by two documents: on one day, under nearly one title, in one place, within one event."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from kg.model import Event, EventIdentity, Record
from kg.resolve.names import overlap, stands_in
from kg.text.normal import fold, key

DAY = len("YYYY-MM-DD")
SIMILAR = 0.7
"""From this share of common words on, two titles of one day are one event's."""
TELLING_WORDS = 3
"""A title that stands in a longer one says which event it is from so many words on."""

PlaceOf = Callable[[Record, str | None], str | None]
Known = dict[tuple[str, str], str]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Told:
    """One event as one document tells of it."""

    record: Record
    event: Event
    above: str | None
    """The id of the event of the world that it belongs to."""
    title: str
    place: str | None


def identify(records: Sequence[Record], place_of: PlaceOf) -> tuple[EventIdentity, ...]:
    """Give every event of the records its id in the world; the first document that tells of it names it."""
    known: Known = {}
    used: set[str] = set()
    by_day: defaultdict[tuple[str, str | None], list[list[_Told]]] = defaultdict(list)
    for told in _from_the_top(records, known, place_of):
        day = (told.event.start or "")[:DAY]
        groups = by_day[day, told.above] if len(day) == DAY else []
        group = next((group for group in groups if _is_same(told, group)), None)
        if group is None:
            known[_key(told)] = _new_id(told, used)
            groups.append([told])
        else:
            known[_key(told)] = known[_key(group[0])]
            group.append(told)
    return tuple(EventIdentity(document=d, event=e, id=id_) for (d, e), id_ in sorted(known.items()))


def _key(told: _Told) -> tuple[str, str]:
    return told.record.document.id, told.event.id


def _from_the_top(records: Sequence[Record], known: Known, place_of: PlaceOf) -> Iterator[_Told]:
    """All events, those above before those within, documents in order; `known` fills up on the way."""
    depths = {(r.document.id, e.id): _depth(r, e) for r in records for e in r.events}
    for depth in range(max(depths.values(), default=-1) + 1):
        for record in records:
            for event in record.events:
                if depths[record.document.id, event.id] == depth:
                    above = None if event.part_of is None else known.get((record.document.id, event.part_of))
                    yield _Told(
                        record=record,
                        event=event,
                        above=above,
                        title=fold(event.title),
                        place=place_of(record, event.place),
                    )


def _depth(record: Record, event: Event) -> int:
    above = {e.id: e.part_of for e in record.events}
    seen, at = {event.id}, event.part_of
    while at is not None and at in above and at not in seen:
        seen.add(at)
        at = above[at]
    return len(seen) - 1


def _is_same(told: _Told, others: list[_Told]) -> bool:
    """Whether all who tell of an event agree with this one, and none of them is of the same document."""
    return all(other.record.document.id != told.record.document.id and _agree(told, other) for other in others)


def _agree(one: _Told, other: _Told) -> bool:
    if None not in (one.place, other.place) and one.place != other.place:
        return False
    times = {(t.event.start or "")[DAY:] for t in (one, other)} - {""}
    if one.above is not None and len(times) > 1:
        return False
    return _are_similar(one.title, other.title)


def _are_similar(one: str, other: str) -> bool:
    shorter, longer = sorted((one, other), key=len)
    if one == other or overlap(one, other) >= SIMILAR:
        return True
    return len(shorter.split()) >= TELLING_WORDS and stands_in(shorter, longer)


def _new_id(told: _Told, used: set[str]) -> str:
    """A hash of the text and of where the event stands in it; no two events have one id."""
    sha256, evidence = told.record.document.sha256, told.event.evidence
    span = (str(evidence[0].start), str(evidence[0].end)) if evidence else ()
    id_ = f"event-{key(sha256, *span, 'event')}"
    if id_ in used:
        id_ = f"event-{key(sha256, *span, 'event', told.event.id)}"
    used.add(id_)
    return id_
