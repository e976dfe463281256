"""Proposals on disk, and which of them are open."""

from dataclasses import replace
from pathlib import Path

import pytest

from kg.errors import InputError
from kg.link import proposals
from kg.link.proposals import Proposal
from kg.model import EntityType, Judgement, MentionKey

ONE = Proposal(
    side="territory-x",
    id="territory-x",
    title="X",
    iri="http://www.wikidata.org/entity/Q1",
    name="Ix",
    description="a town",
    score=7.5,
    likely=True,
    findings=((3.0, "both are called 'X'"), (-1.5, "others fit as well or better")),
    also=("https://sws.geonames.org/1/",),
)
OTHER = replace(ONE, side=MentionKey("a", EntityType.PERSON, "Anna Thal"), id="person-1", score=2.0, likely=False)


def test_what_is_written_is_read_by_thing_and_score(tmp_path: Path) -> None:
    path = proposals.path_of(tmp_path, "wikidata")
    better = replace(ONE, iri="http://www.wikidata.org/entity/Q2", score=9.0)
    proposals.write(path, [ONE, better, OTHER])
    assert proposals.read(path) == [OTHER, better, ONE]
    first = path.read_bytes()
    proposals.write(path, [OTHER, ONE, better])
    assert path.read_bytes() == first


def test_where_there_is_no_file_there_are_none(tmp_path: Path) -> None:
    assert proposals.read(tmp_path / "none.jsonl") == []


@pytest.mark.parametrize(
    "line", ["{", "[]", '{"thing": "x"}', '{"thing": {"document": "a", "type": "Ghost", "name": "n"}}']
)
def test_a_wrong_line_is_told(tmp_path: Path, line: str) -> None:
    path = tmp_path / "p.jsonl"
    path.write_text(f"\n{line}\n", "utf-8")
    with pytest.raises(InputError, match=r"p\.jsonl: line 2 is no proposal"):
        proposals.read(path)


def test_a_stopped_run_keeps_what_it_did_not_reach() -> None:
    again = replace(ONE, score=1.0)
    assert proposals.with_kept([again], {"territory-x", "territory-y"}, [ONE, OTHER]) == [again, OTHER]
    assert proposals.with_kept([], {"territory-x"}, [ONE, OTHER]) == [OTHER]


def test_only_what_is_accepted_brings_addresses_along() -> None:
    yes = ONE.decision(Judgement.SAME, "C. H.", "2024-05-06", "seen")
    no = ONE.decision(Judgement.DIFFERENT, "C. H.", "2024-05-06")
    assert (yes.left, yes.right, yes.also, yes.reason) == ("territory-x", ONE.iri, ONE.also, "seen")
    assert yes.findings == ("Ix: a town", "both are called 'X'", "others fit as well or better")
    assert (no.also, no.findings) == ((), yes.findings)
