"""One name is not one person: a second fact must agree."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.resolve.conftest import Maker

AGREEING = {
    "the same body": (
        ["O: Kammer Saar", "! Anna Berg | Leiterin | Kammer Saar"],
        ["O: Kammer Saar", "! Anna Berg | Chefin | Kammer Saar"],
    ),
    "the same event": (
        ["@ e | Débat de juin | 2024-06-05", "+ Anna Berg | e"],
        ["@ x | Débat de juin | 2024-06-05", "+ Anna Berg | x"],
    ),
    "sessions of the same event": (
        ["@ e | Débat de juin | 2024-06-05", "@ s | Un | 2024-06-05 | e", "+ Anna Berg | s"],
        ["@ x | Débat de juin | 2024-06-05", "@ y | Deux | 2024-06-05 | x", "+ Anna Berg | y"],
    ),
    "one office in one territory": (
        ["T: Sarre", "! Anna Berg | Ministre | Sarre"],
        [
            "O: Gouvernement de la Sarre",
            "+ Anna Berg | e | ministre | Gouvernement de la Sarre",
            "@ e | X | 2024-01-02",
        ],
    ),
}


@pytest.mark.parametrize(("one", "other"), AGREEING.values(), ids=AGREEING.keys())
def test_a_second_fact_agrees(make: Maker, one: list[str], other: list[str]) -> None:
    entries = [
        make.entry("territory-saarland", "Sarre"),
        make.entry("organisation-government", "Gouvernement de la Sarre", competent_for=("territory-saarland",)),
    ]
    outcome = make.resolve(
        [make.record("a", "P: Anna Berg", *one), make.record("b", "P: Anna BERG = Anna Berg", *other)], entries
    )
    assert outcome.id("a", "Anna Berg") == outcome.id("b", "Anna BERG")
    assert outcome.issues == ()


DIFFERING = {
    "nothing": ([], []),
    "another body": (
        ["O: Kammer Saar", "! Anna Berg | Leiterin | Kammer Saar"],
        ["O: Kammer Mosel", "! Anna Berg | Leiterin | Kammer Mosel"],
    ),
    "another day": (["@ e | Débat | 2024-06-05", "+ Anna Berg | e"], ["@ e | Débat | 2024-06-06", "+ Anna Berg | e"]),
    "an office without a body": (["! Anna Berg | maire |"], ["! Anna Berg | maire |"]),
}


@pytest.mark.parametrize(("one", "other"), DIFFERING.values(), ids=DIFFERING.keys())
def test_a_name_alone_is_a_question(make: Maker, one: list[str], other: list[str]) -> None:
    outcome = make.resolve([make.record("a", "P: Anna Berg", *one), make.record("b", "P: Anna Berg", *other)])
    assert outcome.id("a", "Anna Berg") != outcome.id("b", "Anna Berg")
    [message] = outcome.messages()
    assert message.startswith("note a Anna Berg: possibly the same")
    assert "Person in a" in message
    assert "Person in b" in message


def test_a_surname_alone_is_no_question(make: Maker) -> None:
    outcome = make.resolve([make.record("a", "P: Anna Berg = Berg"), make.record("b", "P: Karl Berg = Berg")])
    assert outcome.id("a", "Anna Berg") != outcome.id("b", "Karl Berg")
    assert outcome.issues == ()


def test_two_people_of_a_page_stay_two(make: Maker) -> None:
    lines = ("O: Kammer Saar", "! Anna Berg | Leiterin | Kammer Saar", "! Anna BERG | Leiterin | Kammer Saar")
    outcome = make.resolve([make.record("a", "P: Anna Berg", "P: Anna BERG", *lines)])
    assert outcome.id("a", "Anna Berg") != outcome.id("a", "Anna BERG")


def test_people_named_in_one_breath_have_their_own_ids(make: Maker) -> None:
    page = make.record("a", "P: Anna Berg", "P: Karl Thal")
    spans = page.mentions[0].evidence
    same = type(page.mentions[1])(type=page.mentions[1].type, name="Karl Thal", evidence=spans)
    changed = type(page)(document=page.document, mentions=(page.mentions[0], same))
    outcome = make.resolve([changed])
    assert outcome.id("a", "Anna Berg") != outcome.id("a", "Karl Thal")


def test_facts_reach_on(make: Maker) -> None:
    """A meets B by the body and B meets C by the event, so that all three are one."""
    pages = [
        make.record("a", "P: Anna Berg", "O: Kammer Saar", "! Anna Berg | Leiterin | Kammer Saar"),
        make.record("b", "P: Anna Berg", "@ e | Débat de juin | 2024-06-05", "+ Anna Berg | e"),
        make.record(
            "c", "P: Anna Berg", "O: Kammer Saar", "@ e | Débat de juin | 2024-06-05", "+ Anna Berg | e | | Kammer Saar"
        ),
    ]
    outcome = make.resolve(pages)
    assert len({outcome.id(document, "Anna Berg") for document in "abc"}) == 1


def test_a_person_of_the_authority_is_asked_about_by_name_and_found_by_decision(make: Maker) -> None:
    entries = [make.entry("person-0123456789abcdef", "Anna Berg")]
    pages = [
        make.record("a", "P: Anna Berg", "O: Kammer Saar", "! Anna Berg | Leiterin | Kammer Saar"),
        make.record("b", "P: Anna Berg", "O: Kammer Saar", "! Anna Berg | Leiterin | Kammer Saar"),
    ]
    outcome = make.resolve(pages, entries)
    assert outcome.id("a", "Anna Berg") == outcome.id("b", "Anna Berg") != entries[0].id
    assert "possibly the same" in outcome.messages()[0]
    decided = make.resolve(pages, entries, [make.decision(make.key("a", "P", "Anna Berg"), "same", entries[0].id)])
    assert decided.id("a", "Anna Berg") == decided.id("b", "Anna Berg") == entries[0].id
    assert decided.issues == ()


def test_a_name_of_many_does_not_drown_the_other_questions(make: Maker) -> None:
    outcome = make.resolve([make.record(document, "P: Anna Berg") for document in "abcdefgh"])
    assert len({outcome.id(document, "Anna Berg") for document in "abcdefgh"}) == 8
    assert len(outcome.issues) == 10
