"""kill -9: a small part of what `python -m bench.crash` does two hundred times."""

import subprocess
import sys
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parents[2]


def test_a_killed_process_loses_tears_and_leaves_nothing() -> None:
    command = [sys.executable, "-m", "bench.crash", "--times", "8", "--seed", "7", "--gate"]
    done = subprocess.run(command, cwd=REPOSITORY, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert "8 times kill -9 (4 build, 2 export, 2 judge): 0 findings" in done.stdout
