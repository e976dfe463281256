"""RDF parsers: Turtle, TriG, N-Quads, N-Triples, RDF/XML and JSON-LD to RDF, against pyoxigraph."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from bench.conformance.comparing import graphs, read_graph
from bench.conformance.manifests import MF, Case
from pyoxigraph import RdfFormat, parse

POSITIVE: Final = "PositiveSyntax"
BASES: Final = {
    "turtle": "http://www.w3.org/2013/TurtleTests/",
    "trig": "http://www.w3.org/2013/TriGTests/",
    "rdf-xml": "http://www.w3.org/2013/RDFXMLTests/",
    "nquads": "http://www.w3.org/2013/N-QuadsTests/",
    "ntriples": "http://www.w3.org/2013/N-TriplesTests/",
}
OPTIONS: Final = frozenset({"expandContext", "produceGeneralizedRdf", "rdfDirection"})
"""Options of an interface that the parser does not offer; tests of JSON-LD 1.0 are left out too."""
REFUSED: Final = (SyntaxError, ValueError, OSError, RuntimeError)


def passes(case: Case) -> bool:
    """True where the parser reads, or refuses, what the test says."""
    folder = case.manifest.path.parent
    action = case.manifest.file(case.manifest.one(case.node, f"{MF}action"))
    base = BASES[folder.name] + action.relative_to(folder).as_posix()
    try:
        found = read_graph(action, base)
    except REFUSED:
        return "Negative" in case.kind
    if "Negative" in case.kind:
        return False
    if POSITIVE in case.kind:
        return True
    return graphs(found, read_graph(case.manifest.file(case.manifest.one(case.node, f"{MF}result")), base))


@dataclass(frozen=True, slots=True)
class JsonLdCase:
    """One test of JSON-LD to RDF: its name, its kind, its entry in the manifest, the folder that this lies in."""

    name: str
    kind: str
    entry: Mapping[str, Any]
    folder: Path
    base: str


def json_ld(manifest: Path) -> Iterator[JsonLdCase]:
    """The tests of a manifest of JSON-LD."""
    content = json.loads(manifest.read_text(encoding="utf-8"))
    for entry in content["sequence"]:
        option = entry.get("option", {})
        if "json-ld-1.0" in option.values() or not OPTIONS.isdisjoint(option):
            continue
        kind = next(t for t in entry["@type"] if "Evaluation" in t or "Syntax" in t)
        yield JsonLdCase(entry["@id"].lstrip("#"), kind, entry, manifest.parent, content["baseIri"])


def json_ld_passes(case: JsonLdCase) -> bool:
    """True where pyoxigraph reads a document of JSON-LD as the test says."""
    source = case.folder / case.entry["input"]
    base = case.entry.get("option", {}).get("base", case.base + case.entry["input"])
    try:
        found = list(parse(path=str(source), format=RdfFormat.JSON_LD, base_iri=base))
    except REFUSED:
        return "Negative" in case.kind
    if "Negative" in case.kind:
        return False
    if "expect" not in case.entry:
        return True
    return graphs(found, read_graph(case.folder / case.entry["expect"]))
