"""A stand-in endpoint on the loopback, with every bad manner of a real one."""

import json
import time
import tracemalloc
from collections.abc import Iterator
from http.server import ThreadingHTTPServer
from urllib.parse import parse_qs

import pytest
from tests.stand_ins import StandIn, running

from kg import query
from kg.errors import InputError
from kg.query import iri, literal, remote
from kg.query.embedded import EmbeddedEngine
from kg.query.endpoint import RemoteEngine
from kg.query.retries import Patience
from kg.query.transfer import Limits

QUICK = Limits(seconds=1.0, bytes=200_000)
RESULTS = "application/sparql-results+json"


class Server(ThreadingHTTPServer):
    engine: EmbeddedEngine
    asked: list[tuple[str, str]]
    agents: list[str]
    daemon_threads = True


class Manners(StandIn):
    server: Server

    def do_POST(self) -> None:  # noqa: N802 - http.server calls it so
        form = parse_qs(self.rfile.read(int(self.headers["Content-Length"])).decode("utf-8"))
        self.server.agents.append(self.headers["User-Agent"])
        self.server.asked.append((form["query"][0], self.headers["Accept"]))
        self.close_connection = True
        try:
            getattr(self, self.path.strip("/"))(form["query"][0])
        except OSError:
            return  # the client has gone, as it should

    def sparql(self, text: str) -> None:
        answer = self.server.engine.run(text)
        if isinstance(answer, tuple):
            self.answer(200, "application/n-triples", query.written(answer, "ntriples").encode())
        else:
            self.answer(200, RESULTS + "; charset=utf-8", query.written(answer, "json").encode())

    def drip(self, _: str) -> None:
        self.send_response(200)
        self.end_headers()
        for _i in range(100):
            self.wfile.write(b" ")
            time.sleep(0.1)

    def drip_header(self, _: str) -> None:
        for _i in range(100):
            self.wfile.write(b"H")
            time.sleep(0.1)

    def silence(self, _: str) -> None:
        time.sleep(3)

    def flood(self, _: str) -> None:
        self.send_response(200)
        self.end_headers()
        for _i in range(1_000):
            self.wfile.write(b" " * 10_000)

    def page(self, _: str) -> None:
        self.answer(200, "text/html", b"<html><h1>Welcome\nto the endpoint</h1></html>")

    def error(self, _: str) -> None:
        self.answer(500, "text/html", b"<h1>Virtuoso 37000 Error</h1>\n")

    def bad_query(self, _: str) -> None:
        self.answer(400, "text/plain", b"syntax error at 'x'")

    def malformed(self, _: str) -> None:
        self.answer(200, RESULTS, b'{"head": {"vars": ["a"]}, "results": {"bind')

    def strange(self, _: str) -> None:
        self.answer(200, RESULTS, json.dumps({"head": {"vars": ["a"]}, "results": {"bindings": [{"a": 1}]}}).encode())

    def cut(self, _: str) -> None:
        self.answer(200, RESULTS, b'{"head": {}, "boolean": true}', length="1000")

    def most(self, text: str) -> None:
        table = self.server.engine.select(text)
        body = query.written(table, "json").encode()
        self.answer(200, RESULTS, body, **{"X-SPARQL-MaxRows": str(len(table))})

    def partly(self, text: str) -> None:
        self.answer(206, RESULTS, query.written(self.server.engine.run(text), "json").encode())

    def in_time(self, text: str) -> None:
        body = query.written(self.server.engine.run(text), "json").encode()
        self.answer(200, RESULTS, body, **{"X-SQL-State": "S1TAT", "X-SQL-Message": "RC...: Returning incomplete"})

    def broken(self, text: str) -> None:
        body = query.written(self.server.engine.run(text), "json").encode()
        self.answer(200, RESULTS, body[:-40], length=str(len(body)))

    def ended(self, text: str) -> None:
        body = query.written(self.server.engine.run(text), "json").encode()
        self.answer(200, RESULTS, body[:-40])

    def trickle(self, text: str) -> None:
        body = query.written(self.server.engine.run(text), "json").encode()
        self.send_response(200)
        self.send_header("Content-Type", RESULTS)
        self.end_headers()
        for place in range(0, len(body), 200):
            self.wfile.write(body[place : place + 200])
            time.sleep(0.1)

    def away(self, _: str) -> None:
        self.answer(302, "text/plain", b"", Location="http://127.0.0.1:1/elsewhere")

    def busy(self, text: str) -> None:
        turns = sum(asked == text for asked, _ in self.server.asked)
        if turns == 1:
            self.answer(429, "text/plain", b"slow down", **{"Retry-After": "0"})
        elif turns == 2:
            self.answer(503, "text/plain", b"later", **{"Retry-After": "Wed, 01 Jan 2020 00:00:00 GMT"})
        else:
            self.sparql(text)

    def full(self, _: str) -> None:
        self.answer(429, "text/plain", b"slow down", **{"Retry-After": "3600"})


@pytest.fixture(scope="module")
def server(engine: EmbeddedEngine) -> Iterator[Server]:
    made = Server(("127.0.0.1", 0), Manners)
    made.engine, made.asked, made.agents = engine, [], []
    with running(made):
        yield made


@pytest.fixture(autouse=True)
def no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("no_proxy", "*")


def at(server: Server, path: str) -> RemoteEngine:
    return RemoteEngine(f"http://127.0.0.1:{server.server_port}/{path}", QUICK)


def test_every_form_is_answered_as_here(server: Server, engine: EmbeddedEngine) -> None:
    there = remote(f"http://127.0.0.1:{server.server_port}/sparql")
    for text in (
        "SELECT ?e ?n ?d { ?e schema:name ?n OPTIONAL { ?e schema:endDate ?d } } ORDER BY ?e ?n",
        "ASK { ?s a kg:Person }",
        "CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o . ?s a kg:Venue }",
        "PREFIX kg: <https://w3id.org/grkg/ns#> DESCRIBE ?s { ?s a kg:Venue }",
    ):
        assert there.run(text) == engine.run(text)
    assert there.dump("nquads") == engine.dump("nquads")


def test_bindings_go_as_terms(server: Server, engine: EmbeddedEngine) -> None:
    value = literal('" } #\n\\', language="fr")
    assert len(at(server, "sparql").select("SELECT ?s { ?s schema:name ?n }", {"n": value})) == 0
    text, accept = server.asked[-1]
    assert (
        text
        == 'PREFIX schema: <https://schema.org/> SELECT ?s { VALUES (?n) { ("\\" } #\\n\\\\"@fr) }  ?s schema:name ?n }'
    )
    assert accept == RESULTS


def test_declared_prefixes_are_left_alone(server: Server) -> None:
    at(server, "sparql").ask("PREFIX kg: <a:> ASK { ?s a kg:Event ; id:x ?o }")
    assert (
        server.asked[-1][0] == "PREFIX id: <https://w3id.org/grkg/id/> PREFIX kg: <a:> ASK { ?s a kg:Event ; id:x ?o }"
    )


@pytest.mark.parametrize("path", ["drip", "drip_header", "silence"])
def test_the_deadline_holds_for_the_whole_call(server: Server, path: str) -> None:
    begun = time.monotonic()
    with pytest.raises(InputError, match="has not answered within 1 seconds"):
        at(server, path).ask("ASK {}")
    assert time.monotonic() - begun < QUICK.seconds + 0.5


@pytest.mark.parametrize(
    ("path", "message"),
    [
        ("flood", "sends more than 200000 bytes"),
        ("page", "answered with text/html, which is no SPARQL result: <html><h1>Welcome to"),
        ("error", "status 500: <h1>Virtuoso 37000 Error</h1>"),
        ("bad_query", "status 400: syntax error at 'x'.* Mend the query"),
        ("malformed", "no SPARQL result"),
        ("strange", "no SPARQL result"),
        ("cut", "ended 971 bytes early"),
        ("away", "sends on to http://127.0.0.1:1/elsewhere"),
    ],
)
def test_bad_manners(server: Server, path: str, message: str) -> None:
    with pytest.raises(InputError, match=message) as caught:
        at(server, path).ask("ASK {}")
    assert f"/{path}" in str(caught.value)
    assert "\n" not in str(caught.value)
    assert caught.value.hint


@pytest.mark.parametrize("path", ["page", "malformed"])
def test_triples_in_no_format_of_rdf(server: Server, path: str) -> None:
    with pytest.raises(InputError, match="no SPARQL result"):
        at(server, path).construct("CONSTRUCT WHERE { ?s ?p ?o }")


def test_nobody_there() -> None:
    with pytest.raises(InputError, match=r"cannot be asked: .*refused.* Check the address"):
        RemoteEngine("http://127.0.0.1:1/sparql", QUICK).ask("ASK {}")


@pytest.mark.parametrize("url", ["file:///etc/passwd", "ftp://example.org/", "build", ""])
def test_no_address_of_an_endpoint(url: str) -> None:
    with pytest.raises(InputError, match="https://"):
        remote(url)


def test_updates_never_leave(server: Server) -> None:
    before = len(server.asked)
    with pytest.raises(InputError, match="is refused"):
        at(server, "sparql").run("CLEAR ALL")
    assert len(server.asked) == before


def test_names_are_looked_up_there(server: Server) -> None:
    named = query.find("events-of-a-person")
    bindings = query.bind(named, {"person": "elise petit"}, at(server, "sparql"))
    assert bindings["person"] == iri("https://w3id.org/grkg/id/person-00000000000000d1")
    assert at(server, "sparql").run(named.text, bindings) == server.engine.run(named.text, bindings)


def test_a_busy_endpoint_is_asked_again(server: Server, engine: EmbeddedEngine) -> None:
    text = "SELECT ?busy { ?busy a kg:Person } ORDER BY ?busy"
    address = f"http://127.0.0.1:{server.server_port}/busy"
    assert RemoteEngine(address, Limits(seconds=30.0), Patience()).run(text) == engine.run(text)
    with pytest.raises(InputError, match="status 429"):
        RemoteEngine(address, QUICK).run("ASK { ?once a kg:Person }")


def test_an_endpoint_that_wants_an_hour_is_not_waited_for(server: Server) -> None:
    address = f"http://127.0.0.1:{server.server_port}/full"
    start = time.monotonic()
    with pytest.raises(InputError, match=r"status 429: slow down\. It wants to be asked again in 3600 seconds"):
        RemoteEngine(address, Limits(seconds=30.0), Patience()).run("ASK { ?s a kg:Person }")
    assert time.monotonic() - start < 10


def test_the_endpoint_is_told_who_asks(server: Server) -> None:
    at(server, "sparql").ask("ASK { ?who a kg:Person }")
    assert server.agents[-1].startswith("kg/")


ROWS = "SELECT ?s ?o { ?s kg:in ?o } ORDER BY ?s ?o"
CUT = [
    ("most", "gives at most [0-9]+ rows, and this answer has reached them"),
    ("partly", "answered in part only: status 206"),
    ("in_time", "answered in part only: RC...: Returning incomplete"),
    ("broken", "ended [0-9]+ bytes early"),
]


@pytest.mark.parametrize(("path", "message"), [*CUT, ("ended", "no SPARQL result")])
def test_a_cut_answer_is_no_short_table(server: Server, path: str, message: str) -> None:
    with pytest.raises(InputError, match=message):
        at(server, path).select(ROWS)


def test_rows_are_streamed(server: Server, engine: EmbeddedEngine) -> None:
    there = at(server, "sparql")
    with there.stream(ROWS) as rows:
        assert rows.columns == ("s", "o")
        assert tuple(rows) == engine.select(ROWS).rows
    assert (
        tuple(there.stream("SELECT ?s ?x { ?s a kg:Venue OPTIONAL { ?s kg:no ?x } }"))
        == engine.select("SELECT ?s ?x { ?s a kg:Venue OPTIONAL { ?s kg:no ?x } }").rows
    )
    first = there.stream(ROWS)
    next(first)
    first.close()
    assert list(first) == []


@pytest.mark.parametrize(
    ("path", "message"),
    [*CUT, ("ended", "broke off after [0-9]+ rows"), ("trickle", "has not answered within 1 seconds")],
)
def test_rows_that_break_off_are_told(server: Server, path: str, message: str) -> None:
    begun = time.monotonic()
    with pytest.raises(InputError, match=message):
        list(at(server, path).stream(ROWS))
    assert time.monotonic() - begun < QUICK.seconds + 0.5


@pytest.mark.parametrize(
    ("path", "message"), [("page", "no SPARQL result: <html>"), ("malformed", "no SPARQL result|broke off")]
)
def test_what_is_no_result_is_not_streamed(server: Server, path: str, message: str) -> None:
    with pytest.raises(InputError, match=message):
        list(at(server, path).stream(ROWS))


@pytest.mark.parametrize("text", ["ASK {}", "CONSTRUCT WHERE { ?s ?p ?o }"])
def test_only_rows_are_streamed(server: Server, text: str) -> None:
    with pytest.raises(InputError, match="a SELECT query was expected"):
        at(server, "sparql").stream(text)


def test_a_stream_holds_no_more_than_it_gives() -> None:
    """Twenty thousand rows of a server that makes them as they are taken: memory does not grow with them."""

    class Endless(StandIn):
        def do_POST(self) -> None:  # noqa: N802 - http.server calls it so
            self.rfile.read(int(self.headers["Content-Length"]))
            self.send_response(200)
            self.send_header("Content-Type", RESULTS)
            self.end_headers()
            row = b'{"a":{"type":"literal","value":"' + b"x" * 1_000 + b'"}}'
            self.wfile.write(b'{"head":{"vars":["a"]},"results":{"bindings":[' + row)
            for _ in range(20):
                self.wfile.write((b"," + row) * 1_000)
            self.wfile.write(b"]}}")
            self.close_connection = True

    made = ThreadingHTTPServer(("127.0.0.1", 0), Endless)
    with running(made):
        engine = RemoteEngine(f"http://127.0.0.1:{made.server_port}/", Limits(seconds=60.0, bytes=1_000))
        tracemalloc.start()
        count = sum(1 for _ in engine.stream("SELECT ?a { ?a ?b ?c }"))
        peak = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
    assert count == 20_001
    assert peak < 6_000_000, "of 20 MB sent"
