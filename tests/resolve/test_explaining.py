"""Why two are one, or two: findings with their weights, judgements, and the way."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kg.errors import InputError
from kg.model import Authority, Decision, Record
from kg.resolve import explain, find_node, work

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tests.resolve.conftest import Maker


def why(
    pages: Sequence[Record], a: str, b: str, entries: Sequence[Authority] = (), decisions: Sequence[Decision] = ()
) -> str:
    authority = {entry.id: entry for entry in entries}
    worked = work(pages, authority, decisions)
    left, right = (find_node(text, worked, authority) for text in (a, b))
    return "\n".join(explain(left, right, worked, authority, decisions))


def two_people(make: Maker) -> list[Record]:
    return [
        make.record("a", "P: Anna Berg", "T: Metz", "! Anna Berg | maire | Metz"),
        make.record("b", "P: Anna Berg", "T: Nancy", "! Anna Berg | maire | Nancy"),
    ]


def test_two_people(make: Maker) -> None:
    said = why(two_people(make), "a/Anna Berg", "b/Anna Berg")
    assert "are two things" in said
    assert "for     +2.0  the full name is the same" in said
    assert "against -9.0  offices of two towns: metz, and nancy" in said
    assert "from +4.0 on they are one" in said


def test_two_kinds_are_never_one(make: Maker) -> None:
    entry = make.entry("organisation-cfl", "CFL")
    pages = [make.record("a", "P: Anna Berg", "T: Metz", "O: CFL")]
    assert "Anna Berg" in why(pages, "Anna Berg", "organisation-cfl", [entry])
    said = why(pages, "a/Metz", "a/Anna Berg")
    assert "is a territory" in said
    assert said.endswith("is a person: two kinds of things are never one.")


def test_one_body_and_the_way(make: Maker) -> None:
    pages = [make.record("a", "O: Université de Liège"), make.record("b", "O: Universität Lüttich", language="de")]
    said = why(pages, "Université de Liège", "Universität Lüttich")
    assert "are one" in said
    assert "mean the same: liege, university" in said
    assert "How they came together:" in said
    assert "(+5.0): their names mean the same" in said


def test_an_entry(make: Maker) -> None:
    entry = make.entry("organisation-igr", "Institut de la Grande Région", acronyms=("IGR",))
    said = why([make.record("a", "O: IGR")], "organisation-igr", "a/IGR", [entry])
    assert "are one" in said
    assert "one acronym" in said


def test_judgements_are_told_also_those_taken_back(make: Maker) -> None:
    pages = two_people(make)
    a, b = make.key("a", "P", "Anna Berg"), make.key("b", "P", "Anna Berg")
    taken = make.decision(a, "same", b, withdrawn=True)
    said = why(pages, "a/Anna Berg", "b/Anna Berg", decisions=[taken, make.decision(a, "different", b)])
    assert "Judged the same by A. B. on 2024-05-06" in said
    assert "since taken back" in said
    assert "Judged different by A. B." in said
    assert "Something keeps them apart" in said


def test_a_decided_merge_says_whose_it_is(make: Maker) -> None:
    a, b = make.key("a", "P", "Anna Berg"), make.key("b", "P", "Anna Berg")
    said = why(two_people(make), "a/Anna Berg", "b/Anna Berg", decisions=[make.decision(a, "same", b)])
    assert "decided by A. B. on 2024-05-06" in said


def test_a_name_of_several_asks_which(make: Maker) -> None:
    with pytest.raises(InputError) as caught:
        why(two_people(make), "Anna Berg", "a/Anna Berg")
    assert "2 things are called 'Anna Berg'" in caught.value.message
    assert "a/Anna Berg, b/Anna Berg" in (caught.value.hint or "")


def test_a_name_of_nobody(make: Maker) -> None:
    with pytest.raises(InputError, match="nothing is called 'Karl'"):
        why(two_people(make), "Karl", "a/Anna Berg")


def test_an_id_of_the_graph(make: Maker) -> None:
    pages = [make.record("a", "O: Rhein-Verein"), make.record("b", "O: Rhein-Verein")]
    assert "are one" in why(pages, "organisation-rhein-verein", "b/Rhein-Verein")
