from collections.abc import Callable

import pytest

from kg.model import EventKind, Factuality, Record, Role

Read = Callable[[str], Record]

ENGLISH = """Minutes of the Working Group on Rivers

Date: 12 April 2023
Place: Trier

Present:
- Nora Blanc, University of Trier
- Luc Petit, Fen Agency

1. Report on the fair
Mr Petit reported on the river fair held in Metz on 6 October 2022. About 90 people attended.
2. A new project
Ms Blanc presented a project, which is led by the Fen Agency together with the University of Trier.
3. Next meeting
The next meeting will be held in Kehl on 8 June 2023. It will be chaired by Mr Petit.
"""


def test_the_next_meeting_is_an_event_to_come(read: Read) -> None:
    record = read(ENGLISH)
    (event,) = [e for e in record.events if e.title == "Next meeting"]
    assert (event.part_of, event.start, event.place) == (None, "2023-06-08", "Kehl")
    assert record.factuality_at(event.evidence) is Factuality.ANNOUNCED
    parts = [(p.agent, p.role, record.factuality_at(p.evidence)) for p in record.participations if p.event == event.id]
    assert parts == [("Luc Petit", Role.MODERATOR, Factuality.ANNOUNCED)]


@pytest.mark.parametrize(
    "text",
    [
        "Compte rendu de la réunion\n12 avril 2023, Metz\n\n1. Ouverture\nMme Blanc ouvre la réunion.\n"
        "2. Prochaine réunion\nLa prochaine réunion aura lieu le 7 juin 2023 à Toul.",
        "Protokoll der Sitzung\n12. April 2023, Metz\n\n1. Eröffnung\nFrau Blanc eröffnet die Sitzung.\n"
        "2. Nächste Sitzung\nDie nächste Sitzung findet am 7. Juni 2023 in Toul statt.",
    ],
)
def test_also_in_french_and_german(read: Read, text: str) -> None:
    events = [(e.part_of, e.start, e.place) for e in read(text).events]
    assert events == [(None, "2023-04-12", "Metz"), ("e0", "2023-04-12", "Metz"), (None, "2023-06-07", "Toul")]


@pytest.mark.parametrize(("title", "day"), [("Next meeting", ""), ("Date of next meeting", " on 8 June 2023")])
def test_an_item_on_the_next_meeting_stays_one(read: Read, title: str, day: str) -> None:
    text = (
        f"Minutes of the Board\n\nDate: 12 April 2023\n\n1. Opening\nOpen.\n2. {title}\nThe board will meet again{day}."
    )
    assert [(e.title, e.part_of) for e in read(text).events][2:] == [(title, "e0")]


def test_heads_and_partners_of_other_things_are_none_of_the_meeting(read: Read) -> None:
    record = read(ENGLISH)
    assert [e.attendance for e in record.events] == [None] * len(record.events)
    assert {p.role for p in record.participations} == {Role.ATTENDEE, Role.SPEAKER, Role.MODERATOR}


def test_minutes_of_a_working_group_are_of_a_meeting(read: Read) -> None:
    assert read(ENGLISH).events[0].kind is EventKind.MEETING
