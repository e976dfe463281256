"""When the graph is held in memory: for a heavy question, to a large graph, where there is room."""

from pathlib import Path

import pytest

from kg.query import engine_over, find, trusted
from kg.query.memory import MemoryEngine
from kg.query.named import NamedQuery
from kg.query.weighing import TIMES, for_work, free_memory

HEAVY, LIGHT = find("organisations-that-met"), find("moderators")


@pytest.fixture(scope="module")
def size(sample: Path) -> int:
    return (sample / "graph.nq").stat().st_size


def test_a_heavy_question_to_a_large_graph_is_asked_in_memory(sample: Path, size: int) -> None:
    engine = for_work(trusted(sample), HEAVY, free=lambda: 2 * TIMES * size, large=size)
    assert isinstance(engine, MemoryEngine)
    assert for_work(engine, HEAVY, free=lambda: 2 * TIMES * size, large=size) is engine


@pytest.mark.parametrize(("question", "larger", "lacking"), [(LIGHT, 0, 0), (HEAVY, 1, 0), (HEAVY, 0, 1)])
def test_else_it_is_asked_on_disk(sample: Path, size: int, question: NamedQuery, larger: int, lacking: int) -> None:
    disk = trusted(sample)
    assert for_work(disk, question, free=lambda: 2 * TIMES * size - lacking, large=size + larger) is disk


def test_a_store_without_a_file_stays_where_it_is(sample: Path) -> None:
    engine = engine_over(trusted(sample).store)
    assert for_work(engine, HEAVY, free=lambda: 1, large=1) is engine


def test_free_memory_is_what_the_system_says(tmp_path: Path) -> None:
    told = tmp_path / "meminfo"
    assert free_memory(told) == 0
    told.write_text("MemTotal:       24000 kB\nMemFree:         1000 kB\nMemAvailable:   12000 kB\n")
    assert free_memory(told) == 12_000 * 1024
    told.write_text("MemTotal:       24000 kB\n")
    assert free_memory(told) == 0
