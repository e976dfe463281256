"""The graphs of `graph.nq`, each as sorted triples, without holding more than where its lines stand."""

import hashlib
from array import array
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from kg.errors import InputError
from kg.vocab.namespaces import GRAPH


class _Hash(Protocol):
    def update(self, data: bytes, /) -> None: ...
    def hexdigest(self) -> str: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class LocalGraph:
    """One named graph of the file.

    Attributes:
        name: its IRI.
        sha256: of its triples as sorted N-Triples; the lines of the file are sorted, and stay so without the graph.
        places: where its lines begin.
    """

    path: Path
    name: str
    sha256: str
    places: "array[int]"

    def __len__(self) -> int:
        return len(self.places)

    def triples(self, start: int = 0, end: int | None = None) -> Iterator[bytes]:
        """Some of its triples, as `S P O` without dot and line break."""
        with self.path.open("rb") as file:
            for place in self.places[start:end]:
                file.seek(place)
                yield _parted(file.readline())[0]


def graphs(path: Path) -> tuple[LocalGraph, ...]:
    """The graphs of an N-Quads file that kg wrote, by name.

    Raises:
        InputError: there is no such file, or a graph in it has a name that is not one of ours.
    """
    hashes: dict[bytes, _Hash] = {}
    places: dict[bytes, array[int]] = {}
    for place, line in _lines(path):
        triple, name = _parted(line)
        if name not in places:
            _refuse_foreign(path, name)
            hashes[name], places[name] = hashlib.sha256(), array("Q")
        hashes[name].update(triple + b" .\n")
        places[name].append(place)
    return tuple(
        LocalGraph(path=path, name=name.decode("utf-8"), sha256=hashes[name].hexdigest(), places=places[name])
        for name in sorted(places)
    )


def _lines(path: Path) -> Iterator[tuple[int, bytes]]:
    place = 0
    try:
        with path.open("rb") as file:
            for line in file:
                yield place, line
                place += len(line)
    except FileNotFoundError as error:
        raise InputError(
            f"there is no built graph in {path.parent}.",
            hint="Run `kg build` first, or name the folder it wrote to with --graph.",
        ) from error


def _parted(line: bytes) -> tuple[bytes, bytes]:
    """A line as its triple and the name of its graph; the graph is the last term and an IRI, which has no blank."""
    triple, _, rest = line.rpartition(b" <")
    return triple, rest.partition(b">")[0]


def _refuse_foreign(path: Path, name: bytes) -> None:
    text = name.decode("utf-8", "replace")
    if not text.startswith(GRAPH):
        raise InputError(
            f"{path} holds the graph <{text}>, which is none of ours (they begin with {GRAPH}).",
            hint="Build the graph again with `kg build`; nothing was sent.",
        )
