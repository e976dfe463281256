from pathlib import Path

import pytest
from pyoxigraph import RdfFormat, Store

from kg import query
from kg.query.embedded import EmbeddedEngine

GRAPHS = Path(__file__).resolve().parents[1] / "graphs"


@pytest.fixture(scope="session")
def engine() -> EmbeddedEngine:
    """The engine over tests/graphs/example.trig."""
    store = Store()
    store.load(path=GRAPHS / "example.trig", format=RdfFormat.TRIG)
    return query.engine_over(store)
