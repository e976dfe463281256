"""The whole of extraction: the rules read the text; markup, other extractors and confidence come after them."""

from collections.abc import Iterable, Sequence

from kg.errors import KgError
from kg.extract.confidence.weighing import weighed
from kg.extract.embedded.reconcile import reconcile
from kg.extract.gate import admit
from kg.extract.portions import extract as read
from kg.extract.proposals import Candidate, Extractor
from kg.model import Document, Issue, Record, Severity
from kg.text.giving_back import give_back


def extract(document: Document, extractors: Sequence[Extractor] = ()) -> tuple[Record, tuple[Issue, ...]]:
    """Read a document into a record.

    Never raises for what a page says: what looks like a fact and is not understood comes back as an issue.

    Args:
        document: the text to read; its blocks and embedded facts where the source had markup.
        extractors: others that may propose items; what they propose must stand in the text.

    Returns:
        The record, every item of it with the stretches of text that state it, and what a person should look at.
    """
    record, found = read(document)
    give_back(len(document.text))
    held = reconcile(record)
    record, issues, witnessed = held.record, [*found, *held.issues], [*held.witnessed]
    for extractor in extractors:
        gated = admit(record, _proposed(extractor, document, issues), by=extractor.name)
        record = gated.record
        issues.extend(gated.issues)
        witnessed.extend(gated.witnessed)
    return weighed(record, witnessed), tuple(issues)


def _proposed(extractor: Extractor, document: Document, issues: list[Issue]) -> Iterable[Candidate]:
    """What an extractor proposes; where it fails, nothing of it, and the record of the rules stands."""
    try:
        return [*extractor.propose(document)]
    except KgError as error:
        issues.append(_failed(extractor, document, error.message, error.hint))
    except Exception as error:  # noqa: BLE001 - somebody else's code: its faults must not cost the other pages
        issues.append(_failed(extractor, document, f"{type(error).__name__}: {error}", "Report it to its makers."))
    return ()


def _failed(extractor: Extractor, document: Document, message: str, hint: str) -> Issue:
    return Issue(
        stage="extract",
        severity=Severity.WARNING,
        document=document.id,
        value=extractor.name,
        message=f"{extractor.name} gave nothing for this page: {' '.join(message.split())}",
        action=hint or "The record was made without it.",
    )
