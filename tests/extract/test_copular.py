"""Offices before those who hold them, and the tables and lists of boards in which they stand."""

from collections.abc import Callable
from pathlib import Path

import pytest

from kg import source
from kg.extract import extract
from kg.model import Record

Read = Callable[[str], Record]
Told = tuple[str, str, str | None, str | None, str | None]


@pytest.fixture
def html(tmp_path: Path) -> Read:
    def read(text: str) -> Record:
        path = tmp_path / "page.html"
        path.write_text(f'<html lang="de"><body><main>{text}</main></body></html>', encoding="utf-8")
        return extract(source.read(path))[0]

    return read


def told(record: Record) -> list[Told]:
    return [(p.person, p.position, p.organization, p.start, p.end) for p in record.positions]


@pytest.mark.parametrize(
    ("sentence", "office"),
    [
        ("Vorsitzende der Euregio Inntal ist seit 2020 Anna Weber.", ("Vorsitzende", "2020", None)),
        ("Neue Vizepräsidentin ist seit dem 1. Juli 2025 Anna Weber.", ("Vizepräsidentin", "2025-07-01", None)),
        ("Schatzmeisterin bleibt Anna Weber.", ("Schatzmeisterin", None, None)),
        ("La présidente de l'Euregio Inntal est Anna Weber.", ("présidente", None, None)),
        ("The chair of the Euregio Inntal is Anna Weber.", ("chair", None, None)),
    ],
)
def test_an_office_is_somebody(read: Read, sentence: str, office: tuple[str, str | None, str | None]) -> None:
    position, start, end = office
    record = read(f"Aus der Euregio Inntal\n\nDas Büro liegt in Ebbs. {sentence}")
    assert told(record) == [("Anna Weber", position, "Euregio Inntal", start, end)]


def test_a_possessive_means_the_body_told_before(read: Read) -> None:
    text = "Geschäftsführer der Euregio Inntal ist seit 2018 Karl Schmitt. Seine Stellvertreterin ist Anna Weber."
    assert told(read(text)) == [
        ("Karl Schmitt", "Geschäftsführer", "Euregio Inntal", "2018", None),
        ("Anna Weber", "Stellvertreterin", "Euregio Inntal", None, None),
    ]


def test_former_holders_in_both_forms_with_their_years_before(html: Read) -> None:
    text = """<h1>Euregio Inntal</h1><h2>Bisherige Präsidentinnen und Präsidenten</h2>
    <ul><li>1995–2001 Anna Weber</li><li>2001–2007: Karl Schmitt</li></ul>"""
    assert told(html(text)) == [
        ("Anna Weber", "Präsident", "Euregio Inntal", "1995", "2001"),
        ("Karl Schmitt", "Präsident", "Euregio Inntal", "2001", "2007"),
    ]


def test_a_row_names_the_body_before_the_office(html: Read) -> None:
    text = """<h1>Ausschuss für Kultur</h1><h2>Mitglieder</h2><table>
    <tr><th>Name</th><th>entsandt von</th><th>Funktion</th></tr>
    <tr><td>Anna Weber</td><td>Landkreis Görlitz</td><td>Kreisrätin</td></tr>
    <tr><td>Karl Schmitt</td><td>Stadt Trier</td><td>Mitglied des Stadtrats</td></tr></table>"""
    assert sorted(told(html(text)))[:2] == [
        ("Anna Weber", "Kreisrätin", "Landkreis Görlitz", None, None),
        ("Anna Weber", "Mitglied", "Ausschuss für Kultur", None, None),
    ]
    assert ("Karl Schmitt", "Mitglied des Stadtrats", "Stadt Trier", None, None) in told(html(text))


def test_a_body_behind_an_office_is_nobody(persons: Callable[[str], list[str]]) -> None:
    assert persons("Anna Weber, Redakteurin der Salzburger Woche, Obfrau des Vereins") == ["Anna Weber"]


def test_two_who_sign_side_by_side(read: Read) -> None:
    text = """Protokoll der Sitzung der Euregio Inntal am 14. Mai 2024 in Ebbs

Der Haushalt wird beschlossen.

gez. Anna Weber                   gez. Karl Schmitt
Vorsitzende                       Protokollführer"""
    assert [(p.person, p.position) for p in read(text).positions] == [
        ("Anna Weber", "Vorsitzende"),
        ("Karl Schmitt", "Protokollführer"),
    ]
