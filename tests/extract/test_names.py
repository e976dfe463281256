from collections.abc import Callable

import pytest

from kg.extract import genitive
from kg.model import EntityType, Record

Read = Callable[[str], Record]


def bodies(record: Record) -> list[set[str]]:
    return [{m.name, *m.aliases} for m in record.mentions if m.type is EntityType.ORGANIZATION]


@pytest.mark.parametrize(
    ("written", "nominative"),
    [
        ("Europäischen Arbeitskreises Nord", "Europäischer Arbeitskreis Nord"),
        ("Saarländischen Rundfunks", "Saarländischer Rundfunk"),
        ("Verbindungsbüros des Parlaments", "Verbindungsbüro des Parlaments"),
        ("Europäischen Kommission", "Europäische Kommission"),
        ("Regionalverbandes Süd", "Regionalverband Süd"),
        ("Chambre des métiers", "Chambre des métiers"),
    ],
)
def test_nominative(written: str, nominative: str) -> None:
    assert genitive.nominative(written) == nominative


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("La Communauté de communes du Pays Vert d’Orne. La CCPVO agit.", {"Communauté de communes du Pays Vert d’Orne", "CCPVO"}),  # noqa: E501
        ("La Chambre de commerce et d’industrie de la Meuse. La CCI de la Meuse agit.", {"Chambre de commerce et d’industrie de la Meuse", "CCI de la Meuse"}),  # noqa: E501
        ("Der Regionalverband Süd lädt ein. Er ist Direktor des Regionalverbandes Süd.", {"Regionalverband Süd", "Regionalverbandes Süd"}),  # noqa: E501
    ],
)  # fmt: skip
def test_one_body_under_several_names(read: Read, text: str, names: set[str]) -> None:
    assert bodies(read(text)) == [names]


def test_bare_head_means_the_only_body_it_can(read: Read) -> None:
    text = "La Communauté de communes du Val.\n\n10 h Débat\n• Luc Petit, président de la communauté de communes"
    assert read(text).positions[0].organization == "Communauté de communes du Val"


def test_name_inside_a_longer_name_is_no_mention(read: Read) -> None:
    record = read("Il enseigne à l’Université de Strasbourg depuis dix ans.")
    assert [m.name for m in record.mentions] == ["Université de Strasbourg"]


def test_one_place_under_two_names(read: Read) -> None:
    places = [m for m in read("Saarbrücken, on dit aussi Sarrebruck.").mentions if m.type is EntityType.TERRITORY]
    assert [(m.name, m.aliases) for m in places] == [("Saarbrücken", ("Sarrebruck",))]
