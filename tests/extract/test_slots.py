"""What stands beside the times of a programme on a page: arrivals, greetings inside an item, groups side by side, days
with a town of their own.
"""

from collections.abc import Callable
from pathlib import Path

import pytest

from kg import source
from kg.extract import extract
from kg.model import Record, Role

DAYS = """<html lang="de"><body><main><h1>Grenzraumtage 2025: Wasser verbindet</h1><p>12. und 13. Juni 2025</p>
<h2>Donnerstag, 12. Juni <span>Oberzella, Kulturhof Mitterlehner</span></h2>
<dl><dt>10:00</dt><dd>Anmeldung und Kaffee</dd>
<dt>10:30</dt><dd><strong>Eröffnung</strong><div>Petra Huber, Landrätin</div>
<div>Grußwort: Staatssekretär Paul Weber</div></dd>
<dt>14:00</dt><dd><strong>Arbeitsgruppen</strong><ol><li>Zweisprachige Schilder – Leitung: Jens Krüger, Stadt Trier</li>
<li>Schulpartnerschaften – Leitung: Anna Blum</li></ol></dd>
<dt>17:00</dt><dd>Rundgang (Kehl, Treffpunkt Brücke)</dd></dl>
<h2>Freitag, 13. Juni <span>Metz, Arsenal</span></h2>
<dl><dt>9:00</dt><dd>Fachvortrag<p>Karl Klein, Universität Trier</p></dd></dl></main></body></html>"""
NUMBERED = """Fachtag Pflege
Trier, 8. November 2024

Programm

14.00 Uhr   Drei Werkstätten
            1 Anerkennung in der Praxis – Anna Blum, AMS Kärnten
            2 Lernende tauschen – Karl Schmitt, Klinikum Trier
            3 Wohnen – Petra Klein

15.00 Uhr   Ausklang
"""
FORUM = """<main><h1>Fachtag</h1><p>15. Mai 2025, Kehl</p><table><tr><td>11.00 Uhr</td><td><b>Fachforen (parallel)</b>
<div><p><b>Forum A: Retten</b></p><ul><li>Karl Schmitt, Leiter</li></ul><p>Moderation: Anna Blum</p></div></td></tr>
<tr><td>12.00 Uhr</td><td>Imbiss</td></tr></table></main>"""


@pytest.fixture
def html(tmp_path: Path) -> Callable[[str], Record]:
    def read(text: str) -> Record:
        path = tmp_path / "page.html"
        path.write_text(text, encoding="utf-8")
        return extract(source.read(path))[0]

    return read


def parts_of(record: Record) -> list[tuple[str | None, str, Role]]:
    titles = {e.id: e.title for e in record.events}
    return [(p.agent, titles[p.event], p.role) for p in record.participations]


def test_days_have_a_place_of_their_own_and_items_their_town(html: Callable[[str], Record]) -> None:
    assert [(e.title, e.place, e.venue) for e in html(DAYS).events[1:]] == [
        ("Anmeldung und Kaffee", "Oberzella", "Kulturhof Mitterlehner"),
        ("Eröffnung", "Oberzella", "Kulturhof Mitterlehner"),
        ("Arbeitsgruppen", "Oberzella", "Kulturhof Mitterlehner"),
        ("Zweisprachige Schilder", "Oberzella", "Kulturhof Mitterlehner"),
        ("Schulpartnerschaften", "Oberzella", "Kulturhof Mitterlehner"),
        ("Rundgang", "Kehl", None),
        ("Fachvortrag", "Metz", "Arsenal"),
    ]


def test_a_greeting_inside_an_item_and_groups_with_their_chairs(html: Callable[[str], Record]) -> None:
    assert parts_of(html(DAYS)) == [
        ("Petra Huber", "Eröffnung", Role.SPEAKER),
        ("Paul Weber", "Eröffnung", Role.SPEAKER),
        ("Jens Krüger", "Zweisprachige Schilder", Role.MODERATOR),
        ("Anna Blum", "Schulpartnerschaften", Role.MODERATOR),
        ("Karl Klein", "Fachvortrag", Role.SPEAKER),
    ]


def test_numbers_before_titles_side_by_side(read: Callable[[str], Record]) -> None:
    assert parts_of(read(NUMBERED)) == [
        ("Anna Blum", "Anerkennung in der Praxis", Role.SPEAKER),
        ("Karl Schmitt", "Lernende tauschen", Role.SPEAKER),
        ("Petra Klein", "Wohnen", Role.SPEAKER),
    ]


def test_a_forum_has_a_chair_of_its_own(html: Callable[[str], Record]) -> None:
    assert parts_of(html(FORUM))[-1] == ("Anna Blum", "Forum A: Retten", Role.MODERATOR)
