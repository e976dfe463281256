"""The service on a real socket: what HTTP asks of it, and what hostile clients try."""

import json
import socket
import threading
import time
from concurrent.futures import ThreadPoolExecutor

import pytest
from tests.serve import schemas
from tests.serve.conftest import ORIGIN, Client

from kg import serve
from kg.errors import InputError
from kg.serve import server as module

QUERIES = json.dumps({f"q{at}": {"query": "Schienenrat Saarbrücken"} for at in range(10)})


def raw(client: Client, sent: bytes, wait: float = 10.0) -> bytes:
    """What comes back for these bytes, until the server closes."""
    with socket.create_connection(("127.0.0.1", client.port), timeout=wait) as connection:
        connection.sendall(sent)
        found = b""
        while part := connection.recv(65_536):
            found += part
    return found


def status(answer: bytes) -> int:
    return int(answer.split(b" ", 2)[1])


def test_manifest_and_batch_over_http(client: Client) -> None:
    manifest = client.ask("GET", "/reconcile")
    schemas.fits(manifest.json, schemas.MANIFEST)
    assert manifest.json["documentation"] == f"http://127.0.0.1:{client.port}/"
    batch = client.post("/reconcile", queries=QUERIES)
    schemas.fits(batch.json, schemas.RESULTS)
    assert len(batch.json) == 10
    again = client.ask("GET", "/reconcile?queries=%7B%22q%22%3A%7B%22query%22%3A%22SRS%22%7D%7D")
    assert again.json["q"]["result"][0]["match"] is True


def test_every_answer_has_the_headers_that_keep_it_in_its_place(client: Client) -> None:
    for path in ("/reconcile", "/", "/reconcile/preview?id=territory-metz", "/nothing"):
        headers = client.ask("GET", path).headers
        assert headers["x-content-type-options"] == "nosniff"
        assert "default-src 'none'" in headers["content-security-policy"]
        assert headers["server"] == "kg"


def test_head_has_no_body_and_the_same_headers(client: Client) -> None:
    got, head = client.ask("GET", "/reconcile"), client.ask("HEAD", "/reconcile")
    assert head.body == b""
    assert head.headers["content-length"] == got.headers["content-length"]


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "TRACE"])
def test_what_would_change_something_is_405(client: Client, method: str) -> None:
    answer = client.ask(method, "/reconcile")
    assert answer.status == 405
    assert answer.headers["allow"] == "GET, HEAD, POST, OPTIONS"
    assert client.ask("POST", "/reconcile/preview", b"", {"Content-Length": "0"}).status == 405
    assert client.ask("BREW", "/reconcile").status == 501


def test_options_say_what_there_is(client: Client) -> None:
    answer = client.ask("OPTIONS", "/reconcile/suggest/entity")
    assert (answer.status, answer.headers["allow"]) == (204, "GET, HEAD, OPTIONS")


def test_pages_of_the_named_origin_may_read_others_may_not(client: Client) -> None:
    known = client.ask("OPTIONS", "/reconcile", headers={"Origin": ORIGIN, "Access-Control-Request-Method": "POST"})
    assert known.headers["access-control-allow-origin"] == ORIGIN
    assert "POST" in known.headers["access-control-allow-methods"]
    assert client.ask("GET", "/reconcile", headers={"Origin": ORIGIN}).headers["access-control-allow-origin"] == ORIGIN
    for origin in ("http://evil.example", "null", ORIGIN + ".evil.example"):
        other = client.ask("GET", "/reconcile", headers={"Origin": origin}).headers
        assert "access-control-allow-origin" not in other
        assert other["vary"] == "Origin"


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1.evil.example:80", "", "a b", "127.0.0.1:99999999", "[::1"])
def test_a_foreign_name_is_refused(client: Client, host: str) -> None:
    answer = raw(client, f"GET /reconcile HTTP/1.1\r\nHost: {host}\r\n\r\n".encode())
    assert status(answer) == 421
    assert b"evil" not in answer


@pytest.mark.parametrize("hosts", [b"", b"Host: localhost\r\nHost: evil.example\r\n"])
def test_no_host_and_two_hosts_are_refused(client: Client, hosts: bytes) -> None:
    assert status(raw(client, b"GET /reconcile HTTP/1.1\r\n" + hosts + b"\r\n")) == 421


FORM = b"Content-Type: application/x-www-form-urlencoded\r\n"


@pytest.mark.parametrize(
    ("headers", "code"),
    [
        (FORM, 411),
        (FORM + b"Content-Length: 1000001\r\n", 413),
        (FORM + b"Content-Length: 99999999999999999999999\r\n", 400),
        (FORM + b"Content-Length: -1\r\n", 400),
        (FORM + b"Content-Length: 1_0\r\n", 400),
        (FORM + b"Content-Length: 3\r\nContent-Length: 4\r\n", 400),
        (FORM + b"Transfer-Encoding: chunked\r\n", 501),
        (FORM + b"Transfer-Encoding: chunked\r\nContent-Length: 3\r\n", 501),
        (b"Content-Type: application/json\r\nContent-Length: 3\r\n", 415),
        (FORM + b"Content-Length: 3\r\n", 400),
        (b"X: " + b"a" * 70_000 + b"\r\n", 431),
        (b"".join(b"X%d: a\r\n" % at for at in range(200)), 431),
    ],
)
def test_bodies_that_are_none(client: Client, headers: bytes, code: int) -> None:
    answer = raw(client, b"POST /reconcile HTTP/1.1\r\nHost: localhost\r\n" + headers + b"Connection: close\r\n\r\nabc")
    assert status(answer) == code


def test_a_form_that_is_not_utf_8(client: Client) -> None:
    form = {"Content-Type": "application/x-www-form-urlencoded"}
    assert client.ask("POST", "/reconcile", b"queries=\xff", form).status == 400
    assert client.ask("POST", "/reconcile", b"queries=%ff", form).status == 400
    assert client.ask("POST", "/reconcile", b"&".join(b"a%d=1" % at for at in range(100)), form).status == 400


@pytest.mark.parametrize("sent", [b"GET\r\n\r\n", b"\x16\x03\x01\x02\x00\x01\x00\r\n\r\n", b"GET / HTTP/9.9\r\n\r\n"])
def test_what_is_no_request_is_answered_and_closed(client: Client, sent: bytes) -> None:
    assert b"message" in raw(client, sent)


@pytest.mark.parametrize(
    "path", ["/../../etc/passwd", "/%2e%2e/%2e%2e/etc/passwd", "/things/../../etc", "//evil.example/", "/things/%00"]
)
def test_paths_lead_nowhere_and_show_nothing(client: Client, path: str) -> None:
    answer = client.ask("GET", path)
    assert answer.status == 404
    assert b"/" not in answer.body.replace(b"/reconcile", b"")


@pytest.mark.parametrize(
    "queries", ["{", "[" * 50_000, '{"q": {"query": "' + "\\ud800" + '"}}', '{"q":{"query":"\\u0000"}}']
)
def test_hostile_json(client: Client, queries: str) -> None:
    answer = client.post("/reconcile", queries=queries)
    assert answer.status in {200, 400}
    assert b"Traceback" not in answer.body


def test_a_client_that_drips_is_let_go(client: Client) -> None:
    start = time.monotonic()
    with socket.create_connection(("127.0.0.1", client.port), timeout=10) as connection:
        connection.sendall(b"GET /reconcile HTTP/1.1\r\nHost: ")
        with pytest.raises(OSError):
            for _ in range(100):
                connection.sendall(b"a")
                time.sleep(0.1)
    assert time.monotonic() - start < 6


def test_one_connection_serves_many_requests(client: Client) -> None:
    once = b"GET /reconcile/suggest/type?prefix=per HTTP/1.1\r\nHost: localhost\r\n"
    answer = raw(client, (once + b"\r\n") * 3 + once + b"Connection: close\r\n\r\n")
    assert answer.count(b"HTTP/1.1 200 OK") == 4


def test_a_body_that_nobody_asked_for_is_not_the_next_request(client: Client) -> None:
    inner = b"GET /evil HTTP/1.1\r\nHost: localhost\r\n\r\n"
    head = b"GET /reconcile HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Length: %d\r\n\r\n" % len(inner)
    assert raw(client, head + inner).count(b"HTTP/1.1") == 1


def test_many_at_once_get_the_same_answers(client: Client) -> None:
    expected = client.post("/reconcile", queries=QUERIES).body
    with ThreadPoolExecutor(12) as pool:
        answers = list(pool.map(lambda _: client.post("/reconcile", queries=QUERIES), range(36)))
    assert {answer.status for answer in answers} == {200}
    assert {answer.body for answer in answers} == {expected}


def test_more_connections_than_there_are_threads_are_turned_away_and_the_service_goes_on(client: Client) -> None:
    idle = [socket.create_connection(("127.0.0.1", client.port), timeout=10) for _ in range(module.CONNECTIONS + 8)]
    for one in idle:
        one.close()
    for _ in range(50):
        try:
            answer = client.ask("GET", "/reconcile")
            break
        except OSError:
            time.sleep(0.1)
    assert answer.status == 200


def test_a_fault_of_its_own_shows_nothing_of_its_inside(service: serve.Service) -> None:
    class Broken(serve.Service):
        def __init__(self) -> None:
            self.options = service.options

        def methods(self, path: str) -> tuple[str, ...]:
            raise ZeroDivisionError(path)

    with serve.bound(Broken(), "127.0.0.1", 0) as server:
        threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
        answer = Client(server).ask("GET", "/secret")
        server.shutdown()
    assert (answer.status, answer.json["message"]) == (500, "a fault of kg itself")
    assert b"secret" not in answer.body


def test_a_taken_port_says_what_to_do(service: serve.Service, client: Client) -> None:
    with pytest.raises(InputError) as caught:
        serve.bound(service, "127.0.0.1", client.port)
    assert f"port {client.port}" in caught.value.message
    assert f"--port {client.port + 1}" in caught.value.hint
