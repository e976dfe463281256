"""Pages that list who sits on which body: tables, cards, definition lists. The pages are written for these tests."""

from collections.abc import Callable
from pathlib import Path

import pytest

from kg import source
from kg.extract import extract
from kg.model import Record

Rows = set[tuple[str, str, str | None, str | None, str | None]]
Read = Callable[[str], Record]

TABLE = """<h1>Organe des Regionalverbands Mosel</h1><p>Der Regionalverband Mosel hat 40 Mitglieder.</p>
<h2>Vorstand</h2><p>Gewählt am 3. Mai 2022, Amtszeit bis 2026</p>
<table><tr><th>Amt</th><th>Name</th><th>Beruf</th><th>Seit</th></tr>
<tr><td>Vorsitzende</td><td>Anna Berg</td><td>Bürgermeisterin von Konz</td><td>05/2022</td></tr>
<tr><td>1. Stellvertreter</td><td>Dr. Jan Wolf</td><td>Landrat a. D.</td><td>2018</td></tr>
<tr><td rowspan="2">Beisitzer</td><td>Karl Moll</td><td></td><td>2020</td></tr>
<tr><td>Eva Stein</td><td>IHK Trier</td><td>2021</td></tr></table>"""
CARDS = """<h1>People of the Tweed Association</h1><p>The Tweed Association was founded in 1991.</p>
<h2>Members of the Council</h2>
<h3>Anne Gray</h3><p>since 4 March 2021</p>
<p>Director of the Border Archive. Previously President of the Trust of Kelso.</p>
<h3>Robert Hume</h3><p>Mayor of Berwick</p>"""
COMMITTEES = """<h1>Bodies of the Tweed Association</h1><h2>Committees</h2><ul>
<li><b>Transport Committee</b> – Chair: Anne Gray. Secretary: Robert Hume.</li>
<li><b>Water Committee</b> – Chair: Dr Rose Bell.</li></ul>"""
PAST = """<h1>Association Trois Ponts</h1><h2>Anciens présidents</h2>
<dl><dt>2011 – 2015</dt><dd>Vesna Kralj</dd><dt>2015 – 2019</dt><dd>Paul Noir</dd></dl>
<h2>Vérificateurs aux comptes</h2><p>Luc Petit (commune de Toul) et Nora Blanc (commune de Toul)</p>
<h2>Ils ont siégé au comité</h2><ul><li>Marc Roux (2008-2015)</li></ul>"""


@pytest.fixture
def read(tmp_path: Path) -> Read:
    def reading(body: str) -> Record:
        page = tmp_path / "page.html"
        page.write_text(f"<html><body><main>{body}</main></body></html>", "utf-8")
        return extract(source.read(page))[0]

    return reading


def rows(record: Record) -> Rows:
    return {(p.person, p.position, p.organization, p.start, p.end) for p in record.positions}


def test_a_table_gives_the_office_before_the_name_and_those_behind_it(read: Read) -> None:
    assert rows(read(TABLE)) == {
        ("Anna Berg", "Vorsitzende", "Regionalverband Mosel", "2022-05", None),
        ("Anna Berg", "Bürgermeisterin", "Konz", None, None),
        ("Jan Wolf", "1. Stellvertreter", "Regionalverband Mosel", "2018", None),
        ("Jan Wolf", "Landrat a. D", None, None, None),
        ("Karl Moll", "Beisitzer", "Regionalverband Mosel", "2020", None),
        ("Eva Stein", "Beisitzer", "Regionalverband Mosel", "2021", None),
    }


def test_a_list_of_office_holders_is_no_event(read: Read) -> None:
    assert read(TABLE).events == read(CARDS).events == read(COMMITTEES).events == ()


def test_a_card_goes_on_until_the_next_name(read: Read) -> None:
    held = {row[:3] for row in rows(read(CARDS))}
    assert {
        ("Anne Gray", "Director", "Border Archive"),
        ("Anne Gray", "President", "Trust of Kelso"),
        ("Robert Hume", "Mayor", "Berwick"),
        ("Anne Gray", "Member", "Tweed Association"),
        ("Robert Hume", "Member", "Tweed Association"),
    } == held


def test_labelled_offices_are_of_the_committee_that_the_line_begins_with(read: Read) -> None:
    assert {row[:3] for row in rows(read(COMMITTEES))} == {
        ("Anne Gray", "Chair", "Transport Committee"),
        ("Robert Hume", "Secretary", "Transport Committee"),
        ("Rose Bell", "Chair", "Water Committee"),
    }


def test_terms_in_a_definition_list_and_names_in_one_line(read: Read) -> None:
    held = rows(read(PAST))
    assert ("Vesna Kralj", "président", "Association Trois Ponts", "2011", "2015") in held
    assert ("Paul Noir", "président", "Association Trois Ponts", "2015", "2019") in held
    assert {row[:2] for row in held if row[0] in ("Luc Petit", "Nora Blanc")} == {
        ("Luc Petit", "Vérificateur aux comptes"),
        ("Nora Blanc", "Vérificateur aux comptes"),
    }
