"""Throw broken pages at reading and extraction: nothing but kg's own errors may come out, and in bounded time.

    python -m bench.fuzz [--inputs N] [--first N] [--seed S] [--formats .html,.pdf] [--slow SECONDS] [--keep FOLDER]

Each input is one of the pages of bench/seeds.py with a few bytes changed, cut, doubled, or swapped for something
hostile. The same seed gives the same inputs, each by its number, so a run can be cut into parts. Printed: inputs, how
many were read and how many refused, crashes (whose inputs are kept), and the slowest. The exit code is 1 where there
was a crash or an input took longer than --slow.
"""

import argparse
import random
import sys
import tempfile
import time
import traceback
import zipfile
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path

from bench import seeds

from kg.errors import KgError
from kg.extract import extract
from kg.source import read

HOSTILE = (
    *(b"<div>" * 300, b"<table><tr><td>", b"&#xD800;", b"&#0;", b"<!--", b"]]>", b"<![CDATA[", b"\x00", b"\xff\xfe"),
    *(b"\xed\xa0\x80", b"\xef\xbb\xbf", b"\xc3", b"\xf4\x90\x80\x80", b"\r", b"\t\t\t", b"=?utf-8?b?", b'boundary="x"'),
    *(b"9h9h9h9h9h", b"00:00-99:99", b"31.02.2019", b"((((((((", b"/" * 200, b"Dr. Dr. Dr. ", b"-" * 500, b"A" * 3000),
    *(b" de la" * 200, b"1 0 obj", b"endstream", b"/Length 99999999", b"charset=utf-7", b"MM. ", b"4294967295", b"-1"),
    *("\u202e\u0301\u200d".encode(), "İ".encode(), "ﬁ".encode(), "ſ".encode(), "\U0001f600".encode()),
)
REPORTED = 5_000
Change = Callable[[random.Random, bytearray], None]


def _flip(chance: random.Random, data: bytearray) -> None:
    data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)


def _cut(chance: random.Random, data: bytearray) -> None:
    start = chance.randrange(len(data))
    del data[start : start + chance.choice((1, 4, 64, 4096))]


def _double(chance: random.Random, data: bytearray) -> None:
    start = chance.randrange(len(data))
    data[start:start] = data[start : start + chance.choice((8, 64, 512))] * chance.choice((1, 1, 2, 20))


def _insert(chance: random.Random, data: bytearray) -> None:
    start = chance.randrange(len(data))
    data[start:start] = chance.choice(HOSTILE)


def _move(chance: random.Random, data: bytearray) -> None:
    start, length = chance.randrange(len(data)), chance.choice((4, 32, 256))
    part = data[start : start + length]
    del data[start : start + length]
    at = chance.randrange(len(data) + 1)
    data[at:at] = part


CHANGES: Sequence[Change] = (_flip, _cut, _double, _insert, _insert, _move)


def mutated(chance: random.Random, data: bytes) -> bytes:
    """The data with a few changes."""
    out = bytearray(data)
    for _ in range(chance.choice((1, 1, 2, 3, 6, 12))):
        if out:
            chance.choice(CHANGES)(chance, out)
    return bytes(out)


def broken(chance: random.Random, data: bytes) -> bytes:
    """A zip is mostly changed within its parts, since nearly any change of its bytes is seen by its checksums."""
    if not data.startswith(b"PK") or chance.random() < 0.1:
        return mutated(chance, data)
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as new:
        for info in old.infolist():
            new.writestr(info.filename, mutated(chance, old.read(info)))
    return out.getvalue()


@dataclass
class Run:
    """The figures of a run."""

    counts: Counter[str] = field(default_factory=Counter)
    slowest: list[tuple[float, str]] = field(default_factory=list)

    def timed(self, seconds: float, name: str) -> None:
        """Note how long an input took."""
        self.slowest = sorted((*self.slowest, (seconds, name)), reverse=True)[:5]

    def show(self, seed: int) -> None:
        """Print the figures so far."""
        counted = ", ".join(f"{n} {outcome}" for outcome, n in sorted(self.counts.items()))
        slowest = ", ".join(f"{name} {seconds:.2f} s" for seconds, name in self.slowest)
        print(f"seed {seed}: {self.counts.total()} inputs, {counted}; slowest: {slowest}", flush=True)


def one(path: Path, data: bytes) -> str:
    """Read and extract one input; the outcome in a word."""
    path.write_bytes(data)
    try:
        document = read(path)
        record, _ = extract(document)
    except KgError as error:
        return "refused" if str(error).strip() else "crash"
    except Exception:  # noqa: BLE001 - this is what the bench looks for
        traceback.print_exc()
        return "crash"
    document.text.encode("utf-8")
    assert record.document.id == document.id
    return "read"


def main() -> int:
    """Run the inputs."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--inputs", type=int, default=2_000)
    parser.add_argument("--first", type=int, default=0)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--formats", default=",".join(seeds.FORMATS))
    parser.add_argument("--slow", type=float, default=10.0)
    parser.add_argument("--keep", type=Path, default=Path(tempfile.gettempdir()) / "kg-fuzz")
    given = parser.parse_args()
    made = [(ending, seeds.FORMATS[ending]()) for ending in given.formats.split(",")]
    run = Run()
    with tempfile.TemporaryDirectory() as folder:
        for number in range(given.first, given.first + given.inputs):
            ending, data = made[number % len(made)]
            chance = random.Random(f"{given.seed}/{number}")
            changed = broken(chance, data)
            start = time.process_time()
            outcome = one(Path(folder) / f"page{ending}", changed)
            run.timed(time.process_time() - start, f"{number}{ending}")
            run.counts[outcome] += 1
            if outcome == "crash":
                given.keep.mkdir(parents=True, exist_ok=True)
                (given.keep / f"{given.seed}-{number}{ending}").write_bytes(changed)
            if number % REPORTED == REPORTED - 1:
                run.show(given.seed)
    run.show(given.seed)
    return int(run.counts["crash"] > 0 or run.slowest[0][0] > given.slow)


if __name__ == "__main__":
    sys.exit(main())
