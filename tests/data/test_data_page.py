"""The examples in docs/data.md are what the program reads."""

import re
from dataclasses import fields
from pathlib import Path

import pytest

from kg import resolve
from kg.errors import InputError
from kg.model import EntityType, Judgement
from kg.resolve.entry_faults import KEYS
from kg.source.listing import Listing, listing

ROOT = Path(__file__).resolve().parents[2]
PAGE = (ROOT / "docs" / "data.md").read_text("utf-8")
EXAMPLES = dict(re.findall(r"```\{code-block\} \w+\n:caption: mine/(\S+)\n\n(.*?)```", PAGE, re.DOTALL))


@pytest.fixture
def mine(tmp_path: Path) -> Path:
    for name, content in EXAMPLES.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, "utf-8")
    return tmp_path


def test_there_is_an_example_of_each_file() -> None:
    assert sorted(EXAMPLES) == ["authority/mine.yaml", "decisions/mine.jsonl", "sources.yaml"]


def test_the_authority_is_in_order_beside_ours(mine: Path) -> None:
    entries = resolve.load_authority([ROOT / "data" / "authority", mine / "authority"])
    assert entries["organisation-kammer-musterland"].competent_for == ("territory-musterland",)


def test_the_decisions_are_in_order(mine: Path) -> None:
    decisions = resolve.load_decisions(mine / "decisions")
    assert {one.judgement for one in decisions} == {Judgement.SAME, Judgement.DIFFERENT}


def test_the_sources_are_in_order(mine: Path) -> None:
    known = listing(mine / "reunion-2019.txt")
    assert all(getattr(known, field.name) is not None for field in fields(Listing))


def test_every_key_and_value_is_described() -> None:
    words = {*KEYS, *EntityType, *Judgement, *(field.name for field in fields(Listing)), "withdrawn", "reason"}
    assert [word for word in sorted(words) if f"`{word}`" not in PAGE and f"{word}:" not in PAGE] == []


def test_a_decision_is_one_line(tmp_path: Path) -> None:
    broken = EXAMPLES["decisions/mine.jsonl"].replace('"by"', '\n"by"', 1)
    (tmp_path / "mine.jsonl").write_text(broken, "utf-8")
    with pytest.raises(InputError, match="line 1"):
        resolve.load_decisions(tmp_path)
