"""Who leads a meeting that the minutes only call by the office; who does not lead though a cue stands before."""

from collections.abc import Callable

import pytest

from kg.model import Record, Role

Read = Callable[[str], Record]


ENGLISH = """Minutes of the meeting of the Board
11 December 2025, Kehl

Present:
- Anna Weber, President
- Paul Kern

The President opened the meeting at 10.00.

1. Budget
"""
GERMAN = """Protokoll der Sitzung des Vorstands
11. Dezember 2025, Kehl

Anwesend:
- Anna Weber, Präsidentin
- Paul Kern

Die Präsidentin eröffnet die Sitzung um 10 Uhr.

1. Haushalt
"""
FRENCH = """Procès-verbal de la réunion du bureau
11 décembre 2025, Kehl

Présents :
- Anna Weber, présidente
- Paul Kern

La présidente ouvre la séance à 10 heures.

1. Budget
"""


@pytest.mark.parametrize("text", [ENGLISH, GERMAN, FRENCH])
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
