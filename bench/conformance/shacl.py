"""SHACL: the core and SPARQL constraints of the W3C's data-shapes suite, against pySHACL on rdflib."""

from collections import Counter
from typing import Final

import pyshacl
from bench.conformance.manifests import MF, Case
from pyshacl.errors import ConstraintLoadError, ReportableRuntimeError, ShapeLoadError, ValidationFailure
from rdflib import Graph, URIRef
from rdflib.namespace import RDF, SH
from rdflib.term import BNode, Node

SHT: Final = "http://www.w3.org/ns/shacl-test#"
FAILURE: Final = URIRef(f"{SHT}Failure")
REFUSED: Final = (ConstraintLoadError, ReportableRuntimeError, ShapeLoadError, ValidationFailure)
TOLD: Final = (SH.focusNode, SH.resultPath, SH.resultSeverity, SH.sourceConstraintComponent, SH.value)
"""What of a result is compared; messages are free, and shapes are often blank nodes."""


def passes(case: Case) -> bool:
    """True where pySHACL reports what the test says."""
    action = case.manifest.one(case.node, f"{MF}action")
    files = {k: case.manifest.file(case.manifest.one(action, f"{SHT}{k}Graph")) for k in ("data", "shapes")}  # type: ignore[arg-type]
    data, shapes = (Graph().parse(files[k], publicID=files[k].as_uri()) for k in ("data", "shapes"))
    wanted = Graph().parse(case.manifest.path, publicID=case.manifest.base)
    result = wanted.value(URIRef(case.node.value), URIRef(f"{MF}result"))
    try:
        conforms, report, _ = pyshacl.validate(data, shacl_graph=shapes, inplace=True, advanced=False)
    except REFUSED:
        return result == FAILURE
    if result is None or result == FAILURE or not isinstance(report, Graph):
        return False
    told = str(wanted.value(result, SH.conforms)).lower()
    return told == str(conforms).lower() and _results(wanted, result) == _results(report, None)


def _results(graph: Graph, report: Node | None) -> Counter[tuple[str, ...]]:
    """What a report tells; the details inside a result are its own."""
    report = report or graph.value(predicate=RDF.type, object=SH.ValidationReport)
    return Counter(tuple(_shown(graph, node, p) for p in TOLD) for node in graph.objects(report, SH.result))


def _shown(graph: Graph, node: Node, predicate: Node) -> str:
    """A value as text; a path or a blank node by how many statements it has."""
    value = next(graph.objects(node, predicate), None)
    return f"_:{len(list(graph.predicate_objects(value)))}" if isinstance(value, BNode) else str(value)
