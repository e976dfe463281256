"""Is an item with a confidence of 0.9 right nine times in ten? Fits the weights and prints predicted against observed.

    python -m bench.calibration            the table, each document judged by weights fitted to the others
    python -m bench.calibration --write    also writes data/lexicon/confidence.yaml

The corpus lies beside the repository (KG_SHARED names it otherwise). Run it in the repository's top folder.
"""

import hashlib
import itertools
import json
import os
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from bench.judged import judged, scorer
from bench.logistic import RIDGE, Example, fit, probability

from kg import assets, extract, files, records, source
from kg.extract.confidence.weighing import features
from kg.extract.confidence.weights import FACETS, FILE, LEAST, MOST
from kg.source import SUFFIXES

BINS = (0.0, 0.5, 0.7, 0.8, 0.9, 0.95, 1.01)
WITNESSES = {"markup": 1.0, "extractor": 1.0, "no-rule": -1.0}
"""Too rare in the corpus to be fitted: a second witness about triples the odds, an item no rule found has a third."""


class Judged(NamedTuple):
    """An item in cross-validation: what was said of it, the mean of the other documents, and whether it is right."""

    said: float
    mean: float
    right: bool


HEAD = """\
# What each visible feature of an item is worth, in log odds, for the confidence of the items of a record.
# Written by `python -m bench.calibration --write`; docs/confidence.md says what the features mean and how it is done.
# Fitted to {documents} hand-made records (fingerprint {fingerprint}), {items} items. In cross-validation by document:
{figures}
# `witnesses` are not fitted: hand-made records with a second witness are too few. They are assumed and say so here:
# a second witness multiplies the odds by 2.7, and an item that no rule found has the odds divided by 2.7.
"""


def main() -> int:
    """Print the table, and write the weights where asked to."""
    shared = Path(os.environ.get("KG_SHARED", Path(__file__).resolve().parents[2] / "shared"))
    pages = _pages(shared)
    if not pages:
        print(f"no hand-made records in {shared}", file=sys.stderr)
        return 2
    found = _examples(shared, pages)
    lines = []
    print(f"{'facet':<16}{'predicted':>12}{'n':>6}{'mean':>8}{'right':>8}")
    for facet in FACETS:
        items = _cross_validated(found[facet])
        for low, high, n, mean, right in _bins(items):
            print(f"{facet:<16}{f'{low:.2f}-{min(high, 1):.2f}':>12}{n:>6}{mean:>8.3f}{right:>8.3f}")
        lines.append(_figures(facet, items))
        print(lines[-1])
    if "--write" in sys.argv[1:]:
        _write(found, lines, len(pages), _fingerprint(pages))
    return 0


def _pages(shared: Path) -> list[tuple[Path, Path]]:
    """Each document with its hand-made record: the corpus, the seeds, and the pages of bench/pages."""
    corpus = sorted([*(shared / "corpus" / "dev").glob("*.gold.json"), *(shared / "seeds").glob("*.gold.json")])
    golds = [*corpus, *sorted(Path(__file__).with_name("pages").glob("*/*.gold.json"))] if corpus else []
    return [(_document(gold), gold) for gold in golds]


def _document(gold: Path) -> Path:
    named = (gold.with_name(gold.name.removesuffix(".gold.json") + suffix) for suffix in SUFFIXES)
    return next(path for path in named if path.exists())


def _examples(shared: Path, pages: Sequence[tuple[Path, Path]]) -> dict[str, list[Example]]:
    score = scorer(shared)
    found: dict[str, list[Example]] = {facet: [] for facet in FACETS}
    for page, gold in pages:
        record, _ = extract.extract(source.read(page))
        seen = features(record)
        right = judged(score, json.loads(gold.read_text("utf-8")), records.to_json(record))
        for facet in FACETS:
            for names, good in zip(seen[facet], right[facet], strict=True):
                found[facet].append(Example(frozenset(names), good, page.name))
    return found


def _cross_validated(examples: Sequence[Example], ridge: float = RIDGE) -> list[Judged]:
    """What each item is given by weights that know nothing of its document."""
    found = []
    for document in sorted({example.document for example in examples}):
        others = [e for e in examples if e.document != document]
        weights, mean = fit(others, ridge), sum(e.right for e in others) / len(others)
        own = (e for e in examples if e.document == document)
        found += [Judged(min(MOST, max(LEAST, probability(weights, e.features))), mean, e.right) for e in own]
    return found


def _bins(found: Sequence[Judged]) -> Iterator[tuple[float, float, int, float, float]]:
    """Lower and upper bound of what was said, how many items, the mean of what was said, the share that is right."""
    for low, high in itertools.pairwise(BINS):
        inside = [one for one in found if low <= one.said < high]
        if inside:
            n = len(inside)
            yield low, high, n, sum(one.said for one in inside) / n, sum(one.right for one in inside) / n


def _figures(facet: str, found: Sequence[Judged]) -> str:
    """Brier scores of the weights and of the mean of the other documents; the gap; how well what is wrong sinks."""
    n = len(found)
    right = sum(one.right for one in found) / n
    brier = sum((one.said - one.right) ** 2 for one in found) / n
    flat = sum((one.mean - one.right) ** 2 for one in found) / n
    gap = sum(size * abs(said - seen) for _, _, size, said, seen in _bins(found)) / n
    ranked = f"ranking {_ranking(found):.2f}"
    return f"{facet}: {n} items, {right:.3f} right, Brier {brier:.4f} (flat {flat:.4f}), gap {gap:.3f}, {ranked}"


def _ranking(found: Sequence[Judged]) -> float:
    """How often a wrong item has the lower figure of the two, drawn with a right one from the same page or another."""
    right, wrong = [o.said for o in found if o.right], [o.said for o in found if not o.right]
    lower = sum((w < r) + (w == r) / 2 for w in wrong for r in right)
    return lower / (len(right) * len(wrong)) if right and wrong else 1.0


def _fingerprint(pages: Sequence[tuple[Path, Path]]) -> str:
    digest = hashlib.sha256()
    for pair in pages:
        for path in pair:
            digest.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()[:16]


def _write(found: dict[str, list[Example]], lines: Sequence[str], documents: int, fingerprint: str) -> None:
    head = HEAD.format(
        documents=documents,
        fingerprint=fingerprint,
        items=sum(map(len, found.values())),
        figures="\n".join(f"#   {line}" for line in lines),
    )
    out = [*head.splitlines()]
    for facet in FACETS:
        out.append(f"{facet}:")
        out += [f"  {name}: {weight:.2f}" for name, weight in fit(found[facet]).items()]
    out.append("witnesses:")
    out += [f"  {name}: {weight:.2f}" for name, weight in WITNESSES.items()]
    files.write_lines(assets.path(FILE), out)
    print(f"wrote {assets.path(FILE)}")


if __name__ == "__main__":
    sys.exit(main())
