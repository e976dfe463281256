"""One request and its answer, over a connection to a checked address, with a bound on size and time."""

import http.client
import ssl
import zlib
from dataclasses import dataclass
from functools import cache

from kg import __version__
from kg.errors import SourceError
from kg.source.fetch.address import Allow, connected
from kg.source.fetch.deadline import Deadline
from kg.source.fetch.url import Address

AGENT = f"kg/{__version__} (cross-border-kg; reads event pages for research)"

_CHUNK = 65536
_GZIP = 31
_HEADERS = {
    "User-Agent": AGENT,
    "Accept": "text/html, application/xhtml+xml, text/plain, application/pdf, */*;q=0.5",
    "Accept-Language": "fr, de, en",
    "Accept-Encoding": "gzip",
    "Connection": "close",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What a server answered."""

    status: int
    reason: str
    data: bytes
    form: str
    """The content type, without its parameters."""
    charset: str | None
    location: str | None


@cache
def _trust() -> ssl.SSLContext:
    return ssl.create_default_context()


def exchange(address: Address, *, allow: Allow, deadline: Deadline, most: int) -> Answer:
    """Ask for a page.

    Raises:
        OSError, http.client.HTTPException, ValueError: the connection failed.
        TimeoutError: the deadline has passed.
        SourceError: the page is larger than `most` bytes.
    """
    connection = http.client.HTTPConnection(address.host, address.port)
    raw = connected(address.host, address.port, allow, deadline)
    if address.scheme == "https":
        raw = _trust().wrap_socket(raw, server_hostname=address.host, do_handshake_on_connect=False)
    try:
        with deadline.over(raw):
            if isinstance(raw, ssl.SSLSocket):
                raw.do_handshake()
            connection.sock = raw
            connection.request("GET", address.path, headers={**_HEADERS, "Host": address.site.partition("//")[2]})
            return _answer(address, connection.getresponse(), most)
    finally:
        connection.close()
        raw.close()


def _answer(address: Address, response: http.client.HTTPResponse, most: int) -> Answer:
    data = _body(address, response, most) if response.status < 300 else b""
    return Answer(
        status=response.status,
        reason=response.reason[:80],
        data=data,
        form=response.headers.get_content_type(),
        charset=response.headers.get_content_charset(),
        location=response.headers.get("Location"),
    )


def _body(address: Address, response: http.client.HTTPResponse, most: int) -> bytes:
    if (response.length or 0) > most:
        raise _too_large(address, most)
    parts, size = [], 0
    while chunk := response.read1(_CHUNK):
        size += len(chunk)
        if size > most:
            raise _too_large(address, most)
        parts.append(chunk)
    if response.length:
        raise http.client.IncompleteRead(b"", response.length)
    data = b"".join(parts)
    if response.headers.get("Content-Encoding", "").strip().lower() not in ("gzip", "x-gzip"):
        return data
    return _unpacked(address, data, most)


def _unpacked(address: Address, data: bytes, most: int) -> bytes:
    try:
        unpacked = zlib.decompressobj(_GZIP).decompress(data, most + 1)
    except zlib.error as error:
        raise OSError(f"what it sent is damaged: {error}") from error
    if len(unpacked) > most:
        raise _too_large(address, most)
    return unpacked


def _too_large(address: Address, most: int) -> SourceError:
    return SourceError(f"{address} has more than {most} bytes.", hint="Save it by hand, and give kg the file.")
