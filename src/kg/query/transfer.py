"""One HTTP request within limits that hold for all of it: a deadline, a size, and the host that was named."""

import socket
import threading
import time
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from http.client import HTTPException, HTTPMessage
from typing import Any, Final, NoReturn, Self
from urllib.error import HTTPError, URLError
from urllib.request import Request

from kg.errors import InputError
from kg.query.connections import opener
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
    """Of a reply that is held whole."""
    streamed: int = 100_000_000_000
    """Of one that is read as it comes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """What came back."""

    media_type: str
    body: bytes
    headers: HTTPMessage = field(default_factory=HTTPMessage)
    status: int = 200

    @property
    def start(self) -> str:
        """How the body begins, on one line."""
        return cut(self.body[:_SHOWN].decode("utf-8", "replace"))


@dataclass(slots=True)
class _Call:
    """A request under way: its sockets, so that they can be closed under it, and how it ended."""

    sockets: list[socket.socket] = field(default_factory=list)
    response: Any = None
    error: Exception | None = None
    late: bool = False

    def close(self) -> None:
        self.late = True
        for one in self.sockets:
            try:
                one.shutdown(socket.SHUT_RDWR)
            except OSError:
                one.close()


class Stream:
    """The body of a reply, read as it comes within the limits of its call.

    What goes wrong is raised and also kept in `error`, for a parser between may raise something of its own.
    """

    def __init__(self, call: _Call, request: Request, limits: Limits, end: float) -> None:
        self._call, self._url, self._limits = call, request.full_url, limits
        self._timer = threading.Timer(max(0.0, end - time.monotonic()), call.close)
        self._timer.daemon = True
        self._timer.start()
        self._size = 0
        self.headers: HTTPMessage = call.response.headers
        self.media_type: str = self.headers.get_content_type()
        self.status: int = call.response.status
        self.error: InputError | None = None
        self.start = b""
        """How the body begins, as far as it has been read."""

    def read(self, most: int = -1) -> bytes:
        """At most so many bytes, or the whole of what is left; none at the end of a whole reply."""
        if most >= 0:
            return self._read(min(most, _CHUNK))
        body = bytearray()
        while part := self._read(_CHUNK):
            body += part
        return bytes(body)

    def close(self) -> None:
        """Let go of the connection."""
        self._timer.cancel()
        self._call.response.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _read(self, most: int) -> bytes:
        try:
            part: bytes = self._call.response.read1(most)
            if self._call.late:
                raise TimeoutError
            if not part and self._call.response.length:
                raise HTTPException(f"the reply ended {self._call.response.length} bytes early")
            self._count(part)
        except (OSError, HTTPException, ValueError, InputError) as error:
            try:
                _tell(self._url, TimeoutError() if self._call.late else error, self._limits)
            except InputError as told:
                self.error = told
                raise
        return part

    def _count(self, part: bytes) -> None:
        self._size += len(part)
        self.start += part[: max(0, _SHOWN - len(self.start))]
        if self._size > self._limits.bytes:
            raise ExceededError(
                f"{self._url} sends more than {self._limits.bytes} bytes.",
                hint="Ask for less, with LIMIT or more conditions.",
            )


def opened(request: Request, limits: Limits) -> Stream:
    """Send a request and give the body as it comes; to be closed.

    The time limit of a socket is one for each read, which a server that sends a byte a second never meets: the call is
    opened in a thread of its own, and its sockets are closed when the time is over.

    Raises:
        InputError: no reply within the limits, an error status, or a redirect.
    """
    call, end = _Call(), time.monotonic() + limits.seconds
    thread = threading.Thread(target=_open, args=(call, request, limits), daemon=True)
    thread.start()
    thread.join(limits.seconds)
    if thread.is_alive():
        call.close()
        raise _late(request.full_url, limits)
    if call.error is not None:
        _tell(request.full_url, call.error, limits)
    return Stream(call, request, limits, end)


def fetched(request: Request, limits: Limits) -> Reply:
    """Send a request and read the reply whole.

    Raises:
        InputError: no reply within the limits, an error status, or a redirect.
    """
    with opened(request, limits) as stream:
        body = stream.read()
        return Reply(media_type=stream.media_type, body=body, headers=stream.headers, status=stream.status)


def _open(call: _Call, request: Request, limits: Limits) -> None:
    try:
        call.response = opener(call.sockets).open(request, timeout=limits.seconds)
    except HTTPError as error:
        with error:
            call.error = _status(request.full_url, error)
    except (OSError, HTTPException, ValueError) as error:
        call.error = error
    if call.late and call.response is not None:
        call.response.close()


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
    refused.challenges = tuple(error.headers.get_all("WWW-Authenticate", []))
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
