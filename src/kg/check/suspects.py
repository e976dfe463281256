"""The nodes that may break a shape, and the statements by which the validator judges them.

A graph is mostly sound. Quick rules say so of most nodes, in one pass over its statements; only those of which they are
not sure go to the validator, with their statements and the classes of what these point to. What the validator says of
a node is what it would say of it in the whole graph.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from kg.check.rules import Described, NodeRule, PropertyRule
from kg.check.values import Types

TYPE: Final = b"<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>"
SUBCLASS: Final = b"<http://www.w3.org/2000/01/rdf-schema#subClassOf>"
Statement = tuple[bytes, bytes, bytes]


@dataclass(frozen=True, slots=True)
class Suspects:
    """Nodes that may break a shape, and the statements around them as N-Triples."""

    nodes: frozenset[str]
    statements: bytes


def find(ntriples: bytes, rules: Sequence[NodeRule]) -> Suspects | None:
    """The suspects of a graph; None where its own classes have subclasses, for then every node may be one.

    Args:
        ntriples: the graph, one statement a line, sorted.
        rules: those of its shapes.
    """
    lines = ntriples.split(b"\n")
    types = _types(lines)
    if types is None:
        return None
    pointed = frozenset().union(*(rule.objects_of for rule in rules)) if rules else frozenset()
    found: set[bytes] = set()
    for subject, group in groupby(_statements(lines), key=lambda statement: statement[0]):
        values: dict[bytes, list[bytes]] = {}
        for _, predicate, value in group:
            values.setdefault(predicate, []).append(value)
        node = Described(values, types)
        if not all(_sound(rule, subject, node) for rule in rules):
            found.add(subject)
        for predicate in pointed & values.keys():
            found.update(_pointed_at(rules, predicate, values[predicate], types))
    return Suspects(frozenset(_plain(node) for node in found), _around(lines, found, pointed))


def _statements(lines: Sequence[bytes]) -> Iterator[Statement]:
    for line in lines:
        if line:
            subject, predicate, rest = line.split(b" ", 2)
            yield subject, predicate, rest[:-2]


def _types(lines: Sequence[bytes]) -> Types | None:
    found: dict[bytes, set[bytes]] = {}
    marked = b" " + TYPE + b" "
    for line in lines:
        if marked in line:
            subject, predicate, rest = line.split(b" ", 2)
            if predicate == TYPE:
                found.setdefault(subject, set()).add(rest[:-2])
        elif SUBCLASS in line and line.split(b" ", 2)[1] == SUBCLASS:
            return None
    return {node: frozenset(classes) for node, classes in found.items()}


def _sound(rule: NodeRule, subject: bytes, node: Described) -> bool:
    """True where a rule is not for a node, or surely holds."""
    meant = not rule.classes.isdisjoint(node.types.get(subject, ())) or not rule.subjects_of.isdisjoint(node.values)
    if not meant:
        return True
    own = all(test(subject, node.types) for test in rule.own)
    return own and all(_kept(one, node) for one in rule.properties)


def _kept(rule: PropertyRule, node: Described) -> bool:
    if len(rule.predicates) == 1:
        values: Sequence[bytes] = node.values.get(rule.predicates[0], ())
    else:
        values = list(dict.fromkeys(v for p in rule.predicates for v in node.values.get(p, ())))
    types = node.types
    return all(test(v, types) for test in rule.each for v in values) and all(test(values, node) for test in rule.all)


def _pointed_at(rules: Sequence[NodeRule], predicate: bytes, values: Sequence[bytes], types: Types) -> Iterator[bytes]:
    """The objects of a statement that a shape is for, where they may break it."""
    for rule in rules:
        if predicate in rule.objects_of:
            plain = not rule.properties
            yield from (v for v in values if not (plain and all(test(v, types) for test in rule.own)))


def _around(lines: Sequence[bytes], found: set[bytes], pointed: frozenset[bytes]) -> bytes:
    """The statements of the suspects, those that make them a shape's focus, and the classes of what they point to."""
    if not found:
        return b""
    kept: set[bytes] = set()
    near: set[bytes] = set(found)
    for line in lines:
        if line:
            subject, predicate, rest = line.split(b" ", 2)
            if subject in found or (predicate in pointed and rest[:-2] in found):
                kept.add(line)
                near.add(rest[:-2])
    marked = b" " + TYPE + b" "
    kept.update(line for line in lines if marked in line and line.split(b" ", 1)[0] in near)
    return b"\n".join(sorted(kept)) + b"\n"


def _plain(node: bytes) -> str:
    """A node as the report names it."""
    return node[1:-1].decode("utf-8") if node[:1] == b"<" else node.decode("utf-8")
