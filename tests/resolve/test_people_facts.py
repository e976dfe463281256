"""Facts of people beyond one page: initials, colleagues, territories, and who is torn between two."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.resolve.conftest import Maker

BODY = "O: Kammer Saar"


def test_an_initial_is_enough_within_one_body(make: Maker) -> None:
    pages = [
        make.record("a", "P: Sabine Trinenfeld", BODY, "! Sabine Trinenfeld | Leiterin | Kammer Saar"),
        make.record("b", "P: S. Trinenfeld", BODY, "! S. Trinenfeld | Leiterin | Kammer Saar"),
        make.record("c", "P: S. Trinenfeld"),
    ]
    outcome = make.resolve(pages)
    assert outcome.id("a", "Sabine Trinenfeld") == outcome.id("b", "S. Trinenfeld") != outcome.id("c", "S. Trinenfeld")


def test_pages_about_the_same_people(make: Maker) -> None:
    others = ("P: Karl Zwilling", "P: Paul Ferrandin", "P: Eva Rosenkranz")
    pages = [make.record(document, "P: Anna Wunderlich", *others) for document in "ab"]
    assert make.resolve(pages).id("a", "Anna Wunderlich") == make.resolve(pages).id("b", "Anna Wunderlich")


def test_the_body_of_one_on_the_page_of_the_other(make: Maker) -> None:
    pages = [
        make.record("a", "P: Anna Wunderlich", BODY, "! Anna Wunderlich | Leiterin | Kammer Saar"),
        make.record("b", "P: Anna Wunderlich", BODY),
    ]
    outcome = make.resolve(pages)
    assert outcome.id("a", "Anna Wunderlich") == outcome.id("b", "Anna Wunderlich")


def test_who_fits_two_that_cannot_be_one_joins_neither(make: Maker) -> None:
    towns = ("T: Metz", "T: Nancy", BODY)
    pages = [
        make.record("a", "P: Anna Berg", *towns, "! Anna Berg | maire | Metz", "! Anna Berg | Leiterin | Kammer Saar"),
        make.record("b", "P: Anna Berg", *towns, "! Anna Berg | maire | Nancy", "! Anna Berg | Leiterin | Kammer Saar"),
        make.record("c", "P: Anna Berg", BODY, "! Anna Berg | Leiterin | Kammer Saar"),
    ]
    outcome = make.resolve(pages)
    assert len({outcome.id(document, "Anna Berg") for document in "abc"}) == 3


def test_bodies_of_one_meaning_are_one_body(make: Maker) -> None:
    pages = [
        make.record("a", "P: Anna Berg", "O: Université de Liège", "! Anna Berg | rectrice | Université de Liège"),
        make.record("b", "P: BERG Anna", "O: Universität Lüttich", "! BERG Anna | Rektorin | Universität Lüttich"),
    ]
    outcome = make.resolve(pages)
    assert outcome.id("a", "Anna Berg") == outcome.id("b", "BERG Anna")


def test_a_territory_within_the_other_does_not_speak_against(make: Maker) -> None:
    entries = [
        make.entry("territory-france", "France"),
        make.entry("territory-metz", "Metz", within=("territory-france",)),
    ]
    people = ("P: Karl Zwilling", "P: Paul Ferrandin")
    pages = [
        make.record("a", "P: Anna Berg", *people, "T: France", "! Anna Berg | ministre | France"),
        make.record("b", "P: Anna Berg", *people, "T: Metz", "! Anna Berg | maire | Metz"),
    ]
    outcome = make.resolve(pages, entries)
    assert outcome.id("a", "Anna Berg") == outcome.id("b", "Anna Berg")
