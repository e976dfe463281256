"""A service over a small register, and the same on a real socket."""

import http.client
import json
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import pytest
from pyoxigraph import RdfFormat, Store

from kg import query, serve
from kg.serve.exchange import Request, Response
from kg.serve.things import Thing

REGISTER = Path(__file__).parents[1] / "graphs" / "register.trig"
ORIGIN = "http://127.0.0.1:3333"


@pytest.fixture(scope="session")
def service(tmp_path_factory: pytest.TempPathFactory) -> serve.Service:
    texts = tmp_path_factory.mktemp("texts")
    (texts / "abc123.txt").write_text("<b>Schienentag\n\nOttilie Zwiebelhuber\n", "utf-8")
    store = Store()
    store.load(path=REGISTER, format=RdfFormat.TRIG)
    options = serve.Options(language="fr", origins=(ORIGIN,), seconds=2.0)
    return serve.Service(query.engine_over(store), texts, options)


@pytest.fixture(scope="session")
def things(service: serve.Service) -> dict[str, Thing]:
    return dict(service.things)


def get(service: serve.Service, path: str, **parameters: str) -> Response:
    request = Request(method="GET", path=path, base="http://127.0.0.1:1", parameters=parameters)
    return service.respond(request)


def answer(service: serve.Service, path: str, **parameters: str) -> Any:
    response = get(service, path, **parameters)
    assert response.status == 200, response.body
    return json.loads(response.body)


@dataclass(frozen=True)
class Answer:
    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def json(self) -> Any:
        return json.loads(self.body)


class Client:
    """Asks a server that runs on a free port of this machine."""

    def __init__(self, server: serve.Server) -> None:
        self.server = server
        self.port = int(server.server_address[1])

    def ask(self, method: str, path: str, body: bytes | None = None, headers: dict[str, str] | None = None) -> Answer:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=10)
        try:
            connection.request(method, path, body, headers or {})
            response = connection.getresponse()
            found = {name.lower(): value for name, value in response.getheaders()}
            return Answer(response.status, found, response.read())
        finally:
            connection.close()

    def post(self, path: str, **form: str) -> Answer:
        body = urlencode(form).encode()
        return self.ask("POST", path, body, {"Content-Type": "application/x-www-form-urlencoded; charset=UTF-8"})


@pytest.fixture(scope="session")
def client(service: serve.Service) -> Iterator[Client]:
    with serve.bound(service, "127.0.0.1", 0) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
        thread.start()
        yield Client(server)
        server.shutdown()
        thread.join()
