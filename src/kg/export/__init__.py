"""The graph in the formats of other tools: RDF, JSON-LD, tables, networks. docs/export.md says what each is for."""

from kg.export.formats import FORMATS, Format, export, to_bytes
from kg.export.tables import to_csv

__all__ = ["FORMATS", "Format", "export", "to_bytes", "to_csv"]
