"""Towns that no list knows."""

from collections.abc import Callable

import pytest

from kg.model import EntityType, Record

Read = Callable[[str], Record]


@pytest.mark.parametrize(
    ("place", "town"),
    [
        ("Akademie am See, Uferweg 6, 24999 Moorbeek", "Moorbeek"),
        ("Gasthof Krone, A-6999 Torfau am Inn", "Torfau am Inn"),
        ("Rathaussaal, Torfau", "Torfau"),
        ("Médiathèque du Port, Tourbières-sur-Mer", "Tourbières-sur-Mer"),
    ],
)
def test_a_town_behind_a_code_or_at_the_end_of_the_line_of_the_place(read: Read, place: str, town: str) -> None:
    record = read(f"Tagung Moorwasser\n26. März 2021, 14 Uhr\nOrt: {place}\n\n14.00 Begrüßung\n")
    assert town in {m.name for m in record.mentions if m.type is EntityType.TERRITORY}
    assert record.events[0].place == town


@pytest.mark.parametrize("place", ["Rathaus, Foyer", "Schule, Wald, Lachs", "Kongresshalle, Erdgeschoss"])
def test_a_part_of_a_building_is_no_town(read: Read, place: str) -> None:
    record = read(f"Tagung Moorwasser\n26. März 2021, 14 Uhr\nOrt: {place}\n\n14.00 Begrüßung\n")
    assert not [m.name for m in record.mentions if m.type is EntityType.TERRITORY]
