"""Which of several candidates a thing can be, with what speaks for and against each in words.

This is for candidates that are described elsewhere: an item of Wikidata for an institution of the graph, a thing of the
graph for a name in somebody's table. Nothing is ever decided here: of two candidates that fit, both are given, each
with the finding that it has a rival.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from kg.resolve.match.described import Described
from kg.resolve.match.described_facts import FACTS
from kg.resolve.match.described_names import names_agree
from kg.resolve.match.forms import Reader
from kg.resolve.match.weights import Finding, weights_of

TABLE = "candidates"
"""The table of `data/identity/weights.yaml` that weighs the findings."""
_MARGIN = 2.0
"""A candidate that is less than this behind another fits as well."""
_SHOWN = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A candidate with its score: the sum of the weights of the findings."""

    key: str
    """By what it was handed in: its IRI, its id."""
    score: float
    findings: tuple[Finding, ...]

    @property
    def is_likely(self) -> bool:
        """Whether so much speaks for it that a person will hardly say no; a person is asked all the same."""
        return self.score >= weights_of(TABLE).same


def findings_of(asked: Described, other: Described, reader: Reader) -> tuple[Finding, ...]:
    """What speaks for and against a thing being what is described elsewhere."""
    facts = (feature(asked, other, reader) for feature in FACTS)
    found = (*names_agree(asked, other, reader), *(finding for finding in facts if finding is not None))
    return tuple({finding.feature: finding for finding in reversed(found)}.values())[::-1]


def ranked(asked: Described, others: Mapping[str, Described], reader: Reader) -> tuple[Candidate, ...]:
    """The candidates for a thing, the best first; those for which too little speaks are left out.

    Args:
        asked: the thing.
        others: the candidates, by IRI or id.
        reader: reads names; one with the authority knows its territories.
    """
    weights = weights_of(TABLE)
    found = _in_order(_scored(key, findings_of(asked, other, reader)) for key, other in others.items())
    kept = [one for one in found if one.score >= weights.ask]
    return tuple(_in_order(_beside_rivals(one, kept, others) for one in kept))


def _scored(key: str, findings: Iterable[Finding]) -> Candidate:
    listed = tuple(findings)
    return Candidate(key=key, score=weights_of(TABLE).score(listed), findings=listed)


def _in_order(candidates: Iterable[Candidate]) -> list[Candidate]:
    return sorted(candidates, key=lambda one: (-one.score, one.key))


def _beside_rivals(one: Candidate, kept: list[Candidate], others: Mapping[str, Described]) -> Candidate:
    """The candidate, with a finding where another one fits as well, or nearly."""
    rivals = [r.key for r in kept if r.key != one.key and r.score > one.score - _MARGIN]
    if not rivals:
        return one
    named = "; ".join(f"{others[key].names[0]!r} ({key})" for key in rivals[:_SHOWN])
    more = f"; and {len(rivals) - _SHOWN} more" if len(rivals) > _SHOWN else ""
    return _scored(one.key, (*one.findings, Finding("rival", f"others fit as well or better: {named}{more}")))
