"""Connections that note their sockets, so that they can be closed while somebody waits on them; no redirects."""

import socket
from collections.abc import Callable
from http.client import HTTPConnection, HTTPSConnection
from typing import Any
from urllib.request import HTTPHandler, HTTPRedirectHandler, HTTPSHandler, OpenerDirector, Request, build_opener


def opener(sockets: list[socket.socket]) -> OpenerDirector:
    """What opens requests and notes its sockets in this list."""
    return build_opener(_Redirects, *_handlers(sockets))


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
