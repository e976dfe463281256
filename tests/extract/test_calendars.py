"""Calendars in their usual layouts: whose day is above the title, beside it, moved, or still open."""

from collections.abc import Callable
from pathlib import Path

import pytest

from kg import source
from kg.extract import dates, extract, shifted
from kg.model import Record, Role

Read = Callable[[str], Record]

HEADED = """# Winter evenings: a series of talks

Every talk is free; unless otherwise stated, all talks begin at 7 pm.

### Mon 6 October 2025 · Trier

**What the river remembers**
Old Mill, Brückenstraße 4
*Speaker:* Dr Paula Klein, Trier University

### Tue 4 November 2025 · Metz · 6.30 p.m.

**A railway nobody asked for**
*Moderator:* Jean Petit

### ~~Tue 2 December 2025~~ → moved to Thu 11 December 2025 · Liège

**Bread and borders**
"""

BESIDE = """# Veranstaltungskalender

## Mai

### Do, 08.05.2025 – Wem gehört das Ufer?

**19.00 Uhr, Konstanz, Inselhotel**

### Mi, 21.05. (statt Mi, 14.05.) – Nachbarn am Zoll – VERSCHOBEN

**20.00–21.30 Uhr, online**

### Sa, 31.05. – Tag der offenen Brücke

**ab 14.00 Uhr, Lindau, Inselhalle**

14.00 Uhr Begrüßung: Anna Blum, Bürgermeisterin
15.00 Uhr Pause
"""


def test_the_day_above_the_title(markdown: Read) -> None:
    assert [(e.title, e.start, e.part_of) for e in markdown(HEADED).events] == [
        ("Winter evenings: a series of talks", None, None),
        ("What the river remembers", "2025-10-06T19:00", "e0"),
        ("A railway nobody asked for", "2025-11-04T18:30", "e0"),
        ("Bread and borders", "2025-12-11T19:00", "e0"),
    ]


def test_who_belongs_to_which_date(markdown: Read) -> None:
    parts = [(p.agent, p.event, p.role) for p in markdown(HEADED).participations]
    assert parts == [("Paula Klein", "e1", Role.SPEAKER), ("Jean Petit", "e2", Role.MODERATOR)]


def test_town_and_building_of_a_date(markdown: Read) -> None:
    events = markdown(HEADED).events
    assert [(e.place, e.venue) for e in events[1:]] == [("Trier", "Old Mill"), ("Metz", None), ("Liège", None)]


def test_the_title_behind_the_day(markdown: Read) -> None:
    events = markdown(BESIDE).events
    assert [(e.title, e.start, e.end, e.place, e.venue) for e in events if e.part_of is None] == [
        ("Wem gehört das Ufer?", "2025-05-08T19:00", None, "Konstanz", "Inselhotel"),
        ("Nachbarn am Zoll", "2025-05-21T20:00", "2025-05-21T21:30", None, None),
        ("Tag der offenen Brücke", "2025-05-31T14:00", None, "Lindau", "Inselhalle"),
    ]


def test_the_programme_of_one_date(markdown: Read) -> None:
    items = [(e.title, e.start) for e in markdown(BESIDE).events if e.part_of is not None]
    assert items == [("Begrüßung", "2025-05-31T14:00"), ("Pause", "2025-05-31T15:00")]


def test_a_calendar_in_plain_text(read: Read) -> None:
    text = "Termine\n\nDo 13.03.2025, 18:30 Uhr\nEin See, drei Ufer\nKonzil, Konstanz\n\nDi 18.03.2025, 19 Uhr\nAm Rand\nRathaus, Lindau\n"  # noqa: E501
    assert [(e.title, e.start, e.venue) for e in read(text).events] == [
        ("Ein See, drei Ufer", "2025-03-13T18:30", "Konzil"),
        ("Am Rand", "2025-03-18T19:00", "Rathaus"),
    ]


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Verschoben vom 3. März 2026 auf den 5. Mai 2026", "2026-05-05"),
        ("Mardi 3 mars 2026, reporté au mardi 5 mai 2026", "2026-05-05"),
        ("5 May 2026 (originally 3 March 2026)", "2026-05-05"),
        ("Mi, 20. Mai 2026 statt 6. Mai 2026", "2026-05-20"),
        ("~~3 March 2026~~ 5 May 2026", "2026-05-05"),
        ("3 mars 2026 et 5 mai 2026", "2026-03-03"),
    ],
)
def test_the_day_that_holds(line: str, day: str) -> None:
    date = shifted.valid(line, 0, dates.find(line))
    assert date is not None and date.start == day


def test_days_of_one_congress_are_no_calendar(markdown: Read) -> None:
    text = "# Congress of the valleys\n\n3 to 5 June 2024, Sion\n\n### Monday 3 June 2024\n\nArrival\n\n### Tuesday 4 June 2024\n\nExcursion\n\n### Wednesday 5 June 2024\n\nClosing\n"  # noqa: E501
    events = markdown(text).events
    assert (events[0].title, events[0].start, events[0].end) == ("Congress of the valleys", "2024-06-03", "2024-06-05")


TABLE = """<table><tr><th>Wann</th><th>Was</th><th>Wo</th></tr>
<tr><td>Mi 26.11.2025<br>18:30</td><td>Lesung: Die letzte Fähre<br>Autorin Anna Blum liest aus ihrem Roman.<br>
Moderation: Karl Weber</td><td>Altes Zollhaus, Kehl</td></tr>
<tr><td>Do 04.12.2025<br>14:00 – 17:00</td><td>Sprechtag der Grenzgänger</td><td>Reithalle, Rastatt</td></tr></table>"""


def test_a_table_of_dates(tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    path.write_text(f"<html><body><main><h1>Termine</h1>{TABLE}</main></body></html>", encoding="utf-8")
    record = extract(source.read(path))[0]
    assert [(e.title, e.start, e.end, e.place, e.venue) for e in record.events] == [
        ("Lesung: Die letzte Fähre", "2025-11-26T18:30", None, "Kehl", "Altes Zollhaus"),
        ("Sprechtag der Grenzgänger", "2025-12-04T14:00", "2025-12-04T17:00", "Rastatt", "Reithalle"),
    ]
    assert [(p.agent, p.event, p.role) for p in record.participations] == [
        ("Anna Blum", "e0", Role.SPEAKER),
        ("Karl Weber", "e0", Role.MODERATOR),
    ]


def test_the_title_over_kind_day_and_place(markdown: Read) -> None:
    record = markdown(
        "# Border diary\n\n### Who owns the lough?\n\n"
        "**Workshop** | Tuesday 16 September 2025, 10.00 – 13.00 | Guildhall, Derry\n\n"
        "### How the line was drawn\n\n"
        "**Public lecture** | Thursday 2 October 2025, 18.30 | Clones\n\n- *Speaker:* Mary Hill\n\n"
        "### One patient, two services\n\n**Online round table** | November 2025, date to be confirmed\n"
    )
    assert [(e.title, e.start, e.place) for e in record.events] == [
        ("Who owns the lough?", "2025-09-16T10:00", "Derry"),
        ("How the line was drawn", "2025-10-02T18:30", "Clones"),
        ("One patient, two services", "2025-11", None),
    ]
    assert [(p.agent, p.event) for p in record.participations] == [("Mary Hill", "e1")]


def test_heading_over_days_alone_is_the_title_of_them_all(read: Read) -> None:
    events = read(
        "MOOR TRUST\n\nMEETINGS OF THE BOARD, AUTUMN 2023\n\n"
        "  Wed 27 September   11.00-13.00   Council Offices, Sligo\n"
        "  Wed 25 October     11.00-13.00   online\n"
    ).events
    assert [(e.title, e.start, e.end, e.venue) for e in events] == [
        ("MEETINGS OF THE BOARD, AUTUMN 2023", "2023-09-27T11:00", "2023-09-27T13:00", "Council Offices"),
        ("MEETINGS OF THE BOARD, AUTUMN 2023", "2023-10-25T11:00", "2023-10-25T13:00", None),
    ]


def test_line_under_a_title_ends_in_a_town_of_two_words(markdown: Read) -> None:
    record = markdown(
        "# What's on\n\n### Thursday 2 October 2025, 18:00\n**Two stations, one square**\n"
        "EPIC, Kolodvorska pot 8, Nova Gorica\n\n"
        "### Tuesday 4 November 2025, 17:30\n**Tales of the border**\nTown Library, Udine\n"
    )
    assert [(e.place, e.venue) for e in record.events] == [("Nova Gorica", "EPIC"), ("Udine", "Town Library")]


def test_items_with_a_day_of_their_own(markdown: Read) -> None:
    text = """# Agenda

Jeudi 5 mars 2026, 18h

## Une frontière sous la neige

Par Luc Petit, géographe.

Du lundi 9 au mercredi 11 mars 2026

## Salon des métiers

- lundi 9 mars, 10h00 : inauguration par Nora Blanc, maire de Toul
- mardi 10 mars, 14h00 : table ronde « Partir », animée par Paul Noir

Toul, Maison des associations
"""
    events = {e.title: e for e in markdown(text).events}
    salon, talk = events["Salon des métiers"], events["table ronde « Partir »"]
    assert (talk.start, talk.part_of) == ("2026-03-10T14:00", salon.id)
    assert (salon.place, salon.venue) == ("Toul", "Maison des associations")


def test_day_told_again_under_its_badge(markdown: Read) -> None:
    text = """# Agenda

5
avril

## Parlement des jeunes

Dimanche 5 avril 2026, de 10 h à 17 h · Irun, Ficoba

23
avril

## Traduire la frontière

Jeudi 23 avril 2026, 17 h

Toul, médiathèque Les Tilleuls – entrée libre
"""
    got = [(e.title, e.start, e.place, e.venue) for e in markdown(text).events]
    assert got == [
        ("Parlement des jeunes", "2026-04-05T10:00", "Irun", "Ficoba"),
        ("Traduire la frontière", "2026-04-23T17:00", "Toul", "médiathèque Les Tilleuls"),
    ]
