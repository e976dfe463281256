from collections.abc import Callable
from pathlib import Path

import pytest

from kg import source
from kg.extract import extract
from kg.model import Record, Role

Read = Callable[[str], Record]


@pytest.fixture
def page(tmp_path: Path) -> Callable[[str], Record]:
    """The record of a page of HTML."""

    def record(body: str) -> Record:
        path = tmp_path / "page.html"
        path.write_text(f"<html lang=en><body><main>{body}</main></body></html>", "utf-8")
        return extract(source.read(path))[0]

    return record


def test_heads_of_a_table_say_what_its_cells_are(page: Read) -> None:
    record = page(
        "<h1>River forum</h1><p>The forum takes place on 4 May 2023 in Venlo.</p>"
        "<table><tr><th>Time</th><th>Session</th><th>Speakers</th></tr>"
        "<tr><td>9.30 am</td><td>Opening</td><td>Wim de Boer, mayor of Venlo</td></tr>"
        "<tr><td>10 am</td><td>Clean water</td><td>Moderator: Anna Smits<br>Karel Novák (Dyke Board)</td></tr></table>"
    )
    assert [(e.title, e.start) for e in record.events] == [
        ("River forum", "2023-05-04"),
        ("Opening", "2023-05-04T09:30"),
        ("Clean water", "2023-05-04T10:00"),
    ]
    assert {(p.agent, p.event, p.role) for p in record.participations} >= {
        ("Wim de Boer", "e1", Role.SPEAKER),
        ("Anna Smits", "e2", Role.MODERATOR),
        ("Karel Novák", "e2", Role.SPEAKER),
    }


def test_row_of_a_table_of_events_is_an_event(page: Read) -> None:
    record = page(
        "<h1>Spring 2022</h1><table><tr><th>When</th><th>What</th><th>Where</th></tr>"
        "<tr><td>Tue 5 April, 7 pm</td><td>Walking the line. Talk by Peter Lind</td><td>Town Hall, Malmö</td></tr>"
        "<tr><td>9 June</td><td>Boat trip</td><td>Harbour House, Lund</td></tr></table>"
    )
    assert [(e.title, e.start, e.venue) for e in record.events] == [
        ("Walking the line", "2022-04-05T19:00", "Town Hall"),
        ("Boat trip", "2022-06-09", "Harbour House"),
    ]


def test_term_says_what_stands_behind_it(page: Read) -> None:
    record = page(
        "<h1>Workshop on bees</h1><dl><dt>When</dt><dd>12 May 2021</dd><dt>Where</dt><dd>Old Mill, Arlon</dd>"
        "<dt>Organisers</dt><dd>Bee Watch; Nature Trust Arlon</dd></dl>"
    )
    (event,) = record.events
    assert (event.start, event.place, event.venue) == ("2021-05-12", "Arlon", "Old Mill")
    assert [p.agent for p in record.participations if p.role is Role.ORGANIZER] == ["Bee Watch", "Nature Trust Arlon"]


def test_a_cell_holds_the_title_and_those_who_speak(page: Read) -> None:
    record = page(
        """<h1>Matinée des apprentis</h1><p>Mardi 4 mars 2025, Toul</p><table>
<tr><th>Horaire</th><th colspan="2">Contenu</th></tr>
<tr><td>9h00</td><td colspan="2"><b>Apprendre à deux</b><br>
Luc Petit, directeur du SIVOM<br>Modération : Nora Blanc</td></tr>
<tr><td>10h00</td><td colspan="2"><b>Ateliers au choix</b></td></tr>
<tr><td></td><td><b>Atelier A – Le contrat</b><br>salle Moselle<br>Animation : Paul Noir</td>
<td><b>Atelier B – Le permis</b><br>Animation : Anne Roux</td></tr></table>
<table><tr><td>Avec le soutien financier de la Région</td><td>Contact</td></tr></table>"""
    )
    titles = {event.id: event.title for event in record.events}
    parts = {(p.agent, p.role.value, titles[p.event]) for p in record.participations if p.agent != "Région"}
    assert parts == {
        ("Luc Petit", "speaker", "Apprendre à deux"),
        ("Nora Blanc", "moderator", "Apprendre à deux"),
        ("Paul Noir", "moderator", "Atelier A – Le contrat"),
        ("Anne Roux", "moderator", "Atelier B – Le permis"),
    }
    assert [(titles[e.part_of or ""], e.venue) for e in record.events if e.title.startswith("Atelier A")] == [
        ("Ateliers au choix", "salle Moselle")
    ]
    assert len(record.events) == 5
