"""Every named query gives the same rows on every engine over the same graph, or the difference has a name.

The embedded engine and rdflib are held together in test_question.py; here the oxigraph server and Virtuoso join them.
"""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

import pytest
from tests import servers

from kg import files, push, query
from kg.query import named_queries
from kg.query.embedded import EmbeddedEngine
from kg.query.refusals import ExceededError
from kg.query.terms import Table

GOLDEN = Path(__file__).resolve().parents[1] / "golden" / "question"
ASKED: Mapping[str, Mapping[str, str]] = files.read_yaml(GOLDEN / "asked.yaml")
QUERIES = named_queries()
VIRTUOSO_FAILS: Final = {
    "speakers-by-part-of-the-grande-region": "a path with * loses rows when it is joined to a subquery",
    "who-met-whom": "BIND(IF(..., ?unbound)) beside a path with * does not end",
}
"""What Virtuoso 7.2.5 is known to answer otherwise than SPARQL 1.1 says; docs/remote.md tells users of it."""
each_query = pytest.mark.parametrize("name", QUERIES)


@pytest.fixture(scope="module")
def folder(engine: EmbeddedEngine, tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("example")
    (made / "graph.nq").write_bytes(engine.dump("nquads"))
    return made


@pytest.fixture(scope="module")
def oxigraph(folder: Path, oxigraph_server: str) -> query.Engine:
    push.push(folder, push.address(f"{oxigraph_server}/store"), push.Options(delete_others=True))
    return query.remote(f"{oxigraph_server}/query")


@pytest.fixture(scope="module")
def virtuoso(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[query.Engine]:
    """A server of its own: a query that does not end keeps its locks, and whoever writes then waits for ever."""
    servers.need_virtuoso()
    with servers.virtuoso(tmp_path_factory.mktemp("virtuoso")) as url:
        with pytest.MonkeyPatch.context() as patch:
            patch.setenv("KG_ENDPOINT", url)
            patch.setenv("KG_ENDPOINT_USER", "dba")
            patch.setenv("KG_ENDPOINT_PASSWORD", "dba")
            push.push(folder, push.address(f"{url}/sparql-graph-crud-auth", via="gsp", seconds=30))
        yield query.remote(f"{url}/sparql", seconds=5)


def answers(engine: EmbeddedEngine, there: query.Engine, name: str) -> tuple[Table, Table]:
    named = QUERIES[name]
    bound = query.bind(named, ASKED.get(name, {}), engine)
    return engine.select(named.text, bound), there.select(named.text, bound)


@each_query
def test_the_oxigraph_server(engine: EmbeddedEngine, oxigraph: query.Engine, name: str) -> None:
    here, there = answers(engine, oxigraph, name)
    assert there == here


@each_query
def test_virtuoso(engine: EmbeddedEngine, virtuoso: query.Engine, name: str) -> None:
    try:
        here, there = answers(engine, virtuoso, name)
        same = there == here
    except ExceededError:
        same = False
    assert same == (name not in VIRTUOSO_FAILS), VIRTUOSO_FAILS.get(name, f"Virtuoso answers {name} otherwise")


def test_known_failures_are_told_to_users() -> None:
    told = (Path(__file__).resolve().parents[2] / "docs" / "remote.md").read_text("utf-8")
    for name, reason in VIRTUOSO_FAILS.items():
        assert f"`{name}`" in told
        assert reason in told
