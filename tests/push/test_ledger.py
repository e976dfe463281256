"""The ledger on disk: what it says after a kill, a damage, another content."""

from array import array
from pathlib import Path

import pytest

from kg.push.ledger import ledger, place, read
from kg.push.local import LocalGraph

URL = "https://store.example.org/store"


def graph(sha256: str = "s", count: int = 10) -> LocalGraph:
    return LocalGraph(path=Path("graph.nq"), name="g", sha256=sha256, places=array("Q", range(count)))


def test_what_was_noted_is_known_again(tmp_path: Path) -> None:
    with ledger(tmp_path, URL) as known:
        assert known.sent(graph()) == 0
        known.note(graph(), 4)
        known.note(graph(), 7)
    with ledger(tmp_path, URL) as known:
        assert known.sent(graph()) == 7
        assert known.sent(graph("other")) == 0, "another content counts for nothing"
        assert known.sent(graph(count=5)) == 0
        known.forget("g")
        assert known.sent(graph()) == 0
    with ledger(tmp_path, URL) as known:
        assert known.sent(graph()) == 0


@pytest.mark.parametrize(
    "tail",
    [b'{"graph": "g", "sha', b"[]\n", b'{"graph": "g"}\n', b"\xff\xfe\n", b'{"graph":"g","sha256":"s","sent":"x"}'],
)
def test_a_cut_line_counts_for_nothing(tmp_path: Path, tail: bytes) -> None:
    with ledger(tmp_path, URL) as known:
        known.note(graph(), 4)
    path = place(tmp_path, URL)
    path.write_bytes(path.read_bytes() + tail)
    assert read(path) == {"g": ("s", 4)}


def test_every_address_has_its_own_without_its_secrets(tmp_path: Path) -> None:
    assert place(tmp_path, URL) != place(tmp_path, URL + "2")
    assert place(tmp_path, URL).name.startswith("push-store-example-org-")
