"""Workers on all cores: tasks go out, outcomes come back in the order of the tasks.

A worker that the system kills (no memory, a crash in native code) takes those of its fellows along; their tasks are
then done one by one, each in a process of its own, and only the task that kills its process again is given up.

A task has so many seconds: a worker that is still at it then is ended by an alarm of its own, which no code that it is
in can put off (where the system has no alarms, by a thread, which waits for such code), and the same is done.
"""

import multiprocessing
import os
import signal
import threading
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from functools import partial
from typing import Generic, TypeVar

Task = TypeVar("Task")
Outcome = TypeVar("Outcome")

_AHEAD = 4
"""Tasks a worker that wait or are done and not yet asked for; bounds the memory."""


class Crew(Generic[Task, Outcome]):
    """Does `work` on tasks in processes, each in so many `seconds`.

    `lost` says what to report of a task that kills its process, and is told whether that was because it took too long.
    """

    def __init__(
        self,
        work: Callable[[Task], Outcome],
        lost: Callable[[Task, bool], Outcome],
        *,
        workers: int | None = None,
        seconds: float | None = None,
    ) -> None:
        self._work = partial(_in_time, work, seconds)
        self._seconds = seconds
        self._lost = lost
        self._workers = workers or cores()
        self._pool = _pool(self._workers)

    def outcomes(self, tasks: Iterable[Task]) -> Iterator[Outcome]:
        """The outcome of each task, in order."""
        waiting: deque[tuple[Task, Future[Outcome]]] = deque()
        try:
            for task in tasks:
                waiting.append((task, self._submit(task)))
                if len(waiting) >= _AHEAD * self._workers:
                    yield self._next(waiting)
            while waiting:
                yield self._next(waiting)
        finally:
            self._pool.shutdown(wait=False, cancel_futures=True)

    def _submit(self, task: Task) -> "Future[Outcome]":
        try:
            return self._pool.submit(self._work, task)
        except BrokenProcessPool:
            self._pool = _pool(self._workers)
            return self._pool.submit(self._work, task)

    def _next(self, waiting: "deque[tuple[Task, Future[Outcome]]]") -> Outcome:
        task, future = waiting.popleft()
        try:
            return future.result()
        except BrokenProcessPool:
            return self._alone(task)

    def _alone(self, task: Task) -> Outcome:
        with _pool(1) as pool:
            pool.submit(_ready).result()
            start = time.monotonic()
            try:
                return pool.submit(self._work, task).result()
            except BrokenProcessPool:
                late = self._seconds is not None and time.monotonic() - start >= self._seconds
                return self._lost(task, late)


def cores() -> int:
    """The cores that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _pool(workers: int) -> ProcessPoolExecutor:
    return ProcessPoolExecutor(
        max_workers=workers, mp_context=multiprocessing.get_context("spawn"), initializer=_leave_interrupts_to_parent
    )


def _leave_interrupts_to_parent() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _ready() -> None:
    """What a new process is asked first: its start does not count as time of its task."""


def _in_time(work: Callable[[Task], Outcome], seconds: float | None, task: Task) -> Outcome:
    """Do the work, or end this process when the time is over."""
    if seconds is None:
        return work(task)
    stop = _alarm(seconds)
    try:
        return work(task)
    finally:
        stop()


def _alarm(seconds: float) -> Callable[[], object]:
    """End this process in so many seconds; what it returns calls that off."""
    if hasattr(signal, "setitimer"):
        signal.signal(signal.SIGALRM, signal.SIG_DFL)
        signal.setitimer(signal.ITIMER_REAL, seconds)
        return partial(signal.setitimer, signal.ITIMER_REAL, 0)
    timer = threading.Timer(seconds, os._exit, (1,))
    timer.daemon = True
    timer.start()
    return timer.cancel
