"""What looks like a fact and was not understood: for a person to look at."""

from collections.abc import Iterator

from kg.extract.finds import Page, flat
from kg.extract.state import Agenda
from kg.model import EntityType, Issue, Record, Severity

LONGEST = 80
"""So many characters of a page's first line say which page is meant."""


def find(page: Page, plan: Agenda, record: Record) -> tuple[Issue, ...]:
    """Times without a title, events without a date, people of whom the record says nothing more than their name."""
    return (*_eventless(page, record), *_untitled(page, plan), *_undated(page, plan), *_idle(record))


def _eventless(page: Page, record: Record) -> Iterator[Issue]:
    """A page without any event: as it should be for a list of members, a warning where it gives no offices either."""
    if record.events or not page.lines:
        return
    yield Issue(
        stage="extract",
        severity=Severity.NOTE if record.positions else Severity.WARNING,
        document=page.document.id,
        value=flat(page.text[page.lines[0].start : page.lines[0].end])[:LONGEST],
        message="no event found on this page",
        action="If the page tells of an event, give it in a reviewed record; if not, leave the page out or let it be.",
    )


def _idle(record: Record) -> Iterator[Issue]:
    """Somebody named in a page on an event or a body, without a part in the one and an office in the other."""
    busy = {p.agent for p in record.participations} | {p.person for p in record.positions}
    if not record.events and not record.positions:
        return
    for mention in record.mentions:
        if mention.type is EntityType.PERSON and mention.name not in busy:
            yield Issue(
                stage="extract",
                severity=Severity.NOTE,
                document=record.document.id,
                value=mention.name,
                message="a person without a role or an office",
                action="Give the part in a reviewed record if the page tells one.",
            )


def _untitled(page: Page, plan: Agenda) -> Iterator[Issue]:
    for draft in plan.drafts:
        if not draft.title and draft.spans:
            start, end = draft.spans[0]
            yield _note(page, page.text[start:end], "a time without a title", "Name the item in a reviewed record.")


def _undated(page: Page, plan: Agenda) -> Iterator[Issue]:
    for draft in plan.drafts:
        if draft.parent is None and draft.day is None and draft.title:
            yield _note(
                page, draft.title, "an event without a date", "Give it a date in a reviewed record if one is known."
            )


def _note(page: Page, value: str, message: str, action: str) -> Issue:
    return Issue(
        stage="extract",
        severity=Severity.NOTE,
        document=page.document.id,
        value=flat(value),
        message=message,
        action=action,
    )
