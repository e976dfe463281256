"""Quads as sorted lines: the text that two builds of the same input write byte for byte alike."""

from collections.abc import Iterable
from pathlib import Path

from pyoxigraph import Quad, RdfFormat, serialize

from kg.files import write_lines


def sorted_lines(quads: Iterable[Quad]) -> list[str]:
    """N-Quads lines without their newline, each once, in code point order."""
    data = serialize(quads, format=RdfFormat.N_QUADS)
    assert data is not None
    return sorted(set(data.decode("utf-8").split("\n")) - {""})


def write_graph(quads: Iterable[Quad], path: Path) -> int:
    """Write quads as sorted N-Quads and return how many there are."""
    lines = sorted_lines(quads)
    write_lines(path, lines)
    return len(lines)
