"""Records on disk: the JSON that extraction yields, a person reviews, and the graph is built from.

docs/record.md describes the format; ontology/record.schema.json is its JSON Schema.
"""

from kg.records.reading import from_json, read
from kg.records.writing import to_json

__all__ = ["from_json", "read", "to_json"]
