"""What the command line costs beyond what it stands on, as ratios of CPU time in one run.

    python bench/start_up.py [GRAPH] [--runs N] [--gate]

Three pairs are run in turns: `kg --help` against `python -c "import click"`, and `kg query` of a named query and of
the same query as SPARQL text (which a child with limits answers) against a bare script that opens the same store with
pyoxigraph and runs the same query. The figure of each is the median of the user and system time of its process and its
children. Modules are read as bytecode, as an installation has them. With --gate the exit code is 1 where a
ratio is over its bar.
"""

import argparse
import os
import resource
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

HELP_BAR = 1.5
QUERY_BAR = 2.5
QUESTION = "sources"

BARE = """
import sys
from pyoxigraph import Store
store = Store.read_only(sys.argv[1])
for row in store.query(open(sys.argv[2], encoding="utf-8").read(), use_default_graph_as_union=True):
    print(*[term.value for term in row if term is not None], sep="\\t")
"""


def cpu_seconds(command: list[str]) -> float:
    """User and system time of one run of a command."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=_surroundings())
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime


def _surroundings() -> dict[str, str]:
    """The environment, with bytecode: without it every start compiles what it loads."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return {"PYTHONPYCACHEPREFIX": str(Path(tempfile.gettempdir()) / "kg-bytecode"), **kept}


def ratio(name: str, ours: list[str], bare: list[str], runs: int) -> float:
    """Print the medians of both commands, run in turns, and return their ratio."""
    cpu_seconds(ours), cpu_seconds(bare)  # so that the bytecode is there
    pairs = [(cpu_seconds(ours), cpu_seconds(bare)) for _ in range(runs)]
    left = statistics.median(kg for kg, _ in pairs)
    right = statistics.median(base for _, base in pairs)
    print(f"{name:<12} kg {left * 1000:6.1f} ms   bare {right * 1000:6.1f} ms   ratio {left / right:.2f}")
    return left / right


def main() -> int:
    """Run both pairs."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("graph", nargs="?", type=Path, default=Path("build"))
    parser.add_argument("--runs", type=int, default=31)
    parser.add_argument("--gate", action="store_true")
    arguments = parser.parse_args()
    kg = str(Path(sys.executable).with_name("kg"))
    question = Path(__file__).resolve().parents[1] / "queries" / "question" / f"{QUESTION}.rq"
    store = str(arguments.graph / "store")
    help_ratio = ratio("help", [kg, "--help"], [sys.executable, "-c", "import click"], arguments.runs)
    bare = [sys.executable, "-c", BARE, store, str(question)]
    text = "".join(line for line in question.read_text("utf-8").splitlines(True) if not line.startswith("#"))
    asked = {"named query": QUESTION, "SPARQL text": text}
    ratios = [
        ratio(name, [kg, "query", text, "--graph", str(arguments.graph)], bare, arguments.runs)
        for name, text in asked.items()
    ]
    return int(arguments.gate and (help_ratio > HELP_BAR or max(ratios) > QUERY_BAR))


if __name__ == "__main__":
    sys.exit(main())
