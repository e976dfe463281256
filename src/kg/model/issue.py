"""Findings that a person should see."""

from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """How bad a finding is: an error stops publication, a warning and a note do not."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Issue:
    """Something a person should see: where it was found, what, and what to do about it."""

    stage: str
    severity: Severity
    document: str
    """The document's id or file, or the IRI of the node; "" where it concerns the whole."""
    value: str
    """What was found, in the words of the source where there are any."""
    message: str
    action: str = ""
