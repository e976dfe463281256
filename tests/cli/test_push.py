"""`kg push` at the terminal: what it says, and with which exit code."""

from pathlib import Path

import pytest

from kg.cli import main
from kg.vocab.namespaces import GRAPH, ID, KG


def folder_of(path: Path, name: str, count: int) -> Path:
    path.mkdir()
    quads = [
        f'<{ID}a> <{KG}p> "0{i}"^^<http://www.w3.org/2001/XMLSchema#integer> <{GRAPH}{name}> .\n' for i in range(count)
    ]
    (path / "graph.nq").write_text("".join(quads), "utf-8")
    return path


def test_a_push_says_what_it_did(oxigraph_server: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = str(folder_of(tmp_path / "a", "text-cli", 3))
    url = f"{oxigraph_server}/store"
    assert main(["push", url, "--graph", folder, "--dry-run", "--delete-others"]) == 0
    assert f"would send 3 statements in 1 of 1 graphs\n          3 {GRAPH}text-cli\n" in capsys.readouterr().out
    assert main(["push", url, "--graph", folder, "--delete-others"]) == 0
    out = capsys.readouterr().out
    assert "sent 3 statements in 1 graphs\nverified 3 statements in 1 graphs, 0 with the same hash" in out
    assert "3 spelt by the store in its own way: xsd:integer" in out
    other = str(folder_of(tmp_path / "b", "text-other", 2))
    assert main(["push", url, "--via", "gsp", "--graph", other]) == 0
    assert "1 graphs of earlier builds stay there; --delete-others removes them" in capsys.readouterr().out
    assert main(["push", url, "--graph", other, "--delete-others"]) == 0
    assert "removed 1 graphs of earlier builds" in capsys.readouterr().out


def test_a_plan_needs_no_store(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = str(folder_of(tmp_path / "a", "text-cli", 3))
    assert main(["push", "http://127.0.0.1:1/store", "--graph", folder, "--dry-run"]) == 0
    said = capsys.readouterr()
    assert f"would send 3 statements in 1 of 1 graphs\n          3 {GRAPH}text-cli\n" in said.out
    assert said.err.startswith("kg: note: http://127.0.0.1:1/query cannot be asked: ")
    assert said.err.endswith(" Told without what it holds.\n")


@pytest.mark.parametrize(
    ("url", "said"),
    [
        ("http://alice:word@127.0.0.1:1/store", "holds a name or a password"),
        ("http://127.0.0.1:1/store", "cannot be asked"),
        ("build", "no address of an endpoint"),
    ],
)
def test_what_is_wrong_is_one_line(url: str, said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["push", url, "--via", "gsp", "--graph", str(folder_of(tmp_path / "a", "t", 1))]) == 2
    err = capsys.readouterr().err
    assert said in err
    assert err.count("\n") == 1
    assert "word@" not in err
