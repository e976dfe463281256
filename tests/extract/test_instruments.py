from collections.abc import Callable

import pytest

from kg.model import EntityType, Record

Read = Callable[[str], Record]
WORKS = (EntityType.INSTRUMENT, EntityType.PROJECT, EntityType.SERIES)


def works(record: Record) -> list[str]:
    return [m.name for m in record.mentions if m.type in WORKS]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Depuis l’accord-cadre franco-suisse sur la police des trains, tout est plus simple.", "accord-cadre franco-suisse sur la police des trains"),  # noqa: E501
        ("Seit die Rahmenvereinbarung über den grenznahen Katastrophenschutz gilt, helfen alle.", "Rahmenvereinbarung über den grenznahen Katastrophenschutz"),  # noqa: E501
        ("They signed the Meuse-Oder Memorandum in May.", "Meuse-Oder Memorandum"),
        ("It rests on the Dutch-German Rescue Agreement of 1997.", "Dutch-German Rescue Agreement"),
        ("Das Programm Interreg Bayern–Österreich 2021–2027 zahlt.", "Interreg Bayern–Österreich"),
        ("The work is paid for by PEACEPLUS and the town.", "PEACEPLUS"),
        ("Der Abend gehört zur Dialogreihe „Grenzen erzählen“ der Stadt.", "Grenzen erzählen"),
        ("Lakeside Lunch no. 12: Who owns the shore?", "Lakeside Lunch"),
        ("Mittel des Projekts PendelNetz 3.0 stehen bereit.", "PendelNetz 3.0"),
    ],
)  # fmt: skip
def test_works_by_what_they_are_about(read: Read, text: str, name: str) -> None:
    assert name in works(read(text))


def test_some_agreement_is_no_named_one(read: Read) -> None:
    assert works(read("Eine Vereinbarung über die Nutzung der Halle fehlt. Un accord sur le prix est possible.")) == []
