"""What a part of a report is about, and who is heard in it."""

from collections.abc import Callable

import pytest

from kg.model import Record, Role

Read = Callable[[str], Record]

ENGLISH = """Harbour day in Kilkeel

The launch of the project took place in Kilkeel on 4 March 2025.

Mayor Anna Byrne opened the event. A panel discussion on living with the tide followed, chaired by Mary \
Farrelly. Taking part were:

- Eva Sloan, Head of Sustainability, Newry Council
- Eoin Garvey, Dundalk Institute of Technology

Closing the morning, Paul Nugent, Chief Executive of East Border Region, thanked everyone.
"""
GERMAN = """Grenzforum in Lindau

Das Grenzforum fand am 4. März 2025 in Lindau statt. Bürgermeisterin Anna Byrne eröffnete die Veranstaltung. Es folgte \
eine Podiumsdiskussion über Pflege in Grenzregionen, moderiert von Mary Farrelly. Daran nahmen teil:

- Eva Sloan, Landrätin
- Eoin Garvey, Hochschule Kempten

Zum Schluss dankte Geschäftsführer Paul Nugent allen Gästen.
"""
FRENCH = """Forum de la frontière à Menton

Le Forum de la frontière s'est tenu le 4 mars 2025 à Menton. La maire Anna Byrne a ouvert la journée. Une table ronde \
sur l'emploi frontalier a suivi, animée par Mary Farrelly. Y ont participé :

- Eva Sloan, présidente de la chambre de commerce
- Eoin Garvey, université de Nice

Pour conclure, Paul Nugent, directeur du GECT, a remercié les participants.
"""


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (ENGLISH, "panel discussion on living with the tide"),
        (GERMAN, "Podiumsdiskussion über Pflege in Grenzregionen"),
        (FRENCH, "table ronde sur l'emploi frontalier"),
    ],
)
def test_those_listed_at_a_debate_are_heard_in_it(read: Read, text: str, title: str) -> None:
    record = read(text)
    part = next(e for e in record.events if e.part_of)
    assert part.title == title
    assert {(p.agent, p.role) for p in record.participations if p.event == part.id} == {
        ("Mary Farrelly", Role.MODERATOR),
        ("Eva Sloan", Role.SPEAKER),
        ("Eoin Garvey", Role.SPEAKER),
    }
    assert "Paul Nugent" in {p.agent for p in record.participations if p.event == "e0"}


@pytest.mark.parametrize(
    ("sentence", "title"),
    [
        ("Some 300 visitors came to the opening of the Market Hall on 12 April 2025.", "opening of the Market Hall"),
        ("The launch of SHARED BAYS took place in Newry on 12 April 2025.", "launch of SHARED BAYS"),
    ],
)
def test_what_is_opened_names_the_ceremony(read: Read, sentence: str, title: str) -> None:
    record = read(f"News from the border\n\n{sentence} Mayor Anna Byrne cut the ribbon.\n")
    assert [e.title for e in record.events] == [title]


def test_who_speaks_behind_a_talk_without_a_name_speaks_at_the_event(read: Read) -> None:
    record = read(
        "Colloque sur le rail\n\nLe colloque s’est tenu le jeudi 12 juin 2025 à Toul. Un exposé de Jana Petit a suivi. "
        "S’exprimant au nom de la ville, Jean Roux a salué le travail. Une table ronde animée par Sara Long a réuni "
        "Marc Hugues et Eva Noir.\n"
    )
    parts = {(p.agent, p.role.value, p.event) for p in record.participations}
    assert {("Jean Roux", "speaker", "e0"), ("Marc Hugues", "speaker", "e0")} <= parts


def test_what_a_minister_did_is_no_portfolio(read: Read) -> None:
    record = read("Hier à Toul, Tom Petit, ministre de la Mobilité, a annoncé un fonds.")
    assert [(p.person, p.position) for p in record.positions] == [("Tom Petit", "ministre de la Mobilité")]
