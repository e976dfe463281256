"""The record of a page's text, completed by what the page carries for programs; where they differ, the text wins."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from kg.extract.agreement import Witness, Witnessed, key
from kg.extract.embedded import differences, telling, who
from kg.extract.embedded.alignment import event_of
from kg.extract.embedded.when import compare
from kg.extract.embedded.words import YEAR
from kg.model import EmbeddedEvent, EmbeddedFault, Event, Issue, Record


@dataclass(frozen=True, slots=True)
class Reconciled:
    """A record, what a person should look at, and which items the markup confirms."""

    record: Record
    issues: tuple[Issue, ...] = ()
    witnessed: tuple[Witnessed, ...] = ()


def reconcile(record: Record) -> Reconciled:
    """Hold a record against the markup of its page."""
    if not record.document.embedded:
        return Reconciled(record)
    names = who.Names(record)
    issues: list[Issue] = []
    for said in record.document.embedded:
        if isinstance(said, EmbeddedFault):
            issues.append(differences.unreadable(record, said))
            continue
        event = event_of(said, names.record.events) or _new(names, said)
        if event is not None:
            issues.extend(_told(names, event, said))
    return Reconciled(names.record, tuple(dict.fromkeys(issues)), tuple(dict.fromkeys(names.witnessed)))


def _new(names: who.Names, said: EmbeddedEvent) -> Event | None:
    event = telling.told(names.record, said)
    if event is not None:
        names.record = telling.with_event(names.record, event)
        names.witnessed.append(Witnessed(key(event), Witness.NO_RULE))
    return event


def _told(names: who.Names, event: Event, said: EmbeddedEvent) -> Iterator[Issue]:
    """One event of the text, told of by the markup as well."""
    dated = compare(names.record.document.text, event, said)
    _put(names, event, who.place(names, dated.event, said))
    who.actors(names, dated.event, said)
    if dated.agrees and not dated.clashes:
        names.witnessed.append(Witnessed(key(event), Witness.MARKUP))
    yield from differences.of_event(names.record, dated, said)


def _put(names: who.Names, old: Event, new: Event) -> None:
    events = (new if e.id == old.id else _of_year(e, old, new) for e in names.record.events)
    names.record = replace(names.record, events=tuple(events))


def _of_year(event: Event, old: Event, new: Event) -> Event:
    """Where the year of an event was wrongly supplied, its sessions have the same wrong year."""
    if old.start is None or new.start is None or old.start[:YEAR] == new.start[:YEAR] or event.start is None:
        return event
    if event.start[:YEAR] != old.start[:YEAR] or event.part_of is None:
        return event
    end = None if event.end is None else new.start[:YEAR] + event.end[YEAR:]
    return replace(event, start=new.start[:YEAR] + event.start[YEAR:], end=end)
