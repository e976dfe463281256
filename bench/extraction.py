"""How well extraction reads pages with hand-made records beside them: a table a facet, all and by language.

    python bench/extraction.py [FOLDER...] [--errors] [--json]

A FOLDER holds NAME.txt, NAME.html or NAME.md with NAME.gold.json; without one, the corpus and the seeds beside the
repository are read (KG_SHARED names another place). The figures are those of `score.py` in `corpus/`, micro-averaged.
With --errors every missed and every spurious item is listed.
"""

import argparse
import importlib.util
import json
import os
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

from kg.extract import extract
from kg.records import to_json
from kg.source import read

SHARED = Path(os.environ.get("KG_SHARED", Path(__file__).resolve().parents[2] / "shared"))
SUFFIXES = (".txt", ".html", ".md")


def scorer() -> ModuleType:
    """The comparing program of the corpus, as a module."""
    spec = importlib.util.spec_from_file_location("score", SHARED / "corpus" / "score.py")
    if spec is None or spec.loader is None or not (SHARED / "corpus" / "score.py").is_file():
        sys.exit(f"no score.py in {SHARED / 'corpus'}: set KG_SHARED to the folder that holds corpus/ and seeds/")
    module = importlib.util.module_from_spec(spec)
    sys.modules["score"] = module
    spec.loader.exec_module(module)
    return module


def cases(folders: list[Path]) -> Iterator[tuple[str, Path, dict[str, Any]]]:
    """Each page with its hand-made record."""
    for folder in folders:
        for gold in sorted(folder.glob("*.gold.json")):
            name = gold.name.removesuffix(".gold.json")
            page = next((folder / (name + s) for s in SUFFIXES if (folder / (name + s)).is_file()), None)
            if page is not None:
                yield name, page, json.loads(gold.read_text("utf-8"))


def run(folders: list[Path]) -> tuple[dict[str, Any], list[float], list[tuple[int, int]]]:
    """A tally for all and one for each language; the seconds each page took; what is grounded of how many items."""
    score = scorer()
    tallies: dict[str, Any] = {"all": score.Tally()}
    seconds, grounded = [], []
    for name, page, gold in cases(folders):
        document = read(page)
        start = time.perf_counter()
        record = to_json(extract(document)[0])
        seconds.append(time.perf_counter() - start)
        grounded.append(score.grounding(record))
        for tally in ("all", document.language):
            score.score_document(name, gold, record, tallies.setdefault(tally, score.Tally()))
    return tallies, seconds, grounded


def overall(figures: dict[str, dict[str, float]]) -> float:
    """The mean of the facets' F1."""
    return sum(facet["f1"] for facet in figures.values()) / len(figures)


def table(tallies: dict[str, Any]) -> str:
    """Precision, recall and F1 of each facet, and the F1 by language."""
    figures = {name: tally.figures() for name, tally in tallies.items()}
    languages = sorted(name for name in figures if name != "all")
    lines = [f"{'facet':<16}{'precision':>10}{'recall':>8}{'f1':>8}{'gold':>6}" + "".join(f"{n:>8}" for n in languages)]
    for facet, f in figures["all"].items():
        row = f"{facet:<16}{f['precision']:>10.3f}{f['recall']:>8.3f}{f['f1']:>8.3f}{f['gold']:>6}"
        lines.append(row + "".join(f"{figures[n][facet]['f1']:>8.3f}" for n in languages))
    last = f"{'overall':<16}{'':>18}{overall(figures['all']):>8.3f}{'':>6}"
    return "\n".join([*lines, last + "".join(f"{overall(figures[n]):>8.3f}" for n in languages)])


def main() -> int:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", nargs="*", type=Path)
    parser.add_argument("--errors", action="store_true", help="list every missed and spurious item")
    parser.add_argument("--json", action="store_true", help="print the figures as JSON")
    args = parser.parse_args()
    tallies, seconds, grounded = run(args.folder or [SHARED / "corpus" / "dev", SHARED / "seeds"])
    if not seconds:
        print("no page with a NAME.gold.json beside it", file=sys.stderr)
        return 2
    good, total = (sum(column) for column in zip(*grounded, strict=True))
    if args.json:
        print(json.dumps({name: tally.figures() for name, tally in tallies.items()}, indent=2))
        return 0
    if args.errors:
        print("\n".join(tallies["all"].errors))
    print(table(tallies))
    mean = 1000 * sum(seconds) / len(seconds)
    print(f"{len(seconds)} pages, grounding {good / total:.3f}, {mean:.0f} ms a page")
    return 0


if __name__ == "__main__":
    sys.exit(main())
