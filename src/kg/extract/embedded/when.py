"""The dates of an event, completed from the markup where the text says them in words, compared where it says others."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from kg.extract.embedded.words import DAY, YEAR, of_clock, of_day
from kg.model import EmbeddedEvent, Event, Span

_NO_TIMES = frozenset({"00:00", "23:59"})
"""What content systems write where nobody gave a time."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Dated:
    """An event after the comparison."""

    event: Event
    agrees: bool = False
    clashes: tuple[tuple[str, str, str], ...] = ()
    """Field, value of the text, value of the markup."""
    unsaid: tuple[str, ...] = ()
    """What only the markup says."""


def compare(text: str, event: Event, said: EmbeddedEvent) -> Dated:
    """Hold the start and the end of an event against the markup."""
    begun = _compare(text, Dated(event=event), "start", _tidy(said.start))
    return _compare(text, begun, "end", _end(said))


def _end(said: EmbeddedEvent) -> str | None:
    """The end, where it says more than the start does."""
    end, start = _tidy(said.end), _tidy(said.start)
    return None if end is None or start is None or end <= start or start.startswith(end) else end


def _tidy(moment: str | None) -> str | None:
    return moment[:DAY] if moment is not None and moment[DAY + 1 :] in _NO_TIMES else moment


def _compare(text: str, now: Dated, field: str, said: str | None) -> Dated:
    own: str | None = getattr(now.event, field)
    if said is None:
        return now
    if own is None or (len(own) < DAY and said.startswith(own)):
        return _filled(text, now, field, said)
    if own[:DAY] == said[:DAY]:
        return _same_day(text, now, field, said)
    if own[YEAR:DAY] == said[YEAR:DAY] and own[:YEAR] not in text and next(of_day(text, said[:DAY]), None) is not None:
        return replace(now, event=_set(now.event, field, said[:YEAR] + own[YEAR:]), agrees=True)
    return replace(now, clashes=(*now.clashes, (field, own, said)))


def _filled(text: str, now: Dated, field: str, said: str) -> Dated:
    """A day that the event has not: taken where its words stand in the text, or where it is the event's other day."""
    day = said[:DAY]
    if field == "end" and now.event.start is not None and now.event.start[:DAY] == day:
        return _same_day(text, replace(now, event=replace(now.event, end=day)), field, said, alone=True)
    words = next(of_day(text, day), None)
    if words is None:
        return replace(now, unsaid=(*now.unsaid, said))
    changed = replace(_set(now.event, field, day), evidence=_with(now.event.evidence, words))
    return _same_day(text, replace(now, event=changed), field, said)


def _same_day(text: str, now: Dated, field: str, said: str, *, alone: bool = False) -> Dated:
    """The day is the same: compare the time of day, or take it where it stands near the event's words."""
    own = getattr(now.event, field) or ""
    time, own_time = said[DAY + 1 :], own[DAY + 1 :]
    if time in ("", own_time):
        return replace(now, agrees=True)
    if own_time:
        return replace(now, clashes=(*now.clashes, (field, own, said)))
    words = of_clock(text, time, now.event.evidence)
    if words is None:
        event = _set(now.event, field, None) if alone else now.event
        return replace(now, event=event, agrees=not alone or now.agrees, unsaid=(*now.unsaid, said))
    taken = replace(_set(now.event, field, said), evidence=_with(now.event.evidence, words))
    return replace(now, event=taken, agrees=True)


def _set(event: Event, field: str, value: str | None) -> Event:
    return replace(event, start=value) if field == "start" else replace(event, end=value)


def _with(evidence: Sequence[Span], more: Span) -> tuple[Span, ...]:
    """Evidence with one more stretch behind it: the first one still states the event most directly."""
    if any(span.start <= more.start and more.end <= span.end for span in evidence):
        return tuple(evidence)
    return (*evidence, more)
