"""The names of what lies in an output folder."""

from pathlib import Path
from typing import NamedTuple


class Folder(NamedTuple):
    """An output folder of `kg build`."""

    path: Path

    @property
    def graph(self) -> Path:
        """The whole graph as sorted N-Quads."""
        return self.path / "graph.nq"

    @property
    def store(self) -> Path:
        """The pyoxigraph store made of it."""
        return self.path / "store"

    @property
    def manifest(self) -> Path:
        """What was built from what."""
        return self.path / "manifest.json"

    @property
    def issues(self) -> Path:
        """What a person should look at, one JSON value a line."""
        return self.path / "issues.jsonl"

    @property
    def turtle(self) -> Path:
        """The graph as Turtle."""
        return self.path / "graph.ttl"

    @property
    def jsonld(self) -> Path:
        """The graph as JSON-LD."""
        return self.path / "graph.jsonld"

    @property
    def network(self) -> Path:
        """The interactive network."""
        return self.path / "network.html"

    @property
    def texts(self) -> Path:
        """The stored text of each document, `SHA256.txt`."""
        return self.path / "texts"

    @property
    def records(self) -> Path:
        """The record of each document, `ID.json`."""
        return self.path / "records"

    @property
    def own(self) -> frozenset[str]:
        """The names that kg itself writes there; whatever else lies in the folder is the user's."""
        paths = (
            self.graph,
            self.store,
            self.manifest,
            self.issues,
            self.turtle,
            self.jsonld,
            self.network,
            self.texts,
            self.records,
        )
        return frozenset(p.name for p in paths)
