"""The shapes as quick rules: each tells that a node surely keeps a shape, or leaves the node to the validator.

Only what is read here is understood. Shapes that hold anything else give no rules at all: the validator then
sees every node.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING, Final

from kg.check import literals
from kg.check.values import Between, Types, ValueTest, any_of, in_language, is_iri, is_literal, matches, of_class

if TYPE_CHECKING:
    import rdflib
    from rdflib.term import Node

SH: Final = "http://www.w3.org/ns/shacl#"
RDF: Final = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
SILENT: Final = frozenset(
    f"{SH}{name}" for name in ("message", "severity", "name", "description", "path", "order", "deactivated")
) | {f"{RDF}type"}
_OTHER: Final = ("minCount", "maxCount", "uniqueLang", "lessThan", "lessThanOrEquals")
_QUALIFIED: Final = ("qualifiedValueShape", "qualifiedMinCount", "qualifiedMaxCount")

Values = Sequence[bytes]


@dataclass(frozen=True, slots=True)
class Described:
    """One node: its values by predicate, and the classes of all nodes."""

    values: Mapping[bytes, Values]
    types: Types


ListTest = Callable[[Values, Described], bool]
"""A test of all values of a path together."""


class Unknown(Exception):  # noqa: N818 - no error: it asks for the validator
    """The shapes hold something that has no quick rule."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PropertyRule:
    """The predicates of a path, each of which may give values, and what must hold of the values."""

    predicates: tuple[bytes, ...]
    each: tuple[ValueTest, ...]
    all: tuple[ListTest, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class NodeRule:
    """Which nodes a shape is for, and what must hold of each of them."""

    classes: frozenset[bytes]
    subjects_of: frozenset[bytes]
    objects_of: frozenset[bytes]
    own: tuple[ValueTest, ...]
    properties: tuple[PropertyRule, ...] = field(default=())


def read(shapes: "rdflib.Graph") -> tuple[NodeRule, ...]:
    """The rules of some shapes.

    Raises:
        Unknown: the shapes hold something that has no quick rule.
    """
    from rdflib import RDF as TYPES  # noqa: PLC0415 - slow to load
    from rdflib import URIRef  # noqa: PLC0415

    reader = _Reader(shapes)
    return tuple(reader.node(shape) for shape in sorted(shapes.subjects(TYPES.type, URIRef(f"{SH}NodeShape")), key=str))


class _Reader:
    def __init__(self, graph: "rdflib.Graph") -> None:
        self.graph = graph

    def values(self, node: "Node", name: str) -> "list[Node]":
        from rdflib import URIRef  # noqa: PLC0415

        return sorted(self.graph.objects(node, URIRef(f"{SH}{name}")), key=str)

    def items(self, node: "Node") -> "list[Node]":
        return list(self.graph.items(node))

    def node(self, shape: "Node") -> NodeRule:
        targets = {
            name: frozenset(_term(v) for v in self.values(shape, name))
            for name in ("targetClass", "targetSubjectsOf", "targetObjectsOf")
        }
        allowed = {f"{SH}{name}" for name in (*targets, "property")}
        return NodeRule(
            classes=targets["targetClass"],
            subjects_of=targets["targetSubjectsOf"],
            objects_of=targets["targetObjectsOf"],
            own=tuple(self.each(shape, allowed)),
            properties=tuple(self.property(p) for p in self.values(shape, "property")),
        )

    def property(self, shape: "Node") -> PropertyRule:
        allowed = {f"{SH}{name}" for name in (*_OTHER, *_QUALIFIED)}
        return PropertyRule(
            predicates=self.path(shape), each=tuple(self.each(shape, allowed)), all=tuple(self.all(shape))
        )

    def path(self, shape: "Node") -> tuple[bytes, ...]:
        from rdflib import URIRef  # noqa: PLC0415

        path = self.values(shape, "path")[0]
        parts = self.values(path, "alternativePath")
        found = self.items(parts[0]) if parts else [path]
        if not all(isinstance(p, URIRef) for p in found):
            raise Unknown(str(path))
        return tuple(_term(p) for p in found)

    def each(self, shape: "Node", allowed: set[str]) -> Iterator[ValueTest]:
        """The tests of single values that a shape holds."""
        for predicate, value in sorted(self.graph.predicate_objects(shape), key=str):
            name = str(predicate)
            if name not in SILENT and name not in allowed:
                yield self.test(name.removeprefix(SH), value)

    def test(self, name: str, value: "Node") -> ValueTest:
        """The test of one constraint."""
        if name in Between.NAMES:
            return Between(name, str(value))
        if name == "or":
            return any_of(tuple(tuple(self.each(shape, set())) for shape in self.items(value)))
        if name == "languageIn":
            return in_language(frozenset(str(v).lower().encode() for v in self.items(value)))
        if name == "in":
            terms = frozenset(_term(v) for v in self.items(value))
            return lambda term, types: term in terms
        found = _simple(name, value)
        if found is None:
            raise Unknown(name)
        return found

    def all(self, shape: "Node") -> Iterator[ListTest]:
        """The tests of all values of a path together."""
        yield partial(_counted, *self.limits(shape, "minCount", "maxCount"))
        if any(str(v) in ("true", "1") for v in self.values(shape, "uniqueLang")):
            yield _one_a_language
        for name in ("lessThan", "lessThanOrEquals"):
            for value in self.values(shape, name):
                yield partial(_ordered, _term(value), name != "lessThan")
        inner = self.values(shape, "qualifiedValueShape")
        if inner:
            yield partial(_qualified, self.definite(inner[0]), self.limits(shape, *_QUALIFIED[1:]))

    def limits(self, shape: "Node", least: str, most: str) -> tuple[int, int | None]:
        """The least and the greatest number that a shape allows."""
        low, high = ([int(str(v)) for v in self.values(shape, n)] for n in (least, most))
        return (max(low) if low else 0), (min(high) if high else None)

    def definite(self, shape: "Node") -> tuple[ValueTest, ...]:
        """The tests of a qualified shape, which must be sure both ways: its class, its language."""
        names = {str(p) for p in self.graph.predicates(shape)}
        if not names <= {f"{SH}class", f"{SH}languageIn"}:
            raise Unknown(str(sorted(names)))
        return tuple(self.each(shape, set()))


def _term(node: "Node") -> bytes:
    """A term as it stands in N-Triples."""
    return node.n3().encode()


def _simple(name: str, value: "Node") -> ValueTest | None:
    """The test of a constraint that one term says; None where it is not known."""
    text = _term(value)
    if name == "class":
        return partial(of_class, text)
    if name == "pattern":
        return matches(str(value))
    if name == "nodeKind":
        return {f"<{SH}IRI>".encode(): is_iri, f"<{SH}Literal>".encode(): is_literal}.get(text)
    valid = literals.datatype(text[1:-1]) if name == "datatype" else None
    return None if valid is None else lambda term, types: valid(term)


def _counted(least: int, most: int | None, values: Values, node: Described) -> bool:
    return least <= len(values) and (most is None or len(values) <= most)


def _one_a_language(values: Values, node: Described) -> bool:
    found = [tag for v in values if (tag := literals.language(v)) is not None]
    return len(found) == len(set(found))


def _ordered(predicate: bytes, equal: bool, values: Values, node: Described) -> bool:
    others = node.values.get(predicate, ())
    return all(literals.before(v, o, equal=equal) for v in values for o in others)


def _qualified(tests: tuple[ValueTest, ...], limits: tuple[int, int | None], values: Values, node: Described) -> bool:
    kept = [v for v in values if all(test(v, node.types) for test in tests)]
    return _counted(*limits, kept, node)
