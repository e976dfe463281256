import errno
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from kg import files
from kg.errors import InputError


def full(*_: Any, **__: Any) -> Any:
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


class FullDisk:
    """A file on a disk that takes no more bytes."""

    def __init__(self, file: Any) -> None:
        self.file = file

    def write(self, data: bytes) -> int:
        self.file.write(data[:1])
        self.file.flush()
        return int(full())

    def __enter__(self) -> "FullDisk":
        return self

    def __exit__(self, *_: object) -> None:
        self.file.close()


def full_at_open(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(tempfile, "mkstemp", full)


def full_at_write(patch: pytest.MonkeyPatch) -> None:
    real = os.fdopen
    patch.setattr(os, "fdopen", lambda handle, mode: FullDisk(real(handle, mode)))


def full_at_fsync(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(os, "fsync", full)


def full_at_replace(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(Path, "replace", full)


AT_EVERY_STEP = [full_at_open, full_at_write, full_at_fsync, full_at_replace]


def test_write_makes_the_folder_and_the_file(tmp_path: Path) -> None:
    path = tmp_path / "a" / "b.txt"
    files.write(path, "né".encode())
    assert path.read_bytes() == b"n\xc3\xa9"
    assert path.stat().st_mode & 0o777 == 0o644


def test_write_lines_ends_each_line(tmp_path: Path) -> None:
    files.write_lines(tmp_path / "a", ["é", "b"])
    assert (tmp_path / "a").read_bytes() == b"\xc3\xa9\nb\n"
    files.write_lines(tmp_path / "a", [])
    assert (tmp_path / "a").read_bytes() == b""


@pytest.mark.parametrize("fill", AT_EVERY_STEP)
def test_a_full_disk_leaves_the_old_file(
    fill: Callable[[pytest.MonkeyPatch], None], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "graph.nq"
    path.write_bytes(b"old")
    with monkeypatch.context() as patch:
        fill(patch)
        with pytest.raises(InputError, match=r"cannot write .*graph\.nq: No space left on device\.") as caught:
            files.write(path, b"new and longer")
    assert "make room" in caught.value.hint
    assert path.read_bytes() == b"old"
    assert [p.name for p in tmp_path.iterdir()] == ["graph.nq"]


@pytest.mark.parametrize("fill", AT_EVERY_STEP)
def test_a_full_disk_leaves_no_half_file(
    fill: Callable[[pytest.MonkeyPatch], None], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        fill(patch)
        with pytest.raises(InputError):
            files.write_lines(tmp_path / "graph.nq", ["a", "b"])
    assert [p.name for p in tmp_path.iterdir()] == []


def test_a_real_full_disk() -> None:
    with Path("/dev/full").open("wb", buffering=0) as file, pytest.raises(OSError, match="No space left"):
        file.write(b"x")  # what the fakes above raise is what the system raises


def test_a_file_where_a_folder_should_be(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("a file")
    with pytest.raises(InputError, match=r"cannot write .*out/a\.txt"):
        files.write(tmp_path / "out" / "a.txt", b"x")
    assert (tmp_path / "out").read_text() == "a file"


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write to a read-only folder")
def test_a_read_only_folder(tmp_path: Path) -> None:
    tmp_path.chmod(0o555)
    with pytest.raises(InputError, match="Permission denied"):
        files.write(tmp_path / "a.txt", b"x")


def test_a_folder_on_a_read_only_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def read_only(*_: Any, **__: Any) -> Any:
        raise OSError(errno.EROFS, os.strerror(errno.EROFS))

    with monkeypatch.context() as patch:
        patch.setattr(tempfile, "mkstemp", read_only)
        with pytest.raises(InputError, match="Read-only file system"):
            files.write(tmp_path / "a.txt", b"x")


def test_an_error_of_the_block_goes_through_and_leaves_the_old_file(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"old")
    with pytest.raises(ZeroDivisionError), files.writing(path) as file:
        file.write(b"half")
        raise ZeroDivisionError
    assert path.read_bytes() == b"old"
    assert [p.name for p in tmp_path.iterdir()] == ["a"]


def test_read_text_drops_a_byte_order_mark(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"\xef\xbb\xbfn\xc3\xa9")
    assert files.read_text(tmp_path / "a") == "né"


def test_read_text_names_a_missing_file(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"no such file: .*nowhere\.txt"):
        files.read_text(tmp_path / "nowhere.txt")


def test_read_text_names_the_byte_that_is_no_text(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"M\xfcller")
    with pytest.raises(InputError, match="is not UTF-8: byte 1 ") as caught:
        files.read_text(tmp_path / "a")
    assert caught.value.hint == "Save it as UTF-8."


def test_read_text_of_a_folder(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="Is a directory"):
        files.read_text(tmp_path)


def yaml(folder: Path, text: str) -> Any:
    (folder / "a.yaml").write_text(text, "utf-8")
    return files.read_yaml(folder / "a.yaml")


def test_read_yaml_leaves_dates_and_norway_as_they_are_written(tmp_path: Path) -> None:
    assert yaml(tmp_path, "date: 2019-01-22\ncountry: no\nyes: on\nn: 3\n") == {
        "date": "2019-01-22",
        "country": "no",
        "yes": "on",
        "n": 3,
    }


def test_read_yaml_of_nothing_is_nothing(tmp_path: Path) -> None:
    assert yaml(tmp_path, "# a comment\n") is None


@pytest.mark.parametrize(
    ("text", "line", "column"),
    [("a: 1\nb: 2\na: 3\n", 3, 1), ("top:\n  fr: x\n  fr: y\n", 3, 3), ("- {de: 1, de: 2}\n", 1, 11)],
)
def test_read_yaml_refuses_a_key_that_stands_twice(text: str, line: int, column: int, tmp_path: Path) -> None:
    with pytest.raises(InputError, match=rf"a\.yaml: line {line}, column {column}: the key '..?' stands twice"):
        yaml(tmp_path, text)


def test_read_yaml_says_where_it_is_broken(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"a\.yaml: line 2, column \d+: ") as caught:
        yaml(tmp_path, "a: [1,\nb: }\n")
    assert caught.value.hint == "Mend the YAML there."


def test_read_yaml_makes_no_objects(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="could not determine a constructor"):
        yaml(tmp_path, "a: !!python/object/apply:os.getcwd []\n")


def test_what_a_killed_process_left_goes_with_the_next_write(tmp_path: Path) -> None:
    left, own = tmp_path / f".graph.ttl.x1y2z3{files.TEMPORARY}", tmp_path / ".graph.ttl.x1y2z3"
    for path in (left, own):
        path.write_bytes(b"half")
    files.write(tmp_path / "a.txt", b"a")
    assert {path.name for path in tmp_path.iterdir()} == {"a.txt", own.name}


def test_what_another_process_writes_is_left_alone(tmp_path: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from kg import files\n"
        "with files.writing(Path(sys.argv[1])) as file:\n"
        "    file.write(b'whole'); print(flush=True); sys.stdin.read()"
    )
    path = tmp_path / "b.txt"
    with subprocess.Popen(
        [sys.executable, "-c", code, str(path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as other:
        assert other.stdout is not None
        other.stdout.readline()
        files.write(tmp_path / "a.txt", b"a")
        other.communicate()
    assert path.read_bytes() == b"whole"
    assert len(list(tmp_path.iterdir())) == 2
