"""Which event of the text an event in the markup is: the one of its name, else the only one of the page."""

from collections.abc import Sequence

from kg.extract.embedded.words import DAY
from kg.model import EmbeddedEvent, Event
from kg.text.normal import fold

_ALIKE = 0.6
"""The share of the shorter name's words that the longer one must have."""


def event_of(said: EmbeddedEvent, events: Sequence[Event]) -> Event | None:
    """The event of the record, None where it cannot be told."""
    scored = [(_likeness(said.name, event.title), -number, event) for number, event in enumerate(events)]
    best = max(scored, key=lambda one: one[:2], default=None)
    if best is not None and best[0] >= _ALIKE:
        return best[2]
    main = [event for event in events if event.part_of is None]
    return main[0] if len(main) == 1 and _fits(said, main[0]) else None


def _likeness(left: str, right: str) -> float:
    """How many words of the shorter name the longer one has; 0 for names of one small word."""
    a, b = sorted((set(fold(left).split()), set(fold(right).split())), key=len)
    if not a or max(map(len, a)) < 4:
        return 0.0
    return len(a & b) / len(a) * (1.0 if len(a) > 1 or len(b) < 4 else 0.5)


def _fits(said: EmbeddedEvent, event: Event) -> bool:
    """An event of another name is the page's own only where the days do not speak against it."""
    if said.start is None or event.start is None:
        return True
    first, last = event.start[:DAY], (event.end or event.start)[:DAY]
    return first <= said.start[: len(first)] <= last or said.start[4:DAY] == event.start[4:DAY]
