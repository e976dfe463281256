"""Requests to a store: signed, limited, and sent again where the store is busy.

Everything sent here may be sent twice: a graph is replaced, triples without blank nodes are added to a set, a graph is
dropped. So a request of which nobody knows whether it arrived is sent again.
"""

from typing import Final
from urllib.parse import urlencode
from urllib.request import Request

from kg.errors import InputError
from kg.query.access import Access
from kg.query.credentials import checked
from kg.query.endpoint import AGENT
from kg.query.refusals import ExceededError, RefusedError
from kg.query.retries import Patience, patiently
from kg.query.transfer import Limits, Reply, fetched

AGAIN: Final = "Run the same command again: it goes on where it stopped."
_HINTS: Final = {
    400: "Check that the address takes graphs; docs/remote.md names those of usual stores. --via chooses the protocol.",
    403: "The store knows who asks and does not let them write: ask its administrator for the right.",
    404: "Check the address; docs/remote.md names those of usual stores.",
    405: "The address takes no writing: give that of the Graph Store Protocol or of SPARQL Update (docs/remote.md).",
    413: "The store takes no requests of this size: give a smaller --chunk.",
    415: "The store does not take this format at this address: try the other protocol with --via.",
    507: f"The store is full: make room there. {AGAIN}",
}


class Door:
    """One address of a store."""

    def __init__(self, url: str, seconds: float, patience: Patience) -> None:
        self.url = checked(url)
        self._limits = Limits(seconds=seconds)
        self._patience = patience
        self._access = Access(url)

    def send(self, method: str, body: bytes | None = None, *, kind: str = "", graph: str | None = None) -> Reply:
        """Send one request.

        Raises:
            InputError: it was refused, or not answered in time; the hint says what to do.
        """
        joint = "&" if "?" in self.url else "?"
        url = self.url if graph is None else self.url + joint + urlencode({"graph": graph})
        request = Request(url, data=body, method=method, headers={"User-Agent": AGENT, "Accept": "*/*"})
        if body is not None:
            request.add_header("Content-Type", kind)
        try:
            return patiently(
                lambda limits: self._access.granted(request, limits, fetched), self._limits, self._patience
            )
        except RefusedError as error:
            error.message = error.message.replace("refused the query", f"refused {method}")
            error.hint = _HINTS.get(error.status, error.hint)
            raise
        except ExceededError as error:
            error.hint = f"Give more time with --timeout or a smaller --chunk. {AGAIN}"
            raise


def status(door: Door, method: str, body: bytes | None = None, *, kind: str = "", graph: str | None = None) -> int:
    """The status with which a store answers."""
    try:
        return door.send(method, body, kind=kind, graph=graph).status
    except RefusedError as error:
        return error.status


def unclear(url: str) -> InputError:
    """The error for an address that takes graphs in neither way."""
    return InputError(
        f"{url} takes neither the Graph Store Protocol nor SPARQL Update.",
        hint="docs/remote.md names the addresses of usual stores; --via chooses without probing.",
    )
