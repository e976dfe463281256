"""What tests of several packages need: the built sample, the shared material beside the repository."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from pyoxigraph import RdfFormat, Store
from tests import servers

from kg import assets, pipeline, query
from kg.query.embedded import EmbeddedEngine

REPOSITORY = Path(__file__).resolve().parents[1]


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder with the corpus and the seeds, which is not part of the repository."""
    folder = Path(os.environ.get("KG_SHARED", REPOSITORY.parent / "shared"))
    if not folder.is_dir():
        pytest.skip(f"no {folder}: the corpus and the seeds do not lie beside the repository (KG_SHARED names them)")
    return folder


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The output folder of the sample data, built once; tests must not change it."""
    out = tmp_path_factory.mktemp("sample") / "build"
    pipeline.build(assets.path("data"), out)
    return out


@pytest.fixture(scope="session")
def engine() -> EmbeddedEngine:
    """The engine over tests/graphs/example.trig."""
    store = Store()
    store.load(path=REPOSITORY / "tests" / "graphs" / "example.trig", format=RdfFormat.TRIG)
    return query.engine_over(store)


@pytest.fixture(scope="session")
def oxigraph_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of an oxigraph server; a test that uses it removes what others have left."""
    with servers.oxigraph(tmp_path_factory.mktemp("oxigraph")) as url:
        yield url


@pytest.fixture(scope="session")
def virtuoso_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a Virtuoso with the user `dba`, password `dba`; .ci/run sees that it is there."""
    servers.need_virtuoso()
    with servers.virtuoso(tmp_path_factory.mktemp("virtuoso")) as url:
        yield url
