"""One event of two pages: one day, nearly one title, one place, within one event."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.resolve.conftest import Maker

TITLE = "Le traité, un levier pour la Grande Région"
SAME = {
    "the title": (f"@ e | {TITLE} | 2019-06-04", f"@ x | {TITLE.upper()} ? | 2019-06-04"),
    "the day, at an hour": (f"@ e | {TITLE} | 2019-06-04", f"@ x | {TITLE} | 2019-06-04T18:00"),
    "a title in a longer one": (f"@ e | {TITLE} | 2019-06-04", f"@ x | Soirée : {TITLE} (table ronde) | 2019-06-04"),
    "nearly the title": (f"@ e | {TITLE} | 2019-06-04", "@ x | Le traité : levier pour la Grande Région | 2019-06-04"),
    "the title, the place untold": (f"@ e | {TITLE} | 2019-06-04 | | Metz", f"@ x | {TITLE} | 2019-06-04"),
}
OTHER = {
    "another day": (f"@ e | {TITLE} | 2019-06-04", f"@ x | {TITLE} | 2019-06-05"),
    "no day": (f"@ e | {TITLE} |", f"@ x | {TITLE} |"),
    "a month": (f"@ e | {TITLE} | 2019-06", f"@ x | {TITLE} | 2019-06"),
    "another title": (f"@ e | {TITLE} | 2019-06-04", "@ x | Assemblée générale | 2019-06-04"),
    "a short title in a longer one": ("@ e | Débat | 2019-06-04", "@ x | Débat sur le sport | 2019-06-04"),
    "another place": (f"@ e | {TITLE} | 2019-06-04 | | Metz", f"@ x | {TITLE} | 2019-06-04 | | Nancy"),
}


@pytest.mark.parametrize(("one", "other"), SAME.values(), ids=SAME.keys())
def test_same(make: Maker, one: str, other: str) -> None:
    outcome = make.resolve([make.record("a", one, "T: Metz"), make.record("b", other, "T: Metz")])
    assert outcome.event("a", "e") == outcome.event("b", "x")


@pytest.mark.parametrize(("one", "other"), OTHER.values(), ids=OTHER.keys())
def test_other(make: Maker, one: str, other: str) -> None:
    outcome = make.resolve([make.record("a", one, "T: Metz"), make.record("b", other, "T: Nancy")])
    assert outcome.event("a", "e") != outcome.event("b", "x")


def test_sessions_meet_within_the_same_event_at_the_same_hour(make: Maker) -> None:
    top = f"| {TITLE} | 2019-06-04"
    pages = [
        make.record("a", f"@ e {top}", "@ s | Pause | 2019-06-04T10:00 | e", "@ t | Pause | 2019-06-04T15:00 | e"),
        make.record("b", f"@ x {top}", "@ y | Pause | 2019-06-04T15:00 | x"),
        make.record("c", "@ x | Autre chose | 2019-06-04", "@ y | Pause | 2019-06-04T15:00 | x"),
    ]
    outcome = make.resolve(pages)
    assert outcome.event("b", "y") == outcome.event("a", "t") != outcome.event("a", "s")
    assert outcome.event("c", "y") not in {outcome.event("a", "s"), outcome.event("a", "t")}


def test_events_of_one_page_are_as_many_as_it_says(make: Maker) -> None:
    outcome = make.resolve([make.record("a", "@ e | Débat | 2019-06-04", "@ x | Débat | 2019-06-04")])
    assert outcome.event("a", "e") != outcome.event("a", "x")


def test_two_pages_with_two_events_pair_off(make: Maker) -> None:
    lines = ("@ e | Débat public | 2019-06-04", "@ x | Débat public | 2019-06-04")
    outcome = make.resolve([make.record("a", *lines), make.record("b", *lines)])
    assert outcome.event("a", "e") == outcome.event("b", "e") != outcome.event("b", "x") == outcome.event("a", "x")


def test_places_are_compared_as_the_authority_knows_them(make: Maker) -> None:
    entries = [make.entry("territory-saarbruecken", "Sarrebruck", "Saarbrücken")]
    pages = [
        make.record("a", f"@ e | {TITLE} | 2019-06-04 | | Sarrebruck", "T: Sarrebruck"),
        make.record("b", f"@ e | {TITLE} | 2019-06-04 | | Saarbrücken", "T: Saarbrücken"),
    ]
    assert make.resolve(pages, entries).event("a", "e") == make.resolve(pages, entries).event("b", "e")
