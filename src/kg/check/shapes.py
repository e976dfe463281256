"""The shapes of ontology/shapes.ttl, tried by pySHACL on the union of all named graphs.

SHACL Core only, without inference and without imports: nothing is fetched and nothing is concluded.
"""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from typing import TYPE_CHECKING, Any, Final

from kg import assets
from kg.check.finding import Finding
from kg.check.rules import NodeRule, Unknown, read
from kg.check.suspects import find
from kg.errors import InputError
from kg.model import Severity
from kg.query import Engine, short

if TYPE_CHECKING:
    import rdflib

SH: Final = "http://www.w3.org/ns/shacl#"
SHAPE: Final = assets.BASE + "shape/"
SEVERITIES: Final = {
    SH + "Violation": Severity.ERROR,
    SH + "Warning": Severity.WARNING,
    SH + "Info": Severity.NOTE,
}


def found_by_shapes(engine: Engine, language: str) -> Iterator[Finding]:
    """One finding for each node and shape that the node breaks."""
    told = sorted(results(engine.dump("ntriples")))
    if not told:
        return
    shapes = _shapes()
    broken: dict[tuple[str, str], tuple[Severity, str]] = {}
    for result in told:
        severity, shape, node, value = result
        broken.setdefault((shape, node), (SEVERITIES[severity], value))
    for (shape, node), (severity, value) in broken.items():
        yield Finding(
            severity=severity,
            check="shape:" + shape.removeprefix(SHAPE),
            node=node,
            value=value,
            problem=_message(shapes, shape, language),
        )


def results(ntriples: bytes, *, quick: bool = True) -> Iterator[tuple[str, str, str, str]]:
    """What the validator says of a graph, in sorted N-Triples; with `quick` it is shown only what may be broken."""
    suspects = None
    try:
        suspects = find(ntriples, _rules()) if quick else None
    except Unknown:
        suspects = None
    if suspects is None:
        yield from _results(_graph(ntriples), _shapes())
    elif suspects.nodes:
        told = _results(_graph(suspects.statements), _shapes())
        yield from (result for result in told if result[2] in suspects.nodes or not result[2])


@cache
def _rules() -> tuple[NodeRule, ...]:
    return read(_shapes())


def _results(data: "rdflib.Graph", shapes: "rdflib.Graph") -> Iterator[tuple[str, str, str, str]]:
    """Severity, shape, focus node and value of each result; a blank node is "", for its name does not last."""
    import pyshacl  # noqa: PLC0415 - half a second that only checks need
    from pyshacl.errors import ReportableRuntimeError  # noqa: PLC0415
    from rdflib import RDF, BNode, URIRef  # noqa: PLC0415

    try:
        _, report, _ = pyshacl.validate(
            data,
            shacl_graph=shapes,
            inference="none",
            advanced=False,
            meta_shacl=False,
            do_owl_imports=False,
            allow_infos=False,
            allow_warnings=False,
        )
    except ReportableRuntimeError as error:
        raise InputError(
            f"the shapes cannot be tried on this graph: {error.message}",
            hint="kg itself writes no such value: look where the graph comes from, or build it anew.",
        ) from error

    def value(result: Any, name: str) -> str:
        found = report.value(result, URIRef(SH + name))
        return "" if found is None or isinstance(found, BNode) else str(found)

    for result in report.subjects(RDF.type, URIRef(SH + "ValidationResult")):
        found = tuple(value(result, name) for name in ("resultSeverity", "sourceShape", "focusNode", "value"))
        yield found[0], found[1], found[2], short(found[3])


def _message(shapes: "rdflib.Graph", shape: str, language: str) -> str:
    from rdflib import Literal, URIRef  # noqa: PLC0415

    messages = shapes.objects(URIRef(shape), URIRef(SH + "message"))
    found = {m.language: str(m) for m in messages if isinstance(m, Literal)}
    return found.get(language, found.get("en", shape))


@cache
def _shapes() -> "rdflib.Graph":
    import rdflib  # noqa: PLC0415

    return rdflib.Graph().parse(data=assets.text(assets.path("ontology/shapes.ttl")), format="turtle")


def _graph(ntriples: bytes) -> "rdflib.Graph":
    import rdflib  # noqa: PLC0415

    with _quiet("rdflib.term"):
        return rdflib.Graph().parse(data=ntriples, format="nt")


@contextmanager
def _quiet(logger: str) -> Iterator[None]:
    """Keep rdflib from printing a stack trace for each ill-typed literal: the shapes report them in words."""
    log = logging.getLogger(logger)
    level = log.level
    log.setLevel(logging.CRITICAL)
    try:
        yield
    finally:
        log.setLevel(level)
