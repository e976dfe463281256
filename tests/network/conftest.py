"""A graph of two forums, small enough to count the ties by hand."""

from pathlib import Path

import pytest
from pyoxigraph import RdfFormat, Store

from kg.query import EmbeddedEngine, engine_over

SMALL = Path(__file__).with_name("small.trig")


@pytest.fixture
def store() -> Store:
    store = Store()
    store.load(path=SMALL, format=RdfFormat.TRIG)
    return store


@pytest.fixture
def engine(store: Store) -> EmbeddedEngine:
    return engine_over(store)
