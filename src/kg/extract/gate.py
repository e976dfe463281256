"""The one way into a record for what is not read by the rules: admit what stands in the text, say why not else.

What the rules found already is agreement and no second item; where they found otherwise, they win.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import islice

from kg.errors import ContentError
from kg.extract.admission import Desk
from kg.extract.agreement import Witnessed
from kg.extract.grounds import Grounded, grounded
from kg.extract.proposals import Candidate, Facet
from kg.model import Issue, Record, Severity

MOST = 1_000
"""How many candidates of one document are looked at."""
_SHOWN = 100


@dataclass(frozen=True, slots=True)
class Gated:
    """A record after the gate, who was refused and why, and which items have a witness more."""

    record: Record
    issues: tuple[Issue, ...]
    witnessed: tuple[Witnessed, ...]


def admit(record: Record, candidates: Iterable[Candidate], *, by: str) -> Gated:
    """Let candidates into a record.

    Args:
        record: what the rules found.
        candidates: what an extractor proposes, in any order.
        by: the name of the extractor.
    """
    desk = Desk(record)
    issues: list[Issue] = []
    sound: list[Grounded] = []
    for candidate in islice(candidates, MOST):
        try:
            sound.append(grounded(record.document.text, candidate))
        except ContentError as error:
            issues.append(_refused(record, candidate.facet, candidate.quote, error, by))
    order = list(Facet)
    for one in sorted(sound, key=lambda s: (order.index(s.facet), s.span)):
        try:
            _at(desk, one.facet)(one)
        except ContentError as error:
            issues.append(_refused(record, one.facet, one.quote, error, by))
    return Gated(desk.record, tuple(dict.fromkeys(issues)), tuple(dict.fromkeys(desk.witnessed)))


def _at(desk: Desk, facet: Facet) -> Callable[[Grounded], None]:
    return {
        Facet.ENTITIES: desk.entity,
        Facet.EVENTS: desk.event,
        Facet.PARTICIPATIONS: desk.participation,
        Facet.POSITIONS: desk.position,
    }[facet]


def _refused(record: Record, facet: object, quote: object, error: ContentError, by: str) -> Issue:
    return Issue(
        stage="extract",
        severity=Severity.NOTE,
        document=record.document.id,
        value=" ".join(str(quote).split())[:_SHOWN],
        message=f"{by} proposed an item for {str(facet)[:20]!r} that was left out: {error.message}.",
        action="Add it to a reviewed record if the page says it.",
    )
