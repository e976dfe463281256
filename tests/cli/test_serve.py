"""`kg serve` as it is run: what it prints, how it ends, what it says when it cannot begin."""

import os
import re
import signal
import socket
import subprocess
import sys
import urllib.request
from pathlib import Path

import pytest

from kg.cli import main

SRC = Path(__file__).resolve().parents[2] / "src"


def test_it_prints_its_address_answers_and_ends_with_an_interrupt(sample: Path) -> None:
    environment = {**os.environ, "PYTHONPATH": str(SRC)}
    command = [sys.executable, "-m", "kg", "serve", str(sample), "--port", "0", "--language", "fr"]
    with subprocess.Popen(command, env=environment, stderr=subprocess.PIPE, text=True) as process:
        assert process.stderr is not None
        found = re.search(r"in OpenRefine: (http://127\.0\.0\.1:\d+/reconcile)", process.stderr.readline())
        assert found is not None
        with urllib.request.urlopen(found[1], timeout=10) as response:
            assert response.status == 200
        process.send_signal(signal.SIGINT)
        said = process.stderr.read()
        assert process.wait(timeout=10) == 0
    assert "--cors http://127.0.0.1:3333" in said
    assert said.endswith("Ended.\n")
    assert "Traceback" not in said
    assert "GET" not in said


def test_a_taken_port_is_one_line(sample: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        assert main(["serve", str(sample), "--port", str(port)]) == 2
    error = capsys.readouterr().err
    assert error.count("\n") == 1
    assert f"Choose another port, such as --port {port + 1}" in error


def test_no_graph_and_no_origin_are_one_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for arguments in (
        [str(tmp_path)],
        [str(tmp_path), "--cors", "openrefine"],
        [str(tmp_path), "--cors", "http://a b"],
    ):
        assert main(["serve", *arguments]) == 2
        assert capsys.readouterr().err.count("\n") == 1
