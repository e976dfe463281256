from collections.abc import Callable

import pytest

from kg.model import Record

Read = Callable[[str], Record]


@pytest.mark.parametrize(
    ("line", "venue"),
    [
        ("Moulin de Toul, 3 rue du Pont, Toul", "Moulin de Toul"),
        ("Lieu : Moulin de Toul, 3 rue du Pont, Toul", "Moulin de Toul"),
        ("Alte Mühle, Brückenstraße 4, Kehl", "Alte Mühle"),
    ],
)
def test_what_stands_before_a_street_is_the_venue(read: Read, line: str, venue: str) -> None:
    record = read(f"Colloque « Rivières »\nJeudi 6 octobre 2022\n{line}\n\n9h00 – 10h00 : Table ronde")
    assert [(e.title, e.venue) for e in record.events][:1] == [("Colloque « Rivières »", venue)]


def test_an_address_is_no_title(read: Read) -> None:
    record = read("Programme\nJeudi 6 octobre 2022\nMoulin de Toul, 3 rue du Pont, Toul\n\n9h00 – 10h00 : Table ronde")
    assert (record.events[0].venue, record.events[0].place) == ("Moulin de Toul", "Toul")
    assert "rue" not in record.events[0].title


@pytest.mark.parametrize(
    ("line", "venue", "place"),
    [
        ("26. und 27. September 2024, Burghof Lörrach", "Burghof Lörrach", "Lörrach"),
        ("26. September 2024, Landkreis Lörrach", None, "Landkreis Lörrach"),
        ("26. September 2024, Lörrach", None, "Lörrach"),
    ],
)
def test_one_name_and_its_town_are_a_building(read: Read, line: str, venue: str | None, place: str) -> None:
    record = read(f"Jahrestagung der Euregio\n{line}\n\n9.00 Uhr Begrüßung\n")
    assert (record.events[0].venue, record.events[0].place) == (venue, place)
