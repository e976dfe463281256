"""What a question may load: every library that it does not need is time the asker waits."""

import subprocess
import sys

HEAVY = ("rdflib", "SPARQLWrapper", "pandas", "networkx", "pyshacl", "lxml", "pyld", "yaml", "difflib", "csv")


def loaded(code: str) -> str:
    tail = f"import sys; print([name for name in {HEAVY!r} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", f"{code}\n{tail}"], capture_output=True, text=True, check=True)
    return done.stdout.strip()


def test_import_loads_nothing_heavy() -> None:
    assert loaded("import kg.query") == "[]"


def test_sparql_on_the_command_line_loads_nothing_heavy() -> None:
    code = (
        "import pyoxigraph; from kg import query\n"
        "e = query.engine_over(pyoxigraph.Store()); n = query.question('ASK { ?s ?p ?o }')\n"
        "e.run(n.text, query.bind(n, {}, e))"
    )
    assert loaded(code) == "[]"


def test_a_named_query_loads_nothing_heavy() -> None:
    code = (
        "import pyoxigraph; from kg import query\n"
        "e = query.engine_over(pyoxigraph.Store()); n = query.question('moderators')\n"
        "e.run(n.text, query.bind(n, {'language': 'de'}, e))"
    )
    assert loaded(code) == "[]"
