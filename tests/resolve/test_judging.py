"""Judgements are added at the end of a file and never change what stands there."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from kg import resolve
from kg.errors import InputError
from kg.model import Decision, EntityType, Judgement, MentionKey, Record
from kg.resolve.judging import FILE, decision_line

if TYPE_CHECKING:
    from pathlib import Path

    from tests.resolve.conftest import Maker

A, B = MentionKey("a", EntityType.PERSON, "Anna Berg"), MentionKey("b", EntityType.PERSON, "Anna BERG")
SAME = Decision(left=A, right=B, judgement=Judgement.SAME, by="C. H.", on="2024-05-06", reason="one photograph")


def test_what_is_written_is_read(tmp_path: Path) -> None:
    other = replace(SAME, right="person-0123456789abcdef", judgement=Judgement.UNSURE, reason="")
    sourced = replace(SAME, judgement=Judgement.DIFFERENT, left_source="https://example.org/a")
    resolve.append(tmp_path / "new", [SAME, other])
    resolve.append(tmp_path / "new", [sourced])
    assert resolve.load_decisions(tmp_path / "new") == (SAME, other, sourced)


def test_what_stands_there_stays_as_it_is(tmp_path: Path) -> None:
    before = decision_line(SAME).encode()
    (tmp_path / FILE).write_bytes(before)
    resolve.append(tmp_path, [replace(SAME, judgement=Judgement.UNSURE)])
    resolve.append(tmp_path, [resolve.taking_back(SAME, "D. E.", "2024-06-07")])
    after = (tmp_path / FILE).read_bytes()
    assert after.startswith(before + b"\n")
    assert after.count(b"\n") == 3


def test_a_line_takes_back_what_stands_before_it(tmp_path: Path) -> None:
    back = resolve.taking_back(replace(SAME, left=B, right=A), "D. E.", "2024-06-07")
    unsure = replace(SAME, judgement=Judgement.UNSURE)
    resolve.append(tmp_path, [SAME, unsure, back, SAME])
    read = resolve.load_decisions(tmp_path)
    assert [(one.judgement, one.withdrawn) for one in read] == [
        (Judgement.SAME, True),
        (Judgement.UNSURE, False),
        (Judgement.SAME, True),
        (Judgement.SAME, False),
    ]


def test_the_last_decision_of_a_person() -> None:
    made = [SAME, replace(SAME, by="D. E."), replace(SAME, judgement=Judgement.UNSURE, withdrawn=True)]
    assert resolve.last_of(made, "C. H.") == SAME
    with pytest.raises(InputError, match="no decision by 'X'"):
        resolve.last_of(made, "X")


def test_a_folder_that_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x", "utf-8")
    with pytest.raises(InputError, match="cannot write"):
        resolve.append(tmp_path / "file", [SAME])


def test_a_decision_outlives_another_name_of_the_file(make: Maker) -> None:
    """A page that is fetched again comes under the checksum of its new bytes: its address is the same."""
    address = "https://example.org/reunion"
    first = [with_source(make.record("old", "P: Anna Berg"), address), make.record("b", "P: Anna BERG")]
    left, right = make.key("old", "P", "Anna Berg"), make.key("b", "P", "Anna BERG")
    decision = resolve.with_sources(make.decision(left, "same", right), first)
    assert decision.left_source == address
    again = [with_source(make.record("new", "P: BERG Anna = Anna Berg"), address), first[1]]
    outcome = make.resolve(again, decisions=[decision])
    assert outcome.id("new", "BERG Anna") == outcome.id("b", "Anna BERG")
    assert outcome.issues == ()


def test_a_decision_outlives_a_better_name(make: Maker) -> None:
    decision = make.decision(make.key("a", "P", "Anna BERG"), "same", make.key("b", "P", "A. B."))
    pages = [make.record("a", "P: Anna Berg = Anna BERG"), make.record("b", "P: A. B.")]
    outcome = make.resolve(pages, decisions=[decision])
    assert outcome.id("a", "Anna Berg") == outcome.id("b", "A. B.")


def with_source(record: Record, source: str) -> Record:
    return replace(record, document=replace(record.document, source=source))
