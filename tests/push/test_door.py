"""What a store may answer to a request, and what is told of it; how it is found out how a store takes graphs."""

import threading
from collections.abc import Iterator
from http.server import ThreadingHTTPServer

import pytest
from tests.stand_ins import StandIn, running

from kg import push
from kg.errors import InputError
from kg.push.door import Door
from kg.push.writing import GraphStore, Updates
from kg.query.retries import Patience

SOON = Patience(tries=3, pause=0.01)


class Store(ThreadingHTTPServer):
    """Answers a path `/400` with status 400; `/busy` twice with 503, then takes what is sent."""

    asked: list[tuple[str, str, str, bytes]]
    daemon_threads = True


class Manners(StandIn):
    server: Store

    def take(self) -> None:
        body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        self.server.asked.append((self.command, self.path, self.headers.get("Content-Type", ""), body))
        path = self.path.partition("?")[0].strip("/")
        if path == "silent":
            threading.Event().wait(1.5)
        tries = sum(asked[1] == self.path for asked in self.server.asked)
        status = (503 if tries <= 2 else 204) if path == "busy" else int(path) if path.isdecimal() else 204
        self.send_response(status)
        self.send_header("Content-Length", "0")
        self.end_headers()

    do_GET = do_PUT = do_POST = do_DELETE = take  # noqa: N815


@pytest.fixture
def store() -> Iterator[Store]:
    made = Store(("127.0.0.1", 0), Manners)
    made.asked = []
    with running(made):
        yield made


@pytest.fixture(autouse=True)
def no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("no_proxy", "*")


def door(store: Store, path: str, seconds: float = 30.0) -> Door:
    return Door(f"http://127.0.0.1:{store.server_port}/{path}", seconds, SOON)


@pytest.mark.parametrize(
    ("status", "hint"),
    [
        (400, "--via"),
        (401, "KG_ENDPOINT="),
        (403, "administrator"),
        (404, "docs/remote.md"),
        (405, "Graph Store Protocol or of SPARQL Update"),
        (413, "smaller --chunk"),
        (415, "--via"),
        (507, "make room there. Run the same command again"),
    ],
)
def test_a_refusal_says_what_to_do(store: Store, status: int, hint: str) -> None:
    with pytest.raises(InputError) as caught:
        GraphStore(door(store, str(status))).write("https://e.org/g", [b"<a:a> <a:b> <a:c>"], anew=True)
    assert hint in str(caught.value)
    assert f"127.0.0.1:{store.server_port}" in str(caught.value)
    assert len(store.asked) == 1, "what would be so again is not sent again"


def test_a_store_that_is_silent_is_told(store: Store) -> None:
    with pytest.raises(InputError, match=r"has not answered within 0.2 seconds.*--timeout or a smaller --chunk"):
        door(store, "silent", seconds=0.2).send("PUT", b"x", kind="text/plain")


def test_a_busy_store_is_sent_the_same_again(store: Store) -> None:
    GraphStore(door(store, "busy")).write("https://e.org/g?a&b", [b"<a:a> <a:b> <a:c>"], anew=False)
    assert len(store.asked) == 3
    assert set(store.asked) == {
        ("POST", "/busy?graph=https%3A%2F%2Fe.org%2Fg%3Fa%26b", "application/n-triples", b"<a:a> <a:b> <a:c> .\n")
    }


def test_both_ways_of_writing(store: Store) -> None:
    GraphStore(door(store, "take")).drop("a:g")
    GraphStore(door(store, "404")).drop("a:g")  # it has gone already
    updates = Updates(door(store, "take"))
    updates.write("a:g", [b"<a:a> <a:b> <a:c>"], anew=True)
    updates.write("a:g", [b"<a:a> <a:b> <a:d>"], anew=False)
    updates.drop("a:g")
    assert [asked[0] for asked in store.asked] == ["DELETE", "DELETE", "POST", "POST", "POST"]
    assert [asked[3] for asked in store.asked[2:]] == [
        b"DROP SILENT GRAPH <a:g> ;\nINSERT DATA { GRAPH <a:g> {\n<a:a> <a:b> <a:c> .\n} }",
        b"INSERT DATA { GRAPH <a:g> {\n<a:a> <a:b> <a:d> .\n} }",
        b"DROP SILENT GRAPH <a:g>",
    ]


def test_a_refused_removal_is_told(store: Store) -> None:
    with pytest.raises(InputError, match="refused DELETE with status 403"):
        GraphStore(door(store, "403")).drop("a:g")


@pytest.mark.parametrize(
    ("url", "asked_at"),
    [
        ("http://e.org/store", "http://e.org/query"),
        ("http://e.org/sparql-graph-crud-auth/", "http://e.org/sparql-auth"),
        ("http://e.org/ds/data", "http://e.org/ds/query"),
        ("http://e.org/repositories/x/statements", "http://e.org/repositories/x"),
        ("http://e.org/repositories/x/rdf-graphs/service", "http://e.org/repositories/x"),
        ("http://e.org/sparql", "http://e.org/sparql"),
    ],
)
def test_where_a_store_is_asked(url: str, asked_at: str) -> None:
    assert push.address(url, via="gsp").query_url == asked_at
    assert push.address(url, via="update", query_url="http://e.org/q").query_url == "http://e.org/q"


@pytest.mark.parametrize(("path", "via"), [("store", "gsp"), ("update", "update")])
def test_how_a_store_takes_graphs_is_found_out(oxigraph_server: str, path: str, via: str) -> None:
    assert push.address(f"{oxigraph_server}/{path}").via == via


@pytest.mark.parametrize("path", ["nowhere", "query", ""])
def test_an_address_that_takes_none_is_told(oxigraph_server: str, path: str) -> None:
    with pytest.raises(InputError, match="takes neither"):
        push.address(f"{oxigraph_server}/{path}")


def test_an_address_with_a_password_is_refused() -> None:
    with pytest.raises(InputError, match="holds a name or a password"):
        push.address("http://a:b@e.org/store")


def test_a_store_that_does_not_answer_is_not_called_one_that_refuses(store: Store) -> None:
    with pytest.raises(InputError, match="has not answered within"):
        push.address(f"http://127.0.0.1:{store.server_port}/silent", seconds=0.2)
