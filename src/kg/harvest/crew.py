"""Workers on all cores: tasks go out, outcomes come back in the order of the tasks.

A worker that the system kills (no memory, a crash in native code) takes those of its fellows along; their tasks are
then done one by one, each in a process of its own, and only the task that kills its process again is given up.
"""

import multiprocessing
import os
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from typing import Generic, TypeVar

Task = TypeVar("Task")
Outcome = TypeVar("Outcome")

_AHEAD = 4
"""Tasks a worker that wait or are done and not yet asked for; bounds the memory."""


class Crew(Generic[Task, Outcome]):
    """Does `work` on tasks in processes; `lost` says what to report of a task that kills its process."""

    def __init__(
        self, work: Callable[[Task], Outcome], lost: Callable[[Task], Outcome], *, workers: int | None = None
    ) -> None:
        self._work = work
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
            try:
                return pool.submit(self._work, task).result()
            except BrokenProcessPool:
                return self._lost(task)


def cores() -> int:
    """The cores that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _pool(workers: int) -> ProcessPoolExecutor:
    return ProcessPoolExecutor(
        max_workers=workers, mp_context=multiprocessing.get_context("spawn"), initializer=_leave_interrupts_to_parent
    )


def _leave_interrupts_to_parent() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
