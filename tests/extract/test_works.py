from collections.abc import Callable

import pytest

from kg.model import EntityType, Record

Read = Callable[[str], Record]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "Gefördert aus dem Programm Interreg Sachsen – Tschechien 2021–2027.",
            "Interreg Sachsen – Tschechien",
        ),
        ("The meeting was paid for by the Small Projects Fund.", "Small Projects Fund"),
        ("Die Reise bezahlt der KulturPlus-Fonds.", "KulturPlus-Fonds"),
        ("Ils ont signé la Déclaration de Lille sur la pêche en mer.", "Déclaration de Lille sur la pêche en mer"),
        ("The mayors signed the Lille Protocol on border statistics.", "Lille Protocol on border statistics"),
        (
            "Verabschiedet wurde die Kehler Erklärung zum Hochwasserschutz am Montag.",
            "Kehler Erklärung zum Hochwasserschutz",
        ),
        ("Ils citent la loi 3DS avec force.", "loi 3DS"),
        (
            "La convention-cadre relative à l’emploi transfrontalier a été signée.",
            "convention-cadre relative à l’emploi transfrontalier",
        ),
        ("The Treaty of Lille was signed on Friday.", "Treaty of Lille"),
        (
            "Ils ont lu la Déclaration de Lille sur la pêche et l’accord de commerce.",
            "Déclaration de Lille sur la pêche",
        ),
    ],
)
def test_works_by_their_whole_name(read: Read, text: str, name: str) -> None:
    works = (EntityType.INSTRUMENT, EntityType.PROJECT)
    assert [m.name for m in read(text).mentions if m.type in works] == [name]
