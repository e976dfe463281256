"""Small graphs for the tests of the view."""

from pathlib import Path

import pytest
from pyoxigraph import RdfFormat, parse

from kg.query import Engine, engine_over
from kg.store import in_memory

GRAPHS = Path(__file__).parent / "graphs"


def engine_of(name: str, more: str = "") -> Engine:
    text = (GRAPHS / name).read_text("utf-8") + more
    return engine_over(in_memory(parse(text, format=RdfFormat.TRIG)))


@pytest.fixture(scope="session")
def evening() -> Engine:
    return engine_of("evening.trig")


@pytest.fixture(scope="session")
def hostile() -> Engine:
    long = "x" * 5000
    more = f'graph:text-1111111111111111 {{ id:person-long a kg:Person ; rdfs:label "{long}" . }}'
    member = "graph:text-1111111111111111 { id:participation-1 kg:participant id:person-long . }"
    return engine_of("hostile.trig", more + member)
