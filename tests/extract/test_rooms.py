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


CELLS = """<html lang="en"><body><main><h1>Neighbours of every day</h1>
<p>Thursday 4 June 2026 | Alsion, Kehl</p>
<table>
<tr><td>08.30</td><td>Registration <span class="room">Foyer</span></td></tr>
<tr><td>11.15–12.45</td>
<td><strong>Session 1A: Commuting</strong> <span class="room">Room U101</span><br><em>Chair: Anna Blum</em>
<ul><li>Peter Lund (River Office): <q>Waiting time as policy</q></li>
<li>Mary Hill (Sound Office): <q>Counting commuters on the bridge</q></li></ul></td>
<td><strong>Session 1B: Minorities</strong> <span class="room">Room U103</span><br><em>Chair: Tom Byrne</em></td></tr>
<tr><td>14.00</td><td>Roundtable: What next? <span class="room">Concert Hall</span><br>
Moderator: Eva Kern, River Post</td></tr>
<tr><td>19.00</td><td>Conference dinner<br>Speech: Mayor Otto Mair</td></tr>
</table></main></body></html>
"""


def test_rooms_and_sessions_side_by_side_in_the_cells_of_a_table(html: Read) -> None:
    record = html(CELLS)
    events = {e.title: e for e in record.events}
    assert events["Registration"].venue == "Foyer"
    assert events["Session 1A: Commuting"].venue == "Room U101"
    assert events["Roundtable: What next?"].venue == "Concert Hall"
    assert events["Session 1B: Minorities"].start == events["Session 1A: Commuting"].start
    assert events["Session 1B: Minorities"].part_of == events["Session 1A: Commuting"].part_of == "e0"
    assert events["Waiting time as policy"].part_of == events["Session 1A: Commuting"].id
    assert ("Otto Mair", events["Conference dinner"].id) in {(p.agent, p.event) for p in record.participations}
