"""What a million rows cost on their way to a data frame, beside a bare loop over pyoxigraph: `python -m bench.results`.

Processor time of the query and the frame together, that of child processes counted, the ways in turn, the least of
three rounds each: as a script would ask pyoxigraph, as a named query is asked (in this process), and as a user's own
SPARQL is (in a child with limits). Ours are typed (numbers, days), those of the bare loop are text. Exit code 1 where
ours take more than 1.1 times the bare loop.
"""

import gc
import os
import sys
from collections.abc import Callable, Iterator
from typing import Any, Final

import pandas
import polars
from pyoxigraph import Literal, NamedNode, Quad, Store

from kg import query
from kg.result import Result
from kg.vocab.namespaces import ID, KG, RDFS, SCHEMA, XSD

ROWS: Final = 1_000_000
ROUNDS: Final = 3
CEILING: Final = 1.1
TEXT: Final = """SELECT ?part ?event ?day ?name ?length WHERE {
  ?part kg:in ?event . OPTIONAL { ?event schema:startDate ?day } OPTIONAL { ?event rdfs:label ?name }
  BIND(STRLEN(STR(?part)) AS ?length)
}"""
PREFIXES: Final = {"kg": KG, "schema": SCHEMA, "rdfs": RDFS}


def quads(rows: int) -> Iterator[Quad]:
    """Participations in events, eight an event; every second event has a day, every third a name."""
    graph = NamedNode(ID + "graph")
    for event in range(rows // 8):
        node = NamedNode(f"{ID}event-{event}")
        if event % 2:
            day = Literal(f"{2000 + event % 25}-{event % 12 + 1:02}-14", datatype=NamedNode(XSD + "date"))
            yield Quad(node, NamedNode(SCHEMA + "startDate"), day, graph)
        if event % 3 == 0:
            yield Quad(node, NamedNode(RDFS + "label"), Literal(f"Journée n° {event}", language="fr"), graph)
        for part in range(8):
            yield Quad(NamedNode(f"{ID}participation-{event}-{part}"), NamedNode(KG + "in"), node, graph)


def bare(store: Store) -> list[list[str | None]]:
    """The rows as a script would take them from pyoxigraph."""
    found: Any = store.query(TEXT, use_default_graph_as_union=True, prefixes=PREFIXES)
    return [[None if cell is None else cell.value for cell in row] for row in found]


def ways(store: Store) -> dict[str, Callable[[], Any]]:
    """Each way to a frame, by name."""
    named = Result(query.engine_over(store), query.question(TEXT), {})
    own = Result(query.confined(store), query.question(TEXT), {})
    names = ["part", "event", "day", "name", "length"]
    return {
        "bare pandas": lambda: pandas.DataFrame(bare(store), columns=names),
        "named pandas": named.to_pandas,
        "own pandas": own.to_pandas,
        "bare polars": lambda: polars.DataFrame(bare(store), schema=names, orient="row", infer_schema_length=None),
        "named polars": named.to_polars,
        "own polars": own.to_polars,
    }


def spent() -> float:
    """Processor time of this process and of its children that have ended."""
    return sum(os.times()[:4])


def measure(rows: int) -> dict[str, float]:
    """The least processor time of each way."""
    store = Store()
    store.bulk_extend(quads(rows))
    least: dict[str, float] = {}
    for _ in range(ROUNDS):
        for name, way in ways(store).items():
            gc.collect()
            began = spent()
            frame = way()
            took = spent() - began
            assert len(frame) == rows, name
            least[name] = min(took, least.get(name, took))
            del frame
    return least


def main() -> int:
    """Print the table."""
    found = measure(int(sys.argv[1]) if len(sys.argv) > 1 else ROWS)
    for name, seconds in found.items():
        print(f"{name:<14} {seconds:7.2f} s")
    ratios = {name: seconds / found[f"bare {name.split()[1]}"] for name, seconds in found.items()}
    for name, ratio in ratios.items():
        print(f"{name}: {ratio:.2f} times the bare loop (at most {CEILING})")
    return int(max(ratios.values()) > CEILING)


if __name__ == "__main__":
    sys.exit(main())
