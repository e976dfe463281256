from collections.abc import Callable

import pytest

from kg.model import Record

Read = Callable[[str], Record]


def held(record: Record) -> set[tuple[str, str, str | None]]:
    return {(p.person, p.position, p.organization) for p in record.positions}


@pytest.mark.parametrize(
    ("text", "office", "body"),
    [
        ("Luc Petit succède à Nora Blanc à la présidence du GECT Alpha.", "président", "GECT Alpha"),
        ("Nora Blanc passe le relais à Luc Petit comme président du GECT Alpha.", "président", "GECT Alpha"),
        ("Luc Petit löst Nora Blanc als Präsident des Verbands Oderland ab.", "Präsident", "Oderland"),
        ("Luc Petit ist Nachfolger von Nora Blanc als Direktor des Euro-Instituts.", "Direktor", "Euro-Institut"),
        ("Luc Petit takes over from Nora Blanc as chair of the Border Forum.", "chair", "Border Forum"),
        ("Nora Blanc was succeeded by Luc Petit as director of the Border Forum.", "director", "Border Forum"),
    ],
)
def test_both_held_the_office_that_the_sentence_names(read: Read, text: str, office: str, body: str) -> None:
    assert {("Luc Petit", office, body), ("Nora Blanc", office, body)} <= held(read(text))


def test_office_is_known_from_elsewhere(read: Read) -> None:
    text = "Emma Roth wurde zur Vorsitzenden des Vereins Oderbogen gewählt. Sie folgt auf Jan Kowal."
    assert ("Jan Kowal", "Vorsitzenden", "Oderbogen") in held(read(text))


def test_a_mayor_does_not_hand_over_the_town(read: Read) -> None:
    text = "Emma Roth, Bürgermeisterin von Kehl, folgt auf Jan Kowal."
    assert [p.person for p in read(text).positions] == ["Emma Roth"]


def test_no_succession_without_two_people(read: Read) -> None:
    assert read("Le bus remplace le train. Luc Petit succède à personne.").positions == ()
