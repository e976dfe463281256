"""Manifests of the W3C's test suites, read into cases."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from pyoxigraph import BlankNode, Literal, NamedNode, RdfFormat, Store

MF: Final = "http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#"
QT: Final = "http://www.w3.org/2001/sw/DataAccess/tests/test-query#"
UT: Final = "http://www.w3.org/2009/sparql/tests/test-update#"
RDF: Final = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
RDFS: Final = "http://www.w3.org/2000/01/rdf-schema#"

Node = NamedNode | BlankNode
Value = NamedNode | BlankNode | Literal


@dataclass(frozen=True, slots=True)
class Case:
    """One test: its name within its suite, its kind, and the node of the manifest that describes it."""

    name: str
    kind: str
    node: Node
    manifest: "Manifest"


class Manifest:
    """One manifest file as a graph, with the folder that its relative addresses mean."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.base = path.as_uri()
        self.store = Store()
        self.store.load(path=str(path), format=RdfFormat.TURTLE, base_iri=self.base)

    def one(self, node: Node, predicate: str) -> Value | None:
        """The first value of a property, if it has one."""
        return next(iter(self.all(node, predicate)), None)

    def all(self, node: Node, predicate: str) -> list[Value]:
        """The values of a property."""
        quads = self.store.quads_for_pattern(node, NamedNode(predicate), None)
        return sorted((q.object for q in quads if not _triple(q.object)), key=str)  # type: ignore[misc]

    def items(self, node: Value | None) -> Iterator[Value]:
        """The members of a list, in order."""
        while isinstance(node, NamedNode | BlankNode) and node != NamedNode(f"{RDF}nil"):
            first = self.one(node, f"{RDF}first")
            if first is not None:
                yield first
            node = self.one(node, f"{RDF}rest")

    def file(self, node: Value | None) -> Path:
        """The file that an address of the manifest means."""
        return Path(_address(node).removeprefix("file://"))

    def cases(self) -> Iterator[Case]:
        """The tests of the manifest and of those that it includes, in order."""
        root = NamedNode(self.base)
        for include in self._included(root):
            path = self.file(include)
            if path.is_file():
                yield from Manifest(path).cases()
        for entry in self.items(self.one(root, f"{MF}entries")):
            if isinstance(entry, NamedNode | BlankNode):
                for kind in self.all(entry, f"{RDF}type")[:1]:
                    yield Case(self._name(entry), _local(_address(kind)), entry, self)

    def _included(self, root: Node) -> Iterator[Value]:
        """The manifests that this one includes: in one list, or each by itself."""
        for value in self.all(root, f"{MF}include"):
            yield from self.items(value) if isinstance(value, BlankNode) else (value,)

    def _name(self, node: Node) -> str:
        label = self.one(node, f"{MF}name")
        local = _local(_address(node)) if isinstance(node, NamedNode) else ""
        return f"{self.path.parent.name}/{local or (label.value if isinstance(label, Literal) else '')}"


def _triple(value: object) -> bool:
    return not isinstance(value, NamedNode | BlankNode | Literal)


def _address(node: Value | None) -> str:
    return node.value if isinstance(node, NamedNode) else ""


def _local(iri: str) -> str:
    return iri.rsplit("#", 1)[-1].rsplit("/", 1)[-1]
