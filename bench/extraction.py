"""How well extraction reads pages with hand-made records beside them: a table a facet, all and by language.

    python bench/extraction.py [FOLDER...] [--errors] [--json]
    python bench/extraction.py --raise | --lower

A FOLDER holds NAME.txt, NAME.html or NAME.md with NAME.gold.json; without one, the corpus and the seeds beside the
repository are read (KG_SHARED names another place). The figures are those of `score.py` in `corpus/`, micro-averaged.
With --errors every missed and every spurious item is listed.

`extraction_floors.json` holds the least figure of every facet and language on the corpus and the seeds, and a
fingerprint of their files. Without a FOLDER the figures are held to it: below a floor, or on other files, the program
ends with 1. --raise writes the figures that are higher now; only --lower writes lower ones.
"""

import argparse
import hashlib
import importlib.util
import json
import os
import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from types import ModuleType
from typing import Any

from kg.extract import extract
from kg.model import Factuality, Record
from kg.records import to_json
from kg.source import read

SHARED = Path(os.environ.get("KG_SHARED", Path(__file__).resolve().parents[2] / "shared"))
SUFFIXES = (".txt", ".html", ".md")
FLOORS = Path(__file__).with_name("extraction_floors.json")
SLACK = 0.0005
"""Floors are kept to three digits."""


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
        record = to_json(present(extract(document)[0]))
        seconds.append(time.perf_counter() - start)
        grounded.append(score.grounding(record))
        for tally in ("all", document.language):
            score.score_document(name, gold, record, tallies.setdefault(tally, score.Tally()))
    return tallies, seconds, grounded


def present(record: Record) -> Record:
    """The record without those who were excused: hand-made records leave them out, for they took no part."""
    came = (p for p in record.participations if record.factuality_at(p.evidence) is not Factuality.EXCUSED)
    return replace(record, participations=tuple(came))


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


def fingerprint(folders: list[Path]) -> str:
    """SHA-256 over the names and the bytes of the pages and their records."""
    digest = hashlib.sha256()
    for folder in folders:
        for path in sorted(folder.iterdir()):
            if path.suffix in SUFFIXES or path.name.endswith(".gold.json"):
                digest.update(f"{folder.name}/{path.name}\n".encode())
                digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()


def measured(tallies: dict[str, Any], grounding: float) -> dict[str, float]:
    """Every figure that has a floor: `all/people`, `de/overall`, `grounding`."""
    out = {"grounding": round(grounding, 3)}
    for name, tally in sorted(tallies.items()):
        figures = tally.figures()
        out[f"{name}/overall"] = round(overall(figures), 3)
        out.update({f"{name}/{facet}": round(f["f1"], 3) for facet, f in figures.items() if f["gold"]})
    return dict(sorted(out.items()))


def held(now: dict[str, float], mark: str) -> list[str]:
    """What is wrong: a figure below its floor, a figure gone, other files than those measured."""
    kept = json.loads(FLOORS.read_text("utf-8"))
    if kept["fingerprint"] != mark:
        return [f"the corpus is not the one that {FLOORS.name} was measured on: look at the figures, then --lower"]
    floors: dict[str, float] = kept["floors"]
    return [
        f"{name}: {now.get(name, 0.0):.3f} is below its floor {floor:.3f}"
        for name, floor in sorted(floors.items())
        if now.get(name, 0.0) < floor - SLACK
    ]


def keep(now: dict[str, float], mark: str, *, lower: bool) -> None:
    """Write the floors: higher ones always, lower ones and another corpus only where told."""
    kept: dict[str, Any] = (
        json.loads(FLOORS.read_text("utf-8")) if FLOORS.is_file() else {"fingerprint": mark, "floors": {}}
    )
    if kept["fingerprint"] != mark and not lower:
        sys.exit(f"the corpus is not the one that {FLOORS.name} was measured on: --lower accepts it")
    old: dict[str, float] = {} if lower else kept["floors"]
    floors = {name: max(value, old.get(name, 0.0)) for name, value in now.items()}
    content = {"fingerprint": mark, "floors": dict(sorted({**old, **floors}.items()))}
    FLOORS.write_text(json.dumps(content, indent=2) + "\n", "utf-8")


def gate(tallies: dict[str, Any], grounding: float, folders: list[Path], args: argparse.Namespace) -> int:
    """Hold the figures to their floors, or write these."""
    now, mark = measured(tallies, grounding), fingerprint(folders)
    if args.higher or args.lower:
        keep(now, mark, lower=args.lower)
        return 0
    wrong = held(now, mark)
    print("\n".join(wrong), file=sys.stderr, end="\n" if wrong else "")
    return 1 if wrong else 0


def arguments() -> argparse.Namespace:
    """What the command line says."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", nargs="*", type=Path)
    parser.add_argument("--errors", action="store_true", help="list every missed and spurious item")
    parser.add_argument("--json", action="store_true", help="print the figures as JSON")
    parser.add_argument("--raise", dest="higher", action="store_true", help="write the floors that are higher now")
    parser.add_argument("--lower", action="store_true", help="write the floors as they are now, lower ones too")
    return parser.parse_args()


def main() -> int:
    """Print the table, and hold it to the floors where no other folder is given."""
    args = arguments()
    folders = args.folder or [SHARED / "corpus" / "dev", SHARED / "seeds"]
    tallies, seconds, grounded = run(folders)
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
    return 0 if args.folder else gate(tallies, good / total, folders, args)


if __name__ == "__main__":
    sys.exit(main())
