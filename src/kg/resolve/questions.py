"""Questions that only a person can answer: two things that may be one, with what speaks for and against it."""

import math
from dataclasses import dataclass

from kg.model import Issue, MentionKey, Severity
from kg.resolve.clusters import Clusters
from kg.resolve.contradictions import Node, named


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """Whether two things, each named by its first mention or its entry, are one."""

    left: Node
    right: Node
    score: float
    reasons: tuple[str, ...]
    weight: int
    """How many pairs of mentions the answer settles."""

    @property
    def use(self) -> float:
        """How useful an answer is: a likely merge of things that many pages name comes first."""
        return self.score + math.log2(self.weight)


def ask(left: Node, right: Node, score: float, reasons: tuple[str, ...], clusters: Clusters) -> Question | None:
    """The question about two things; None where it has been answered, or nothing could come of it."""
    if clusters.are_asked(left, right) or not clusters.may_join(left, right):
        return None
    weight = clusters.size(left) * clusters.size(right)
    return Question(left=clusters.first(left), right=clusters.first(right), score=score, reasons=reasons, weight=weight)


def issue_of(question: Question) -> Issue:
    """The question as a finding for the list of issues."""
    left = question.left
    said = "; ".join(question.reasons) or "only the name agrees"
    return Issue(
        stage="resolve",
        severity=Severity.NOTE,
        document=left.document if isinstance(left, MentionKey) else "",
        value=left.name if isinstance(left, MentionKey) else left,
        message=f"possibly the same: {named(left)} and {named(question.right)}; {said}",
        action="`kg resolve` asks you; or say so in a decision: same, different or unsure.",
    )
