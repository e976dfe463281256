"""What is said when decisions contradict each other: the chain of judgements, each with who made it and when."""

from collections import defaultdict, deque
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from typing import TypeVar

from kg.errors import DecisionError
from kg.model import Decision, MentionKey

Node = MentionKey | str
_T = TypeVar("_T")


def order(node: Node) -> tuple[int, str, str, str]:
    """Mentions by document, type and name; then authority ids."""
    if isinstance(node, str):
        return (1, node, "", "")
    return (0, node.document, node.type.value, node.name)


def named(node: Node) -> str:
    """A node in a message."""
    return node if isinstance(node, str) else f"{node.name!r} ({node.type.value} in {node.document})"


def whose(decision: Decision) -> str:
    """Who decided, and when."""
    return f"by {decision.by} on {decision.on}"


def two_entries(entries: Sequence[str], same: Iterable[Decision]) -> DecisionError:
    """The error for decisions that make one thing of two authority entries."""
    return DecisionError(
        f"decisions make one thing of two authority entries: {chain(min(entries), max(entries), same)}.",
        hint='Withdraw one of them ("withdrawn": true), or make one entry of the two.',
    )


def contradiction(decision: Decision, same: Iterable[Decision]) -> DecisionError:
    """The error for two nodes that decisions make one and keep apart."""
    return DecisionError(
        f"decisions contradict each other: {chain(decision.left, decision.right, same)}; but"
        f" {named(decision.left)} is not {named(decision.right)} ({whose(decision)}).",
        hint='Withdraw one of them ("withdrawn": true).',
    )


def chain(start: Node, end: Node, same: Iterable[Decision]) -> str:
    """The shortest way of `same` judgements from one node to another, in words."""
    ways: defaultdict[Node, list[tuple[Node, Decision]]] = defaultdict(list)
    for decision in same:
        ways[decision.left].append((decision.right, decision))
        ways[decision.right].append((decision.left, decision))
    steps = shortest_way(start, end, ways)
    return ", ".join(f"{named(a)} is {named(b)} ({whose(decision)})" for a, b, decision in steps)


def shortest_way(start: Node, end: Node, ways: Mapping[Node, list[tuple[Node, _T]]]) -> list[tuple[Node, Node, _T]]:
    """The steps of the shortest way from one node to another; none where there is no way."""
    before: dict[Node, tuple[Node, _T]] = {}
    queue = deque([start])
    while queue and end not in before:
        at = queue.popleft()
        for other, what in ways.get(at, ()):
            if other != start and other not in before:
                before[other] = (at, what)
                queue.append(other)
    path = [end]
    while path[-1] != start:
        if path[-1] not in before:
            return []
        path.append(before[path[-1]][0])
    return [(a, b, before[b][1]) for a, b in pairwise(reversed(path))]
