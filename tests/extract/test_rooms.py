"""The rooms of what runs side by side, and other short lines under a title."""

from collections.abc import Callable

import pytest

from kg.model import EntityType, EventKind, Record

Read = Callable[[str], Record]

PROGRAMME = """River Towns Conference
4 June 2024, Town Hall, Kehl

Programme

10.00 Rivers and rails
Panel
Speaker: Mary Hill, mayor of Kehl

14.00 Workshops

Workshop A: Boats on demand – Small Hall
Facilitator: Tom Byrne

Workshop B: Cycling to the quay – Winter Garden
Facilitator: Anna Blum
"""


def test_a_room_behind_the_title(read: Read) -> None:
    events = [e for e in read(PROGRAMME).events if e.title.startswith("Workshop ")]
    assert [(e.title, e.venue) for e in events] == [
        ("Workshop A: Boats on demand", "Small Hall"),
        ("Workshop B: Cycling to the quay", "Winter Garden"),
    ]


def test_rooms_in_lines_of_their_own(read: Read) -> None:
    text = PROGRAMME.replace(" – Small Hall", "\nPier Seven").replace(" – Winter Garden", "\nThe Loft")
    events = [e for e in read(text).events if e.title.startswith("Workshop ")]
    assert [e.venue for e in events] == ["Pier Seven", "The Loft"]


def test_one_such_line_alone_is_no_room(read: Read) -> None:
    text = PROGRAMME.replace(" – Small Hall", "\nPier Seven").replace(" – Winter Garden", "")
    assert "Pier Seven" not in [e.venue for e in read(text).events]


def test_the_kind_of_an_item_under_its_title_is_no_item(read: Read) -> None:
    kinds = {e.title: e.kind for e in read(PROGRAMME).events}
    assert "Panel" not in kinds
    assert kinds["Rivers and rails"] is EventKind.ROUND_TABLE


@pytest.mark.parametrize(
    ("text", "hall"),
    [
        ("They met at the Anna Weber Theatre on Monday.", "Anna Weber Theatre"),
        ("They met in the Torrin Cultural and Social Centre on Monday.", "Torrin Cultural and Social Centre"),
        ("They met at the Torrin Sports Centre on Monday.", "Torrin Sports Centre"),
        ("They met at the Border Research Centre on Monday.", None),
    ],
)
def test_building_that_ends_in_what_it_is(read: Callable[[str], Record], text: str, hall: str | None) -> None:
    assert next((m.name for m in read(text).mentions if m.type is EntityType.VENUE), None) == hall


def test_the_room_of_a_lettered_part_stands_in_the_bracket_behind_its_title(markdown: Callable[[str], Record]) -> None:
    record = markdown(
        "# Tagung der Grenzräume\n\nDonnerstag, 18. September 2025 · Stadthalle Konstanz\n\n"
        "### 16:00 – 17:30 Parallele Foren\n\n"
        "**Forum A – Rad und Schiff** (Saal Moorau)\n\n* Radweg nach Trier (Anna Weber)\n* Die Fähre (Jane Hill)\n\n"
        "**Forum B – Daten und Tickets** (Saal Hohenau)\n\n* Drei Apps (Paul Kern)\n* Ein Ticket (Karl Blum)\n"
    )
    rooms = {event.title: event.venue for event in record.events}
    assert rooms["Forum A – Rad und Schiff"] == "Saal Moorau"
    assert rooms["Forum B – Daten und Tickets"] == "Saal Hohenau"
