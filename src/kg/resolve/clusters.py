"""Which mentions are one thing: joins and separations, decided ones before computed ones.

A node is a mention or the id of an authority entry. Decisions come first and bind; `join` then adds what is
computed, and refuses whatever a decision keeps apart, whatever would make one thing of two authority entries, and
(for people) whatever would make one person of two mentions of a document.
"""

from collections import defaultdict, deque
from collections.abc import Iterable, Mapping
from itertools import pairwise

from kg.errors import DecisionError
from kg.model import Decision, EntityType, Judgement, MentionKey

Node = MentionKey | str


class Clusters:
    """The nodes, grouped. A group is named by one of its nodes, its root."""

    def __init__(self, nodes: Iterable[Node], decisions: Iterable[Decision]) -> None:
        self._members: dict[Node, list[Node]] = {node: [node] for node in nodes}
        self._root: dict[Node, Node] = {node: node for node in self._members}
        self._entry: dict[Node, str | None] = {n: n if isinstance(n, str) else None for n in self._members}
        self._first: dict[Node, Node] = {node: node for node in self._members}
        self._pages: dict[Node, set[str]] = {node: _page_of_person(node) for node in self._members}
        self._apart: defaultdict[Node, set[Node]] = defaultdict(set)
        self._asked: dict[Node, set[Node]] = defaultdict(set)
        held = [d for d in decisions if not d.withdrawn]
        same = [d for d in held if d.judgement is Judgement.SAME]
        for decision in same:
            self._merge_decided(decision, same)
        for decision in held:
            self._asked[decision.left].add(decision.right)
            self._asked[decision.right].add(decision.left)
            if decision.judgement is Judgement.DIFFERENT:
                self._separate(decision, same)

    def _merge_decided(self, decision: Decision, same: list[Decision]) -> None:
        entries = [self._entry[self._root[node]] for node in (decision.left, decision.right)]
        self._merge(decision.left, decision.right)
        one, other = entries
        if one is not None and other is not None and one != other:
            raise DecisionError(
                f"decisions make one thing of two authority entries: {_chain(min(one, other), max(one, other), same)}.",
                hint='Withdraw one of them ("withdrawn": true), or make one entry of the two.',
            )

    def _merge(self, left: Node, right: Node) -> None:
        """Make one group of two; the smaller one moves."""
        keep, move = self._root[left], self._root[right]
        if keep == move:
            return
        if len(self._members[keep]) < len(self._members[move]):
            keep, move = move, keep
        for node in self._members[move]:
            self._root[node] = keep
        self._members[keep] += self._members.pop(move)
        moved = self._entry.pop(move)
        self._entry[keep] = self._entry[keep] or moved
        self._first[keep] = min(self._first[keep], self._first.pop(move), key=order)
        self._pages[keep] |= self._pages.pop(move)
        for enemy in self._apart.pop(move, set()):
            self._apart[enemy].discard(move)
            self._apart[enemy].add(keep)
            self._apart[keep].add(enemy)

    def _separate(self, decision: Decision, same: list[Decision]) -> None:
        left, right = self._root[decision.left], self._root[decision.right]
        if left == right:
            raise DecisionError(
                f"decisions contradict each other: {_chain(decision.left, decision.right, same)}; but"
                f" {named(decision.left)} is not {named(decision.right)} ({_whose(decision)}).",
                hint='Withdraw one of them ("withdrawn": true).',
            )
        self._apart[left].add(right)
        self._apart[right].add(left)

    def entry(self, node: Node) -> str | None:
        """The authority entry that this node is, if any."""
        return self._entry[self._root[node]]

    def root(self, node: Node) -> Node:
        """The node that names the group for now; a later join may change it."""
        return self._root[node]

    def first(self, node: Node) -> Node:
        """The first mention of the group (its entry, where it has no mention)."""
        return self._first[self._root[node]]

    def may_join(self, left: Node, right: Node) -> bool:
        """Whether nothing speaks against it."""
        one, other = self._root[left], self._root[right]
        if one == other:
            return True
        if other in self._apart.get(one, ()):
            return False
        if self._entry[one] is not None and self._entry[other] is not None:
            return False
        return not self._pages[one] & self._pages[other]

    def join(self, left: Node, right: Node) -> bool:
        """Make one thing of two nodes; False where something speaks against it."""
        if not self.may_join(left, right):
            return False
        self._merge(left, right)
        return True

    def are_asked(self, left: Node, right: Node) -> bool:
        """Whether a person has judged on these two things, whatever the answer."""
        one, other = self._root[left], self._root[right]
        return any(self._root[there] == other for here in self._members[one] for there in self._asked.get(here, ()))

    def things(self) -> list[tuple[Node, ...]]:
        """All groups that have a mention, each sorted, in order of their first mention."""
        groups = (tuple(sorted(members, key=order)) for members in self._members.values())
        return sorted((g for g in groups if isinstance(g[0], MentionKey)), key=lambda group: order(group[0]))


def order(node: Node) -> tuple[int, str, str, str]:
    """Mentions by document, type and name; then authority ids."""
    if isinstance(node, str):
        return (1, node, "", "")
    return (0, node.document, node.type.value, node.name)


def named(node: Node) -> str:
    """A node in a message."""
    return node if isinstance(node, str) else f"{node.name!r} ({node.type.value} in {node.document})"


def _page_of_person(node: Node) -> set[str]:
    """The document of a person's mention: a page that names two people means two."""
    return {node.document} if isinstance(node, MentionKey) and node.type is EntityType.PERSON else set()


def _whose(decision: Decision) -> str:
    return f"by {decision.by} on {decision.on}"


def _chain(start: Node, end: Node, same: list[Decision]) -> str:
    """The shortest way of `same` judgements from one node to another, in words."""
    ways: dict[Node, list[Decision]] = defaultdict(list)
    for decision in same:
        ways[decision.left].append(decision)
        ways[decision.right].append(decision)
    before = _search(start, end, ways)
    path = [end]
    while path[-1] != start:
        path.append(before[path[-1]][0])
    steps = [f"{named(a)} is {named(b)} ({_whose(before[b][1])})" for a, b in pairwise(reversed(path))]
    return ", ".join(steps)


def _search(start: Node, end: Node, ways: Mapping[Node, list[Decision]]) -> dict[Node, tuple[Node, Decision]]:
    before: dict[Node, tuple[Node, Decision]] = {}
    queue = deque([start])
    while queue and end not in before:
        at = queue.popleft()
        for decision in ways[at]:
            other = decision.right if decision.left == at else decision.left
            if other != start and other not in before:
                before[other] = (at, decision)
                queue.append(other)
    return before
