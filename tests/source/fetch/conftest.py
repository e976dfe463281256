"""A web of one server on this machine, which answers what a test tells it to."""

import threading
import time
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from kg.source.fetch.address import IP
from kg.source.fetch.web import Limits, Web

Writing = Callable[[BaseHTTPRequestHandler], None]


class Site:
    """What the server answers, and what it was asked."""

    def __init__(self, base: str) -> None:
        self.base = base
        self.answers: dict[str, Writing] = {}
        self.asked: list[tuple[str, dict[str, str]]] = []

    def put(self, path: str, data: bytes, form: str = "text/html", status: int = 200, **headers: str) -> str:
        """Answer a path with bytes."""

        def write(handler: BaseHTTPRequestHandler) -> None:
            handler.send_response(status)
            given = {name.replace("_", "-"): value for name, value in headers.items()}
            for name, value in {"Content-Type": form, "Content-Length": str(len(data)), **given}.items():
                handler.send_header(name, value)
            handler.end_headers()
            handler.wfile.write(data)

        self.answers[path] = write
        return self.base + path

    def lead(self, path: str, to: str) -> str:
        """Answer a path with a redirect."""
        return self.put(path, b"", status=302, Location=to)

    def drip(self, path: str, *, head: bool = False) -> str:
        """Answer a path one byte at a time, for as long as anybody listens."""

        def write(handler: BaseHTTPRequestHandler) -> None:
            if not head:
                handler.send_response(200)
                handler.send_header("Content-Type", "text/html")
                handler.end_headers()
            for _ in range(200):
                handler.wfile.write(b"H")
                handler.wfile.flush()
                time.sleep(0.05)

        self.answers[path] = write
        return self.base + path

    @property
    def paths(self) -> list[str]:
        """What was asked for."""
        return [path for path, _ in self.asked]


def _handler(sites: list[Site]) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            sites[0].asked.append((self.path, dict(self.headers)))
            answer = sites[0].answers.get(self.path)
            try:
                if answer is None:
                    self.send_error(404)
                else:
                    answer(self)
            except OSError:
                self.close_connection = True

        def log_message(self, format: str, *args: object) -> None:
            """Say nothing."""

    return Handler


@pytest.fixture
def site() -> Iterator[Site]:
    sites: list[Site] = []
    server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(sites))
    server.daemon_threads = True
    sites.append(Site(f"http://127.0.0.1:{server.server_address[1]}"))
    thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    yield sites[0]
    server.shutdown()
    server.server_close()
    thread.join()


def loopback(address: IP) -> bool:
    """The addresses that these tests may connect to."""
    return str(address) == "127.0.0.1"


@pytest.fixture
def web() -> Web:
    return Web(allow=loopback, limits=Limits(pause=0.0, seconds=5.0, most_bytes=100_000))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "raw"
