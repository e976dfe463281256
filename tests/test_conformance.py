"""The W3C's test suites fail where they are known to fail, and nowhere else."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).resolve().parents[1]
SUITES = Path(os.environ.get("KG_SUITES", ROOT / ".suites"))
KNOWN = yaml.safe_load((ROOT / "bench" / "conformance" / "known.yaml").read_text(encoding="utf-8"))
there = pytest.mark.skipif(
    not SUITES.is_dir() and "KG_SUITES_NEEDED" not in os.environ,
    reason=f"no test suites in {SUITES}: python tools/suites.py fetches them",
)


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "bench.conformance", "--folder", str(SUITES), *arguments]
    path = os.pathsep.join((str(ROOT / "src"), os.environ.get("PYTHONPATH", "")))
    return subprocess.run(
        command, cwd=ROOT, env=os.environ | {"PYTHONPATH": path}, capture_output=True, text=True, check=False
    )


@there
@pytest.mark.parametrize("suite", KNOWN)
def test_suite_fails_where_it_is_known_to(suite: str) -> None:
    done = run(suite)
    assert done.returncode == 0, done.stdout + done.stderr


@there
def test_an_unknown_failure_ends_with_1(tmp_path: Path) -> None:
    """A suite that is not there has no tests: neither all passed nor all known."""
    command = [sys.executable, "-m", "bench.conformance", "turtle", "--folder", str(tmp_path)]
    path = str(ROOT / "src")
    done = subprocess.run(
        command, cwd=ROOT, env=os.environ | {"PYTHONPATH": path}, capture_output=True, text=True, check=False
    )
    assert done.returncode == 1


def test_every_known_failure_has_a_reason() -> None:
    assert [name for suite in KNOWN.values() for name, why in suite.items() if len(str(why)) < len("a reason")] == []


def test_the_page_shows_what_is_known() -> None:
    page = (ROOT / "docs" / "conformance.md").read_text(encoding="utf-8")
    for suite, tests in KNOWN.items():
        row = next(line for line in page.splitlines() if line.startswith(f"| {suite} |"))
        total, passed = (int(cell.replace(",", "")) for cell in row.split("|")[2:4])
        assert total - passed == len(tests), suite
