"""Who was with whom: the sparse product of `kg.network.together` beside the self-join in SPARQL, on one graph.

    python -m bench.ties [--quads 1000000] [--nq graph.nq] [--rungs same-event] [--gate]

Both give the pairs of people that were at the same event with how many; the rows are compared, and the CPU seconds of
this process are told. With --gate the exit code is 1 where they differ, or the product is less than 20 times as fast.
"""

import argparse
import sys
from pathlib import Path
from time import process_time
from typing import Final

from bench.made_graph import lines
from pyoxigraph import RdfFormat, Store

from kg.network.together import together
from kg.query import EmbeddedEngine, engine_over

TIMES: Final = 20
_ONE_SIDE: Final = """
  {{ SELECT DISTINCT ?{n} ?whole WHERE {{
    ?{n}Part a kg:Participation ; kg:participant ?{n} ; kg:in ?{n}In . ?{n} a kg:Person .
    FILTER NOT EXISTS {{ ?{n}Part kg:factuality ?{n}Out
      FILTER(?{n}Out IN (factuality:excused, factuality:cancelled, factuality:represented)) }}
    ?{n}In {path} ?whole . {only}
  }} }}"""
_PLACES: Final = {
    "same-session": ("kg:partOf?", "FILTER(?whole = ?{n}In) FILTER EXISTS {{ ?whole kg:partOf ?{n}Above }}"),
    "same-event": ("kg:partOf*", "FILTER NOT EXISTS {{ ?whole kg:partOf ?{n}Above }}"),
    "same-series": ("kg:partOf*/kg:inSeries", ""),
}


def self_join(rung: str) -> str:
    """The question in SPARQL: each side is what actors were at, joined with itself."""
    path, only = _PLACES[rung]
    sides = "".join(_ONE_SIDE.format(n=n, path=path, only=only.format(n=n)) for n in ("one", "other"))
    return (
        f"SELECT ?one ?other (COUNT(?whole) AS ?times) WHERE {{{sides}\n"
        "  FILTER(STR(?one) < STR(?other)) } GROUP BY ?one ?other ORDER BY ?one ?other"
    )


def joined(engine: EmbeddedEngine, rung: str) -> list[tuple[str, ...]]:
    """The rows of the self-join."""
    table = engine.select(self_join(rung))
    return [tuple("" if term is None else term.value for term in row) for row in table.rows]


def multiplied(engine: EmbeddedEngine, rung: str) -> list[tuple[str, ...]]:
    """The same rows of the product."""
    return [(one, other, str(times)) for one, other, times in together(engine, rung).rows()]


def _store(given: argparse.Namespace) -> Store:
    store = Store()
    text = "\n".join(lines(given.quads)).encode() if given.nq is None else given.nq.read_bytes()
    store.bulk_load(input=text, format=RdfFormat.N_QUADS)
    return store


def main() -> int:
    """Measure both, compare, print, and hold to the bar where told."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--quads", type=int, default=1_000_000)
    parser.add_argument("--nq", type=Path, help="a graph as N-Quads instead of a made-up one")
    parser.add_argument("--rungs", default="same-session,same-event")
    parser.add_argument("--gate", action="store_true", help="exit with 1 where the bar is missed")
    given = parser.parse_args()
    store = _store(given)
    engine, good = engine_over(store), True
    print(f"{len(store)} statements, in memory")
    for rung in given.rungs.split(","):
        start = process_time()
        together(engine, rung)
        middle = process_time()
        rows = joined(engine, rung)
        end = process_time()
        ratio, same = (end - middle) / (middle - start), rows == multiplied(engine, rung)
        good = good and same and (ratio >= TIMES or rung != "same-event")
        print(
            f"{rung:<14}{len(rows):>10} pairs  product {middle - start:.2f} s  self-join {end - middle:.2f} s", end=""
        )
        print(f"  {ratio:.1f} times  {'same rows' if same else 'ROWS DIFFER'}", flush=True)
    return int(given.gate and not good)


if __name__ == "__main__":
    sys.exit(main())
