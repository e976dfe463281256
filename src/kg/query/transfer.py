"""One HTTP request within limits that hold for all of it: a deadline, a size, and the host that was named."""

import socket
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from http.client import HTTPConnection, HTTPException, HTTPSConnection
from typing import Any, Final, NoReturn
from urllib.error import HTTPError, URLError
from urllib.request import HTTPHandler, HTTPRedirectHandler, HTTPSHandler, Request, build_opener

from kg.errors import InputError
from kg.query.faults import cut
from kg.query.refusals import ExceededError, RefusedError, UnreachableError

_CHUNK: Final = 65_536
_SHOWN: Final = 2_000
"""How many bytes of a page that tells of an error are read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What one call may cost."""

    seconds: float = 60.0
    """From the look-up of the name to the last byte."""
    bytes: int = 100_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """What came back."""

    media_type: str
    body: bytes

    @property
    def start(self) -> str:
        """How the body begins, on one line."""
        return cut(self.body[:_SHOWN].decode("utf-8", "replace"))


@dataclass(slots=True)
class _Call:
    """A request under way: its sockets, so that they can be closed under it, and how it ended."""

    sockets: list[socket.socket] = field(default_factory=list)
    reply: Reply | None = None
    error: Exception | None = None

    def close(self) -> None:
        for one in self.sockets:
            try:
                one.shutdown(socket.SHUT_RDWR)
            except OSError:
                one.close()


def fetched(request: Request, limits: Limits) -> Reply:
    """Send a request and read the reply whole.

    The time limit of a socket is one for each read, which a server that sends a byte a second never meets: the call
    runs in a thread of its own, whose sockets are closed when the time is over.

    Raises:
        InputError: no reply within the limits, an error status, or a redirect.
    """
    call = _Call()
    thread = threading.Thread(target=_run, args=(call, request, limits), daemon=True)
    thread.start()
    thread.join(limits.seconds)
    if thread.is_alive():
        call.close()
        raise _late(request.full_url, limits)
    if call.error is not None:
        _tell(request.full_url, call.error, limits)
    assert call.reply is not None
    return call.reply


def _run(call: _Call, request: Request, limits: Limits) -> None:
    try:
        opener = build_opener(_Redirects, *_handlers(call.sockets))
        with opener.open(request, timeout=limits.seconds) as response:
            call.reply = Reply(media_type=response.headers.get_content_type(), body=_body(response, request, limits))
    except HTTPError as error:
        with error:
            call.error = _status(request.full_url, error)
    except (OSError, HTTPException, ValueError, InputError) as error:
        call.error = error


def _body(response: Any, request: Request, limits: Limits) -> bytes:
    body = bytearray()
    while chunk := response.read1(_CHUNK):
        body += chunk
        if len(body) > limits.bytes:
            raise ExceededError(
                f"{request.full_url} sends more than {limits.bytes} bytes.",
                hint="Ask for less, with LIMIT or more conditions.",
            )
    if response.length:
        raise HTTPException(f"the reply ended {response.length} bytes early")
    return bytes(body)


def _status(url: str, error: HTTPError) -> InputError:
    try:
        body = error.read(_SHOWN)
    except (OSError, HTTPException):
        body = b""
    said = Reply(media_type="", body=body).start
    if 300 <= error.code < 400:
        place = error.headers.get("Location", "nowhere")
        return InputError(f"{url} sends on to {place}.", hint="Give that address with --endpoint if you trust it.")
    if error.code == 500 and b"timeout" in body.lower():
        return ExceededError(
            f"{url} has given the query up: {said}.", hint="Ask for less, with LIMIT or more conditions."
        )
    refused = RefusedError(
        f"{url} refused the query with status {error.code}: {said or error.reason}.",
        hint="Mend the query." if error.code == 400 else "Check the address, and try again later.",
    )
    refused.status = error.code
    refused.retry_after = _seconds(error.headers.get("Retry-After"))
    return refused


def _seconds(stated: str | None) -> float | None:
    """How long a header says to wait: in seconds, or until a date."""
    if stated is None:
        return None
    if stated.strip().isdecimal():
        return float(stated)
    try:
        until = parsedate_to_datetime(stated)
    except ValueError:
        return None
    return max(0.0, (until - datetime.now(UTC)).total_seconds()) if until.tzinfo is not None else None


def _late(url: str, limits: Limits) -> InputError:
    return ExceededError(
        f"{url} has not answered within {limits.seconds:.3g} seconds.",
        hint="Ask for less, with LIMIT or more conditions, or try again later.",
    )


def _tell(url: str, error: Exception, limits: Limits) -> NoReturn:
    if isinstance(error, InputError):
        raise error
    why = error.reason if isinstance(error, URLError) else error
    if isinstance(why, TimeoutError):  # the limit of the socket may be met a moment before that of the whole call
        raise _late(url, limits) from error
    raise UnreachableError(
        f"{url} cannot be asked: {cut(str(why)) or type(error).__name__}.",
        hint="Check the address and the network.",
    ) from error


class _Redirects(HTTPRedirectHandler):
    """Follows none: a query may hold what is for one host only."""

    def redirect_request(self, *_: Any) -> None:
        """Leave the redirect as an error status."""


def _handlers(sockets: list[socket.socket]) -> tuple[HTTPHandler, HTTPSHandler]:
    """Handlers whose connections note their socket."""

    class Plain(HTTPHandler):
        def http_open(self, request: Request) -> Any:
            return self.do_open(_noting(HTTPConnection, sockets), request)

    class Secure(HTTPSHandler):
        def https_open(self, request: Request) -> Any:
            return self.do_open(_noting(HTTPSConnection, sockets), request)

    return Plain(), Secure()


def _noting(kind: type[HTTPConnection], sockets: list[socket.socket]) -> Callable[..., HTTPConnection]:
    class Noting(kind):  # type: ignore[misc, valid-type]
        def connect(self) -> None:
            super().connect()
            sockets.append(self.sock)

    return Noting
