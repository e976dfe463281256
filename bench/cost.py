"""What reading and extracting a page costs, beside what trafilatura alone takes for the same page in the same run.

    python -m bench.cost [FOLDER...] [--rounds N] [--each] [--gate]

trafilatura finds the main text of an HTML page and nothing else; kg reads the page, finds people, bodies, events and
offices in it, and grounds each in the text. The pages are the HTML pages of the folders; without any, those of the
corpus and the seeds beside the repository (KG_SHARED names another place) and of bench/pages.

Every round is a process of its own that has loaded both programs and read the other half of the pages before it
measures one half, each page once: words that it has not met are new to it, word lists are not. The figures are CPU
time (user and system), the median of the rounds for each page. Loading is shown by itself. With --gate the exit code
is 1 where the median or the total of kg is over twice that of trafilatura. trafilatura comes with the extra `bench`
(`pip install -e '.[bench]'`); without it the program says so and ends with 0.
"""

import argparse
import importlib.util
import json
import os
import statistics
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from time import process_time

from kg.extract import extract
from kg.source import read

SHARED = Path(os.environ.get("KG_SHARED", Path(__file__).resolve().parents[2] / "shared"))
FOLDERS = (SHARED / "corpus" / "dev", SHARED / "seeds", Path(__file__).with_name("pages"))
BAR = 2.0
MISSING = "bench.cost: skipped, for trafilatura is not installed: pip install -e '.[bench]'"
POOR = b"<html><body><p>Nothing.</p></body></html>"
"""Of such a page trafilatura finds so little that it asks all its ways of reading, and loads them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cost:
    """CPU seconds of one page."""

    page: str
    reading: float
    extracting: float
    bare: float

    @property
    def own(self) -> float:
        """What kg takes in all."""
        return self.reading + self.extracting


def timed(work: Callable[[], object]) -> float:
    """The CPU seconds of some work."""
    start = process_time()
    work()
    return process_time() - start


def measured(page: Path) -> Cost:
    """One page, read by both."""
    import trafilatura  # noqa: PLC0415 - only in the process that measures

    start = process_time()
    document = read(page)
    between = process_time()
    extract(document)
    end = process_time()
    data = page.read_bytes()
    bare = timed(lambda: trafilatura.extract(data))
    return Cost(page=f"{page.parent.name}/{page.name}", reading=between - start, extracting=end - between, bare=bare)


def one_round(known: Sequence[Path], pages: Sequence[Path]) -> None:
    """What a measuring process does: read the known pages, then print the costs of the others as JSON."""
    import trafilatura  # noqa: PLC0415

    trafilatura.extract(POOR)
    loading = timed(lambda: measured(known[0]))
    for page in known:
        measured(page)
    costs = [measured(page) for page in pages]
    rows = [[c.page, c.reading, c.extracting, c.bare] for c in costs]
    print(json.dumps({"loading": loading, "costs": rows}))


def rounds(pages: Sequence[Path], count: int) -> tuple[list[Cost], float]:
    """The medians of all rounds for each page, and the seconds that the first page takes with all that it loads."""
    seen: dict[str, list[list[float]]] = {}
    loading = []
    for half in (0, 1) * count:
        known, new = pages[1 - half :: 2], pages[half::2]
        told = json.loads(_child(known, new))
        loading.append(told["loading"])
        for name, *figures in told["costs"]:
            seen.setdefault(name, []).append(figures)
    columns = ((name, [statistics.median(c) for c in zip(*rows, strict=True)]) for name, rows in seen.items())
    costs = [Cost(page=n, reading=c[0], extracting=c[1], bare=c[2]) for n, c in sorted(columns)]
    return costs, statistics.median(loading)


def _child(known: Sequence[Path], new: Sequence[Path]) -> str:
    lists = json.dumps([[str(p) for p in known], [str(p) for p in new]])
    command = [sys.executable, "-m", "bench.cost", "--child", lists]
    return subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True, cwd=Path(__file__).parents[1]).stdout


def table(costs: Sequence[Cost], *, each: bool) -> tuple[str, list[float]]:
    """The table in milliseconds, and the ratios that have to be under the bar."""
    lines = [f"{'':<44}{'read':>8}{'extract':>9}{'kg':>8}{'trafilatura':>13}{'ratio':>8}"]
    lines += [_row(c.page, c.reading, c.extracting, c.bare) for c in costs if each]
    ratios = []
    for name, whole in (("median", statistics.median), ("total", sum)):
        parts = [whole([getattr(c, column) for c in costs]) for column in ("reading", "extracting", "bare", "own")]
        lines.append(_row(name, *parts))
        ratios.append(parts[3] / parts[2])
    return "\n".join(lines), ratios


def _row(name: str, reading: float, extracting: float, bare: float, own: float | None = None) -> str:
    own = reading + extracting if own is None else own
    figures = f"{reading * 1000:>8.1f}{extracting * 1000:>9.1f}{own * 1000:>8.1f}{bare * 1000:>13.1f}"
    return f"{name[:43]:<44}{figures}{own / bare:>8.2f}"


def main() -> int:
    """Measure, print, and hold to the bar where told."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", nargs="*", type=Path)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--each", action="store_true", help="a row for every page")
    parser.add_argument("--gate", action="store_true", help="exit with 1 over the bar")
    parser.add_argument("--child", help=argparse.SUPPRESS)
    given = parser.parse_args()
    if importlib.util.find_spec("trafilatura") is None:
        print(MISSING, file=sys.stderr)
        return 0
    if given.child:
        one_round(*([Path(name) for name in names] for names in json.loads(given.child)))
        return 0
    pages = sorted(p.resolve() for folder in given.folder or FOLDERS for p in folder.rglob("*.html"))
    if len(pages) < 2:
        print("bench.cost: fewer than two HTML pages; name a folder of them", file=sys.stderr)
        return 2
    costs, loading = rounds(pages, given.rounds)
    text, ratios = table(costs, each=given.each)
    print(text)
    print(f"{len(costs)} pages, CPU ms; the first page of a process takes {loading * 1000:.0f} ms for both to load")
    return int(given.gate and max(ratios) > BAR)


if __name__ == "__main__":
    sys.exit(main())
