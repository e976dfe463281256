"""The embedded engine for heavy work: the graph in memory, each statement once more outside its graphs.

A pattern that asks the union of all graphs sees a statement as often as sources make it, and a pattern of two such
statements sees every pair of them; that grows faster than the graph. Here it sees each statement once.
"""

from typing import ClassVar

from pyoxigraph import RdfFormat, Store

from kg.query.dumping import each_once
from kg.query.embedded import EmbeddedEngine


class MemoryEngine(EmbeddedEngine):
    """Answers as the engine it copies, some five times as fast, for seconds of loading and twice the memory.

    Args:
        disk: the engine whose graph is copied.
    """

    union: ClassVar[bool] = False

    def __init__(self, disk: EmbeddedEngine) -> None:
        lines = disk.lines()
        store = Store()
        store.bulk_load(input=lines, format=RdfFormat.N_QUADS)
        store.bulk_load(input=each_once(lines), format=RdfFormat.N_TRIPLES)
        super().__init__(store)
        self._disk = disk

    def lines(self) -> bytes:
        """The graph as N-Quads: that of the engine it copies."""
        return self._disk.lines()
