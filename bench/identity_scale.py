"""How resolve grows: seconds, memory and quality on made-up mentions of a tenth as many actors.

    python -m bench.identity_scale [--mentions 10000 100000 1000000] [--seed 4]

Each size runs in a process of its own, so that its peak of memory is its own.
"""

import argparse
import json
import resource
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Mapping
from math import comb

from bench.identity_made import made

from kg import resolve
from kg.model import EntityType, MentionKey


def quality(truth: Mapping[MentionKey, str], found: Mapping[MentionKey, str]) -> dict[str, tuple[float, float]]:
    """Pairwise precision and recall by type, and over all."""
    out = {}
    for type_ in (None, EntityType.PERSON, EntityType.ORGANIZATION, EntityType.TERRITORY):
        keys = [key for key in truth if type_ is None or key.type is type_]
        both = _pairs(Counter((truth[key], found[key]) for key in keys))
        merged, same = _pairs(Counter(found[key] for key in keys)), _pairs(Counter(truth[key] for key in keys))
        out["all" if type_ is None else type_.value] = (both / merged if merged else 1.0, both / same if same else 1.0)
    return out


def _pairs(sizes: Counter[object]) -> int:
    return sum(comb(size, 2) for size in sizes.values())


def run(mentions: int, seed: int) -> dict[str, object]:
    """Make, resolve and measure."""
    data = made(mentions, seed)
    started, cpu = time.perf_counter(), time.process_time()
    resolution, issues = resolve.resolve(data.records, data.authority, ())
    seconds, cpu = time.perf_counter() - started, time.process_time() - cpu
    groups = {key: entity.id for entity in resolution.entities for key in entity.mentions}
    return {
        "mentions": len(data.truth),
        "actors": len(set(data.truth.values())),
        "seconds": round(seconds, 1),
        "cpu": round(cpu, 1),
        "gib": round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**20, 2),
        "issues": len(issues),
        "quality": quality(data.truth, groups),
    }


def main() -> int:
    """Print one line a size."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--mentions", nargs="+", type=int, default=[10_000, 100_000, 1_000_000])
    parser.add_argument("--seed", type=int, default=4)
    parser.add_argument("--one", action="store_true", help="run the one size here and print it as JSON")
    args = parser.parse_args()
    if args.one:
        print(json.dumps(run(args.mentions[0], args.seed)))
        return 0
    for size in args.mentions:
        command = [
            sys.executable,
            "-m",
            "bench.identity_scale",
            "--one",
            "--seed",
            str(args.seed),
            "--mentions",
            str(size),
        ]
        done = subprocess.run(command, check=True, capture_output=True, text=True)
        one = json.loads(done.stdout)
        figures = "  ".join(f"{type_} P {p:.4f} R {r:.4f}" for type_, (p, r) in one["quality"].items())
        cost = f"{one['seconds']:>7} s {one['cpu']:>7} s of CPU {one['gib']:>5} GiB"
        print(f"{one['mentions']:>9,} mentions {one['actors']:>8,} actors {cost}  {figures}", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
