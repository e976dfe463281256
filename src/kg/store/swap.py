"""An output folder that is the old one or the new one, at every moment.

A build writes into a folder beside (`.build.new`). When it is whole, the old folder steps aside (`.build.old`) and
the new one takes the name. A build that is killed between the two leaves `.build.old`, which `recover` puts back.
"""

import fcntl
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from kg.errors import InputError
from kg.files import cannot_write, remove_folder
from kg.store.folder import Folder

SWAP_SECONDS = 5.0
"""How long a reader waits for the two renames of a running build; they take milliseconds."""


@contextmanager
def exclusive(path: Path) -> Iterator[None]:
    """Hold the right to build into `path`; a second build is told so at once.

    Raises:
        InputError: `path` is no output folder of kg, or another build into it is running.
    """
    _refuse_foreign(path)
    with _lock(path) as handle:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise InputError(
                f"another build into {path} is running (it holds {_beside(path, 'lock')}).",
                hint="Wait until it has ended, or build into another folder with -o.",
            ) from error
        yield


@contextmanager
def waiting(path: Path) -> Iterator[None]:
    """Hold the right to mend `path`; whoever comes second waits.

    Raises:
        InputError: the disk refuses the lock.
    """
    with _lock(path) as handle:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield


@contextmanager
def _lock(path: Path) -> Iterator[int]:
    lock = _beside(path, "lock")
    try:
        lock.parent.mkdir(parents=True, exist_ok=True)
        handle = os.open(lock, os.O_CREAT | os.O_RDWR, 0o644)
    except OSError as error:
        raise cannot_write(lock, error) from error
    try:
        yield handle
    finally:
        os.close(handle)


@contextmanager
def swapped(path: Path) -> Iterator[Path]:
    """A new empty folder that takes the place of `path` when the block ends without an error.

    To be used inside `exclusive`. The user's own files in the old folder move over. On an error the new folder goes
    and the old one stays.

    Raises:
        InputError: the disk refused a write.
    """
    _restore(path)
    new, old = _beside(path, "new"), _beside(path, "old")
    remove_folder(new)
    try:
        new.mkdir(parents=True)
        yield new
        if path.exists():
            path.rename(old)
        new.rename(path)
        _keep_foreign(old, path)
        remove_folder(old)
    except OSError as error:
        _restore(path)
        raise cannot_write(Path(error.filename or path), error) from error
    finally:
        remove_folder(new)


def recover(path: Path) -> None:
    """Put back or clear away what a killed build left beside `path`; wait where a running build is just swapping."""
    old, new = _beside(path, "old"), _beside(path, "new")
    if not old.exists() and not new.exists():
        return
    try:
        with exclusive(path):
            _restore(path)
            remove_folder(new)
    except InputError:
        deadline = time.monotonic() + SWAP_SECONDS
        while old.exists() and not path.exists() and time.monotonic() < deadline:
            time.sleep(0.01)


def _restore(path: Path) -> None:
    old = _beside(path, "old")
    if not old.exists():
        return
    if path.exists():
        _keep_foreign(old, path)
        remove_folder(old)
    else:
        old.rename(path)


def _beside(path: Path, what: str) -> Path:
    absolute = path.absolute()
    return absolute.with_name(f".{absolute.name}.{what}")


def _refuse_foreign(path: Path) -> None:
    if path.is_file() or path.is_symlink():
        raise InputError(f"{path} is not a folder.", hint="Give the output folder with -o.")
    if path.is_dir() and any(path.iterdir()) and not Folder(path).manifest.is_file():
        raise InputError(
            f"{path} holds files that kg did not write.",
            hint="Choose an empty or new folder with -o; nothing was changed.",
        )


def _keep_foreign(old: Path, path: Path) -> None:
    if not old.is_dir():
        return
    own = Folder(path).own
    for entry in sorted(old.iterdir()):
        if entry.name not in own and not (path / entry.name).exists():
            entry.rename(path / entry.name)
