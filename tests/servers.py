"""Real stores for the tests: the oxigraph server and Virtuoso, each on a free port over an empty folder."""

import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final
from urllib.error import URLError
from urllib.request import urlopen

import pytest

PATIENCE: Final = 60.0
_TEMPLATE: Final = Path(__file__).with_name("virtuoso.ini")


def free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        port: int = one.getsockname()[1]
        return port


def found(name: str) -> str | None:
    """Where a program is: beside the Python that runs, or on the path."""
    beside = Path(sys.executable).with_name(name)
    return str(beside) if beside.is_file() else shutil.which(name)


def need_virtuoso() -> None:
    """Skip the test where there is no Virtuoso; where KG_NEEDS_VIRTUOSO is set, as by .ci/run, that is a failure."""
    if found("virtuoso-t") is None:
        assert not os.environ.get("KG_NEEDS_VIRTUOSO"), "virtuoso-t is not installed, and must be here"
        pytest.skip("no virtuoso-t: `apt-get install virtuoso-opensource` brings it")


@contextmanager
def oxigraph(folder: Path) -> Iterator[str]:
    """The address of a running oxigraph server."""
    program = found("oxigraph")
    assert program is not None, "the tests need the oxigraph server: pip install oxigraph"
    port = free_port()
    arguments = [program, "serve", "--location", str(folder), "--bind", f"127.0.0.1:{port}", "--union-default-graph"]
    with _running(arguments, folder, f"http://127.0.0.1:{port}/query?query=ASK%7B%7D"):
        yield f"http://127.0.0.1:{port}"


@contextmanager
def virtuoso(folder: Path) -> Iterator[str]:
    """The address of a running Virtuoso; its user `dba` has the password `dba`."""
    program = found("virtuoso-t")
    assert program is not None
    port = free_port()
    text = _TEMPLATE.read_text("utf-8").format(sql=free_port(), http=port)
    (folder / "virtuoso.ini").write_text(text, "utf-8")
    arguments = [program, "+foreground", "+configfile", "virtuoso.ini"]
    with _running(arguments, folder, f"http://127.0.0.1:{port}/sparql?query=ASK%7B%7D"):
        yield f"http://127.0.0.1:{port}"


@contextmanager
def _running(arguments: list[str], folder: Path, ready: str) -> Iterator[None]:
    with (folder / "output.txt").open("wb") as out:
        process = subprocess.Popen(arguments, cwd=folder, stdout=out, stderr=out)
        try:
            _wait(process, ready, folder)
            yield
        finally:
            process.kill()
            process.wait()


def _wait(process: "subprocess.Popen[bytes]", ready: str, folder: Path) -> None:
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end and process.poll() is None:
        try:
            with urlopen(ready, timeout=5):
                return
        except (URLError, OSError):
            time.sleep(0.05)
    raise AssertionError(f"{ready} has not come up: {(folder / 'output.txt').read_text('utf-8', 'replace')}")
