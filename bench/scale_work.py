"""One measure of bench/scale.py, in a process of its own: `python -m bench.scale_work OPERATION ENGINE GRAPH LIMIT`.

Printed last, as JSON: CPU seconds, the most memory in MB, and for questions the seconds and the rows of each; None
rows where it was given up.
"""

import json
import resource
import shutil
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from time import process_time
from typing import Any

UNION = True
LOOKUP = 'SELECT ?s WHERE { ?s <http://www.w3.org/2000/01/rdf-schema#label> "Metz Nau" }'
QUESTIONS = (
    *("actors-known-from-one-source", "coverage-by-country", "coverage-by-year", "events-by-year-and-place"),
    *("languages", "moderators", "names-in-three-languages", "offices-attested", "organisations-that-met"),
    *("organisers-and-hosts", "people-who-link-countries", "roles-of-institutions", "sources", "unresolved-names"),
)


ROWS: dict[str, int | None] = {}
"""How many rows each question had; None where it took longer than the limit."""


class _TooLongError(BaseException):
    """No Exception, so that no engine takes it for one of its own."""


def store_of(graph: Path) -> Path:
    """The store beside a graph, made where it is missing; none of the time of a measure but of `load`."""
    from kg.store import build_store

    if not (graph.parent / "store").is_dir():
        build_store(graph, graph.parent / "store")
    return graph.parent / "store"


def load(engine: str, graph: Path, limit: float) -> dict[str, float]:
    """The graph into an empty store on disk, of rdflib into memory."""
    fresh = graph.parent / f"load-{engine}"
    shutil.rmtree(fresh, ignore_errors=True)
    if engine == "kg":
        from kg.store import build_store

        build_store(graph, fresh)
    elif engine == "kg-memory":
        from kg import query

        query.in_memory(query.trusted(graph.parent))
    elif engine == "pyoxigraph":
        from pyoxigraph import RdfFormat, Store

        Store(str(fresh)).bulk_load(path=str(graph), format=RdfFormat.N_QUADS)
    else:
        _rdflib(graph)
    return {}


def open_(engine: str, graph: Path, limit: float) -> dict[str, float]:
    """A store that no process has open yet, and one name looked up."""
    if engine == "kg":
        from kg import query

        query.trusted(graph.parent).select(LOOKUP)
    elif engine == "pyoxigraph":
        from pyoxigraph import Store

        str(Store.read_only(str(graph.parent / "store")).query(LOOKUP, use_default_graph_as_union=True))
    else:
        raise SystemExit(f"{engine} has no store to open")
    return {}


def questions(engine: str, graph: Path, limit: float) -> dict[str, float]:
    """Named queries that need no parameter, each once."""
    from kg import query
    from kg.query.rdflib_engine import RdflibEngine

    if engine == "pyoxigraph":
        raise SystemExit("the questions of kg are asked through kg")
    asked: Any = RdflibEngine(_rdflib(graph)) if engine == "rdflib" else query.trusted(graph.parent)
    if engine == "kg-memory":
        asked = query.in_memory(asked)
    each: dict[str, float] = {}
    for name in QUESTIONS:
        named = query.find(name)
        bound = query.bind(named, {}, asked)
        ROWS[name] = None
        start = process_time()
        with suppress(_TooLongError), _within(limit):
            ROWS[name] = len(asked.select(named.text, bound).rows)
        each[name] = process_time() - start
    return each


def written(engine: str, graph: Path, form: str) -> dict[str, float]:
    """The whole graph in one format."""
    if engine == "kg-memory":
        raise SystemExit("what is written comes from the file of the graph")
    if engine == "kg":
        from kg import export, query

        export.to_bytes(query.trusted(graph.parent), form)
    elif engine == "pyoxigraph":
        from pyoxigraph import RdfFormat, Store

        store = Store.read_only(str(graph.parent / "store"))
        forms = {"turtle": RdfFormat.TURTLE, "jsonld": RdfFormat.JSON_LD}
        from pyoxigraph import serialize

        serialize((quad.triple for quad in store), format=forms[form])
    else:
        from rdflib import Graph

        whole = Graph()
        whole += ((s, p, o) for s, p, o, _ in _rdflib(graph).quads())
        start = process_time()
        whole.serialize(format={"turtle": "turtle", "jsonld": "json-ld"}[form])
        print(f"{form}: {process_time() - start:.1f} s to write, the rest to read", file=sys.stderr)
    return {}


def _rdflib(graph: Path) -> Any:
    from rdflib import Dataset

    data = Dataset(default_union=UNION)
    data.parse(str(graph), format="nquads")
    return data


@contextmanager
def _within(seconds: float) -> Iterator[None]:
    """Stop what takes longer, in seconds of the processor; pyoxigraph cannot be stopped, and is quick."""

    def stop(*_: object) -> None:
        raise _TooLongError

    signal.signal(signal.SIGPROF, stop)
    signal.setitimer(signal.ITIMER_PROF, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)


def main() -> int:
    """Measure one operation."""
    operation, engine, name, limit = sys.argv[1:5]
    graph = Path(name)
    work: dict[str, Callable[[], dict[str, float]]] = {
        "load": lambda: load(engine, graph, float(limit)),
        "open": lambda: open_(engine, graph, float(limit)),
        "questions": lambda: questions(engine, graph, float(limit)),
        "turtle": lambda: written(engine, graph, "turtle"),
        "jsonld": lambda: written(engine, graph, "jsonld"),
    }
    if engine == "kg-memory" or (operation != "load" and engine != "rdflib"):
        store_of(graph)
    start = process_time()
    each = work[operation]()
    spent = sum(each.values()) if each else process_time() - start
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1024 if sys.platform != "darwin" else 1024 * 1024)
    print(json.dumps({"seconds": spent, "megabytes": most, "each": each, "rows": ROWS}))
    return 0


if __name__ == "__main__":
    sys.exit(main())
