"""A request and a response as the service sees them, without any socket."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from kg.serve.markup import policy

_SAFE: Final[Mapping[str, str]] = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cache-Control": "no-cache",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """What was asked."""

    method: str
    path: str
    base: str
    """Where the service was reached, such as `http://127.0.0.1:8000`."""
    parameters: Mapping[str, str] = field(default_factory=dict)
    """Those of the address and of the form, each once."""

    @property
    def is_form(self) -> bool:
        """Whether the request can carry a form."""
        return self.method == "POST"


@dataclass(frozen=True, slots=True, kw_only=True)
class Response:
    """What is answered."""

    status: int
    body: bytes
    headers: Mapping[str, str]


def as_json(value: Any, status: int = 200) -> Response:
    """A response of JSON."""
    body = json.dumps(value, ensure_ascii=True).encode("ascii")
    headers = {
        **_SAFE,
        "Content-Type": "application/json; charset=utf-8",
        "Content-Security-Policy": "default-src 'none'",
    }
    return Response(status=status, body=body, headers=headers)


def as_page(html: str, frames: tuple[str, ...], status: int = 200) -> Response:
    """A response of HTML."""
    headers = {**_SAFE, "Content-Type": "text/html; charset=utf-8", "Content-Security-Policy": policy(frames)}
    return Response(status=status, body=html.encode("utf-8", "replace"), headers=headers)


def refused(status: int, message: str, hint: str = "", **headers: str) -> Response:
    """A response that says what was wrong, and what to do."""
    said = {"status": "error", "message": message, **({"hint": hint} if hint else {})}
    response = as_json(said, status)
    return Response(status=status, body=response.body, headers={**response.headers, **headers})
