"""The service on a socket: HTTP/1.1 by the standard library, bounded in size, time and number."""

import re
import socket
import threading
from collections.abc import Mapping
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from io import BufferedReader
from typing import Any, Final
from urllib.parse import parse_qsl, unquote, urlsplit

from kg.errors import InputError
from kg.serve.exchange import Request, Response, refused
from kg.serve.hosts import is_known
from kg.serve.patience import Patience
from kg.serve.service import Service

BODY: Final = 1_000_000
"""Bytes of a body."""
CONNECTIONS: Final = 32
_FIELDS: Final = 20
_DIGITS: Final = re.compile(r"[0-9]{1,12}", re.ASCII)
_FORM: Final = "application/x-www-form-urlencoded"


class Refusal(Exception):  # noqa: N818 - it is a response, not an error of the program
    """A request that is answered before the service sees it; the connection is closed after it."""

    def __init__(self, response: Response) -> None:
        super().__init__()
        self.response = response


class Server(ThreadingHTTPServer):
    """Answers on one address; connections beyond the bound are turned away at once."""

    daemon_threads = True
    block_on_close = False
    request_queue_size = 64

    def __init__(self, service: Service, host: str, port: int) -> None:
        self.address_family = socket.AF_INET6 if ":" in host else socket.AF_INET
        self.service = service
        self.host = host
        self._free = threading.BoundedSemaphore(CONNECTIONS)
        super().__init__((host, port), Handler)

    @property
    def url(self) -> str:
        """Where it can be reached from this machine."""
        reached = {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(self.host, self.host)
        return f"http://{f'[{reached}]' if ':' in reached else reached}:{self.server_address[1]}"

    def server_bind(self) -> None:
        """Bind, without asking the network for the name of this machine."""
        socket_server_bind(self)

    def process_request(self, request: Any, client_address: Any) -> None:
        """Give the connection a thread, if there is one left."""
        if self._free.acquire(blocking=False):
            super().process_request(request, client_address)
        else:
            self.shutdown_request(request)

    def process_request_thread(self, request: Any, client_address: Any) -> None:
        """Serve one connection."""
        try:
            super().process_request_thread(request, client_address)
        finally:
            self._free.release()

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A connection that broke is the client's affair; nothing is written down of it."""


def socket_server_bind(server: ThreadingHTTPServer) -> None:
    """What `socketserver` does when it binds."""
    server.socket.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    server.socket.bind(server.server_address)
    server.server_address = server.socket.getsockname()
    server.server_name, server.server_port = str(server.server_address[0]), int(server.server_address[1])


class Handler(BaseHTTPRequestHandler):
    """One connection."""

    server: Server
    protocol_version = "HTTP/1.1"

    def setup(self) -> None:
        """Read under a deadline."""
        super().setup()
        self.patience = Patience(self.connection, self.server.service.options.seconds)
        self.rfile = BufferedReader(self.patience)

    def handle_one_request(self) -> None:
        """One request, with its own time."""
        self.patience.renew()
        super().handle_one_request()

    def do_GET(self) -> None:
        """Answer."""
        try:
            response = self._answered()
        except Refusal as refusal:
            self.close_connection = True
            response = refusal.response
        except Exception:  # noqa: BLE001 - the outermost shell: no fault may show its inside, or end the service
            self.close_connection = True
            response = refused(500, "a fault of kg itself", "Please report it with what you asked.")
        self._send(response)

    do_HEAD = do_POST = do_OPTIONS = do_PUT = do_DELETE = do_PATCH = do_TRACE = do_CONNECT = do_GET  # noqa: N815

    def _answered(self) -> Response:
        hosts = self.headers.get_all("Host", [])
        if len(hosts) != 1 or not is_known(hosts[0], self.server.host):
            raise Refusal(refused(421, "this service does not go by that name", "Ask for 127.0.0.1 or localhost."))
        parts = urlsplit(self.path)
        path = unquote(parts.path)
        allowed = self.server.service.methods(path)
        body = self._body()
        if allowed and self.command not in allowed:
            return refused(405, f"there is no {self.command} here", **{"Allow": ", ".join(allowed)})
        if self.command == "OPTIONS":
            return Response(status=204, body=b"", headers={"Allow": ", ".join(allowed)})
        fields = {**_fields(parts.query), **(self._form(body) if self.command == "POST" else {})}
        base = f"http://{hosts[0]}"
        return self.server.service.respond(Request(method=self.command, path=path, base=base, parameters=fields))

    def _body(self) -> bytes:
        """The body, read whole: what is left would be taken for the next request."""
        lengths = self.headers.get_all("Content-Length", [])
        if "Transfer-Encoding" in self.headers:
            raise Refusal(refused(501, "bodies in pieces are not read", "Send Content-Length."))
        if not lengths:
            if self.command == "POST":
                raise Refusal(refused(411, "the length of the body is missing", "Send Content-Length."))
            return b""
        if len(lengths) != 1 or _DIGITS.fullmatch(lengths[0]) is None:
            raise Refusal(refused(400, "Content-Length is no number"))
        if int(lengths[0]) > BODY:
            raise Refusal(refused(413, f"the body is larger than {BODY} bytes", "Send fewer queries at a time."))
        body = self.rfile.read(int(lengths[0]))
        if len(body) < int(lengths[0]):
            raise Refusal(refused(400, "the body is shorter than Content-Length says"))
        return body

    def _form(self, body: bytes) -> dict[str, str]:
        if self.headers.get_content_type() != _FORM:
            raise Refusal(refused(415, "the body is no form", f"Send it as {_FORM}."))
        try:
            return _fields(body.decode("utf-8"))
        except UnicodeDecodeError as error:
            raise Refusal(refused(400, "the body is not UTF-8")) from error

    def _send(self, response: Response) -> None:
        self.send_response(response.status)
        for name, value in {**response.headers, **self._sharing()}.items():
            self.send_header(name, value)
        if response.status != HTTPStatus.NO_CONTENT:
            self.send_header("Content-Length", str(len(response.body)))
        if self.close_connection:
            self.send_header("Connection", "close")
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(response.body)

    def _sharing(self) -> Mapping[str, str]:
        """The headers that let pages of the named origins read the answer."""
        origins = self.server.service.options.origins
        origin = self.headers.get("Origin", "") if hasattr(self, "headers") else ""
        if not origins:
            return {}
        if origin not in origins and "*" not in origins:
            return {"Vary": "Origin"}
        return {
            "Vary": "Origin",
            "Access-Control-Allow-Origin": "*" if "*" in origins else origin,
            **(_PREFLIGHT if self.command == "OPTIONS" else {}),
        }

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """What `http.server` itself refuses: a request line or header that is none."""
        self.close_connection = True
        self._send(refused(code, HTTPStatus(code).phrase))

    def version_string(self) -> str:
        """No version: it would only serve an attacker."""
        return "kg"

    def log_message(self, format: str, *args: object) -> None:
        """Nothing is written down of who asked what."""


_PREFLIGHT: Final[Mapping[str, str]] = {
    "Access-Control-Allow-Methods": "GET, HEAD, POST, OPTIONS",
    "Access-Control-Allow-Headers": "Content-Type, Accept",
    "Access-Control-Allow-Private-Network": "true",
    "Access-Control-Max-Age": "600",
}


def _fields(text: str) -> dict[str, str]:
    try:
        return dict(parse_qsl(text, keep_blank_values=True, max_num_fields=_FIELDS, errors="strict"))
    except ValueError as error:
        raise Refusal(
            refused(400, "the address or form cannot be read", "Send it in UTF-8, percent-encoded.")
        ) from error


def bound(service: Service, host: str, port: int) -> Server:
    """A server that is bound to its address, ready to serve.

    Raises:
        InputError: the port is taken, or there is no such address here.
    """
    try:
        return Server(service, host, port)
    except (OSError, OverflowError) as error:
        raise InputError(
            f"cannot listen on {host}, port {port}: {getattr(error, 'strerror', None) or error}.",
            hint=f"Choose another port, such as --port {port + 1 if port < 65_535 else 8_001}.",
        ) from error
