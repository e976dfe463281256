"""`kg link` over endpoints with bad manners: slow, huge, busy, broken; an error is one line, and nothing is lost."""

import json
import time
from collections.abc import Iterator
from http.server import ThreadingHTTPServer
from pathlib import Path
from urllib.parse import parse_qs

import pytest
from tests.stand_ins import StandIn, running

from kg.cli import main

KEPT = (
    '{"also":[],"called":"Metz","description":"","findings":[],"id":"territory-metz","likely":false,'
    '"match":"http://www.wikidata.org/entity/Q1","name":"Metz","score":3.0,"thing":"territory-metz"}\n'
)
RESULTS = "application/sparql-results+json"


class Server(ThreadingHTTPServer):
    daemon_threads = True
    asked: list[str]
    agents: set[str]


class Manners(StandIn):
    server: Server

    def do_POST(self) -> None:  # noqa: N802 - http.server calls it so
        text = parse_qs(self.rfile.read(int(self.headers["Content-Length"])).decode("utf-8"))["query"][0]
        self.server.asked.append(text)
        self.server.agents.add(self.headers["User-Agent"])
        self.close_connection = True
        try:
            getattr(self, self.path.strip("/"))(text)
        except OSError:
            return  # the client has gone, as it should

    def nothing(self, _: str) -> None:
        body = {"head": {"vars": ["name", "item", "register", "code", "feature", "value"]}, "results": {"bindings": []}}
        self.answer(200, RESULTS, json.dumps(body).encode())

    def busy(self, text: str) -> None:
        if self.server.asked.count(text) < 3:
            self.answer(429, "text/plain", b"too many requests", **{"Retry-After": "0"})
        else:
            self.nothing(text)

    def second(self, text: str) -> None:
        if len(self.server.asked) > 1:
            self.answer(500, "text/plain", b"out of memory")
        else:
            self.nothing(text)

    def shut(self, _: str) -> None:
        self.answer(429, "text/plain", b"blocked", **{"Retry-After": "86400"})

    def gives_up(self, text: str) -> None:
        if text.count("@") > 15:
            self.answer(500, "text/plain", b"java.util.concurrent.TimeoutException\n at com.example")
        else:
            self.nothing(text)

    def slow(self, _: str) -> None:
        self.send_response(200)
        self.end_headers()
        for _i in range(100):
            self.wfile.write(b" ")
            time.sleep(0.1)

    def huge(self, _: str) -> None:
        self.send_response(200)
        self.end_headers()
        while True:
            self.wfile.write(b" " * 1_000_000)

    def garbage(self, _: str) -> None:
        self.answer(200, "text/html", b"<h1>Maintenance</h1>")

    def cut(self, _: str) -> None:
        self.answer(200, RESULTS, b'{"head": {"vars": [', length="5000")

    def away(self, _: str) -> None:
        self.answer(302, "text/plain", b"", Location="http://127.0.0.1:1/elsewhere")


@pytest.fixture
def bad(monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    monkeypatch.setattr("kg.link.asking._MOST_BYTES", 3_000_000)
    made = Server(("127.0.0.1", 0), Manners)
    made.asked, made.agents = [], set()
    with running(made):
        yield made


def run(data: Path, server: Server, manner: str, *options: str) -> int:
    (data / "linking").mkdir(exist_ok=True)
    (data / "linking" / "quick.yaml").write_text("extends: wikidata\npause: 0\n", "utf-8")
    address = f"http://127.0.0.1:{server.server_port}/{manner}"
    return main(["link", str(data), "--profile", "quick", "--endpoint", address, *options])


@pytest.mark.parametrize(
    ("manner", "message"),
    [
        ("slow", "has not answered within 0.7 seconds"),
        ("huge", "sends more than 3000000 bytes"),
        ("shut", "refused the query with status 429: blocked. It wants to be asked again in 86400 seconds"),
        ("second", "refused the query with status 500: out of memory"),
        ("garbage", "answered with text/html, which is no SPARQL result: <h1>Maintenance</h1>"),
        ("cut", "ended 4981 bytes early"),
        ("away", "sends on to http://127.0.0.1:1/elsewhere"),
    ],
)
def test_an_error_is_one_line_with_what_was_reached(
    data: Path, bad: Server, manner: str, message: str, capsys: pytest.CaptureFixture[str]
) -> None:
    start = time.monotonic()
    assert run(data, bad, manner, "--seconds", "0.7") == 2
    assert time.monotonic() - start < 60
    error = capsys.readouterr().err
    assert message in error
    assert "stopped after 0 of 5 things" in error
    assert error.count("\n") == 1


def test_a_busy_endpoint_is_asked_again(data: Path, bad: Server, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(data, bad, "busy") == 0
    assert "0 proposals" in capsys.readouterr().err
    assert len(bad.asked) == 3 * len(set(bad.asked))
    assert all(agent.startswith("kg/") for agent in bad.agents)


def test_an_interruption_keeps_what_was_proposed_before(
    data: Path, bad: Server, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(data, bad, "nothing") == 0
    proposals = data / "links" / "quick.jsonl"
    proposals.write_text(KEPT, "utf-8")

    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("kg.link.propose", interrupted)
    assert run(data, bad, "nothing") == 130
    assert proposals.read_text("utf-8") == KEPT


def test_what_the_endpoint_gives_up_is_asked_in_halves(data: Path, bad: Server) -> None:
    assert run(data, bad, "gives_up", "--only", "Metz", "--only", "Anna Thal") == 0
    assert min(text.count("@") for text in bad.asked) < 15 < max(text.count("@") for text in bad.asked)


def test_what_was_answered_before_an_error_is_not_asked_again(
    data: Path, bad: Server, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(data, bad, "second") == 2
    first = list(bad.asked)
    bad.asked.clear()
    assert run(data, bad, "second") == 0
    assert bad.asked == first[1:]
    assert "(1 queries asked, 1 answered from the disk)" in capsys.readouterr().err
