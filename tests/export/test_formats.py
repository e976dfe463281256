"""Writing: the formats there are, and files that are written whole or not at all."""

import errno
import os
from pathlib import Path
from typing import NoReturn

import pytest

from kg.errors import InputError
from kg.export import FORMATS, export, to_bytes
from kg.query import EmbeddedEngine


def test_formats_say_what_they_are() -> None:
    assert list(FORMATS) == [
        "turtle", "trig", "ntriples", "nquads", "rdfxml", "jsonld", "csv", "graphml", "gexf",
    ]  # fmt: skip
    assert len({one.suffix for one in FORMATS.values()}) == len(FORMATS)
    assert all(one.media_type and one.description for one in FORMATS.values())


@pytest.mark.parametrize("name", FORMATS)
def test_a_file_holds_the_bytes_of_the_format(name: str, small: EmbeddedEngine, tmp_path: Path) -> None:
    path = tmp_path / "new" / f"graph{FORMATS[name].suffix}"
    export(small, name, path, projection="people")
    assert path.read_bytes() == to_bytes(small, name, projection="people")


def test_line_formats_are_sorted(small: EmbeddedEngine) -> None:
    for name in ("ntriples", "nquads"):
        lines = to_bytes(small, name).decode().split("\n")
        assert lines.pop() == ""
        assert lines == sorted(set(lines))


def test_the_projection_is_drawn(small: EmbeddedEngine) -> None:
    assert to_bytes(small, "graphml") != to_bytes(small, "graphml", projection="people")


def test_an_unknown_format_or_projection_names_the_known(small: EmbeddedEngine) -> None:
    with pytest.raises(InputError, match=r"'word'.*jsonld"):
        to_bytes(small, "word")
    with pytest.raises(InputError, match=r"'cats'.*organisations"):
        to_bytes(small, "gexf", projection="cats")


@pytest.mark.parametrize("name", FORMATS)
def test_a_full_disk_leaves_the_old_file(
    name: str, small: EmbeddedEngine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_: int) -> NoReturn:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    path = tmp_path / "graph"
    path.write_bytes(b"old")
    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(InputError, match="No space left"):
        export(small, name, path)
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


def test_what_cannot_be_written_leaves_the_old_file(beyond_xml: EmbeddedEngine, tmp_path: Path) -> None:
    path = tmp_path / "graph.rdf"
    path.write_bytes(b"old")
    with pytest.raises(InputError, match="U\\+0000"):
        export(beyond_xml, "rdfxml", path)
    assert path.read_bytes() == b"old"
