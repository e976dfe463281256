"""The types that travel between the stages: frozen, slotted, standard library only."""

from kg.model.document import Block, BlockKind, Document, Span
from kg.model.identity import (
    Authority,
    Decision,
    Entity,
    EventIdentity,
    Judgement,
    Label,
    MentionKey,
    Resolution,
)
from kg.model.issue import Issue, Severity
from kg.model.record import (
    Attendance,
    EntityType,
    Event,
    EventKind,
    Evidence,
    Factuality,
    Mention,
    Participation,
    Passage,
    Position,
    Qualifier,
    Record,
    Role,
)

__all__ = [
    "Attendance",
    "Authority",
    "Block",
    "BlockKind",
    "Decision",
    "Document",
    "Entity",
    "EntityType",
    "Event",
    "EventIdentity",
    "EventKind",
    "Evidence",
    "Factuality",
    "Issue",
    "Judgement",
    "Label",
    "Mention",
    "MentionKey",
    "Participation",
    "Passage",
    "Position",
    "Qualifier",
    "Record",
    "Resolution",
    "Role",
    "Severity",
    "Span",
]
