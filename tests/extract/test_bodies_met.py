"""Bodies as assemblies and notices name them, and what is no event and no day of one."""

from collections.abc import Callable

import pytest

from kg.model import EntityType, Record

Read = Callable[[str], Record]


def bodies(record: Record) -> list[str]:
    return [m.name for m in record.mentions if m.type is EntityType.ORGANIZATION]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Die Mitgliederversammlung der Euroregion Rhein-Lauter e. V. hat getagt.", ["Euroregion Rhein-Lauter e. V."]),
        ("The Assembly of the EGTC Lille-Kehl met.", ["EGTC Lille-Kehl"]),
        ("Mary Hill, Secretary General of the Freedom of Movement Council, spoke.", ["Freedom of Movement Council"]),
        ("It is paid for by the Department of Health and SkillsUlster.", ["Department of Health"]),
    ],
)
def test_the_body_that_has_met(read: Read, text: str, names: list[str]) -> None:
    assert bodies(read(text))[: len(names)] == names


def test_what_somebody_said_is_no_event(read: Read) -> None:
    record = read(
        "Une nouvelle présidence\n\nRéunie à Toul vendredi 1er décembre 2023, l’Assemblée a élu Luc "
        "Petit. Il entre en fonction le 1er janvier 2024. « Le lac ne nous sépare pas », a dit Luc Petit.\n"
    )
    assert not [e.title for e in record.events if "lac" in e.title]


def test_minutes_are_of_the_day_that_their_label_gives(read: Read) -> None:
    record = read(
        "Toul, le 2 juillet 2024\n\nPROCÈS-VERBAL DE LA SÉANCE DU CONSEIL\n\nDate : mardi 18 juin 2024, de 14h00 "
        "à 16h45\nLieu : Toul\n\nOrdre du jour\n\n1. Budget\n2. Divers\n"
    )
    assert record.events[0].start == "2024-06-18T14:00"


def test_a_headline_with_a_motto_is_the_title(read: Read) -> None:
    record = read(
        'BORDER CONFERENCE 2023: "ONE MARKET, TWO OFFICES"\n\nMore than 120 people met in Kehl on Wednesday '
        "22 November 2023 for this year's Border Conference. Mary Hill welcomed the participants.\n"
    )
    assert record.events[0].title == 'BORDER CONFERENCE 2023: "ONE MARKET, TWO OFFICES"'


def test_bodies_behind_a_label_are_there_too(read: Read) -> None:
    record = read(
        "Runder Tisch Bahn\nDienstag, 8. April 2025, 14:00 Uhr, Rathaus, Kehl\n\n"
        "Anwesend: Thurgau Bahn AG und Stadt Kehl\n"
    )
    assert ("Thurgau Bahn AG", "attendee") in {(p.agent, p.role.value) for p in record.participations}
