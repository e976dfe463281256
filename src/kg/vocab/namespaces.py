"""Namespaces, and the prefixes under which every file and export shows them."""

from typing import Final

from kg.assets import BASE

KG: Final = BASE + "ns#"
ID: Final = BASE + "id/"
GRAPH: Final = BASE + "graph/"
ROLE: Final = BASE + "role/"
FACTUALITY: Final = BASE + "factuality/"
EVENT_KIND: Final = BASE + "event-kind/"
ORGANISATION_KIND: Final = BASE + "organisation-kind/"
TOPIC: Final = BASE + "topic/"
ORIGIN: Final = BASE + "origin/"
CHANGE_KIND: Final = BASE + "change-kind/"
CODE: Final = BASE + "code/"
OFFICE: Final = BASE + "office/"
SOURCE_KIND: Final = BASE + "source-kind/"
TERRITORY_KIND: Final = BASE + "territory-kind/"

RDF: Final = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
RDFS: Final = "http://www.w3.org/2000/01/rdf-schema#"
XSD: Final = "http://www.w3.org/2001/XMLSchema#"
SKOS: Final = "http://www.w3.org/2004/02/skos/core#"
ORG: Final = "http://www.w3.org/ns/org#"
SCHEMA: Final = "https://schema.org/"
PROV: Final = "http://www.w3.org/ns/prov#"
OA: Final = "http://www.w3.org/ns/oa#"
ELI: Final = "http://data.europa.eu/eli/ontology#"
DCTERMS: Final = "http://purl.org/dc/terms/"
FOAF: Final = "http://xmlns.com/foaf/0.1/"

PREFIXES: Final[dict[str, str]] = {
    "kg": KG,
    "id": ID,
    "graph": GRAPH,
    "role": ROLE,
    "factuality": FACTUALITY,
    "event-kind": EVENT_KIND,
    "organisation-kind": ORGANISATION_KIND,
    "topic": TOPIC,
    "origin": ORIGIN,
    "change-kind": CHANGE_KIND,
    "code": CODE,
    "office": OFFICE,
    "source-kind": SOURCE_KIND,
    "territory-kind": TERRITORY_KIND,
    "rdf": RDF,
    "rdfs": RDFS,
    "xsd": XSD,
    "skos": SKOS,
    "org": ORG,
    "schema": SCHEMA,
    "prov": PROV,
    "oa": OA,
    "eli": ELI,
    "dcterms": DCTERMS,
    "foaf": FOAF,
}
