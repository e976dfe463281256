import errno
import os
import shutil
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path
from typing import Any

import pytest

from kg.errors import GraphError, InputError
from kg.store import Folder, exclusive, open_read, recover, swapped


def content(path: Path) -> dict[str, str]:
    return {p.name: p.read_text("utf-8") for p in sorted(path.iterdir()) if p.is_file()}


def an_output(path: Path, text: str = "old") -> Path:
    path.mkdir()
    Folder(path).manifest.write_text(text, "utf-8")
    return path


def beside(path: Path) -> set[str]:
    return {p.name for p in path.parent.iterdir()} - {path.name}


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "build"


def test_a_first_build(out: Path) -> None:
    with exclusive(out), swapped(out) as new:
        assert not out.exists()
        (new / "manifest.json").write_text("new", "utf-8")
    assert content(out) == {"manifest.json": "new"}
    assert beside(out) == {".build.lock"}


def test_the_old_folder_stands_until_the_new_one_is_whole(out: Path) -> None:
    an_output(out)
    (out / "graph.ttl").write_text("old", "utf-8")
    with exclusive(out), swapped(out) as new:
        (new / "manifest.json").write_text("new", "utf-8")
        assert content(out) == {"graph.ttl": "old", "manifest.json": "old"}
    assert content(out) == {"manifest.json": "new"}
    assert beside(out) == {".build.lock"}


def test_an_error_leaves_the_old_folder(out: Path) -> None:
    an_output(out)
    with pytest.raises(GraphError), exclusive(out), swapped(out) as new:
        (new / "manifest.json").write_text("new", "utf-8")
        raise GraphError("a check failed")
    assert content(out) == {"manifest.json": "old"}
    assert beside(out) == {".build.lock"}


def test_the_users_own_files_are_kept(out: Path) -> None:
    an_output(out)
    (out / "notes.txt").write_text("mine", "utf-8")
    (out / "figures").mkdir()
    (out / "figures" / "a.png").write_bytes(b"png")
    with exclusive(out), swapped(out) as new:
        (new / "manifest.json").write_text("new", "utf-8")
    assert content(out) == {"manifest.json": "new", "notes.txt": "mine"}
    assert (out / "figures" / "a.png").read_bytes() == b"png"


def test_a_folder_with_other_peoples_files_is_refused(out: Path) -> None:
    out.mkdir()
    (out / "thesis.docx").write_text("mine", "utf-8")
    with pytest.raises(InputError, match="holds files that kg did not write") as caught, exclusive(out), swapped(out):
        pytest.fail("nothing may be built here")
    assert "nothing was changed" in caught.value.hint
    assert content(out) == {"thesis.docx": "mine"}


def test_a_file_is_no_folder(out: Path) -> None:
    out.write_text("mine", "utf-8")
    with pytest.raises(InputError, match="is not a folder"), exclusive(out), swapped(out):
        pytest.fail("nothing may be built here")
    assert out.read_text("utf-8") == "mine"


def test_a_link_is_left_alone(out: Path, tmp_path: Path) -> None:
    real = an_output(tmp_path / "real")
    out.symlink_to(real)
    with pytest.raises(InputError, match="is not a folder"), exclusive(out), swapped(out):
        pytest.fail("nothing may be built here")
    assert content(real) == {"manifest.json": "old"}


def test_an_empty_folder_is_taken(out: Path) -> None:
    out.mkdir()
    with exclusive(out), swapped(out) as new:
        (new / "manifest.json").write_text("new", "utf-8")
    assert content(out) == {"manifest.json": "new"}


def test_a_second_build_is_told_at_once(out: Path) -> None:
    with exclusive(out):
        start = time.monotonic()
        with pytest.raises(InputError, match=r"another build into .* is running") as caught, exclusive(out):
            pytest.fail("two builds at once")
        assert time.monotonic() - start < 1
    assert "Wait until it has ended" in caught.value.hint
    with exclusive(out):
        pass


@pytest.mark.parametrize("step", ["mkdir", "rename"])
def test_a_full_disk_leaves_the_old_folder(step: str, out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    an_output(out)
    real = Path.rename

    def full(self: Path, *rest: Any, **options: Any) -> Any:
        if step == "rename" and self == out:
            return real(self, *rest, **options)  # the old folder steps aside, the new one cannot take its place
        if step == "rename" and ".old" in self.name:
            return real(self, *rest, **options)
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(self))

    with monkeypatch.context() as patch, exclusive(out):
        patch.setattr(Path, step, full)
        with pytest.raises(InputError, match="No space left on device"), swapped(out) as new:
            (new / "manifest.json").write_text("new", "utf-8")
    assert content(out) == {"manifest.json": "old"}
    assert beside(out) == {".build.lock"}


def test_killed_before_the_old_folder_stepped_aside(out: Path) -> None:
    an_output(out)
    an_output(out.with_name(".build.new"), "half")
    recover(out)
    assert content(out) == {"manifest.json": "old"}
    with exclusive(out), swapped(out) as new:
        assert list(new.iterdir()) == []
        (new / "manifest.json").write_text("new", "utf-8")
    assert beside(out) == {".build.lock"}


def test_killed_between_the_two_renames(out: Path) -> None:
    an_output(out.with_name(".build.old"))
    an_output(out.with_name(".build.new"), "new")
    recover(out)
    assert content(out) == {"manifest.json": "old"}
    assert ".build.old" not in beside(out)


def test_killed_before_the_old_folder_was_removed(out: Path) -> None:
    an_output(out, "new")
    old = an_output(out.with_name(".build.old"))
    (old / "notes.txt").write_text("mine", "utf-8")
    recover(out)
    assert content(out) == {"manifest.json": "new", "notes.txt": "mine"}
    assert ".build.old" not in beside(out)


def test_the_next_build_recovers_too(out: Path) -> None:
    old = an_output(out.with_name(".build.old"))
    (old / "notes.txt").write_text("mine", "utf-8")
    with exclusive(out), swapped(out) as new:
        (new / "manifest.json").write_text("new", "utf-8")
    assert content(out) == {"manifest.json": "new", "notes.txt": "mine"}


def test_a_reader_recovers_too(built: Path) -> None:
    built.rename(built.with_name(".build.old"))
    assert len(open_read(built)) == 5


def test_a_reader_clears_away_what_a_killed_build_had_begun(built: Path) -> None:
    begun = built.with_name(".build.new")
    (begun / "store").mkdir(parents=True)
    (begun / "store" / "bulk-000001.sst").write_bytes(b"half")
    assert len(open_read(built)) == 5
    assert beside(built) == {".build.lock"}


def test_a_reader_leaves_alone_what_a_running_build_writes(built: Path) -> None:
    with exclusive(built), swapped(built) as new:
        began = time.monotonic()
        assert len(open_read(built)) == 5
        assert new.is_dir()
        assert time.monotonic() - began < 1
        (new / "manifest.json").write_text("new", "utf-8")


def test_a_reader_waits_for_another_that_makes_the_store_anew(built: Path) -> None:
    shutil.rmtree(built / "store")
    found: list[int] = []
    threads = [threading.Thread(target=lambda: found.append(len(open_read(built)))) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == [5, 5, 5, 5]


def test_recover_touches_nothing_where_all_is_well(out: Path) -> None:
    an_output(out)
    recover(out)
    assert content(out) == {"manifest.json": "old"}
    assert beside(out) == set()


def test_a_reader_waits_while_a_running_build_swaps(out: Path) -> None:
    old = an_output(out.with_name(".build.old"))
    finished = threading.Event()

    def build() -> None:
        time.sleep(0.2)
        an_output(out, "new")
        finished.set()

    with exclusive(out):
        thread = threading.Thread(target=build)
        thread.start()
        recover(out)
        assert finished.is_set()
        thread.join()
    assert content(out) == {"manifest.json": "new"}
    shutil.rmtree(old)


KILLED = """
import os, sys
from pathlib import Path
from kg.store import exclusive, swapped
out = Path(sys.argv[1])
with exclusive(out), swapped(out) as new:
    (new / "manifest.json").write_text("half")
    os.kill(os.getpid(), 9)
"""


def test_kill_9_in_the_middle_of_a_build(out: Path) -> None:
    an_output(out)
    done = subprocess.run([sys.executable, "-c", KILLED, str(out)], check=False)
    assert done.returncode == -signal.SIGKILL
    assert content(out) == {"manifest.json": "old"}
    with exclusive(out), swapped(out) as new:  # the lock died with its holder
        (new / "manifest.json").write_text("new", "utf-8")
    assert content(out) == {"manifest.json": "new"}
    assert beside(out) == {".build.lock"}
