"""What runs side by side: the cells of a row, the items that a cell or a list names, and the rooms they are in."""

from collections.abc import Callable

import pytest

from kg.model import Record

Read = Callable[[str], Record]

HEAD = "<h1>Borderlands Conference</h1><p>Thursday 4 June 2026, Lille</p><h2>Programme</h2>"


def titles(record: Record) -> dict[str, str]:
    return {event.id: event.title for event in record.events}


def told(record: Record) -> list[tuple[str, str | None, str | None, str | None]]:
    """The title, the start, the venue and the title of what it is part of."""
    named = titles(record)
    return [(e.title, e.start, e.venue, named.get(e.part_of or "")) for e in record.events[1:]]


def parts(record: Record) -> set[tuple[str | None, str, str]]:
    named = titles(record)
    return {(p.agent, p.role.value, named[p.event]) for p in record.participations}


def test_sessions_in_the_cells_of_a_row_share_its_time_behind_a_list_too(html: Read) -> None:
    record = html(
        HEAD + "<table><tr><td>9.00</td><td colspan=2>Registration</td></tr><tr><td>11.15–12.45</td>"
        "<td><b>Session 1A: Commuting after the controls</b> <span>Room U101</span><br>Chair: Paul Noir"
        "<ul><li>Anna Weber (University of Metz): Waiting time as policy</li>"
        "<li>Mary Hill (University of Kent): Counting commuters on the Sound</li></ul></td>"
        "<td><b>Session 1B: Minorities as mediators</b> <span>Room U103</span><br>Chair: Luc Petit"
        "<ul><li>Nora Blanc (Stadt Kehl): A hundred years of two flags</li>"
        "<li>Tom Byrne (Leitrim County Council): Voting across the Danube</li></ul></td></tr></table>"
    )
    start, main = "2026-06-04T11:15", "Borderlands Conference"
    assert told(record)[1:] == [
        ("Session 1A: Commuting after the controls", start, "Room U101", main),
        ("Waiting time as policy", "2026-06-04", "Room U101", "Session 1A: Commuting after the controls"),
        ("Counting commuters on the Sound", "2026-06-04", "Room U101", "Session 1A: Commuting after the controls"),
        ("Session 1B: Minorities as mediators", start, "Room U103", main),
        ("A hundred years of two flags", "2026-06-04", "Room U103", "Session 1B: Minorities as mediators"),
        ("Voting across the Danube", "2026-06-04", "Room U103", "Session 1B: Minorities as mediators"),
    ]
    assert {("Paul Noir", "moderator", "Session 1A: Commuting after the controls")} < parts(record)


@pytest.mark.parametrize(
    ("line", "title", "venue"),
    [
        ("12.45 Lunch Alsik Hotel", "Lunch", "Alsik Hotel"),
        ("12.45 Who decides on the timetable? Concert Hall", "Who decides on the timetable?", "Concert Hall"),
        ("12.45 Reading the fence Room U110", "Reading the fence", "Room U110"),
        ("12.45 Lunch with the Mayor", "Lunch with the Mayor", None),
        ("12.45 A house for all", "A house for all", None),
    ],
)
def test_a_room_that_only_a_space_parts_from_the_title(read: Read, line: str, title: str, venue: str | None) -> None:
    record = read(f"Borderlands Conference\nThursday 4 June 2026, Lille\n\nProgramme\n\n9.00 Registration\n{line}\n")
    assert [(e.title, e.venue) for e in record.events[2:]] == [(title, venue)]


def test_the_heads_of_a_table_hold_past_a_list_and_a_day(html: Read) -> None:
    record = html(
        "<h1>Rencontres du Rhin</h1><p>Jeudi 9 et vendredi 10 octobre 2025, Colmar</p><h2>Jeudi 9 octobre</h2>"
        "<table><tr><th>Horaire</th><th>Séance</th><th>Intervenants</th></tr>"
        "<tr><td>15h30</td><td>Table ronde 1 – Le fleuve</td><td>Animation : Paul Noir"
        "<ul><li>Nora Blanc, directrice, Ville de Colmar</li></ul></td></tr>"
        "<tr><td>17h00<br>18h00</td><td>Ateliers parallèles<br>A. Former les jeunes<br>B. Garder les phares</td>"
        "<td>A. Luc Petit<br>B. Anne Roux</td></tr></table>"
        "<h2>Vendredi 10 octobre</h2><table><tr><td>9h00</td><td>Conclusions</td><td>Marie Klein</td></tr></table>"
    )
    assert [(title, start, whole) for title, start, _, whole in told(record)] == [
        ("Table ronde 1 – Le fleuve", "2025-10-09T15:30", "Rencontres du Rhin"),
        ("Ateliers parallèles", "2025-10-09T17:00", "Rencontres du Rhin"),
        ("A. Former les jeunes", "2025-10-09", "Ateliers parallèles"),
        ("B. Garder les phares", "2025-10-09", "Ateliers parallèles"),
        ("Conclusions", "2025-10-10T09:00", "Rencontres du Rhin"),
    ]
    assert record.events[2].end == "2025-10-09T18:00"
    assert {
        ("Luc Petit", "speaker", "A. Former les jeunes"),
        ("Anne Roux", "speaker", "B. Garder les phares"),
        ("Marie Klein", "speaker", "Conclusions"),
    } < parts(record)


def test_groups_of_a_list_with_who_leads_them(html: Read) -> None:
    record = html(
        "<h1>Forum Nachbarschaft</h1><p>12. Juni 2025, Zwickau</p><h2>Programm</h2><dl><dt>10:00</dt><dd>Eröffnung"
        "<p>Laudatio: Dr. Anna Weber</p></dd><dt>15:30</dt><dd>Arbeitsgruppen<ul>"
        "<li>Schilder in zwei Sprachen – Leitung: Paul Klein, Stadt Zwickau</li>"
        "<li>Wasser (Moderation: Nora Blanc)</li></ul></dd></dl>"
    )
    assert [title for title, *_ in told(record)] == [
        "Eröffnung",
        "Arbeitsgruppen",
        "Schilder in zwei Sprachen",
        "Wasser",
    ]
    assert parts(record) == {
        ("Anna Weber", "speaker", "Eröffnung"),
        ("Paul Klein", "moderator", "Schilder in zwei Sprachen"),
        ("Nora Blanc", "moderator", "Wasser"),
    }


def test_those_whom_a_signing_names_sign(read: Read) -> None:
    record = read(
        "Rencontres du Rhin\nJeudi 9 octobre 2025, Colmar\n\nProgramme\n\n10h30 Signature de la Déclaration du Rhin\n"
        "Luc Petit et Anne Roux, maire de Colmar\n\n11h00 Conclusions\nNora Blanc\n"
    )
    assert {(agent, role) for agent, role, _ in parts(record)} == {
        ("Luc Petit", "attendee"),
        ("Anne Roux", "attendee"),
        ("Nora Blanc", "speaker"),
    }


HEADS = "<tr><th>Time</th><th>Track A (Room Aula)</th><th>Track B (Room 1.020)</th></tr>"
ROWS = (
    "<tr><td>9.00</td><td colspan=2>Registration</td></tr><tr><td>10.00–11.00</td>"
    "<td>Services without borders<br>Chair: Luc Petit<br>Anna Weber</td>"
    "<td>Insurance and reimbursement<br>Chair: Nora Blanc<br>Tom Byrne</td></tr>"
)


@pytest.mark.parametrize("table", [HEADS + ROWS, ROWS])
def test_columns_of_tracks_are_items_at_the_same_time(html: Read, table: str) -> None:
    record = html(f"{HEAD}<table>{table}</table>")
    start, main = "2026-06-04T10:00", "Borderlands Conference"
    assert [(title, begins, whole) for title, begins, _, whole in told(record)[1:]] == [
        ("Services without borders", start, main),
        ("Insurance and reimbursement", start, main),
    ]
    assert parts(record) == {
        ("Luc Petit", "moderator", "Services without borders"),
        ("Anna Weber", "speaker", "Services without borders"),
        ("Nora Blanc", "moderator", "Insurance and reimbursement"),
        ("Tom Byrne", "speaker", "Insurance and reimbursement"),
    }


def test_a_list_in_one_track_does_not_end_the_row(html: Read) -> None:
    row = "<tr><td>10.00</td><td>Trains<ul><li>Paul Klein</li></ul></td><td>Buses<ul><li>Mary Hill</li></ul></td></tr>"
    record = html(f"{HEAD}<table>{HEADS}{row}</table>")
    assert parts(record) == {("Paul Klein", "speaker", "Trains"), ("Mary Hill", "speaker", "Buses")}
