from collections.abc import Callable

import pytest

from kg.model import Record, Role

Read = Callable[[str], Record]


def holders(record: Record) -> list[tuple[str | None, str | None, Role]]:
    return [(p.position, p.organization, p.role) for p in record.participations if p.agent is None]


@pytest.mark.parametrize(
    ("text", "holder"),
    [
        ("Le préfet de Moselle a assisté à la conférence.", ("préfet", "Moselle", Role.ATTENDEE)),
        ("Der Landrat des Landkreises Görlitz begrüßte die Gäste.", ("Landrat", "Landkreis Görlitz", Role.SPEAKER)),
        ("The mayor of Derry welcomed the delegates.", ("mayor", "Derry", Role.SPEAKER)),
    ],
)
def test_office_holder_without_a_name_takes_part(read: Read, text: str, holder: tuple[str, str, Role]) -> None:
    assert holders(read(f"Conférence des rivières\n3 mai 2019\n\n{text}")) == [holder]


def test_line_of_a_programme_may_name_an_office_alone(read: Read) -> None:
    record = read(
        "Colloque de Metz\n3 mai 2019\n\n9h00 Ouverture\nLuc Petit, maire de Toul\nle sous-préfet de Verdun\n"
    )
    assert holders(record) == [("sous-préfet", "Verdun", Role.SPEAKER)]


@pytest.mark.parametrize(
    "text", ["Luc Petit, le maire de Toul, a parlé.", "Le porte-parole du préfet de Moselle Luc Petit a parlé."]
)
def test_office_of_somebody_named_is_no_second_person(read: Read, text: str) -> None:
    assert holders(read(f"Colloque de Metz\n3 mai 2019\n\n{text}")) == []
