"""The whole of extraction: the rules read the text; markup, other extractors and confidence come after them."""

from kg.extract.embedded.reconcile import reconcile
from kg.extract.stage import extract as read
from kg.model import Document, Issue, Record


def extract(document: Document) -> tuple[Record, tuple[Issue, ...]]:
    """Read a document into a record.

    Never raises for what a page says: what looks like a fact and is not understood comes back as an issue.

    Args:
        document: the text to read; its blocks and embedded facts where the source had markup.

    Returns:
        The record, every item of it with the stretches of text that state it, and what a person should look at.
    """
    record, issues = read(document)
    held = reconcile(record)
    return held.record, (*issues, *held.issues)
