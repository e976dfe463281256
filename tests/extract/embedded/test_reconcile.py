"""What markup adds to the text of a page, and what it may not add. The pages are written for these tests."""

import json
from pathlib import Path
from typing import Any

import pytest

from kg import extract, source
from kg.model import Event, Issue, Record, Role, Severity

PROGRAMME = """<article><h1>Forum des frontières</h1><p>Mardi 8 octobre – Longwy</p>
<ul><li>9h00 – 9h30 – Accueil des participants</li>
<li>9h30 – 10h30 – Se soigner de part et d'autre</li></ul></article>"""
AGENDA = """<article><h1>Bürgerforum an der Saar</h1><p>Donnerstag, 21. September 2023 – Völklingen</p>
<ul><li>18:00 – 18:30 Uhr – Begrüßung der Gäste</li>
<li>18:30 – 20:00 Uhr – Gespräch über Wege zur Arbeit</li></ul></article>"""
PUBLISHED = '<meta property="article:published_time" content="2020-12-20">'
FRENCH = """<article><h1>Rencontre des apprentis sans frontière</h1>
<p>Jeudi 14 mars, de 14h à 16h30, à Villerupt, Maison du Val.</p>
<p>La rencontre est ouverte à tous. Anna Modèle présentera les métiers du bois.</p>
<p>Renseignements : Atelier Rive Gauche.</p></article>"""
GERMAN = """<article><h1>Bürgerforum an der Saar</h1>
<p>Das Bürgerforum findet am 21. September 2023 in Völklingen statt. Beginn ist um 18 Uhr.</p>
<p>Der Eintritt ist frei.</p></article>"""
ENGLISH = """<article><h1>Border Talks: Work and Home</h1>
<p>Our next evening takes place on 6 June 2024 at the Old Customs House in Arlon.</p>
<p>Doors open at 6 p.m.</p></article>"""


@pytest.fixture
def read(tmp_path: Path) -> Any:
    def reading(body: str, *events: dict[str, Any], language: str = "fr") -> tuple[Record, tuple[Issue, ...]]:
        scripts = "".join(
            f'<script type="application/ld+json">{json.dumps({"@type": "Event"} | event)}</script>' for event in events
        )
        page = tmp_path / "page.html"
        page.write_text(f'<html lang="{language}"><head>{scripts}</head><body>{body}</body></html>', "utf-8")
        return extract.extract(source.read(page))

    return reading


def main(record: Record) -> Event:
    return next(event for event in record.events if event.part_of is None)


def grounded(record: Record) -> bool:
    """Every item has evidence, and it lies in the text."""
    evidence = [
        *(item.evidence for item in record.mentions),
        *(item.evidence for item in record.events),
        *(item.evidence for item in record.participations),
        *(item.evidence for item in record.positions),
    ]
    return all(spans and all(span.of(record.document.text).strip() for span in spans) for spans in evidence)


def test_a_year_is_completed_where_the_day_stands_in_the_text(read: Any) -> None:
    record, _ = read(FRENCH, {"name": "Rencontre des apprentis", "startDate": "2024-03-14T14:00"})
    event = main(record)
    assert event.start == "2024-03-14T14:00"
    assert any("14 mars" in span.of(record.document.text) for span in event.evidence)
    assert grounded(record)


def test_a_time_is_completed_where_it_stands_near_the_event(read: Any) -> None:
    said = {"name": "Bürgerforum an der Saar", "startDate": "2023-09-21T18:00", "endDate": "2023-09-21T20:00"}
    record, issues = read(GERMAN, said, language="de")
    assert main(record).start == "2023-09-21T18:00"
    assert main(record).end is None
    assert [i.severity for i in issues if "2023-09-21T20:00" in i.message] == [Severity.NOTE]
    assert grounded(record)


def test_a_time_that_the_text_does_not_say_is_not_taken(read: Any) -> None:
    record, issues = read(ENGLISH, {"name": "Border Talks", "startDate": "2024-06-06T20:15"}, language="en")
    assert main(record).start == "2024-06-06"
    assert any("20:15" in issue.message and issue.severity is Severity.NOTE for issue in issues)


@pytest.mark.parametrize("empty", ["2023-09-21", "2023-09-21T00:00", "2023-09-21T00:00:00+02:00"])
def test_midnight_is_no_time(read: Any, empty: str) -> None:
    record, issues = read(GERMAN, {"name": "Bürgerforum an der Saar", "startDate": empty}, language="de")
    assert main(record).start == "2023-09-21"
    assert issues == ()


def test_the_text_wins_and_both_values_are_named(read: Any) -> None:
    said = {"name": "Bürgerforum an der Saar", "startDate": "2023-09-28T18:00"}
    record, issues = read(AGENDA, said, language="de")
    (warning,) = [issue for issue in issues if issue.severity is Severity.WARNING]
    assert (main(record).start or "").startswith("2023-09-21")
    assert "2023-09-21" in warning.message and "2023-09-28T18:00" in warning.message
    assert "JSON-LD" in warning.message


def test_an_event_of_another_name_and_day_is_not_this_one(read: Any) -> None:
    record, issues = read(GERMAN, {"name": "Weihnachtsmarkt", "startDate": "2023-12-01"}, language="de")
    without, others = read(GERMAN, language="de")
    assert (record.events, issues) == (without.events, others)


def test_names_are_taken_where_they_stand_in_the_text(read: Any) -> None:
    said = {
        "name": "Rencontre des apprentis sans frontière",
        "organizer": [
            {"@type": "Organization", "name": "ATELIER RIVE GAUCHE"},
            {"@type": "Organization", "name": "Agence Absente"},
        ],
        "performer": {"@type": "Person", "name": "Anna Modèle"},
        "location": {"@type": "Place", "name": "Maison du Val", "address": {"addressLocality": "Villerupt"}},
    }
    record, _ = read(FRENCH, said)
    event = main(record)
    parts = {(p.agent, p.role) for p in record.participations}
    assert ("Atelier Rive Gauche", Role.ORGANIZER) in parts
    assert any(agent == "Anna Modèle" for agent, _ in parts)
    assert not any("Absente" in mention.name for mention in record.mentions)
    assert (event.place, event.venue) == ("Villerupt", "Maison du Val")
    assert grounded(record)


def test_what_is_no_json_is_a_note(read: Any, tmp_path: Path) -> None:
    page = tmp_path / "broken.html"
    page.write_text(f'<html><script type="application/ld+json">{{"a":</script><body>{GERMAN}</body></html>', "utf-8")
    _, issues = extract.extract(source.read(page))
    assert [i.severity for i in issues if "JSON-LD" in i.message] == [Severity.NOTE]


def test_two_forms_that_say_the_same_are_said_once(read: Any) -> None:
    said = {"name": "Bürgerforum an der Saar", "startDate": "2023-09-28"}
    _, issues = read(AGENDA, said, said | {"description": "Noch einmal"}, language="de")
    assert len([issue for issue in issues if issue.severity is Severity.WARNING]) == 1


def test_sessions_take_the_corrected_year_of_their_event(read: Any) -> None:
    record, _ = read(PUBLISHED + PROGRAMME, {"name": "Forum des frontières", "startDate": "2021-10-08"})
    assert len(record.events) == 3
    assert {(event.start or "")[:4] for event in record.events} == {"2021"}


def test_an_event_that_no_rule_saw_enters_by_its_name_in_the_text(read: Any) -> None:
    without, _ = read(ENGLISH, language="en")
    record, _ = read(ENGLISH, {"name": "Border Talks: Work and Home", "startDate": "2024-06-06"}, language="en")
    assert without.events == ()
    assert [(event.title, event.start) for event in record.events] == [("Border Talks: Work and Home", "2024-06-06")]
    assert grounded(record)


@pytest.mark.parametrize("name", ["Border Walks", "Talks", ""])
def test_an_event_whose_name_does_not_stand_in_the_text_stays_out(read: Any, name: str) -> None:
    record, _ = read(ENGLISH, {"name": name, "startDate": "2024-06-06"}, language="en")
    assert record.events == ()


CANCELLED = {
    "name": "Bürgerforum an der Saar",
    "startDate": "2023-09-21",
    "eventStatus": "https://schema.org/EventCancelled",
}


def test_a_cancellation_that_only_the_markup_knows_is_a_warning(read: Any) -> None:
    _, issues = read(AGENDA, CANCELLED, language="de")
    (warning,) = [issue for issue in issues if issue.severity is Severity.WARNING]
    assert "JSON-LD calls the event cancelled" in warning.message
    assert warning.value == "Bürgerforum an der Saar"


def test_a_cancellation_that_the_text_knows_too_is_none(read: Any) -> None:
    _, issues = read(
        AGENDA.replace("</article>", "<p>Die Veranstaltung ist abgesagt.</p></article>"), CANCELLED, language="de"
    )
    assert [issue for issue in issues if issue.severity is Severity.WARNING] == []


def test_on_a_page_of_several_events_the_cancelled_one_is_named(read: Any) -> None:
    calendar = """<h1>Termine</h1><h2>Bürgerforum an der Saar</h2><p>Donnerstag, 21. September 2023 – Völklingen</p>
<h2>Konferenz über den Fluss</h2><p>Freitag, 6. Oktober 2023 – Abgesagt</p>"""
    _, issues = read(calendar, CANCELLED, language="de")
    assert [issue.value for issue in issues if "calls the event cancelled" in issue.message] == [
        "Bürgerforum an der Saar"
    ]
