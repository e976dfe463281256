"""The queries of `queries/serve/`."""

from pathlib import Path

import pytest
import yaml

from kg import assets
from kg.query import Engine

QUERIES = sorted(assets.path("queries/serve").glob("*.rq"))


@pytest.mark.parametrize("path", QUERIES, ids=lambda p: p.stem)
def test_query_says_what_it_is_for_in_three_languages(path: Path) -> None:
    header = "\n".join(line[3:] for line in path.read_text("utf-8").splitlines() if line.startswith("#+"))
    assert set(yaml.safe_load(header)["summary"]) == {"fr", "de", "en"}


@pytest.mark.parametrize("path", QUERIES, ids=lambda p: p.stem)
def test_query_finds_something(path: Path, engine: Engine) -> None:
    assert len(engine.select(assets.text(path), {}).rows) > 0
