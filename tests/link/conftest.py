"""A real SPARQL server on the loopback, with a small graph in the shape of Wikidata; and a data folder to link."""

import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

HERE = Path(__file__).parent
PATIENCE = 60
"""Seconds that a busy machine is waited for."""

PAGE = """Forum des voisins, 12 mars 2019, Metz

Organisé par l'Université du Grand Fleuve (UGF), avec le Land de Sarre.

10h00 Exposé d'Anna Thal, Landrätin, Institut der Nachbarschaft
"""


class Endpoint:
    """A running server."""

    def __init__(self, address: str) -> None:
        self.address = address
        self.url = f"{address}/query"

    def load(self, turtle: bytes, graph: str = "default") -> None:
        request = urllib.request.Request(
            f"{self.address}/store?{graph}", data=turtle, headers={"Content-Type": "text/turtle"}, method="POST"
        )
        with urllib.request.urlopen(request, timeout=PATIENCE):
            pass


@pytest.fixture(scope="session")
def server() -> Iterator[Endpoint]:
    program = shutil.which("oxigraph", path=str(Path(sys.executable).parent)) or shutil.which("oxigraph")
    if program is None:
        pytest.skip("needs the SPARQL server: python -m pip install oxigraph")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    running = subprocess.Popen(
        [program, "serve", "--bind", f"127.0.0.1:{port}"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        _wait(port)
        yield Endpoint(f"http://127.0.0.1:{port}")
    finally:
        running.terminate()
        running.wait()


def _wait(port: int) -> None:
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    raise AssertionError("the SPARQL server has not started")


@pytest.fixture(scope="session")
def wikidata(server: Endpoint) -> Endpoint:
    server.load((HERE / "wikidata.ttl").read_bytes())
    return server


@pytest.fixture(autouse=True)
def no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("no_proxy", "*")


@pytest.fixture
def data(tmp_path: Path) -> Path:
    (tmp_path / "documents").mkdir()
    (tmp_path / "documents" / "forum.txt").write_text(PAGE, "utf-8")
    return tmp_path
