"""What looks like a fact and was not understood: for a person to look at."""

from collections.abc import Iterator, Sequence

from kg.extract.finds import Page, flat
from kg.extract.participations import Part
from kg.extract.state import Agenda
from kg.model import Issue, Severity


def find(page: Page, plan: Agenda, parts: Sequence[Part]) -> tuple[Issue, ...]:
    """Times without a title, and dated lines that gave no event."""
    return (*_untitled(page, plan), *_undated(page, plan))


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
