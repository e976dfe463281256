"""Why two mentions are one thing, or two: what speaks for and against it, and how they came together."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from kg.errors import InputError
from kg.model import Authority, Decision, EntityType, Judgement, MentionKey, Merge
from kg.resolve.contradictions import Node, named, shortest_way, whose
from kg.resolve.links import parted
from kg.resolve.match.things import name_findings
from kg.resolve.match.weights import Finding, weights_of
from kg.resolve.names import compared
from kg.resolve.resolving import Worked

_SHOWN = 6


def find_node(text: str, worked: Worked, authority: Mapping[str, Authority]) -> Node:
    """The mention or entry that a person means: an id, `DOCUMENT/NAME`, or a name that one thing has.

    Raises:
        InputError: there is none, or several things have the name.
    """
    if text in authority:
        return text
    entity = next((entity for entity in worked.resolution.entities if entity.id == text), None)
    if entity is not None:
        return entity.mentions[0]
    document, _, name = text.partition("/")
    found = [key for key in worked.mentions if key.document == document and name in worked.mentions[key].names]
    found = found or _by_name(text, worked)
    things: dict[int, Node] = {}
    for key in found:
        things.setdefault(worked.clusters.number(key), key)
    if len(things) == 1:
        return next(iter(things.values()))
    if not things:
        raise InputError(f"nothing is called {text!r}.", hint="Give an id, a name of the records, or DOCUMENT/NAME.")
    choices = [f"{key.document}/{key.name}" for key in things.values() if isinstance(key, MentionKey)]
    raise InputError(f"{len(things)} things are called {text!r}.", hint=f"Say which: {', '.join(choices[:_SHOWN])}.")


def _by_name(text: str, worked: Worked) -> list[MentionKey]:
    wanted = compared(text)
    return [key for key, one in worked.mentions.items() if wanted in {compared(name) for name in one.names}]


def explain(
    left: Node, right: Node, worked: Worked, authority: Mapping[str, Authority], decisions: Sequence[Decision]
) -> list[str]:
    """The answer, line by line."""
    kinds = [authority[node].type if isinstance(node, str) else node.type for node in (left, right)]
    if kinds[0] is not kinds[1]:
        told = (f"{named(node)} is {_KINDS[kind]}" for node, kind in zip((left, right), kinds, strict=True))
        return [f"{', '.join(told)}: two kinds of things are never one."]
    clusters = worked.clusters
    one = clusters.number(left) == clusters.number(right)
    lines = [f"{named(left)} and {named(right)} are {'one' if one else 'two things'}."]
    findings, table = _findings(left, right, worked, authority)
    weights = weights_of(table)
    for finding in findings:
        weight = weights.weights[finding.feature]
        lines.append(f"  {'for' if weight > 0 else 'against':<8}{weight:+.1f}  {finding.words}")
    if not findings:
        lines.append("  Nothing speaks for it or against it.")
    limits = f"from {weights.same:+.1f} on they are one, from {weights.ask:+.1f} on it is asked"
    lines.append(f"  Together {weights.score(findings):+.1f}; {limits}.")
    lines += _decided(left, right, worked, decisions)
    if one:
        lines += _way(left, right, worked.resolution.merges)
    elif not clusters.may_join(left, right):
        lines.append("Something keeps them apart: a judgement, two authority entries, or a page that names both.")
    return lines


_KINDS = {
    EntityType.PERSON: "a person",
    EntityType.ORGANIZATION: "an organisation",
    EntityType.TERRITORY: "a territory",
    EntityType.VENUE: "a venue",
    EntityType.SERIES: "a series",
    EntityType.PROJECT: "a project",
    EntityType.INSTRUMENT: "a legal instrument",
}


def _findings(left: Node, right: Node, worked: Worked, authority: Mapping[str, Authority]) -> tuple[list[Finding], str]:
    """What speaks for and against, and the table that weighs it."""
    if isinstance(left, str) or isinstance(right, str):
        nearly = worked.nearly
        one, other = (nearly.entry(authority[n]) if isinstance(n, str) else nearly.thing(n) for n in (left, right))
        return [*name_findings(one, other), *_letters(one.names, other.names)], "things"
    if left.type is EntityType.PERSON and right.type is EntityType.PERSON:
        return worked.people.findings_of_mentions(left, right), "people"
    found = worked.nearly.findings_of_mentions(left, right)
    return [*_letters(worked.mentions[left].names, worked.mentions[right].names), *found], "things"


def _letters(one: Sequence[str], other: Sequence[str]) -> list[Finding]:
    """A name that both have, letter for letter."""
    shared = sorted({compared(name) for name in one} & {compared(name) for name in other})
    return [Finding("same_name", f"both are called {shared[0]!r}")] if shared else []


def _decided(left: Node, right: Node, worked: Worked, decisions: Sequence[Decision]) -> list[str]:
    """The judgements on the two things, whatever became of them."""
    number = worked.clusters.number
    pair = {number(left), number(right)}
    known = {*worked.mentions}
    said = []
    for decision in parted(decisions)[0]:
        sides = [s for s in (decision.left, decision.right) if isinstance(s, str) or s in known]
        if len(sides) == 2 and {number(side) for side in sides} == pair:
            taken = ", since taken back" if decision.withdrawn else ""
            reason = f": {decision.reason}" if decision.reason else ""
            word = _WORDS[decision.judgement]
            said.append(f"Judged {word} {whose(decision)}{reason} ({named(sides[0])}, {named(sides[1])}){taken}.")
    return said


_WORDS = {Judgement.SAME: "the same", Judgement.DIFFERENT: "different", Judgement.UNSURE: "unsure"}


def _way(left: Node, right: Node, merges: Sequence[Merge]) -> list[str]:
    """How they came together, step by step."""
    ways: defaultdict[Node, list[tuple[Node, Merge]]] = defaultdict(list)
    for merge in merges:
        ways[merge.left].append((merge.right, merge))
        ways[merge.right].append((merge.left, merge))
    steps = shortest_way(left, right, ways)
    return [
        "How they came together:",
        *(f"  {named(a)} is {named(b)} ({merge.score:+.1f}): {'; '.join(merge.reasons)}" for a, b, merge in steps),
    ]
