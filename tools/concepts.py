"""Make ontology/concepts.json from ontology/concepts/*.ttl: `python tools/concepts.py`.

The program reads the JSON file, which needs no RDF library and two milliseconds; a test fails where it is stale.
"""

from pathlib import Path
from typing import Any

from rdflib import Graph, URIRef
from rdflib.namespace import DCTERMS, RDF, SKOS

from kg import files, jsonl

ONTOLOGY = Path(__file__).resolve().parents[1] / "ontology"


def gather(folder: Path) -> dict[str, list[dict[str, Any]]]:
    """The concepts of each scheme, sorted by id."""
    graph = Graph()
    for file in sorted(folder.glob("*.ttl")):
        graph.parse(file)
    schemes = sorted(str(scheme) for scheme in graph.subjects(RDF.type, SKOS.ConceptScheme))
    return {_last(scheme): _members(graph, URIRef(scheme)) for scheme in schemes}


def _members(graph: Graph, scheme: URIRef) -> list[dict[str, Any]]:
    members = sorted(str(concept) for concept in graph.subjects(SKOS.inScheme, scheme))
    return [_entry(graph, URIRef(concept)) for concept in members]


def _entry(graph: Graph, concept: URIRef) -> dict[str, Any]:
    entry = {
        "id": _last(concept),
        "broader": _others(graph, concept, SKOS.broader),
        "labels": _one_by_language(graph, concept, SKOS.prefLabel),
        "variants": _by_language(graph, concept, SKOS.altLabel),
    }
    more = {
        "close": _others(graph, concept, SKOS.closeMatch),
        "notes": _one_by_language(graph, concept, SKOS.scopeNote),
        "places": _others(graph, concept, DCTERMS.spatial),
    }
    return entry | {key: value for key, value in more.items() if value}


def _others(graph: Graph, concept: URIRef, predicate: URIRef) -> list[str]:
    return sorted(_last(str(other)) for other in graph.objects(concept, predicate))


def _one_by_language(graph: Graph, concept: URIRef, predicate: URIRef) -> dict[str, str]:
    return {language: values[0] for language, values in _by_language(graph, concept, predicate).items()}


def _by_language(graph: Graph, concept: URIRef, predicate: URIRef) -> dict[str, list[str]]:
    out: dict[str, list[str]] = {}
    for value in sorted(graph.objects(concept, predicate), key=lambda v: (str(getattr(v, "language", "")), str(v))):
        out.setdefault(str(getattr(value, "language", "")), []).append(str(value))
    return out


def _last(iri: str) -> str:
    return str(iri).rpartition("/")[2]


if __name__ == "__main__":
    files.write(ONTOLOGY / "concepts.json", jsonl.page(gather(ONTOLOGY / "concepts")).encode("utf-8"))
