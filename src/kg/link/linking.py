"""From things to proposals: look up candidates, read what the register says of them, score, and pass on."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kg.link.items import Item, for_codes_of, items
from kg.link.lookup import candidates, portions
from kg.link.profile import Profile
from kg.link.proposals import Proposal
from kg.link.subjects import Subject
from kg.query.cache import NotKeptError
from kg.query.engine import Asking
from kg.resolve.match.candidates import TABLE, ranked
from kg.resolve.match.forms import Reader
from kg.resolve.match.weights import weights_of

MOST = 5
"""Proposals for one thing; of more, the best."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """What came of one portion."""

    reached: tuple[str, ...]
    """The ids of its things; empty where the disk did not have its answers."""
    proposals: tuple[Proposal, ...] = ()
    common: tuple[str, ...] = ()
    """Names that too many items have."""
    left_out: int = 0
    """Things that could not be looked up from the disk alone."""


def propose(subjects: Sequence[Subject], profile: Profile, engine: Asking, reader: Reader) -> Iterator[Step]:
    """Look up things, a portion at a time.

    Args:
        subjects: the things, sorted.
        profile: the register.
        engine: asks it.
        reader: reads names; with the authority, so that it knows its territories.

    Raises:
        InputError: the endpoint gave no answer. What was passed on before holds.
    """
    for portion in portions(subjects, profile):
        try:
            yield _step(portion, profile, engine, reader)
        except NotKeptError:
            yield Step(reached=(), left_out=len(portion))


def _step(portion: Sequence[Subject], profile: Profile, engine: Asking, reader: Reader) -> Step:
    found, common = candidates(portion, profile, engine)
    known = items({iri for addresses in found.values() for iri in addresses}, profile, engine)
    proposals: list[Proposal] = []
    for number, subject in enumerate(portion):
        if not any(link.startswith(profile.items) for link in subject.links):
            its = [known[iri] for iri in sorted(found.get(number, ())) if iri in known]
            proposals += _of(subject, its, profile, reader)
    return Step(reached=tuple(one.id for one in portion), proposals=tuple(proposals), common=common)


def _of(subject: Subject, found: Sequence[Item], profile: Profile, reader: Reader) -> Iterator[Proposal]:
    """The best candidates of a thing as proposals."""
    asked, weights = subject.described, weights_of(TABLE).weights
    by_iri = {item.iri: item for item in found}
    described = {item.iri: for_codes_of(item.described, asked, profile) for item in found}
    for candidate in ranked(asked, described, reader)[:MOST]:
        item = by_iri[candidate.key]
        yield Proposal(
            side=subject.node,
            id=subject.id,
            title=subject.title,
            iri=item.iri,
            name=item.described.names[0],
            description=item.description,
            score=candidate.score,
            likely=candidate.is_likely,
            findings=tuple((weights[finding.feature], finding.words) for finding in candidate.findings),
            also=item.also,
        )
