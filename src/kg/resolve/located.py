"""Where a decision's two sides are now: the mentions and entries that it was made on, found again.

A page that is fetched again may come under another name of its file, and a better extraction may call a mention by
another of its names. The decision still holds: the page is found by its address, the mention by any name.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import product

from kg.model import Decision, Issue, MentionKey, Severity
from kg.resolve.contradictions import Node, named
from kg.resolve.mentions import Named
from kg.resolve.names import compared


def located(
    decisions: Sequence[Decision], mentions: Iterable[Named], nodes: set[Node]
) -> tuple[list[Decision], list[Issue]]:
    """The decisions on what there is now, and an issue for each side of the others."""
    places = _Places(mentions, nodes)
    usable: list[Decision] = []
    issues: list[Issue] = []
    for decision in decisions:
        lefts = places.of(decision.left, decision.left_source)
        rights = places.of(decision.right, decision.right_source)
        usable += [replace(decision, left=a, right=b) for a, b in product(lefts, rights) if a != b]
        if not decision.withdrawn:
            sides = ((decision.left, lefts), (decision.right, rights))
            issues += [_missing(decision, side) for side, found in sides if not found]
    return usable, issues


class _Places:
    """The mentions by document, and by the address of the document."""

    def __init__(self, mentions: Iterable[Named], nodes: set[Node]) -> None:
        self._nodes = nodes
        self._by_document: defaultdict[str, list[Named]] = defaultdict(list)
        self._by_source: defaultdict[str, set[str]] = defaultdict(set)
        for one in mentions:
            self._by_document[one.key.document].append(one)
            if one.record.document.source is not None:
                self._by_source[one.record.document.source].add(one.key.document)

    def of(self, side: Node, source: str | None) -> list[Node]:
        """The node of a side as it was written, else what it has become."""
        if side in self._nodes:
            return [side]
        if isinstance(side, str):
            return []
        documents = [side.document] if side.document in self._by_document else []
        if not documents and source is not None:
            documents = sorted(self._by_source.get(source, ()))
        return [found for document in documents for found in self._named(document, side)]

    def _named(self, document: str, side: MentionKey) -> list[Node]:
        wanted = compared(side.name)
        for one in self._by_document[document]:
            if one.key.type is side.type and wanted in {compared(name) for name in one.names}:
                return [one.key]
        return []


def _missing(decision: Decision, side: Node) -> Issue:
    return Issue(
        stage="resolve",
        severity=Severity.WARNING,
        document="" if isinstance(side, str) else side.document,
        value=named(side),
        message=f"a decision by {decision.by} on {decision.on} names it, but there is no such mention or entry",
        action="The page or entry may be gone or renamed: mend the decision or withdraw it.",
    )
