"""How kg keeps up with growing graphs, beside plain pyoxigraph and plain rdflib on the same data in the same run.

    python -m bench.scale [--sizes 10000,100000,1000000] [--largest 0] [--limit SECONDS] [--into FOLDER] [--plot FILE]

Graphs come from bench/made_graph.py. Every measure is a process of its own: CPU seconds (user and system) and the most
memory it held. rdflib is asked up to the size of --rdflib; a question is given up after --limit seconds, and counts as
so many (+). --largest adds one size that is only loaded and asked, by kg and pyoxigraph. --plot draws how the time
grows, as SVG. What rdflib takes to write a graph is with the time to read it first, for a program has to.
"""

import argparse
import json
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import exp, log
from pathlib import Path

from bench.made_graph import lines
from bench.scale_plot import plot

OPERATIONS = ("load", "open", "questions", "turtle", "jsonld")
OURS = ("kg", "kg-memory")
ENGINES = (*OURS, "pyoxigraph", "rdflib")


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """What one process took: CPU seconds, MB, and for questions the seconds and rows of each (None: given up)."""

    operation: str
    engine: str
    size: int
    seconds: float
    megabytes: float
    each: Mapping[str, float]
    rows: Mapping[str, int | None]

    @property
    def given_up(self) -> int:
        """How many questions were given up."""
        return sum(count is None for count in self.rows.values())


def measured(operation: str, engine: str, graph: Path, size: int, limit: float) -> Measure | None:
    """One measure in a process of its own; None where the engine has nothing to do with it or gave up."""
    command = [sys.executable, "-m", "bench.scale_work", operation, engine, str(graph), str(limit)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=7_200)
    if done.returncode:
        print(f"  {operation} {engine} {size}: {done.stderr.strip().splitlines()[-1:]}", file=sys.stderr)
        return None
    found = json.loads(done.stdout.splitlines()[-1])
    return Measure(operation=operation, engine=engine, size=size, **found)


def ratio(one: Measure, other: Measure) -> float:
    """How many times as long the other took; of questions the geometric mean over those that both answered."""
    if not one.each:
        return other.seconds / max(one.seconds, 0.001)
    both = [name for name in one.each if name in other.each]
    return exp(sum(log(max(other.each[n], 1e-4) / max(one.each[n], 1e-4)) for n in both) / max(1, len(both)))


def growth(measures: Sequence[Measure]) -> float:
    """The power of the size by which the time grows, from the second smallest size to the greatest."""
    ordered = sorted(measures, key=lambda m: m.size)
    low, high = ordered[max(0, len(ordered) - 2)], ordered[-1]
    return log(high.seconds / low.seconds) / log(high.size / low.size) if low.size < high.size else 0.0


def table(measures: Sequence[Measure]) -> None:
    """Print what was measured, and what it means for kg."""
    print(f"{'':10}{'statements':>12}" + "".join(f"{engine:>14}" for engine in ENGINES) + f"{'memory of kg':>14}")
    for operation in OPERATIONS:
        for size in sorted({m.size for m in measures}):
            row = {m.engine: m for m in measures if (m.operation, m.size) == (operation, size)}
            cells = "".join(f"{row[e].seconds:12.2f} s" if e in row else f"{'':14}" for e in ENGINES)
            memory = f"{row['kg'].megabytes:11.0f} MB" if "kg" in row else ""
            print(f"{operation:10}{size:12,}{cells}{memory}")
    print()
    for operation in OPERATIONS:
        for engine in OURS:
            mine = [m for m in measures if (m.operation, m.engine) == (operation, engine)]
            told = [f"grows with the size to the power of {growth(mine):.2f}"] if len(mine) > 1 else []
            told += _beside(mine, [o for o in measures if o.operation == operation])
            if mine:
                print(f"{operation} by {engine}: {'; '.join(told)}")


def _beside(mine: Sequence[Measure], others: Sequence[Measure]) -> list[str]:
    """What the engines that are not ours take, at every size that both were given."""
    both = [(m, o) for m in mine for o in others if o.size == m.size and o.engine not in OURS]
    return [f"{o.engine} takes {ratio(m, o):.2f} times as long at {m.size:,}{_given_up(o)}" for m, o in both]


def questions(measures: Sequence[Measure]) -> None:
    """Print each question at the greatest size that all were given: rows, seconds, and how both grow."""
    asked = sorted((m for m in measures if m.operation == "questions"), key=lambda m: m.size)
    most = max((m.size for m in asked if m.engine == "rdflib"), default=0)
    last = {m.engine: m for m in asked if m.size == most}
    first = {m.engine: m for m in asked if m.size < most}
    print(f"\n{f'questions at {most:,}':36}{'rows':>9}" + "".join(f"{e:>12}" for e in last) + "   to the power of")
    for name in last["kg"].each if "kg" in last else ():
        cells = "".join(f"{m.each[name]:10.2f}{' s' if m.rows[name] is not None else '+s'}" for m in last.values())
        powers = [f"{_power(first[e], last[e], name):5.2f}" for e in OURS if e in first and e in last]
        print(f"{name:36}{last['kg'].rows[name]:9,}{cells}   {' '.join(powers)}{_answer(first, last, name)}")


def _power(low: Measure, high: Measure, name: str) -> float:
    return log(max(high.each[name], 1e-4) / max(low.each[name], 1e-4)) / log(high.size / low.size)


def _answer(first: Mapping[str, Measure], last: Mapping[str, Measure], name: str) -> str:
    few, many = (one["kg"].rows[name] for one in (first, last)) if "kg" in first else (0, 0)
    return f"  rows {log(many / few) / log(last['kg'].size / first['kg'].size):5.2f}" if few and many else ""


def _given_up(measure: Measure) -> str:
    return f" ({measure.given_up} of {len(measure.each)} given up: at least)" if measure.given_up else ""


def run(size: int, folder: Path, *, engines: Sequence[str], limit: float) -> list[Measure]:
    """All measures of one size; what is written is written where rdflib writes it, too."""
    graph = folder / "graph.nq"
    if not graph.exists():
        folder.mkdir(parents=True, exist_ok=True)
        graph.write_text("".join(f"{line}\n" for line in sorted(set(lines(size)))), encoding="utf-8")
    with graph.open("rb") as file:
        count = sum(1 for _ in file)
    out: list[Measure] = []
    for operation in OPERATIONS if "rdflib" in engines else OPERATIONS[:3]:
        for engine in engines:
            found = measured(operation, engine, graph, count, limit)
            if found is not None:
                out.append(found)
                print(f"  {operation} {engine} {count:,}: {found.seconds:.2f} s, {found.megabytes:.0f} MB", flush=True)
    return out


def main(arguments: Sequence[str] | None = None) -> int:
    """Make the graphs, measure, print the table, draw the plot."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--sizes", default="10000,100000,1000000")
    parser.add_argument("--largest", type=int, default=0)
    parser.add_argument("--rdflib", type=int, default=1_000_000)
    parser.add_argument("--limit", type=float, default=60)
    parser.add_argument("--into", type=Path, default=Path(tempfile.gettempdir()) / "kg-scale")
    parser.add_argument("--plot", type=Path)
    given = parser.parse_args(arguments)
    sizes = [int(size) for size in given.sizes.split(",")] + [given.largest] * bool(given.largest)
    measures: list[Measure] = []
    for size in sizes:
        engines = ENGINES if size <= given.rdflib else ENGINES[:-1]
        measures += run(size, given.into / str(size), engines=engines, limit=given.limit)
    table(measures)
    questions(measures)
    if given.plot is not None:
        series: dict[str, list[tuple[int, float]]] = {}
        for one in sorted(measures, key=lambda m: m.size):
            series.setdefault(f"{one.operation} {one.engine}", []).append((one.size, one.seconds))
        drawn = {name: points for name, points in series.items() if len(points) > 1}
        given.plot.write_text(plot(drawn), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
