"""What a person should look at where the markup of a page says other things than its text."""

from collections.abc import Iterator
from typing import Final

from kg.extract import lexicon
from kg.extract.embedded.when import Dated
from kg.extract.words import find, split
from kg.model import EmbeddedEvent, EmbeddedFault, Event, EventStatus, Factuality, Issue, Record, Severity

_SAID_BY: Final = {
    EventStatus.CANCELLED: ("page.cancelled",),
    EventStatus.POSTPONED: ("page.cancelled", "page.superseded"),
}
"""The phrases by which a text says that an event does not take place as planned."""


def of_event(record: Record, dated: Dated, said: EmbeddedEvent) -> Iterator[Issue]:
    """What the markup says of one event otherwise than the text, or alone."""
    for field, own, other in dated.clashes:
        yield _issue(
            record,
            Severity.WARNING,
            dated.event.title,
            f"the text gives the {field} {own}, the page's {said.markup.value} {other}; the text was followed.",
            "Look which is right, and correct the record if it is not the text.",
        )
    for moment in dated.unsaid:
        yield _issue(
            record,
            Severity.NOTE,
            dated.event.title,
            f"only the page's {said.markup.value} gives {moment}; it does not stand in the text.",
            "Add it to a reviewed record if you trust it.",
        )
    if said.status is not None and not _is_said(record, dated.event, said.status):
        yield _issue(
            record,
            Severity.WARNING,
            dated.event.title,
            f"the page's {said.markup.value} calls the event {said.status.value}; the text does not, and was followed.",
            "Ask the organiser; a reviewed record can say that it did not take place.",
        )


def unreadable(record: Record, fault: EmbeddedFault) -> Issue:
    """Markup that could not be read."""
    message = f"{fault.markup.value} on the page was left aside: {fault.message}."
    return _issue(record, Severity.NOTE, "", message, "Nothing to do: the text was read as usual.")


def _is_said(record: Record, event: Event, status: EventStatus) -> bool:
    """True where the words of the event say so too, or, on a page with one event, any words of the page."""
    if record.factuality_at(event.evidence) is Factuality.CANCELLED:
        return True
    if sum(1 for one in record.events if one.part_of is None) > 1:
        return False
    text = record.document.text
    return find(split(text, 0, len(text)), lexicon.phrases(*_SAID_BY[status])) is not None


def _issue(record: Record, severity: Severity, value: str, message: str, action: str) -> Issue:
    return Issue(
        stage="extract", severity=severity, document=record.document.id, value=value, message=message, action=action
    )
