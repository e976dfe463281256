"""The shapes over a made-up graph: quick rules and the validator for what they leave, beside the validator over all.

    python -m bench.checks [--quads N] [--seed S] [--gate]

Both are given the same sorted N-Triples in one process; the figures are CPU seconds. The exit code is 1 where the
reports differ; with --gate also where the whole takes less than three times as long as the quick way.
"""

import argparse
import sys
from time import process_time

from bench.made_graph import lines
from pyoxigraph import RdfFormat, Store

from kg.check.shapes import results
from kg.query import engine_over

BAR = 3


def timed(ntriples: bytes, *, quick: bool) -> tuple[float, list[tuple[str, str, str, str]]]:
    """CPU seconds, and the report, sorted."""
    start = process_time()
    found = sorted(results(ntriples, quick=quick))
    return process_time() - start, found


def main() -> int:
    """Make a graph, try its shapes both ways, and print what that took."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--quads", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--gate", action="store_true")
    given = parser.parse_args()
    store = Store()
    store.bulk_load("\n".join(lines(given.quads, given.seed)).encode(), format=RdfFormat.N_QUADS)
    start = process_time()
    ntriples = engine_over(store).dump("ntriples")
    dumped = process_time() - start
    quick, one = timed(ntriples, quick=True)
    whole, two = timed(ntriples, quick=False)
    count = ntriples.count(b"\n")
    print(f"{count:,} statements, {len(two)} findings; written out in {dumped:.1f} s")
    print(f"quick rules, then the validator: {quick:8.1f} s")
    print(f"the validator alone:             {whole:8.1f} s   {whole / quick:.1f} times")
    if one != two:
        print("the reports differ")
    return int(one != two or (given.gate and whole < BAR * quick))


if __name__ == "__main__":
    sys.exit(main())
