from collections.abc import Callable

import pytest

from kg.model import Record

Read = Callable[[str], Record]


@pytest.mark.parametrize(
    ("text", "office"),
    [
        (
            "Am 3. Juni 2021 wurde Emma Roth zur Vorsitzenden des Vereins Oderbogen gewählt. Zu Vizepräsidenten wurden "
            "Jan Kowal, Bürgermeister von Kehl, und Lea Blanc bestimmt.",
            "Vizepräsident",
        ),
        (
            "Le 3 juin 2021, le GECT Alpha a élu Emma Roth présidente. "
            "Ont été élus vice-présidents Jan Kowal et Lea Blanc.",
            "vice-président",
        ),
        (
            "On 3 June 2021 the Fen Agency elected Emma Roth chair. Jan Kowal and Lea Blanc were elected vice-chairs.",
            "vice-chair",
        ),
    ],
)
def test_a_plural_is_of_all_who_are_elected(read: Read, text: str, office: str) -> None:
    held = [p.person for p in read(text).positions if p.position == office]
    assert sorted(held) == ["Jan Kowal", "Lea Blanc"]


def test_a_singular_is_of_the_first(read: Read) -> None:
    text = "Zur Schatzmeisterin des Vereins Oderbogen wurde Emma Roth gewählt, wie Jan Kowal sagte."
    assert [(p.person, p.position) for p in read(text).positions] == [("Emma Roth", "Schatzmeisterin")]


def test_those_who_elect_are_no_office_of_the_elected(read: Read) -> None:
    assert read("In Guben wählten die Delegierten im Rathaus Emma Roth einstimmig.").positions == ()
