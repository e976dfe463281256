"""Sessions and what lies in them: talks with their speakers, chairs, forums side by side."""

from collections.abc import Callable
from pathlib import Path

import pytest

from kg import source
from kg.extract import extract
from kg.model import Document, Record, Role
from kg.text.normal import sha256

Read = Callable[[str], Record]

NESTED = """<h1>Soigner à deux</h1><p>Mardi 4 mars 2025, Arlon</p><h2>Programme</h2>
<ul><li>9h00 Accueil</li>
<li>9h30 – 11h00 Session 1 : Passer la frontière<br>Présidence : Luc Petit, maire de Toul
 <ul><li>« Vingt ans de flux ? », Nora Blanc (LISER) et Paul Noir (Insee)</li>
 <li>Les diplômes en question, par Anne Weber</li>
 <li>Table ronde « Qui soigne qui ? »<ul><li>Jean Martin, médecin</li><li>Marie Petit, infirmière</li></ul></li>
 </ul></li>
<li>11h00 Pause</li></ul>"""

FORUMS = """Fachtag Pflege
Trier, 8. November 2024

Programm

9.00 Uhr     Begrüßung
             Anna Blum, Bürgermeisterin

10.15 bis    Wer haftet?
11.00 Uhr    Paul Klein

13.00 Uhr    Parallele Foren

             Forum A: Sprache
             Leitung: Marie Weber
             Impuls: Karl Schmitt

             Forum B: Anerkennung
             Leitung: Peter Wagner

15.00 Uhr    Ausklang
"""


@pytest.fixture
def html(tmp_path: Path) -> Read:
    def read(text: str) -> Record:
        path = tmp_path / "page.html"
        path.write_text(f"<html><body><main>{text}</main></body></html>", encoding="utf-8")
        return extract(source.read(path))[0]

    return read


def parts_of(record: Record) -> list[tuple[str | None, str, Role]]:
    titles = {e.id: e.title for e in record.events}
    return [(p.agent, titles[p.event], p.role) for p in record.participations]


def test_talks_lie_in_their_session(html: Read) -> None:
    events = html(NESTED).events
    assert [(e.title, e.part_of) for e in events[2:]] == [
        ("Session 1 : Passer la frontière", "e0"),
        ("Vingt ans de flux ?", "e2"),
        ("Les diplômes en question", "e2"),
        ("Table ronde « Qui soigne qui ? »", "e2"),
        ("Pause", "e0"),
    ]


def test_speakers_belong_to_the_talk_and_the_chair_to_the_session(html: Read) -> None:
    assert parts_of(html(NESTED)) == [
        ("Luc Petit", "Session 1 : Passer la frontière", Role.MODERATOR),
        ("Nora Blanc", "Vingt ans de flux ?", Role.SPEAKER),
        ("Paul Noir", "Vingt ans de flux ?", Role.SPEAKER),
        ("Anne Weber", "Les diplômes en question", Role.SPEAKER),
        ("Jean Martin", "Table ronde « Qui soigne qui ? »", Role.SPEAKER),
        ("Marie Petit", "Table ronde « Qui soigne qui ? »", Role.SPEAKER),
    ]


def test_forums_side_by_side(read: Read) -> None:
    record = read(FORUMS)
    slot = next(e for e in record.events if e.title == "Parallele Foren")
    assert [e.title for e in record.events if e.part_of == slot.id] == ["Forum A: Sprache", "Forum B: Anerkennung"]
    assert parts_of(record)[-3:] == [
        ("Marie Weber", "Forum A: Sprache", Role.MODERATOR),
        ("Karl Schmitt", "Forum A: Sprache", Role.SPEAKER),
        ("Peter Wagner", "Forum B: Anerkennung", Role.MODERATOR),
    ]


def test_a_range_in_two_lines(read: Read) -> None:
    item = next(e for e in read(FORUMS).events if e.title == "Wer haftet?")
    assert (item.start, item.end) == ("2024-11-08T10:15", "2024-11-08T11:00")


def test_a_title_with_its_speaker_below(html: Read) -> None:
    text = """<h1>Border days</h1><p>Monday 3 March 2025, Newry</p><h2>Programme</h2><p>10.00–11.30</p>
    <p>Session 1. Working across</p><p>Chair: Anna Moore</p>
    <p>Who gains from telework?<br>Paul Murphy (Ulster University)</p>
    <p>Counting the uncounted<br>Mary Byrne and John Walsh</p><p>11.30</p><p>Coffee break</p>"""
    assert parts_of(html(text)) == [
        ("Anna Moore", "Session 1. Working across", Role.MODERATOR),
        ("Paul Murphy", "Who gains from telework?", Role.SPEAKER),
        ("Mary Byrne", "Counting the uncounted", Role.SPEAKER),
        ("John Walsh", "Counting the uncounted", Role.SPEAKER),
    ]


def test_an_item_takes_place_where_its_event_does(html: Read) -> None:
    assert {e.place for e in html(NESTED).events} == {"Arlon"}


def test_time_without_a_title_before_a_session_is_no_fault() -> None:
    text = "Thursday 16 October\n\n12.00–13.00\nThe day is organised by the Lake Forum. Grants come from the Lake Fund.\nSession 1. Working across the line"  # noqa: E501
    document = Document(id="page", language="en", text=text, sha256=sha256(text))
    assert extract(document)[0].document is document


def test_rooms_and_buildings_of_items(html: Read) -> None:
    text = """<h1>Fachtagung Pflege 2025</h1><p>Do., 18. September 2025 Kongresshalle Trier</p>
    <h3>9:00 Uhr</h3><h4>Eröffnung</h4><p>Anna Schmidt, Ministerin</p>
    <h3>11:00 Uhr – Workshops</h3>
    <h4>Workshop 1: Ausbildung (Raum 2.04)</h4><p>Leitung: Petra Klein</p>
    <h4>Workshop 2: Abrechnung (Raum B 1.04)</h4><p>Leitung: Karl Weber</p>
    <h3>19:00 Uhr</h3><h4>Abendessen, Museum Simeonstift</h4>"""
    events = html(text).events
    assert [(e.title, e.venue) for e in events[1:]] == [
        ("Eröffnung", "Kongresshalle Trier"),
        ("Workshops", "Kongresshalle Trier"),
        ("Workshop 1: Ausbildung", "Raum 2.04"),
        ("Workshop 2: Abrechnung", "Raum B 1.04"),
        ("Abendessen", "Museum Simeonstift"),
    ]


def test_heads_of_a_table_below_a_row_of_one_cell(html: Read) -> None:
    text = """<h1>Two days on the border</h1><p>Derry, 5–6 June 2025, Guildhall</p><table>
    <tr><th colspan="3">Thursday 5 June</th></tr><tr><th>Time</th><th>Session</th><th>Speaker</th></tr>
    <tr><td>9.30</td><td>Registration</td><td></td></tr>
    <tr><td>10.00</td><td>Why borders matter</td><td>John Walsh (Ulster University)</td></tr>
    <tr><th colspan="3">Friday 6 June</th></tr>
    <tr><td>9.00</td><td>Schools</td><td>Mary Byrne</td></tr></table>"""
    record = html(text)
    assert [(e.title, e.start) for e in record.events[1:]] == [
        ("Registration", "2025-06-05T09:30"),
        ("Why borders matter", "2025-06-05T10:00"),
        ("Schools", "2025-06-06T09:00"),
    ]
    assert parts_of(record) == [
        ("John Walsh", "Why borders matter", Role.SPEAKER),
        ("Mary Byrne", "Schools", Role.SPEAKER),
    ]
    assert not [p for p in record.positions if p.position == "Speaker"]


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("Discussion animée par Paul Noir", "Discussion"),
        ("La Meuse, une frontière ? – Paul Noir, Insee", "La Meuse, une frontière ?"),
        ("Panel: two towns, moderated by Mary Byrne", "Panel: two towns"),
        ("Begrüßung durch Bürgermeisterin Anna Blum", "Begrüßung"),
        ("Lunch (offered by the town)", "Lunch"),
    ],
)
def test_where_the_title_of_an_item_ends(read: Read, line: str, title: str) -> None:
    record = read(f"Kolloquium der Flüsse\n3. März 2025, Trier\n\nProgramm\n\n9:00 {line}\n\n10:00 Pause")
    assert record.events[1].title == title


def test_labels_inside_a_line(read: Read) -> None:
    record = read(
        "Kolloquium der Flüsse\n3. März 2025, Trier\n"
        "Veranstalter: Universität Trier in Kooperation mit der Handwerkskammer Trier"
    )
    assert parts_of(record) == [
        ("Universität Trier", "Kolloquium der Flüsse", Role.ORGANIZER),
        ("Handwerkskammer Trier", "Kolloquium der Flüsse", Role.PARTNER),
    ]


def test_letters_set_apart_count_what_runs_side_by_side(read: Read) -> None:
    record = read(
        "Colloque des tourbières\n4 novembre 2025, Lens\n\nPROGRAMME\n\n"
        "14h20   Tour du lac : groupes de travail\n"
        "        Groupe A  Bivouac et camping   (salle Iris)   animation : Anna Weber, Canton de Vaud\n"
        "        Groupe B  Navettes             (salle Gentiane)   animation : Paul Roux, Parc du Lac\n\n"
        "15h45   Clôture\n"
    )
    items = {e.title: (e.id, e.part_of, e.venue) for e in record.events}
    bivouac, shuttles = items["Groupe A Bivouac et camping"], items["Groupe B Navettes"]
    assert bivouac[1] == shuttles[1] == items["Tour du lac : groupes de travail"][0]
    assert (bivouac[2], shuttles[2]) == ("salle Iris", "salle Gentiane")
    leads = {(p.agent, p.event) for p in record.participations if p.role is Role.MODERATOR}
    assert leads == {("Anna Weber", bivouac[0]), ("Paul Roux", shuttles[0])}


def test_bracket_says_that_the_parts_run_side_by_side(read: Read) -> None:
    record = read(
        "Herbsttagung der Moore\n4. November 2025, Trier\n\nPROGRAMM\n\n11.00 Uhr\nWerkstattgespräche (parallel)\n"
        "A Zweisprachig wachsen – Raum Heide\nImpuls: Anna Weber\n"
        "B Presse über die Grenze – Raum Torf\nImpuls: Paul Roux\n"
    )
    titles = {e.title: e.id for e in record.events}
    told = {(p.agent, p.event) for p in record.participations}
    assert told == {
        ("Anna Weber", titles["A Zweisprachig wachsen"]),
        ("Paul Roux", titles["B Presse über die Grenze"]),
    }
