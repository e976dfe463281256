import subprocess
import sys
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import Store
from tests.query.confinement.trap import Trap

from kg.errors import InputError
from kg.query.embedded import EmbeddedEngine
from kg.query.guard import DEEPEST, MOST_BYTES, MOST_OPERATORS, checked, stays_here
from kg.vocab.namespaces import PREFIXES


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
        "PREFIX x: <a:> SELECT * { ?s x:service ?o . ?o x:from 'a\\'SERVICE' ; x:self-service id:service-public }",
    ],
)
def test_the_same_words_elsewhere_are_not(engine: EmbeddedEngine, text: str) -> None:
    assert len(engine.select(text)) == 0


@pytest.mark.parametrize(
    "text",
    [
        "SELECT * { SERVICESILENT<{trap}> { ?a ?b ?c } }",
        "SELECT * { ?s ?p ?o FILTEREXISTS{SERVICESILENT<{trap}>{ ?a ?b ?c }} }",
        "SELECT * { ?s ?p kg:.SERVICE <{trap}> { ?a ?b ?c } }",
        "SELECT * { ?s ?p kg:-SERVICE <{trap}> { ?a ?b ?c } }",
        "SELECT * { ?s ?p 1.SERVICE <{trap}> { ?a ?b ?c } }",
        "SELECT * { ?s ?p 1SERVICE <{trap}> { ?a ?b ?c } }",
        "SELECT * { ?s ?p 1.5e1SERVICE <{trap}> { ?a ?b ?c } }",
        "SELECT * { ?s ?p trueSERVICE <{trap}> { ?a ?b ?c } }",
        "PREFIX x: <{trap}> SELECT * { SERVICEx:y { ?a ?b ?c } }",
        "PREFIX x: <{trap}> SELECT * { ?s ?p true.SERVICESILENTx:y { ?a ?b ?c } }",
        "PREFIX : <{trap}> SELECT * { SERVICE: { ?a ?b ?c } }",
        "SELECT * { ?s ?p 'a'@en.SERVICE <{trap}> { ?a ?b ?c } }",
        "SELECT * { # a\rSERVICE <{trap}> { ?a ?b ?c } }",
        "SELECT * { ?s ?p kg:\u0900\u0903\\' SERVICE <{trap}> { ?a ?b ?c } #'\n }",
        "SELECT * { ?s ?p kg:\u0900\u0903\\# SERVICE <{trap}> { ?a ?b ?c }\n }",
        "SELECT * FROMNAMED <{trap}> { GRAPH ?g { ?s ?p ?o } }",
        "PREFIX x: <{trap}> ASKFROMx:y{ ?s ?p ?o }",
    ],
)
def test_a_word_is_refused_where_it_grew_together_with_another(text: str) -> None:
    with pytest.raises(InputError, match=r"(SERVICE|FROM) is refused|a backslash"):
        stays_here(checked(text.replace("{trap}", "http://127.0.0.1:1/")))


_PIECES = (
    *("SERVICE", "SILENT", "kg:", ":", "x:y", ".", "1", "e5", "true", "'", '"', "#"),
    *("\\", "\n", "\u0903", "^", "@en", "<", ">", "?u"),
)
_ADDRESSES = st.sampled_from(["<{trap}>", "x:y", "?u"])
_BITS = st.lists(st.sampled_from([*_PIECES, " ", " "]), max_size=4).map("".join)


def test_nothing_that_passes_would_call() -> None:
    """The gate is held to what the engine itself reads: whatever passes it asks nobody."""
    with Trap() as trap:

        @settings(max_examples=300, deadline=None)
        @given(st.sampled_from(["", "?s ?p ", "?s ?p ?o ", "?s a "]), _BITS, _BITS, _ADDRESSES, _BITS)
        def tried(start: str, before: str, after: str, address: str, end: str) -> None:
            service = f"{start}{before}SERVICE{after}{address}{{ ?a ?b ?c }}{end}"
            text = f"PREFIX x: <{{trap}}> SELECT * {{ VALUES ?u {{ <{{trap}}> }} {service}\n }}"
            _ask(text.replace("{trap}", trap.url))

        tried()
        assert trap.called() == []


def _ask(text: str) -> None:
    """Past everything but the gate."""
    with suppress(InputError, SyntaxError, OSError, RuntimeError, ValueError):
        stays_here(checked(text))
        list(Store().query(text, prefixes=dict(PREFIXES)))  # type: ignore[arg-type]


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
