"""The figures on the corpus beside the repository stay above their floors."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SHARED = Path(os.environ.get("KG_SHARED", ROOT.parent / "shared"))


@pytest.mark.skipif(not (SHARED / "corpus" / "score.py").is_file(), reason="no corpus beside the repository")
def test_no_figure_is_below_its_floor() -> None:
    environment = {**os.environ, "KG_SHARED": str(SHARED), "PYTHONPATH": str(ROOT / "src")}
    done = subprocess.run(
        [sys.executable, str(ROOT / "bench" / "extraction.py")],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
