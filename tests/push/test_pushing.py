"""Pushes to two real servers: what arrives, what is left alone, what a kill leaves, what is told."""

import random
import signal
import subprocess
import sys
import time
from pathlib import Path
from urllib.parse import quote
from urllib.request import Request, urlopen

import pytest

from kg import push, query
from kg.errors import GraphError, InputError
from kg.push.ledger import ledger, place
from kg.vocab.namespaces import GRAPH, ID, KG

FOREIGN = "https://example.org/somebody-elses"


def lines(count: int, graph: str, first: int = 0) -> list[str]:
    return [
        f'<{ID}thing-{i:06}> <{KG}asStated> "n° {i} \\"é\\"\\n"@fr <{GRAPH}{graph}> .'
        for i in range(first, first + count)
    ]


def folder_of(path: Path, *quads: str) -> Path:
    path.mkdir(exist_ok=True)
    (path / "graph.nq").write_text("".join(f"{line}\n" for line in sorted(quads)), "utf-8")
    return path


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    odd = [
        f"<{ID}a> <{KG}p{number}> {value} <{GRAPH}odd> ."
        for number, value in enumerate(
            (
                '"01"^^<http://www.w3.org/2001/XMLSchema#integer>',
                '"0.50"^^<http://www.w3.org/2001/XMLSchema#decimal>',
                '"2024-03-01T10:00:00+01:00"^^<http://www.w3.org/2001/XMLSchema#dateTime>',
                '"true"^^<http://www.w3.org/2001/XMLSchema#boolean>',
                '"2024-03"^^<http://www.w3.org/2001/XMLSchema#gYearMonth>',
                '"Jause"@de-AT',
            )
        )
    ]
    return folder_of(tmp_path / "build", *lines(12_345, "reference"), *lines(20, "text-1"), *odd)


@pytest.fixture(params=["oxigraph gsp", "oxigraph update", "virtuoso gsp", "virtuoso update"])
def there(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> push.Address:
    server, via = request.param.split()
    url = request.getfixturevalue(f"{server}_server")
    if server == "virtuoso":
        monkeypatch.setenv("KG_ENDPOINT", url)
        monkeypatch.setenv("KG_ENDPOINT_USER", "dba")
        monkeypatch.setenv("KG_ENDPOINT_PASSWORD", "dba")
    paths = {"oxigraph": ("/store", "/update"), "virtuoso": ("/sparql-graph-crud-auth", "/sparql-auth")}
    return push.address(url + paths[server][via == "update"], seconds=30)


def held(there: push.Address) -> dict[str, int]:
    rows = query.remote(there.query_url).select("SELECT ?g (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } } GROUP BY ?g")
    return {str(g): int(str(n)) for g, n in rows.values() if str(g).startswith((GRAPH, FOREIGN))}


def emptied(there: push.Address, tmp_path: Path) -> None:
    nothing = folder_of(tmp_path / "nothing", *lines(1, "text-none"))
    push.push(nothing, there, push.Options(delete_others=True))
    assert [name for name in held(there) if name.startswith(GRAPH)] == [GRAPH + "text-none"]


def test_a_graph_arrives_whole_and_once(folder: Path, there: push.Address, tmp_path: Path) -> None:
    emptied(there, tmp_path)
    first = push.push(folder, there, push.Options(chunk=2_000))
    assert (first.plan.left, first.plan.others) == (12_371, (GRAPH + "text-none",))
    assert [(c.name, c.count, c.same) for c in first.comparisons] == [
        (GRAPH + "odd", 6, True),
        (GRAPH + "reference", 12_345, True),
        (GRAPH + "text-1", 20, True),
    ]
    assert first.comparisons[1].sha256 == first.plan.graphs[1].sha256
    assert first.comparisons[0].rewritten.total() > 0, "every store spells some literal in its own way"
    again = push.push(folder, there, push.Options(chunk=2_000, delete_others=True))
    assert (again.plan.left, again.removed) == (0, (GRAPH + "text-none",))
    assert sum(held(there).values()) == 12_371


def test_a_changed_graph_is_replaced_and_a_meddled_one_mended(there: push.Address, tmp_path: Path) -> None:
    folder = folder_of(tmp_path / "build", *lines(30, "text-1"))
    push.push(folder, there, push.Options(delete_others=True))
    folder_of(folder, *lines(10, "text-1", first=25))
    changed = push.push(folder, there)
    assert (changed.plan.left, changed.comparisons[0].count) == (10, 10)
    if there.via == "update":
        meddle = f'INSERT DATA {{ GRAPH <{GRAPH}text-1> {{ <{ID}x> <{KG}p> "meddled" }} }}'.encode()
        from kg.push.door import Door  # noqa: PLC0415

        Door(there.url, 30, there.patience).send("POST", meddle, kind="application/sparql-update")
        mended = push.push(folder, there)
        assert (mended.plan.left, mended.comparisons[0].count) == (0, 10)


@pytest.mark.parametrize("path", ["store", "update"])
def test_what_is_not_ours_is_left_alone(oxigraph_server: str, tmp_path: Path, path: str) -> None:
    there = push.address(f"{oxigraph_server}/{path}")
    body = b"<https://example.org/a> <https://example.org/b> <https://example.org/c> ."
    request = Request(
        f"{oxigraph_server}/store?graph={quote(FOREIGN)}",
        data=body,
        method="PUT",
        headers={"Content-Type": "text/turtle"},
    )
    urlopen(request).close()
    push.push(folder_of(tmp_path / "a", *lines(3, "text-1")), there, push.Options(delete_others=True))
    assert held(there) == {FOREIGN: 1, GRAPH + "text-1": 3}
    foreign = folder_of(tmp_path / "b", f"<{ID}a> <{KG}p> <{ID}b> <{FOREIGN}> .")
    with pytest.raises(InputError, match=r"holds the graph <https://example\.org/.*>, which is none of ours"):
        push.push(foreign, there)
    assert held(there) == {FOREIGN: 1, GRAPH + "text-1": 3}


def test_a_dry_run_sends_nothing(oxigraph_server: str, tmp_path: Path) -> None:
    there = push.address(f"{oxigraph_server}/store")
    push.push(folder_of(tmp_path / "a", *lines(3, "text-1")), there, push.Options(delete_others=True))
    other = folder_of(tmp_path / "b", *lines(4, "text-2"))
    outcome = push.push(other, there, push.Options(dry_run=True, delete_others=True))
    assert (outcome.plan.left, outcome.plan.others, outcome.comparisons) == (4, (GRAPH + "text-1",), ())
    assert GRAPH + "text-2" not in held(there)
    assert held(there)[GRAPH + "text-1"] == 3


def test_a_second_push_is_told_so(oxigraph_server: str, tmp_path: Path) -> None:
    there = push.address(f"{oxigraph_server}/store")
    folder = folder_of(tmp_path / "a", *lines(3, "text-1"))
    with ledger(folder, there.url), pytest.raises(InputError, match="another push to this store is running"):
        push.push(folder, there)


@pytest.mark.parametrize("seed", range(4))
def test_a_killed_push_goes_on(oxigraph_server: str, tmp_path: Path, seed: int) -> None:
    there = push.address(f"{oxigraph_server}/store")
    folder = folder_of(tmp_path / "build", *lines(3_000, "reference"), *lines(300, "text-1"))
    emptied(there, tmp_path)
    command = [sys.executable, "-m", "kg", "push", there.url, "--via", "gsp", "--graph", str(folder), "--chunk", "50"]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    noted = place(folder, there.url)
    target = random.Random(seed).randrange(1, 60)
    while process.poll() is None and not (noted.is_file() and noted.read_bytes().count(b"\n") >= target):
        time.sleep(0.001)
    process.send_signal(signal.SIGKILL)
    process.wait()
    after = push.push(folder, there, push.Options(chunk=70))
    assert 0 < after.plan.left < 3_300, "it goes on where it stopped"
    assert all(c.same for c in after.comparisons)
    assert {name: count for name, count in held(there).items() if not name.startswith(FOREIGN)} == {
        GRAPH + "reference": 3_000,
        GRAPH + "text-1": 300,
        GRAPH + "text-none": 1,
    }


def test_a_store_that_keeps_something_else_is_told(
    oxigraph_server: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    there = push.address(f"{oxigraph_server}/store")
    from kg.push import writing  # noqa: PLC0415

    kept = writing.GraphStore.write
    monkeypatch.setattr(
        writing.GraphStore, "write", lambda self, graph, triples, anew: kept(self, graph, [*triples][1:], anew=anew)
    )
    folder = folder_of(tmp_path / "a", *lines(3, "text-1"))
    with pytest.raises(GraphError, match=r"in 1 graphs; in <.*text-1> it lacks 1 statements and has 0 besides"):
        push.push(folder, there)
    monkeypatch.undo()
    assert push.push(folder, there).plan.left == 3, "what differs is sent again"
