"""Workers: outcomes in the order of the tasks, and one that dies does not take the others along."""

import importlib
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from kg.harvest.crew import Crew

WORK = """
import os, re, signal, time

def work(task):
    if task == 99:
        re.match("(a+)+$", "a" * 60 + "b")
    if task < 0:
        os.kill(os.getpid(), signal.SIGKILL)
    time.sleep(0.05 if task % 2 else 0)
    return task * task
"""


@pytest.fixture
def work(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[int], int]:
    """A function that a new process finds by its name, as it would not find one of this module."""
    (tmp_path / "crew_work.py").write_text(WORK, "utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    found: Callable[[int], int] = importlib.import_module("crew_work").work
    return found


def lost(task: int, late: bool) -> int:
    return -1000 if late else task


def test_order_is_that_of_the_tasks(work: Callable[[int], int]) -> None:
    assert list(Crew(work, lost, workers=2).outcomes(range(12))) == [n * n for n in range(12)]


def test_a_worker_that_is_killed_is_told_and_the_others_go_on(work: Callable[[int], int]) -> None:
    assert list(Crew(work, lost, workers=2).outcomes([1, 2, -3, 4, 5, -6, 7])) == [1, 4, -3, 16, 25, -6, 49]


def test_a_worker_that_takes_too_long_is_ended_and_the_others_go_on(work: Callable[[int], int]) -> None:
    outcomes = list(Crew(work, lost, workers=2, seconds=1.0).outcomes([1, 2, 99, 4, -5, 6]))
    assert outcomes == [1, 4, -1000, 16, -5, 36]


def test_the_time_of_one_task_does_not_count_for_the_next(work: Callable[[int], int]) -> None:
    assert list(Crew(work, lost, workers=1, seconds=0.5).outcomes([1] * 12)) == [1] * 12


def test_tasks_are_not_all_taken_at_once(work: Callable[[int], int]) -> None:
    taken = []

    def tasks() -> Iterator[int]:
        for number in range(50):
            taken.append(number)
            yield number

    outcomes = Crew(work, lost, workers=1).outcomes(tasks())
    assert next(outcomes) == 0
    assert len(taken) < 10
    outcomes.close()  # type: ignore[attr-defined]
