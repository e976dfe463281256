"""What stands above the headline of a page is no title: its newsroom, the way to it, the way to read it elsewhere."""

from collections.abc import Callable

import pytest

from kg.model import Record

Read = Callable[[str], Record]


@pytest.mark.parametrize(
    "head",
    [
        "DERRY CITY COUNCIL - NEWSROOM\n\nHome / News / 2025",
        "LANDRATSAMT KONSTANZ | PRESSESTELLE\n\nStartseite › Aktuelles",
        "View this email in your browser",
        "Wird diese E-Mail nicht richtig dargestellt?",
        "Voir cet e-mail dans votre navigateur",
    ],
)
def test_the_headline_is_the_title(read: Read, head: str) -> None:
    text = (
        f"{head}\n\nRiver Watch: training day in Bregenz\nPosted 16 January 2025\n\n10.30  Welcome\n11.00  First aid\n"
    )
    record = read(text)
    assert record.events[0].title == "River Watch: training day in Bregenz"


def test_a_motto_below_is_no_part_of_a_title_that_names_its_event(read: Read) -> None:
    head = '      SOUND REGION - ANNUAL FORUM 2026\n   "Small ports and big crossings: what comes after 2027"\n'
    record = read(f"{head}\n       Malmo, 10 June 2026\n\n09:00  Opening\n10:00  Coffee\n")
    assert record.events[0].title == "SOUND REGION - ANNUAL FORUM 2026"
