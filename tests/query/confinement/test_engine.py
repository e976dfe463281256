import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from pyoxigraph import Store

from kg import query
from kg.errors import InputError
from kg.query import EmbeddedEngine, Table
from kg.query.confinement import Bounds, ConfinedEngine

EVERYTHING = "SELECT * { ?s ?p ?o }"
CROSS = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"
FORMS = (
    "SELECT ?e ?n ?d { ?e schema:name ?n OPTIONAL { ?e schema:endDate ?d } } ORDER BY ?e ?n ?d",
    "SELECT ('' AS ?empty) ('a\\u0001\\\"\\n\\u2028é' AS ?odd) (1.50 AS ?n) ('x'@fr-LU AS ?t) (?no AS ?unbound) {}",
    "SELECT * { ?s <https://nowhere.example/p> ?o }",
    "ASK { ?e a kg:Event }",
    "ASK { ?e a <https://nowhere.example/C> }",
    "CONSTRUCT { ?e schema:name ?n } WHERE { ?e schema:name ?n }",
    "DESCRIBE ?e WHERE { ?e a kg:Event }",
)


@pytest.fixture(scope="module")
def confined(sample: Path) -> ConfinedEngine:
    return ConfinedEngine(sample, Bounds(seconds=20))


def quick(sample: Path, **limits: float) -> query.Engine:
    return query.confined(sample, **{"seconds": 1, "memory": 300, "size": 4, **limits})


@pytest.mark.parametrize("text", FORMS)
def test_a_child_answers_as_the_engine_itself(confined: ConfinedEngine, sample: Path, text: str) -> None:
    assert confined.run(text) == query.trusted(sample).run(text)


@pytest.mark.parametrize("text", FORMS)
def test_a_store_in_memory_goes_along(engine: EmbeddedEngine, text: str) -> None:
    assert ConfinedEngine(engine.store).run(text) == engine.run(text)


def test_values_join_the_query(confined: ConfinedEngine) -> None:
    bound = {"kind": query.iri("https://w3id.org/grkg/ns#Event")}
    assert confined.select("SELECT ?e { ?e a ?kind }", bound) == confined.select("SELECT ?e { ?e a kg:Event }")


def test_a_process_with_one_thread_forks_and_tells_the_same(sample: Path) -> None:
    code = (
        "import os, sys; from kg import query; from kg.query.confinement import starting\n"
        "starting._spawned = None\n"
        "print(len(query.confined(sys.argv[1]).select('SELECT * { ?e a kg:Event }')))"
    )
    done = subprocess.run([sys.executable, "-c", code, str(sample)], capture_output=True, text=True, check=False)
    found = query.trusted(sample).select("SELECT * { ?e a kg:Event }")
    assert (done.stdout, done.stderr) == (f"{len(found)}\n", "")


def test_rows_come_as_they_are_found_and_the_child_ends_with_them(sample: Path) -> None:
    before = _children()
    rows = query.confined(sample).stream(EVERYTHING)
    assert len(next(rows)) == len(rows.columns) == 3
    rows.close()
    assert _children() == before
    assert len(list(query.confined(sample).stream(EVERYTHING))) == len(query.trusted(sample).select(EVERYTHING))
    assert _children() == before


def test_only_rows_are_streamed(confined: ConfinedEngine) -> None:
    with pytest.raises(InputError, match=r"SELECT query was expected, this is ASK"):
        confined.stream("ASK {}")


def test_a_mistake_is_shown_where_the_user_made_it(confined: ConfinedEngine, engine: EmbeddedEngine) -> None:
    for text, bindings in (
        ("SELECT ?s\nWHERE { ?s ?p }", {"p": query.literal("x")}),
        ("SELECT * { ?s no:p ?o }", None),
    ):
        with pytest.raises(InputError) as caught:
            confined.run(text, bindings)
        with pytest.raises(InputError) as same:
            engine.run(text, bindings)
        assert str(caught.value) == str(same.value)


def test_time_is_kept(sample: Path) -> None:
    began = time.monotonic()
    with pytest.raises(InputError, match=r"its 1 s were over; nothing of its answer .* --timeout"):
        quick(sample).run(CROSS)
    assert time.monotonic() - began < 1.5


def test_memory_is_kept(sample: Path) -> None:
    doubled = "".join(f"BIND(CONCAT(?x{i}, ?x{i}) AS ?x{i + 1}) " for i in range(20))
    text = f"SELECT (STRLEN(?x20) AS ?n) {{ VALUES ?x0 {{ '{'x' * 10_000}' }} {doubled} }}"
    with pytest.raises(InputError, match=r"needed more than 300 MB of memory; nothing of its answer .* --memory"):
        quick(sample, seconds=20).run(text)


def test_size_is_kept_and_what_was_read_before_is_told_to_be_no_answer(sample: Path) -> None:
    text = "SELECT * { ?a ?b ?c . ?d ?e ?f }"
    with pytest.raises(InputError, match=r"answer has more than 4 MB; nothing of its answer .* --size"):
        quick(sample, seconds=20).run(text)
    rows = quick(sample, seconds=20).stream(text)
    with pytest.raises(InputError, match="more than 4 MB"):
        list(rows)


def test_a_crash_of_the_child_is_told_as_one(sample: Path) -> None:
    text = f"SELECT ({'(' * 20_000}1{')' * 20_000} AS ?x) {{}}"
    engine = quick(sample, seconds=20)
    assert isinstance(engine, ConfinedEngine)
    with pytest.raises(InputError, match=r"the process of the query crashed \(SIG\w+\)|more than 300 MB of memory"):
        engine._sent(text, text)
    assert engine.ask("ASK { ?s ?p ?o }")


def test_a_child_that_is_killed_gives_no_answer(sample: Path) -> None:
    before = _children()
    rows = query.confined(sample).stream("SELECT * { ?a ?b ?c . ?d ?e ?f }")
    next(rows)
    (child,) = _children() - before
    os.kill(child, signal.SIGKILL)
    with pytest.raises(InputError, match="killed from outside"):
        list(rows)


def test_a_store_that_is_missing_is_made_anew_before_the_clock_runs(sample: Path, tmp_path: Path) -> None:
    out = tmp_path / "build"
    out.mkdir()
    (out / "graph.nq").write_bytes((sample / "graph.nq").read_bytes())
    assert query.confined(out).ask("ASK { ?s ?p ?o }")
    with pytest.raises(InputError, match="no built graph"):
        query.confined(tmp_path / "none").ask("ASK {}")


def test_the_whole_graph_is_no_question(confined: ConfinedEngine, engine: EmbeddedEngine, sample: Path) -> None:
    assert confined.dump("nquads") == (sample / "graph.nq").read_bytes()
    assert ConfinedEngine(engine.store).dump("turtle") == engine.dump("turtle")


@pytest.mark.parametrize("limits", [{"seconds": 0}, {"memory": -1}, {"size": 0}, {"seconds": float("inf")}])
def test_a_limit_is_above_zero(limits: dict[str, float]) -> None:
    with pytest.raises(InputError, match="Give a number above zero"):
        query.confined(Store(), **limits)


def _children() -> set[int]:
    """The children of this process, as the system tells."""
    if not Path("/proc/self/task").is_dir():
        pytest.skip("the system does not tell the children of a process")
    return {int(pid) for task in Path("/proc/self/task").iterdir() for pid in (task / "children").read_text().split()}


def test_a_table_is_a_table(confined: ConfinedEngine) -> None:
    assert isinstance(confined.run("SELECT * { ?s ?p ?o } LIMIT 1"), Table)
