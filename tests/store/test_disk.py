import errno
import os
import shutil
from pathlib import Path
from typing import Any

import pytest
from pyoxigraph import Store

from kg.errors import InputError
from kg.store import Folder, build_store, disk, in_memory, open_read, sorted_lines

ALL = "SELECT ?value ?g { GRAPH ?g { ?s ?p ?value } } ORDER BY ?value ?g"


def answers(store: Store) -> list[list[str]]:
    return [[str(cell) for cell in row] for row in store.query(ALL)]  # type: ignore[union-attr]


def names(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


class FullStore:
    """A store on a disk that takes no more bytes."""

    def __init__(self, path: Path) -> None:
        path.mkdir()
        (path / "000001.sst").write_bytes(b"half")

    def bulk_load(self, *_: Any, **__: Any) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def test_a_store_holds_every_quad_of_its_file(built: Path, tmp_path: Path) -> None:
    build_store(Folder(built).graph, tmp_path / "store")
    assert len(Store.read_only(str(tmp_path / "store"))) == 5


def test_a_missing_store_is_made_from_the_graph_and_answers_the_same(built: Path) -> None:
    before = answers(open_read(built))
    shutil.rmtree(Folder(built).store)
    after = answers(open_read(built))
    assert after == before
    assert len(after) == 5
    assert names(built) == {"graph.nq", "store", "manifest.json"}


def test_the_store_holds_the_lines_of_the_graph(built: Path) -> None:
    lines = Folder(built).graph.read_text("utf-8").splitlines()
    assert sorted_lines(open_read(built)) == lines


def test_two_readers_at_once(built: Path) -> None:
    first, second = open_read(built), open_read(built)
    assert answers(first) == answers(second)


def test_a_reader_does_not_write(built: Path) -> None:
    store = open_read(built)
    with pytest.raises(RuntimeError, match="read-write"):
        store.update("INSERT DATA { <a:a> <a:a> <a:a> }")


def test_no_graph_in_the_folder(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="there is no built graph in") as caught:
        open_read(tmp_path / "nowhere")
    assert "kg build" in caught.value.hint
    assert names(tmp_path) == set()


def test_a_store_that_cannot_be_opened(built: Path) -> None:
    (Folder(built).store / "CURRENT").write_text("nonsense", "utf-8")
    with pytest.raises(InputError, match=r"cannot open .*store: Corruption") as caught:
        open_read(built)
    assert "Delete the folder" in caught.value.hint
    shutil.rmtree(Folder(built).store)
    assert len(answers(open_read(built))) == 5


def test_a_graph_that_is_no_nquads_names_the_line(built: Path) -> None:
    folder = Folder(built)
    with folder.graph.open("a", encoding="utf-8") as file:
        file.write("<https://example.org/a> nonsense .\n")
    with pytest.raises(InputError, match=r"graph\.nq: line 6, column \d+: ") as caught:
        build_store(folder.graph, folder.store)
    assert "kg build" in caught.value.hint
    assert len(answers(open_read(built))) == 5
    assert names(built) == {"graph.nq", "store", "manifest.json"}


def test_a_full_disk_leaves_the_old_store(built: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = Folder(built)
    with monkeypatch.context() as patch:
        patch.setattr(disk, "Store", FullStore)
        with pytest.raises(InputError, match=r"cannot write .*store: No space left on device"):
            build_store(folder.graph, folder.store)
    assert len(answers(open_read(built))) == 5
    assert names(built) == {"graph.nq", "store", "manifest.json"}


def test_what_a_killed_build_left_is_swept_away(built: Path) -> None:
    folder = Folder(built)
    left = built / ".store.new"
    left.mkdir()
    (left / "000001.sst").write_bytes(b"half")
    build_store(folder.graph, folder.store)
    assert len(Store.read_only(str(folder.store))) == 5
    assert names(built) == {"graph.nq", "store", "manifest.json"}


def test_in_memory(built: Path) -> None:
    assert answers(in_memory(open_read(built))) == answers(open_read(built))


def test_the_folder_knows_what_is_its_own(tmp_path: Path) -> None:
    assert Folder(tmp_path).own == {
        "graph.nq",
        "store",
        "manifest.json",
        "issues.jsonl",
        "graph.ttl",
        "graph.jsonld",
        "network.html",
        "texts",
        "records",
    }
