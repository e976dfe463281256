"""A disk that is full at any one write: one line, exit code 2, the last good output as it was."""

import errno
import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from kg import assets
from kg.cli import main


def state(folder: Path) -> dict[str, bytes]:
    return {str(p.relative_to(folder)): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


@pytest.fixture
def built(sample: Path, tmp_path: Path) -> Path:
    copy = tmp_path / "out" / "build"
    shutil.copytree(sample, copy)
    return copy


class FullDisk:
    """Counts the writes that go through kg.files and fails the one it is told to."""

    def __init__(self, at: int | None) -> None:
        self.at = at
        self.seen = 0

    def fsync(self, handle: int) -> None:
        self.seen += 1
        if self.seen == self.at:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def writes_of_a_build(monkeypatch: pytest.MonkeyPatch, out: Path) -> int:
    disk = FullDisk(None)
    monkeypatch.setattr(os, "fsync", disk.fsync)
    assert main(["build", "--sample", "-o", str(out)]) == 0
    return disk.seen


def test_a_build_survives_a_full_disk_at_every_write(
    built: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    before = state(built)
    count = writes_of_a_build(monkeypatch, built)
    assert count >= 10
    for at in range(1, count + 1):
        monkeypatch.setattr(os, "fsync", FullDisk(at).fsync)
        capsys.readouterr()
        assert main(["build", "--sample", "-o", str(built)]) == 2, at
        error = capsys.readouterr().err.splitlines()[-1]
        assert "No space left on device" in error
        assert {name: data for name, data in state(built).items() if not name.startswith("store/")} == {
            name: data for name, data in before.items() if not name.startswith("store/")
        }
        assert sorted(p.name for p in built.parent.iterdir()) == [".build.lock", "build"]


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A real file system of 1 MB, where this machine lets the test mount one."""
    point = tmp_path / "small"
    point.mkdir()
    if os.geteuid() != 0 or os.system(f"mount -t tmpfs -o size=1m tmpfs '{point}' 2>/dev/null") != 0:
        pytest.skip("mounting a small file system needs root")
    yield point
    os.system(f"umount '{point}'")


def test_a_really_full_disk(small_disk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (small_disk / "ballast").write_bytes(b"x" * 900_000)
    assert main(["build", str(assets.path("data")), "-o", str(small_disk / "build")]) == 2
    error = capsys.readouterr().err.splitlines()[-1]
    assert error.startswith("kg: cannot write")
    assert not (small_disk / "build").exists()


@pytest.mark.parametrize(
    "arguments",
    [
        ["export", "turtle", "-o"],
        ["export", "csv", "-o"],
        ["view", "-o"],
        ["network", "--format", "csv", "-o"],
        ["query", "ASK { ?s ?p ?o }", "-o"],
        ["check", "-o"],
    ],
    ids=lambda arguments: " ".join(arguments[:2]),
)
def test_a_written_file_is_whole_or_as_it_was(
    arguments: list[str], sample: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "out"
    out.write_bytes(b"before")
    monkeypatch.setattr(os, "fsync", FullDisk(1).fsync)
    assert main([*arguments, str(out), "--graph", str(sample)]) == 2
    assert [path.name for path in tmp_path.iterdir()] == ["out"]
    assert out.read_bytes() == b"before"
