import subprocess
import sys

import pytest

from kg.errors import InputError
from kg.query.embedded import EmbeddedEngine
from kg.query.guard import DEEPEST, MOST_BYTES, MOST_OPERATORS, checked


@pytest.mark.parametrize(
    "text",
    [
        "INSERT DATA { <a:a> <a:b> <a:c> }",
        "PREFIX x: <a:b> delete where { ?s ?p ?o }",
        "LOAD <http://127.0.0.1:1/x>",
        "CLEAR ALL",
        "DROP GRAPH <a:b>",
        "WITH <a:b> DELETE { ?s ?p ?o } WHERE { ?s ?p ?o }",
    ],
)
def test_updates_are_refused(engine: EmbeddedEngine, text: str) -> None:
    before = engine.dump("nquads")
    with pytest.raises(InputError, match=r"kg reads the graph .* build again"):
        engine.run(text)
    assert engine.dump("nquads") == before


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("SELECT * { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }", "SERVICE"),
        ("SELECT * { service silent <http://127.0.0.1:1/> { ?s ?p ?o } }", "SERVICE"),
        ("SELECT * FROM <http://127.0.0.1:1/> { ?s ?p ?o }", "FROM"),
        ("ASK FROM NAMED <a:b> { ?s ?p ?o }", "FROM"),
    ],
)
def test_data_from_elsewhere_is_refused_by_name(engine: EmbeddedEngine, text: str, word: str) -> None:
    with pytest.raises(InputError, match=rf"^{word} is refused"):
        engine.run(text)


@pytest.mark.parametrize(
    "text",
    [
        "SELECT ?service ?from { ?service <a:FROM> ?from FILTER(?from != 'SERVICE <x> { LOAD') } # SERVICE",
        "PREFIX service: <a:> SELECT * { ?s service:from ?o }",
    ],
)
def test_the_same_words_elsewhere_are_not(engine: EmbeddedEngine, text: str) -> None:
    assert len(engine.select(text)) == 0


def test_long_text() -> None:
    assert checked("#" + "x" * (MOST_BYTES - 1)) == []
    with pytest.raises(InputError, match=f"at most {MOST_BYTES}"):
        checked("#" + "é" * (MOST_BYTES // 2))


def test_depth() -> None:
    inside = DEEPEST - 2
    checked("SELECT * { FILTER(" + "(" * inside + "1" + ")" * inside + ") }")
    with pytest.raises(InputError, match=f"more than {DEEPEST}"):
        checked("SELECT * { FILTER(" + "(" * (inside + 1) + "1" + ")" * (inside + 1) + ") }")
    checked("SELECT * { FILTER('" + "(" * 1000 + "' = '') }")


HOSTILE = {
    "parentheses": "SELECT * { FILTER(" + "(" * 10_000 + "1" + ")" * 10_000 + ") }",
    "groups": "SELECT * { " + "{" * 10_000 + "}" * 10_000 + " }",
    "not": "SELECT * { FILTER(" + "!" * 30_000 + "1) }",
    "or": "SELECT * { FILTER(1" + "||1" * 20_000 + ") }",
    "sum": "SELECT * { FILTER(1" + "+1" * 30_000 + ") }",
    "path": "SELECT * { ?s <a:b>" + "/<a:b>" * 9_000 + " ?o }",
    "union": "SELECT * { {}" + "UNION{}" * 8_000 + " }",
    "minus": "SELECT * { " + "MINUS{}" * 8_000 + " }",
    "bind": "SELECT * { " + "".join(f"BIND(1 AS ?a{i})" for i in range(3_000)) + " }",
    "projection": "SELECT " + "".join(f"(1 AS ?a{i})" for i in range(4_000)) + " {}",
    "functions": "SELECT * { FILTER(" + "ABS(" * 5_000 + "1" + ")" * 5_000 + ") }",
    "hidden in a comment": "SELECT * { FILTER( # '\n" + "(" * 10_000 + "1" + ")" * 10_000 + ") }",
    "hidden in an IRI": "SELECT * { ?s <a:'> ?o FILTER(" + "(" * 10_000 + "1" + ")" * 10_000 + ") }",
}


@pytest.mark.parametrize("name", HOSTILE)
def test_what_would_end_the_process_is_refused(engine: EmbeddedEngine, name: str) -> None:
    with pytest.raises(InputError):
        engine.run(HOSTILE[name])


def test_what_just_passes_leaves_the_process_alive() -> None:
    """In a process of its own: a stack that overflows takes its process with it."""
    code = (
        "import pyoxigraph; from kg.query import engine_over\n"
        "e = engine_over(pyoxigraph.Store())\n"
        f"n = {MOST_OPERATORS} - 2\n"
        "for text in ('SELECT * { FILTER(' + '!' * n + '1) }', 'SELECT * { ?s <a:b>' + '/<a:b>' * n + ' ?o }',\n"
        "    'SELECT * { {}' + 'UNION{}' * (n // 2 - 1) + ' }', 'SELECT * { FILTER(1' + '||1' * n + ') }',\n"
        f"    'SELECT * {{ FILTER(' + 'ABS(' * {DEEPEST - 2} + '1' + ')' * {DEEPEST - 2} + ') }}'):\n"
        "    e.select(text)\n"
        "print('alive')\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=False)
    assert done.stdout == "alive\n", done.stderr
