"""How a store takes graphs, and where it answers queries."""

from dataclasses import dataclass
from typing import Final, Literal
from urllib.parse import urlsplit, urlunsplit

from kg.push.door import Door, status, unclear
from kg.query.credentials import checked
from kg.query.retries import Patience
from kg.vocab.namespaces import GRAPH

Via = Literal["gsp", "update"]

_ASKED_AT: Final = {
    "/rdf-graphs/service": "",
    "/sparql-graph-crud": "/sparql",
    "/sparql-graph-crud-auth": "/sparql-auth",
    "/statements": "",
    "/store": "/query",
    "/data": "/query",
    "/update": "/query",
}
"""How the path of what writes ends, and how that of what answers ends in its place: Oxigraph, Virtuoso, Fuseki, RDF4J
and GraphDB. Other stores answer at the address at which they take updates."""
_NOTHING: Final = GRAPH + "none"
"""A graph that does not exist: asking for it shows whether graphs can be asked for."""
_MISSING: Final = 404
PROBE_SECONDS: Final = 30.0
PATIENCE: Final = Patience(tries=3)


@dataclass(frozen=True, slots=True, kw_only=True)
class Address:
    """Where a store is written to and asked."""

    url: str
    via: Via
    query_url: str
    seconds: float = 120.0
    patience: Patience = PATIENCE


def address(url: str, *, via: Via | None = None, query_url: str | None = None, seconds: float = 120.0) -> Address:
    """The address of a store; how it takes graphs is found out where it is not said.

    Raises:
        InputError: no address of a store, or it holds a password.
    """
    checked(url)
    found = via or _probed(Door(url, min(seconds, PROBE_SECONDS), Patience(tries=2)))
    return Address(url=url, via=found, query_url=checked(query_url or _asked_at(url)), seconds=seconds)


def _asked_at(url: str) -> str:
    parts = urlsplit(url)
    path = parts.path.rstrip("/")
    for end, other in _ASKED_AT.items():
        if path.endswith(end):
            return urlunsplit((parts.scheme, parts.netloc, path.removesuffix(end) + other, "", ""))
    return url


def _probed(door: Door) -> Via:
    """How an address takes graphs, told by requests that change nothing."""
    if _gives_graphs(door):
        return "gsp"
    if status(door, "POST", b"INSERT DATA { }", kind="application/sparql-update") in {200, 202, 204}:
        return "update"
    raise unclear(door.url)


def _gives_graphs(door: Door) -> bool:
    """Whether a graph that is not there is missing in another way than the whole address would be."""
    if not urlsplit(door.url).path.strip("/"):
        return False
    found = status(door, "GET", graph=_NOTHING)
    return found == _MISSING and status(door, "GET") != _MISSING
