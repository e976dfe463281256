"""One HTTP exchange with a deadline for the whole of it, a cap on the reply, and no redirects.

A server that sends a byte now and then never runs into the timeout of a socket; here a timer cuts the connection.
"""

import contextlib
import socket
import threading
from collections.abc import Mapping
from http.client import HTTPConnection, HTTPException, HTTPResponse, HTTPSConnection

from kg.errors import SourceError
from kg.extract.endpoint.address import Address

MOST_BYTES = 4 * 1024 * 1024
"""A reply about one page is far below this."""
_CHUNK = 64 * 1024
_OK = 200
_WHAT = {
    401: ("the key was refused", "Set KG_LLM_KEY to a key of that service."),
    403: ("the key was refused", "Set KG_LLM_KEY to a key that may use this model."),
    404: ("there is nothing at this address, or no such model", "Check KG_LLM_URL and KG_LLM_MODEL."),
    429: ("it has had too many requests", "Wait a while, then run it again."),
}
_ASK = "See what the service says, then run it again."


def post(address: Address, body: bytes, headers: Mapping[str, str], seconds: float) -> bytes:
    """Send a body and take the reply.

    Raises:
        SourceError: no connection, an answer other than 200, too long or too late. It never tells the headers.
    """
    if seconds <= 0:
        raise _late(address)
    connection = (HTTPSConnection if address.secure else HTTPConnection)(address.host, address.port, timeout=seconds)
    line, late = _Line(), threading.Event()
    timer = threading.Timer(seconds, _cut, (line, late))
    timer.daemon = True
    timer.start()
    try:
        connection.connect()
        line.opened = connection.sock
        reply = b"" if late.is_set() else _exchange(connection, address, body, headers)
    except (OSError, HTTPException, ValueError) as error:
        if late.is_set() or isinstance(error, TimeoutError):
            raise _late(address) from error
        raise SourceError(f"{address} cannot be asked: {type(error).__name__}.", hint="Check KG_LLM_URL.") from error
    finally:
        timer.cancel()
        connection.close()
    if late.is_set():  # what came until the connection was cut may look whole
        raise _late(address)
    return reply


class _Line:
    """The open socket; http.client forgets it where the reply has no length."""

    opened: socket.socket | None = None


def _cut(line: _Line, late: threading.Event) -> None:
    late.set()
    if line.opened is not None:
        with contextlib.suppress(OSError):
            socket.socket.shutdown(line.opened, socket.SHUT_RDWR)  # also below TLS, which would wait for a reply


def _exchange(connection: HTTPConnection, address: Address, body: bytes, headers: Mapping[str, str]) -> bytes:
    connection.request("POST", address.path, body, dict(headers))
    with connection.getresponse() as response:
        if response.status != _OK:
            what, hint = _WHAT.get(response.status, ("it could not answer", _ASK))
            raise SourceError(f"{address} answered {response.status}: {what}.", hint=hint)
        return _read(response, address)


def _read(response: HTTPResponse, address: Address) -> bytes:
    chunks: list[bytes] = []
    length = 0
    while chunk := response.read(_CHUNK):
        chunks.append(chunk)
        length += len(chunk)
        if length > MOST_BYTES:
            raise SourceError(f"{address} sent more than {MOST_BYTES} bytes; the reply was thrown away.", hint=_ASK)
    return b"".join(chunks)


def _late(address: Address) -> SourceError:
    return SourceError(
        f"{address} did not answer in time.", hint="Give it more with KG_LLM_SECONDS, or choose a smaller model."
    )
