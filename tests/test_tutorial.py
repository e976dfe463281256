"""The tutorial works as it is written: its files are made, its commands run, its answers appear."""

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
TUTORIAL = ROOT / "docs" / "tutorial.md"
BLOCK = re.compile(r"^(```+)(\S+)[^\n]*\n(.*?)^\1$", re.MULTILINE | re.DOTALL)
CAPTION = re.compile(r"\A:caption: (\S+)\n\n")


def blocks() -> list[tuple[str, str]]:
    return [(kind, body) for _, kind, body in BLOCK.findall(TUTORIAL.read_text("utf-8"))]


def steps(body: str) -> Iterator[tuple[str, list[str]]]:
    """Each command of a console block (a trailing backslash continues it) with the lines that it is said to print."""
    for part in re.split(r"^\$ ", body, flags=re.MULTILINE)[1:]:
        command, _, output = re.sub(r"\\\n", "", part).partition("\n")
        yield command, [" ".join(line.split()) for line in output.splitlines() if line.strip() not in ("", "...")]


def appears(line: str, printed: list[str]) -> bool:
    """Whether a line was printed; `...` in it stands for anything."""
    pattern = ".*".join(re.escape(part) for part in line.split("..."))
    return any(re.fullmatch(pattern, other) for other in printed)


def run(command: list[str], folder: Path) -> str:
    environment = {**os.environ, "PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}", "COLUMNS": "200"}
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, f"{command[-1]}\n{done.stdout}{done.stderr}"
    return done.stdout + done.stderr


@pytest.mark.slow
def test_tutorial_runs_from_top_to_bottom(tmp_path: Path) -> None:
    (tmp_path / "data").symlink_to(ROOT / "data")
    ran = 0
    for kind, body in blocks():
        if kind == "{code-block}" and (caption := CAPTION.match(body)):
            (tmp_path / caption[1]).write_text(body[caption.end() :], "utf-8")
        elif kind == "python":
            run([sys.executable, "-c", body], tmp_path)
        elif kind == "console":
            for command, expected in steps(body):
                printed = [" ".join(line.split()) for line in run(["sh", "-c", command], tmp_path).splitlines()]
                assert [line for line in expected if not appears(line, printed)] == [], command
                ran += 1
    assert ran >= len(["build", "query", "view", "export", "check"])


def test_tutorial_leaves_no_block_unread() -> None:
    assert {kind for kind, _ in blocks()} <= {"console", "python", "sh", "text", "{code-block}", "{note}"}
