"""Links that people have accepted: which thing is what another register describes.

A judgement on a link stands among the other decisions; its right side is an address. It never makes one thing of two:
where two things are accepted as one address, a person is told.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations

from kg.errors import DecisionError
from kg.model import Decision, Entity, Issue, Judgement, Link, MentionKey, Severity
from kg.resolve.addresses import is_address
from kg.resolve.clusters import Clusters
from kg.resolve.contradictions import Node, chain, named, whose
from kg.resolve.located import located
from kg.resolve.mentions import Named


def parted(decisions: Iterable[Decision]) -> tuple[list[Decision], list[Decision]]:
    """The decisions on who is who, and those on links."""
    sides: tuple[list[Decision], list[Decision]] = ([], [])
    for decision in decisions:
        sides[is_address(decision.right)].append(decision)
    return sides


class Links:
    """The judgements on links that hold, by the thing that each is about now."""

    def __init__(
        self, decisions: Sequence[Decision], mentions: Iterable[Named], nodes: set[Node], clusters: Clusters
    ) -> None:
        """Find the things again.

        Raises:
            DecisionError: a thing both is and is not what stands under an address.
        """
        addresses: set[Node] = {decision.right for decision in decisions}
        usable, self.issues = located(decisions, mentions, nodes | addresses)
        self._clusters = clusters
        self._made = usable
        self._held = [decision for decision in usable if not decision.withdrawn]
        self._by_pair: defaultdict[tuple[int, str], list[Decision]] = defaultdict(list)
        for decision in self._held:
            self._by_pair[clusters.number(decision.left), str(decision.right)].append(decision)
        for said in self._by_pair.values():
            _refuse_contradiction(said, clusters.same)

    def judgement(self, node: Node, iri: str) -> Judgement | None:
        """What was said last of a thing and an address; None where nothing was."""
        said = self._by_pair.get((self._clusters.number(node), iri))
        return said[-1].judgement if said else None

    def history(self, node: Node, iri: str) -> list[Decision]:
        """All judgements on a thing and an address, also those taken back."""
        number = self._clusters.number(node)
        return [d for d in self._made if d.right == iri and self._clusters.number(d.left) == number]

    def accepted(self, node: Node) -> list[str]:
        """The addresses that a thing is accepted to have, those that came along included; sorted."""
        number = self._clusters.number(node)
        mine = [d for d in self._held if self._clusters.number(d.left) == number and d.judgement is Judgement.SAME]
        return sorted({iri for decision in mine for iri in self._addresses(decision)})

    def of(self, entities: Iterable[Entity]) -> tuple[Link, ...]:
        """Every accepted link, sorted; a thing without an entity or entry has none."""
        ids = {mention: entity.id for entity in entities for mention in entity.mentions}
        found = [
            Link(thing=thing, side=d.left, iri=iri, reasons=_reasons(d, iri), decision=d)
            for d in self._held
            if d.judgement is Judgement.SAME and (thing := _id(d.left, ids)) is not None
            for iri in self._addresses(d)
        ]
        return tuple(sorted(found, key=lambda one: (one.thing, one.iri, one.decision.on, one.decision.by, one.reasons)))

    def _addresses(self, decision: Decision) -> Iterator[str]:
        """The address that was accepted, and those that came along but for what somebody said is another thing."""
        yield str(decision.right)
        for iri in decision.also:
            if self.judgement(decision.left, iri) is not Judgement.DIFFERENT:
                yield iri


def _id(side: MentionKey | str, ids: Mapping[MentionKey, str]) -> str | None:
    return side if isinstance(side, str) else ids.get(side)


def _reasons(decision: Decision, iri: str) -> tuple[str, ...]:
    how = f"decided {whose(decision)}"
    if iri != decision.right:
        return (f"{how}: {decision.right} is the same, and its register gives this address",)
    return (how, *([decision.reason] if decision.reason else []), *decision.findings)


def _refuse_contradiction(said: Sequence[Decision], same: Iterable[Decision]) -> None:
    """Stop where one thing both is and is not what stands under an address."""
    yes = next((d for d in said if d.judgement is Judgement.SAME), None)
    no = next((d for d in said if d.judgement is Judgement.DIFFERENT), None)
    if yes is not None and no is not None:
        way = chain(yes.left, no.left, same) or f"{named(yes.left)} and {named(no.left)} are one by what pages say"
        one = "" if yes.left == no.left else f"{way}; "
        raise DecisionError(
            f"decisions contradict each other: {named(yes.left)} is {yes.right} ({whose(yes)}); {one}but"
            f" {named(no.left)} is not {no.right} ({whose(no)}).",
            hint='Withdraw one of them ("withdrawn": true), or take it back with `kg link --undo`.',
        )


def doubtful(links: Sequence[Link]) -> Iterator[Issue]:
    """What a person should look at: two things under one address."""
    by_iri: defaultdict[str, set[str]] = defaultdict(set)
    for link in links:
        by_iri[link.iri].add(link.thing)
    for iri, things in sorted(by_iri.items()):
        for one, other in combinations(sorted(things), 2):
            yield Issue(
                stage="resolve",
                severity=Severity.WARNING,
                document="",
                value=iri,
                message=f"{one} and {other} are both accepted as {iri}",
                action="If they are one thing, say so with `kg resolve`; if not, take one back with `kg link --undo`.",
            )
