"""Minutes: who chairs the meeting, and when it began and ended."""

from collections.abc import Callable

import pytest

from kg.model import Record, Role

Read = Callable[[str], Record]

FRENCH = """PROCES-VERBAL DE LA REUNION DU BUREAU
du mardi 4 novembre 2025

Présents :
  Mme Odile BLANC, présidente
  M. Jean PETIT, vice-président
  Mme Rosa NOIR, secrétaire

La présidente ouvre la séance à 18h30 et remercie les membres.

1. Approbation du procès-verbal

Le procès-verbal est adopté.

2. Questions diverses

M. Petit demande un devis.

La séance est levée à 20h15.

La présidente,                La secrétaire,
Odile BLANC                   Rosa NOIR
"""

GERMAN = """Protokoll der Vorstandssitzung vom 4. November 2025

Anwesend:
- Odile Blank, Vorsitzende
- Jan Klein, Schriftführer

Odile Blank eröffnet die Sitzung um 18.30 Uhr.

TOP 1: Haushalt

Herr Klein stellt den Haushalt vor.

Ende der Sitzung: 20.15 Uhr
"""

ENGLISH = """Minutes of the board meeting held on 4 November 2025

Present:
- Odile White, Chair
- John Small, Secretary

The Chair opened the meeting at 6.30 p.m. and welcomed members.

1. Budget

Mr Small presented the budget.

The meeting closed at 8.15 p.m.
"""


@pytest.mark.parametrize(("text", "name"), [(FRENCH, "Odile Blanc"), (GERMAN, "Odile Blank"), (ENGLISH, "Odile White")])
def test_who_opens_the_meeting_chairs_it(read: Read, text: str, name: str) -> None:
    record = read(text)
    meeting = record.events[0]
    assert [p.agent for p in record.participations if p.role is Role.MODERATOR] == [name]
    assert (meeting.start, meeting.end) == ("2025-11-04T18:30", "2025-11-04T20:15")


def test_signatures_behind_the_end_are_no_parts(read: Read) -> None:
    last = read(FRENCH).events[-1].id
    assert [p.agent for p in read(FRENCH).participations if p.event == last] == ["Jean Petit"]


def test_label_of_the_chair(read: Read) -> None:
    text = FRENCH.replace(
        "La présidente ouvre la séance à 18h30", "Présidence de séance : Jean Petit, adjoint.\n\nOn commence"
    )
    assert [p.agent for p in read(text).participations if p.role is Role.MODERATOR] == ["Jean Petit"]


BOARD_EN = """Minutes of the meeting of the Board
11 December 2025, Kehl

Present:
- Anna Weber, President
- Paul Kern

The President opened the meeting at 10.00.

1. Budget
"""
BOARD_DE = """Protokoll der Sitzung des Vorstands
11. Dezember 2025, Kehl

Anwesend:
- Anna Weber, Präsidentin
- Paul Kern

Die Präsidentin eröffnet die Sitzung um 10 Uhr.

1. Haushalt
"""
BOARD_FR = """Procès-verbal de la réunion du bureau
11 décembre 2025, Kehl

Présents :
- Anna Weber, présidente
- Paul Kern

La présidente ouvre la séance à 10 heures.

1. Budget
"""


@pytest.mark.parametrize("text", [BOARD_EN, BOARD_DE, BOARD_FR])
def test_the_holder_of_the_office_leads_the_meeting(read: Read, text: str) -> None:
    leads = [(p.agent, p.event) for p in read(text).participations if p.role is Role.MODERATOR]
    assert leads == [("Anna Weber", "e0")]


def test_whom_a_meeting_appoints_does_not_lead_it(read: Read) -> None:
    record = read(
        "News from the Soča\n\nThe Assembly met on Friday, 17 October 2025, in Vipava. Under the chairmanship of its "
        "president, Igor Kern, former mayor of Tolmin, the members appointed Rok Weber as director.\n"
    )
    assert [p.agent for p in record.participations if p.role is Role.MODERATOR] == ["Igor Kern"]


def test_a_list_led_to_by_a_paragraph_is_heard_also_above_a_table(markdown: Read) -> None:
    record = markdown(
        "# Ninety opinions\n\nNinety people gathered on 23 November 2024 in Derry for the Youth Assembly.\n\n"
        "Anna Byrne chaired the day. They called two witnesses:\n\n"
        "- **Orla Kern**, lecturer\n- **Paul Hill**, driver\n\n"
        "After lunch they split into workshops:\n\n| Tent | Theme | Facilitated by |\n|---|---|---|\n"
        "| Blue | The last bus home | Declan Sloan |\n"
    )
    heard = {p.agent for p in record.participations if p.role is Role.SPEAKER}
    assert heard == {"Orla Kern", "Paul Hill"}


def test_votes_cast_for_somebody_are_no_part(read: Read) -> None:
    text = FRENCH.replace(
        "M. Petit demande un devis.", "Sont élus :\n    Anne ROUX ........ 56 voix\n    Luc NOIR ......... 12 voix"
    )
    assert {p.agent for p in read(text).participations}.isdisjoint({"Anne Roux", "Luc Noir"})
