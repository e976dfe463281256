"""A folder as `kg build` leaves it, with the smallest of graphs."""

from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode, Quad

from kg.store import Folder, build_store, write_graph

ITEM = NamedNode("https://example.org/item")
QUADS = [Quad(ITEM, ITEM, Literal(f"n{n}"), NamedNode(f"https://example.org/g{n % 2}")) for n in range(5)]


def fill(path: Path) -> None:
    folder = Folder(path)
    write_graph(QUADS, folder.graph)
    build_store(folder.graph, folder.store)
    folder.manifest.write_text("{}", "utf-8")


@pytest.fixture
def built(tmp_path: Path) -> Path:
    """The output folder."""
    path = tmp_path / "build"
    fill(path)
    return path
