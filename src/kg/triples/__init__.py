"""From records and the resolution to the quads of the graph: n-ary nodes, each with its evidence.

docs/model.md draws the shape of what comes out.
"""

from kg.triples.graph import inferred, of_record, of_records, reference
from kg.triples.world import World

__all__ = ["World", "inferred", "of_record", "of_records", "reference"]
