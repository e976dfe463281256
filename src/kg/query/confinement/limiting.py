"""What the child takes from itself before it answers: handles, memory, time, signals, a voice of its own."""

import math
import os
import resource
import signal
from contextlib import suppress
from typing import Final

from kg.query.confinement.bounds import Bounds

_GRACE: Final = 1.0
"""The parent ends the child; where the parent is gone, a timer does so this many seconds later."""
_PLAIN: Final = ("SIGINT", "SIGALRM", "SIGPIPE", "SIGXCPU", "SIGSEGV", "SIGABRT", "SIGBUS", "SIGSYS")


def begin(bounds: Bounds) -> None:
    """Before the store is opened: no terminal, no core file, no handler of the parent's, an end in any case."""
    for name in _PLAIN:
        signal.signal(getattr(signal, name), signal.SIG_DFL)
    silent = os.open(os.devnull, os.O_RDWR)
    for handle in (0, 1, 2):
        os.dup2(silent, handle)
    os.close(silent)
    signal.setitimer(signal.ITIMER_REAL, bounds.seconds + _GRACE)
    _limit(resource.RLIMIT_CORE, 0)
    _, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    with suppress(ValueError, OSError):  # so that every file of a large store is opened now
        resource.setrlimit(resource.RLIMIT_NOFILE, (hard if 0 < hard < 65_536 else 65_536, hard))


def close_in(bounds: Bounds) -> None:
    """When the store is open: no further file or socket, and no more memory and time than the bounds give."""
    _limit(resource.RLIMIT_CPU, math.ceil(bounds.seconds + _GRACE))
    held = _held()
    if held is not None:
        _limit(resource.RLIMIT_AS, held + bounds.memory * 1_000_000)
    _limit(resource.RLIMIT_NOFILE, 0)


def _limit(what: int, value: int) -> None:
    _, hard = resource.getrlimit(what)
    most = value if hard == resource.RLIM_INFINITY else min(value, hard)
    resource.setrlimit(what, (most, most))


def _held() -> int | None:
    """The address space of this process in bytes; None where the system does not tell and would not keep a limit."""
    try:
        with open("/proc/self/statm", "rb") as file:  # noqa: PTH123 - pathlib's own way costs more than the read
            return int(file.read().split()[0]) * resource.getpagesize()
    except OSError:
        return None
