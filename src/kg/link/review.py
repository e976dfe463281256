"""Which proposals are open, in which order they are asked about, and as whose answer they count."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from kg.errors import InputError
from kg.link.proposals import Proposal
from kg.model import Decision, Judgement, MentionKey
from kg.resolve import Side, Worked


def unanswered(proposals: Iterable[Proposal], worked: Worked, items: str) -> list[Proposal]:
    """The proposals that a person has not judged on, the likeliest first.

    A thing that has been accepted as one item of the register is not asked about another.

    Args:
        proposals: of one register.
        worked: who is who now, with the judgements on links.
        items: how the addresses of the register begin.
    """
    open_ = [one for one in proposals if _is_open(one, worked, items)]
    return sorted(open_, key=lambda one: (-one.score, one.id, one.iri))


def _is_open(one: Proposal, worked: Worked, items: str) -> bool:
    if not worked.clusters.has(one.side) or worked.links.judgement(one.side, one.iri) is not None:
        return False
    return not any(iri.startswith(items) for iri in worked.links.accepted(one.side))


def item_side(one: Proposal) -> Side:
    """What there is to see of the item of a proposal."""
    lines = [one.iri, *([one.description] if one.description else [])]
    lines += [f"{weight:+.1f} {words}" for weight, words in one.findings]
    lines += [f"also {iri}" for iri in one.also]
    return Side(title=one.name, lines=tuple(lines))


def with_findings(decisions: Iterable[Decision], proposals: Sequence[Proposal]) -> list[Decision]:
    """Answers read from a table, with what the proposals that they answer have found and bring along."""
    by_pair = {(one.side, one.iri): one for one in proposals}
    return [_with(decision, by_pair.get((decision.left, str(decision.right)))) for decision in decisions]


def _with(decision: Decision, one: Proposal | None) -> Decision:
    if one is None:
        return decision
    made = one.decision(decision.judgement, decision.by, decision.on, decision.reason)
    return replace(decision, findings=made.findings, also=made.also)


def proposal_of(node: MentionKey | str, iri: str, proposals: Iterable[Proposal], worked: Worked) -> Proposal:
    """The proposal on a thing and an address.

    Raises:
        InputError: there is none.
    """
    number = worked.clusters.number(node)
    for one in proposals:
        if one.iri == iri and worked.clusters.has(one.side) and worked.clusters.number(one.side) == number:
            return one
    raise InputError(f"{iri} has not been proposed for it.", hint="Run `kg link`; `kg link --list` lists what is open.")


def explained(one: Proposal, worked: Worked) -> list[str]:
    """What speaks for and against a proposal, and the judgements on it, line by line."""
    said = worked.links.judgement(one.side, one.iri)
    lines = [f"{one.title} ({one.id}) and {one.name} ({one.iri}): {_STANDS[said]}."]
    for weight, words in one.findings:
        lines.append(f"  {'for' if weight > 0 else 'against':<8}{weight:+.1f}  {words}")
    lines.append(f"  Together {one.score:+.1f}: {'likely' if one.likely else 'possible'}. Only a person accepts it.")
    for decision in worked.links.history(one.side, one.iri):
        reason = f": {decision.reason.rstrip('.')}" if decision.reason else ""
        taken = ", since taken back" if decision.withdrawn else ""
        lines.append(f"Judged {decision.judgement.value} by {decision.by} on {decision.on}{reason}{taken}.")
    return lines


_STANDS = {
    None: "proposed, not answered",
    Judgement.SAME: "accepted",
    Judgement.DIFFERENT: "rejected",
    Judgement.UNSURE: "left open as unsure",
}
