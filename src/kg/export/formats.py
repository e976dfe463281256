"""The formats that a graph is written in, and the writing of them."""

import gc
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from kg import files
from kg.errors import InputError
from kg.export import statements
from kg.export.jsonld import jsonld
from kg.export.rdfxml import rdfxml
from kg.export.statements import Triple
from kg.export.tables import archive
from kg.export.turtle import trig, turtle
from kg.query import Engine

DEFAULT_PROJECTION: Final = "events"


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """A format: the suffix of its files, its media type, what it is for, and its writer."""

    suffix: str
    media_type: str
    description: str
    write: Callable[[Engine, str], bytes]
    """From the engine and the name of a projection to the bytes of the file."""


def to_bytes(engine: Engine, format_name: str, *, projection: str = DEFAULT_PROJECTION) -> bytes:
    """The graph in a format; the same graph gives the same bytes.

    Args:
        engine: the graph.
        format_name: a key of `FORMATS`.
        projection: which network GraphML and GEXF hold, a key of `kg.network.PROJECTIONS`; other formats are of the
            whole graph and ignore it.

    Raises:
        InputError: there is no such format or projection, or the format cannot carry what the graph holds.
    """
    with _without_collector():
        return _format(format_name).write(engine, projection)


def export(engine: Engine, format_name: str, path: Path, *, projection: str = DEFAULT_PROJECTION) -> None:
    """Write the graph into a file in a format; the file is written whole or not at all.

    Args:
        engine: the graph.
        format_name: a key of `FORMATS`.
        path: the file.
        projection: as in `to_bytes`.

    Raises:
        InputError: as `to_bytes`, or the disk refused the file.
    """
    files.write(path, to_bytes(engine, format_name, projection=projection))


@contextmanager
def _without_collector() -> Iterator[None]:
    """Not to look again and again for circles among the millions of small things an export makes: there are none."""
    running = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if running:
            gc.enable()


def _format(name: str) -> Format:
    if name not in FORMATS:
        raise InputError(f"there is no export format {name!r}.", hint=f"Choose one of {', '.join(FORMATS)}.")
    return FORMATS[name]


def _text(lines: Iterable[str]) -> bytes:
    return "".join(f"{line}\n" for line in lines).encode("utf-8")


def _union(write: Callable[[list[Triple]], Iterable[str]]) -> Callable[[Engine, str], bytes]:
    return lambda engine, _: _text(write(statements.union(engine)))


def _graphml(engine: Engine, projection: str) -> bytes:
    from kg import network  # noqa: PLC0415 - only this format needs networkx

    return network.to_graphml(network.project(engine, projection))


def _gexf(engine: Engine, projection: str) -> bytes:
    from kg import network  # noqa: PLC0415

    return network.to_gexf(network.project(engine, projection))


FORMATS: Final[dict[str, Format]] = {
    "turtle": Format(
        suffix=".ttl",
        media_type="text/turtle",
        description="RDF for people: prefixed and grouped",
        write=_union(turtle),
    ),
    "trig": Format(
        suffix=".trig",
        media_type="application/trig",
        description="RDF for people, with the graph of each source",
        write=lambda engine, _: _text(trig(statements.quads(engine))),
    ),
    "ntriples": Format(
        suffix=".nt",
        media_type="application/n-triples",
        description="RDF, a sorted line a statement",
        write=_union(lambda triples: (" ".join(triple) + " ." for triple in triples)),
    ),
    "nquads": Format(
        suffix=".nq",
        media_type="application/n-quads",
        description="RDF, a sorted line a statement with the graph of its source",
        write=lambda engine, _: _text(statements.lines(engine)),
    ),
    "rdfxml": Format(
        suffix=".rdf", media_type="application/rdf+xml", description="RDF for tools that read XML", write=_union(rdfxml)
    ),
    "jsonld": Format(
        suffix=".jsonld",
        media_type="application/ld+json",
        description="JSON, an event a node with its sessions and participations inside",
        write=lambda engine, _: jsonld(statements.union(engine)),
    ),
    "csv": Format(
        suffix=".zip",
        media_type="application/zip",
        description="tables for pandas, R and spreadsheets, zipped",
        write=lambda engine, _: archive(statements.union(engine)),
    ),
    "graphml": Format(
        suffix=".graphml",
        media_type="application/graphml+xml",
        description="a network for Gephi, R (igraph), Cytoscape and yEd",
        write=_graphml,
    ),
    "gexf": Format(suffix=".gexf", media_type="application/gexf+xml", description="a network for Gephi", write=_gexf),
}
