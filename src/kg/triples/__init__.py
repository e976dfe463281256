"""From records and the resolution to the quads of the graph: n-ary nodes, each with its evidence.

docs/model.md draws the shape of what comes out.
"""

from kg.triples.conclusions import Conclusions, inferred
from kg.triples.graph import of_record, of_records, reference
from kg.triples.world import World

__all__ = ["Conclusions", "World", "inferred", "of_record", "of_records", "reference"]
