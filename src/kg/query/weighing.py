"""Whether a question is worth holding the graph in memory for: loading it takes longer than most answers."""

from collections.abc import Callable
from pathlib import Path
from typing import Final

from kg.query.embedded import EmbeddedEngine
from kg.query.engine import Engine
from kg.query.memory import MemoryEngine
from kg.query.named import NamedQuery

LARGE: Final = 50_000_000
"""The bytes of `graph.nq` from which a heavy question is answered sooner from memory, loading included."""

TIMES: Final = 4
"""How many times the bytes of `graph.nq` a graph takes in memory."""


def free_memory(told: Path = Path("/proc/meminfo")) -> int:
    """The bytes that programs may still take without making others wait; 0 where the system does not say."""
    try:
        lines = told.read_text(encoding="ascii").splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) * 1024 for line in lines if line.startswith("MemAvailable:")), 0)


def for_work(engine: Engine, question: NamedQuery, free: Callable[[], int] = free_memory, large: int = LARGE) -> Engine:
    """The engine to ask: one in memory where the question is heavy, the graph large, and twice the room is free."""
    if not question.heavy or not isinstance(engine, EmbeddedEngine) or isinstance(engine, MemoryEngine):
        return engine
    size = _size(engine.graph)
    return MemoryEngine(engine) if size >= large and 2 * TIMES * size <= free() else engine


def _size(graph: Path | None) -> int:
    try:
        return 0 if graph is None else graph.stat().st_size
    except OSError:
        return 0
