"""One office has one name in three languages; the offices of towns are known as such."""

import pytest

from kg.resolve.match.offices import is_of_town, office_of


@pytest.mark.parametrize(
    ("title", "office"),
    [
        ("maire de Metz", "mayor"),
        ("Oberbürgermeisterin", "mayor"),
        ("adjointe au maire", "deputy-mayor"),
        ("Vizepräsident", "vice-president"),
        ("vice-présidente de la Région", "vice-president"),
        ("Présidente", "president"),
        ("ministre-président", "head-of-government"),
        ("Staatssekretär", "secretary-of-state"),
        ("rédacteur en chef", "redacteur en chef"),
    ],
)
def test_office(title: str, office: str) -> None:
    assert office_of(title) == office


def test_offices_of_a_town() -> None:
    assert is_of_town("mayor")
    assert not is_of_town("president")
