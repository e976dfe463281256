"""An event that the rules did not see and the markup tells of: it enters where its name stands in the text."""

from dataclasses import replace

from kg.extract.embedded.words import DAY, of_day, of_name
from kg.extract.finds import flat
from kg.model import EmbeddedEvent, Event, Record

_WORDS = 2
"""A name of one word stands in many a text by chance."""


def told(record: Record, said: EmbeddedEvent) -> Event | None:
    """The event as far as the text states it: its name. On a page that tells of other events its day must stand too."""
    text = record.document.text
    title = next(of_name(text, said.name), None) if len(said.name.split()) >= _WORDS else None
    if title is None or (record.events and not _day_stands(text, said)):
        return None
    return Event(id=_free(record), title=flat(title.of(text)), evidence=(title,))


def with_event(record: Record, event: Event) -> Record:
    """The record with one event more."""
    return replace(record, events=(*record.events, event))


def _day_stands(text: str, said: EmbeddedEvent) -> bool:
    return said.start is not None and next(of_day(text, said.start[:DAY]), None) is not None


def _free(record: Record) -> str:
    taken = {event.id for event in record.events}
    return next(one for n in range(len(taken) + 1) if (one := f"e{n}") not in taken)
