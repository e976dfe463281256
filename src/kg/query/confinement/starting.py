"""How a child begins: forked where this process has one thread, else as a new interpreter.

A fork copies locks that other threads hold; a store that is open here has threads of its own.
"""

import os
import signal
import sys
from contextlib import suppress
from typing import TYPE_CHECKING, Final

from kg.query.confinement.child import Request, serve

if TYPE_CHECKING:
    from pyoxigraph import Store


_PIPE: Final = 1 << 20
_PROGRAM: Final = "from kg.query.confinement.child import main; main()"


class Child:
    """A child at work, and the pipe from which its answer comes."""

    def __init__(self, pid: int, handle: int) -> None:
        self.handle = handle
        self._pid = pid
        self._ended = False

    def end(self) -> int:
        """End it if it has not ended, and tell the signal that did so; 0 for an end of its own and when asked again."""
        if self._ended:
            return 0
        self._ended = True
        os.close(self.handle)
        with suppress(ProcessLookupError):
            os.kill(self._pid, signal.SIGKILL)
        try:
            _, status = os.waitpid(self._pid, 0)
        except ChildProcessError:  # a program around us reaps all children itself
            return 0
        return os.WTERMSIG(status) if os.WIFSIGNALED(status) else 0


def start(request: Request, store: "Store | None") -> Child:
    """Begin to answer; a store in memory goes along as it is."""
    read, write = os.pipe()
    _widen(write)
    try:
        pid = _forked(request, store, read, write) if store is not None or _is_single() else _spawned(request, write)
    finally:
        os.close(write)
    return Child(pid, read)


def _widen(pipe: int) -> None:
    """Let more of an answer stand in the pipe, where the system has a way to say so."""
    import fcntl  # noqa: PLC0415 - loaded with the first question of others

    if hasattr(fcntl, "F_SETPIPE_SZ"):
        with suppress(OSError):  # a user with many pipes may have no more
            fcntl.fcntl(pipe, fcntl.F_SETPIPE_SZ, _PIPE)


def _is_single() -> bool:
    """Whether this process has one thread, those of libraries included; False where the system does not tell."""
    try:
        return len(os.listdir("/proc/self/task")) == 1  # noqa: PTH208 - pathlib's own way costs more than the read
    except OSError:
        return False


def _forked(request: Request, store: "Store | None", read: int, write: int) -> int:
    import warnings  # noqa: PLC0415 - loaded by every interpreter already

    with warnings.catch_warnings():
        # From 3.12 on a fork beside other threads warns. A store in memory has no other way, and takes no lock to read.
        warnings.simplefilter("ignore", DeprecationWarning)
        pid = os.fork()
    if pid == 0:
        os.close(read)
        serve(request, store, write)
    return pid


def _spawned(request: Request, write: int) -> int:
    import marshal  # noqa: PLC0415 - a fork needs it not

    theirs, ours = os.pipe()
    places = os.pathsep.join(place for place in sys.path if place)
    pid = os.posix_spawn(
        sys.executable,
        [sys.executable, "-P", "-c", _PROGRAM],
        {**os.environ, "PYTHONPATH": places},
        file_actions=[(os.POSIX_SPAWN_DUP2, theirs, 0), (os.POSIX_SPAWN_DUP2, write, 1)],
    )
    os.close(theirs)
    with suppress(BrokenPipeError), os.fdopen(ours, "wb") as file:
        file.write(marshal.dumps((request.folder, request.text, request.asked, tuple(request.bounds), request.tsv)))
    return pid
