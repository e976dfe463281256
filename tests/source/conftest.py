"""Small pages in every format, made by the bench that mutates them."""

import importlib.util
import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest

from kg.model import Document
from kg.source import read

SEEDS = Path(__file__).resolve().parents[2] / "bench" / "seeds.py"

Reading = Callable[[str, bytes], Document]


@pytest.fixture(scope="session")
def seeds() -> ModuleType:
    """bench/seeds.py."""
    spec = importlib.util.spec_from_file_location("seeds", SEEDS)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["seeds"] = module
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def reading(tmp_path: Path) -> Reading:
    """Write bytes to a file of this name and read it."""

    def read_bytes(name: str, data: bytes) -> Document:
        path = tmp_path / name
        path.write_bytes(data)
        return read(path)

    return read_bytes
