"""The two ways in which a store takes graphs."""

from collections.abc import Callable, Iterable
from typing import Final, Protocol

from kg.push.address import Address
from kg.push.door import Door
from kg.query.refusals import RefusedError

CHUNKS: Final = {"gsp": 10_000, "update": 500}
"""How many triples go in one request: Virtuoso compiles an update, and refuses one of some thousand lines."""
_TRIPLES: Final = "application/n-triples"
_UPDATE: Final = "application/sparql-update"


class Writer(Protocol):
    """Writes the graphs of a store."""

    def write(self, graph: str, triples: Iterable[bytes], *, anew: bool) -> None:
        """Add triples to a graph, or make them all that it holds."""
        ...

    def drop(self, graph: str) -> None:
        """Remove a graph."""
        ...


class GraphStore:
    """SPARQL 1.1 Graph Store HTTP Protocol."""

    def __init__(self, door: Door) -> None:
        self._door = door

    def write(self, graph: str, triples: Iterable[bytes], *, anew: bool) -> None:
        """PUT replaces, POST adds."""
        body = b"".join(triple + b" .\n" for triple in triples)
        self._door.send("PUT" if anew else "POST", body, kind=_TRIPLES, graph=graph)

    def drop(self, graph: str) -> None:
        """DELETE; a graph that has gone already is as good."""
        try:
            self._door.send("DELETE", graph=graph)
        except RefusedError as error:
            if error.status != 404:
                raise


class Updates:
    """SPARQL 1.1 Update."""

    def __init__(self, door: Door) -> None:
        self._door = door

    def write(self, graph: str, triples: Iterable[bytes], *, anew: bool) -> None:
        """Both steps of a replacement go in one request."""
        drop = f"DROP SILENT GRAPH <{graph}> ;\n" if anew else ""
        lines = b"".join(triple + b" .\n" for triple in triples)
        self._send(f"{drop}INSERT DATA {{ GRAPH <{graph}> {{\n".encode() + lines + b"} }")

    def drop(self, graph: str) -> None:
        """A graph that has gone already is as good."""
        self._send(f"DROP SILENT GRAPH <{graph}>".encode())

    def _send(self, body: bytes) -> None:
        self._door.send("POST", body, kind=_UPDATE)


_WRITERS: Final[dict[str, Callable[[Door], Writer]]] = {"gsp": GraphStore, "update": Updates}


def writer(there: Address) -> Writer:
    """What writes to a store in the way that it takes."""
    return _WRITERS[there.via](Door(there.url, there.seconds, there.patience))
