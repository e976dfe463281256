"""Each RDF export, read by two libraries that know nothing of each other, is the graph again."""

import hashlib
from collections.abc import Iterable
from pathlib import Path

import pytest
import rdflib
from pyoxigraph import CanonicalizationAlgorithm, Dataset, Quad, RdfFormat, parse, serialize

from kg import query
from kg.errors import InputError
from kg.export import FORMATS, to_bytes
from kg.query import Engine

OXIGRAPH = {
    "turtle": RdfFormat.TURTLE,
    "trig": RdfFormat.TRIG,
    "ntriples": RdfFormat.N_TRIPLES,
    "nquads": RdfFormat.N_QUADS,
    "rdfxml": RdfFormat.RDF_XML,
    "jsonld": RdfFormat.JSON_LD,
}
RDFLIB = {
    "turtle": "turtle", "trig": "trig", "ntriples": "nt", "nquads": "nquads", "rdfxml": "xml", "jsonld": "json-ld",
}  # fmt: skip
WITH_GRAPHS = {"trig", "nquads"}
NOT_IN_XML = {"odd": ("rdfxml",), "beyond_xml": ("rdfxml",)}
CASES = [
    (graph, name)
    for graph in ("small", "hostile", "odd", "beyond_xml")
    for name in OXIGRAPH
    if name not in NOT_IN_XML.get(graph, ())
]
# rdflib 7.6 warns of its own calls
pytestmark = pytest.mark.filterwarnings("ignore:.*is deprecated, use Dataset:DeprecationWarning")
each_case = pytest.mark.parametrize(("graph", "name"), CASES)


def canonical(quads: Iterable[Quad]) -> str:
    """The hash of a graph, whatever its blank nodes are called (RDFC-1.0)."""
    dataset = Dataset(quads)
    dataset.canonicalize(CanonicalizationAlgorithm.RDFC_1_0)
    lines = (serialize(dataset, format=RdfFormat.N_QUADS) or b"").split(b"\n")
    return hashlib.sha256(b"\n".join(sorted(lines))).hexdigest()


def expected(engine: Engine, name: str) -> str:
    quads = list(parse(engine.dump("nquads"), format=RdfFormat.N_QUADS))
    assert quads
    return canonical(quads if name in WITH_GRAPHS else (Quad(*quad.triple) for quad in quads))


def read_by_oxigraph(data: bytes, name: str) -> str:
    return canonical(parse(data, format=OXIGRAPH[name]))


def read_by_rdflib(data: bytes, name: str) -> str:
    """rdflib rewrites literals to its own liking; they are to be compared as they are written."""
    before = rdflib.NORMALIZE_LITERALS
    rdflib.NORMALIZE_LITERALS = False
    try:
        dataset = rdflib.Dataset()
        dataset.parse(data=data, format=RDFLIB[name])
        lines = dataset.serialize(format="nquads").replace("<urn:x-rdflib:default> .", ".")
    finally:
        rdflib.NORMALIZE_LITERALS = before
    return canonical(parse(lines.encode(), format=RdfFormat.N_QUADS))


@each_case
def test_oxigraph_reads_the_same_graph(graph: str, name: str, request: pytest.FixtureRequest) -> None:
    engine = request.getfixturevalue(graph)
    assert read_by_oxigraph(to_bytes(engine, name), name) == expected(engine, name)


@each_case
def test_rdflib_reads_the_same_graph(graph: str, name: str, request: pytest.FixtureRequest) -> None:
    engine = request.getfixturevalue(graph)
    assert read_by_rdflib(to_bytes(engine, name), name) == expected(engine, name)


@pytest.mark.parametrize("name", OXIGRAPH)
def test_the_sample_comes_back_from_both(name: str, sample: Path) -> None:
    engine = query.trusted(sample)
    data, wanted = to_bytes(engine, name), expected(engine, name)
    assert read_by_oxigraph(data, name) == read_by_rdflib(data, name) == wanted


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("graph", ["small", "hostile"])
def test_two_exports_are_the_same_bytes(graph: str, name: str, request: pytest.FixtureRequest) -> None:
    engine = request.getfixturevalue(graph)
    assert to_bytes(engine, name) == to_bytes(engine, name) != b""


@pytest.mark.parametrize(("graph", "said"), [("beyond_xml", "U+0000"), ("odd", "schema.org/")])
def test_rdfxml_refuses_what_xml_cannot_carry(graph: str, said: str, request: pytest.FixtureRequest) -> None:
    with pytest.raises(InputError, match=said.replace("+", r"\+")):
        to_bytes(request.getfixturevalue(graph), "rdfxml")
