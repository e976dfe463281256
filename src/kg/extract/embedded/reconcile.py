"""The record of a page's text, completed by what the page carries for programs; where they differ, the text wins."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from kg.extract.agreement import Witness, Witnessed, key
from kg.extract.embedded import telling, who
from kg.extract.embedded.alignment import event_of
from kg.extract.embedded.when import Dated, compare
from kg.extract.embedded.words import YEAR
from kg.model import EmbeddedEvent, EmbeddedFault, Event, Issue, Record, Severity


@dataclass(frozen=True, slots=True)
class Reconciled:
    """A record, what a person should look at, and which items the markup confirms."""

    record: Record
    issues: tuple[Issue, ...] = ()
    witnessed: tuple[Witnessed, ...] = ()


def reconcile(record: Record) -> Reconciled:
    """Hold a record against the markup of its page."""
    names = who.Names(record)
    issues: list[Issue] = []
    for said in record.document.embedded:
        if isinstance(said, EmbeddedFault):
            issues.append(_unreadable(record, said))
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
    yield from _issues(names.record, dated, said)


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


def _issues(record: Record, dated: Dated, said: EmbeddedEvent) -> Iterator[Issue]:
    for field, own, other in dated.clashes:
        yield Issue(
            stage="extract",
            severity=Severity.WARNING,
            document=record.document.id,
            value=dated.event.title,
            message=f"the text gives the {field} {own}, the page's {said.markup.value} {other}; the text was followed.",
            action="Look which is right, and correct the record if it is not the text.",
        )
    for moment in dated.unsaid:
        yield Issue(
            stage="extract",
            severity=Severity.NOTE,
            document=record.document.id,
            value=dated.event.title,
            message=f"only the page's {said.markup.value} gives {moment}; it does not stand in the text.",
            action="Add it to a reviewed record if you trust it.",
        )


def _unreadable(record: Record, fault: EmbeddedFault) -> Issue:
    return Issue(
        stage="extract",
        severity=Severity.NOTE,
        document=record.document.id,
        value="",
        message=f"{fault.markup.value} on the page was left aside: {fault.message}.",
        action="Nothing to do: the text was read as usual.",
    )
