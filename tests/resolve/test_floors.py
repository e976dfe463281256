"""Floors under what bench/identity.py measures on the corpus and the seeds."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest

from kg import resolve

ROOT = Path(__file__).resolve().parents[2]
FLOORS = {"Organization": (0.99, 0.95), "Territory": (0.99, 0.95), "Person": (0.99, 0.97)}


def bench() -> ModuleType:
    spec = importlib.util.spec_from_file_location("identity_bench", ROOT / "bench" / "identity.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def figures(shared: Path) -> dict[str, tuple[float, float]]:
    """Precision and recall by type."""
    module = bench()
    records, mentions = module.load_records([shared / "corpus" / "dev", shared / "seeds"])
    if not records:
        pytest.skip("no hand-made records beside the repository")
    resolution, _ = resolve.resolve(records, resolve.load_authority([ROOT / "data" / "authority"]), ())
    groups = {key: entity.id for entity in resolution.entities for key in entity.mentions}
    labels = module.load_labels(module.LABELS)
    found = module.merged_pairs(mentions, groups) - labels.unsure
    out = {}
    for type_ in FLOORS:
        merged = {pair for pair in found if mentions.keys[min(pair)].type.value == type_}
        same = {pair for pair in labels.same if mentions.keys[min(pair)].type.value == type_}
        out[type_] = (len(merged & same) / len(merged), len(merged & same) / len(same))
    return out


@pytest.mark.parametrize("type_", FLOORS)
def test_precision_and_recall(figures: dict[str, tuple[float, float]], type_: str) -> None:
    assert figures[type_] >= (FLOORS[type_][0], 0)
    assert figures[type_][1] >= FLOORS[type_][1]
