"""The figures of docs/linking.md, on the register that `bench/linking.py` makes up: they must not get worse."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def test_namesakes_are_told_apart_or_left_open() -> None:
    run = subprocess.run(
        [sys.executable, "-m", "bench.linking"], cwd=ROOT, capture_output=True, text=True, check=True, timeout=600
    )
    found = {what: int(count) for count, what in (line.strip().split("  ", 1) for line in run.stdout.splitlines())}
    assert found["of these, it is proposed"] == found["things with an item"] > 500
    assert found["of these, it alone comes first"] >= 0.75 * found["things with an item"]
    assert found["things without an item"] > 100
    assert not [what for what in found if "namesake" in what]
