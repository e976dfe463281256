"""Which mentions are one thing: joins and separations, decided ones before computed ones.

A node is a mention or the id of an authority entry. Decisions come first and bind; `join` then adds what is
computed, and refuses whatever a decision or a fact keeps apart, whatever would make one thing of two authority entries,
and (for people) whatever would make one person of two mentions of a document. Every join is kept with its reasons.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import cached_property

from kg.model import Decision, EntityType, Judgement, MentionKey, Merge
from kg.resolve.contradictions import Node, contradiction, order, two_entries, whose

_DECIDED = 100.0
"""A decision outweighs whatever is computed."""

Reasons = tuple[str, ...]


class Clusters:
    """The nodes, grouped. A group is named by one of its nodes, its root."""

    def __init__(self, nodes: Iterable[Node], decisions: Iterable[Decision]) -> None:
        self._nodes = sorted(nodes, key=order)
        self._number = {node: number for number, node in enumerate(self._nodes)}
        self._root = list(range(len(self._nodes)))
        self._members: dict[int, list[int]] = {}
        self._entries = {self._number[node]: node for node in self._nodes if isinstance(node, str)}
        self._pages: dict[int, set[str]] = {}
        self._apart: defaultdict[int, set[int]] = defaultdict(set)
        self._held = [d for d in decisions if not d.withdrawn]
        self.merges: list[Merge] = []
        self.same = [d for d in self._held if d.judgement is Judgement.SAME]
        for decision in self.same:
            self._merge_decided(decision, self.same)
        for decision in self._held:
            different = decision.judgement is Judgement.DIFFERENT
            if different and not self.keep_apart(decision.left, decision.right):
                raise contradiction(decision, self.same)

    def _merge_decided(self, decision: Decision, same: list[Decision]) -> None:
        entries = [self.entry(node) for node in (decision.left, decision.right)]
        reasons = (f"decided {whose(decision)}", *([decision.reason] if decision.reason else []))
        self._merge(self.number(decision.left), self.number(decision.right))
        self.merges.append(
            Merge(left=decision.left, right=decision.right, score=_DECIDED, reasons=reasons, decision=decision)
        )
        known = [entry for entry in entries if entry is not None]
        if len(set(known)) > 1:
            raise two_entries(known, same)

    def _merge(self, left: int, right: int) -> None:
        """Make one group of two; the smaller one moves."""
        keep, move = self._root[left], self._root[right]
        if keep == move:
            return
        if len(self._members.get(keep, (keep,))) < len(self._members.get(move, (move,))):
            keep, move = move, keep
        pages = self._pages_of(keep) | self._pages_of(move)
        if pages:
            self._pages[keep] = pages
            self._pages.pop(move, None)
        moved = self._members.pop(move, [move])
        for number in moved:
            self._root[number] = keep
        self._members.setdefault(keep, [keep]).extend(moved)
        if move in self._entries:
            entry = self._entries.pop(move)
            self._entries.setdefault(keep, entry)
        for enemy in self._apart.pop(move, set()):
            self._apart[enemy].discard(move)
            self._apart[enemy].add(keep)
            self._apart[keep].add(enemy)

    def _pages_of(self, root: int) -> set[str]:
        """The documents of a group of people: a page that names two people means two."""
        node = self._nodes[root]
        if isinstance(node, str) or node.type is not EntityType.PERSON:
            return self._pages.get(root, set())
        return self._pages.get(root) or {node.document}

    def keep_apart(self, left: Node, right: Node) -> bool:
        """Keep two groups apart from now on; False where they are one already."""
        one, other = self.number(left), self.number(right)
        if one == other:
            return False
        self._apart[one].add(other)
        self._apart[other].add(one)
        return True

    def has(self, node: Node) -> bool:
        """Whether there is such a node."""
        return node in self._number

    def number(self, node: Node) -> int:
        """The number of the group of a node; a later join may change it."""
        return self._root[self._number[node]]

    def entry(self, node: Node) -> str | None:
        """The authority entry that this node is, if any."""
        return self._entries.get(self.number(node))

    def root(self, node: Node) -> Node:
        """The node that names the group for now; a later join may change it."""
        return self._nodes[self.number(node)]

    def first(self, node: Node) -> Node:
        """The first mention of the group (its entry, where it has no mention)."""
        root = self.number(node)
        return self._nodes[min(self._members.get(root, (root,)))]

    def members(self, node: Node) -> list[Node]:
        """All nodes of the group."""
        root = self.number(node)
        return [self._nodes[number] for number in self._members.get(root, (root,))]

    def size(self, node: Node) -> int:
        """How many nodes the group has."""
        return len(self._members.get(self.number(node), (0,)))

    def may_join(self, left: Node, right: Node) -> bool:
        """Whether nothing speaks against it."""
        one, other = self.number(left), self.number(right)
        if one == other:
            return True
        if other in self._apart.get(one, ()):
            return False
        if one in self._entries and other in self._entries:
            return False
        return not self._pages_of(one) & self._pages_of(other)

    def join(self, left: Node, right: Node, score: float, reasons: Reasons) -> bool:
        """Make one thing of two nodes; False where something speaks against it."""
        if not self.may_join(left, right):
            return False
        if self.number(left) != self.number(right):
            self._merge(self.number(left), self.number(right))
            self.merges.append(Merge(left=left, right=right, score=score, reasons=reasons))
        return True

    def are_asked(self, left: Node, right: Node) -> bool:
        """Whether a person has judged on these two things, whatever the answer."""
        one, other = self.number(left), self.number(right)
        return any(
            {self.number(asked), self.number(about)} == {one, other}
            for member in self._members.get(one, (one,))
            for asked, about in self._asked.get(member, ())
        )

    @cached_property
    def _asked(self) -> dict[int, list[tuple[Node, Node]]]:
        """Which pairs each node has been judged on."""
        found: defaultdict[int, list[tuple[Node, Node]]] = defaultdict(list)
        for decision in self._held:
            for node in (decision.left, decision.right):
                found[self._number[node]].append((decision.left, decision.right))
        return dict(found)

    def things(self) -> list[Sequence[Node]]:
        """All groups that have a mention, each sorted, in order of their first mention."""
        found: dict[int, list[Node]] = {}
        for node, root in zip(self._nodes, self._root, strict=True):
            found.setdefault(root, []).append(node)
        return [tuple(group) for group in found.values() if isinstance(group[0], MentionKey)]
