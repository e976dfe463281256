from collections.abc import Callable

import pytest

from kg.model import EventKind, Qualifier, Record, Role

Read = Callable[[str], Record]

PROGRAMME = """Colloque « Eaux partagées »

Givet, salle du Manège
Mardi 3 mars 2020

Programme

9 h 00
Accueil

9 h 30 – 10 h 15
Ouverture
Luc Petit, maire de Givet

10 h 15  Atelier
• Les nappes
  par Mme Nora BLANC (CNRS)
• Les crues
  par M. Paul NOIR (Inrae)

Modération : Anne Weber
"""


def test_programme(read: Read) -> None:
    events = read(PROGRAMME).events
    assert [(e.title, e.part_of, e.start, e.end) for e in events] == [
        ("Colloque « Eaux partagées »", None, "2020-03-03", None),
        ("Accueil", "e0", "2020-03-03T09:00", None),
        ("Ouverture", "e0", "2020-03-03T09:30", "2020-03-03T10:15"),
        ("Atelier", "e0", "2020-03-03T10:15", None),
        ("Les nappes", "e3", "2020-03-03", None),
        ("Les crues", "e3", "2020-03-03", None),
    ]
    assert (events[0].place, events[0].venue, events[0].kind) == ("Givet", "salle du Manège", EventKind.CONFERENCE)


def test_who_takes_part_in_which_item(read: Read) -> None:
    parts = read(PROGRAMME).participations
    assert [(p.agent, p.event, p.role) for p in parts if p.role is not Role.MODERATOR] == [
        ("Luc Petit", "e2", Role.SPEAKER),
        ("Nora Blanc", "e4", Role.SPEAKER),
        ("Paul Noir", "e5", Role.SPEAKER),
    ]


def test_two_events_on_one_page(read: Read) -> None:
    text = "Table ronde A\nMetz, 3 mai 2019\n\nUn débat a eu lieu.\n\n\nVisite B du port\nTrier, 8 juin 2019\n\nC’était bien."  # noqa: E501
    assert [(e.title, e.start, e.place) for e in read(text).events] == [
        ("Table ronde A", "2019-05-03", "Metz"),
        ("Visite B du port", "2019-06-08", "Trier"),
    ]


def test_days_of_one_event(read: Read) -> None:
    text = (
        "Tagung X\n1. und 2. Juni 2021, Trier\n\nProgramm\n\n1. Juni 2021\n\n9 Uhr Beginn\n\n2. Juni 2021\n\n9 Uhr Ende"
    )
    assert [e.start for e in read(text).events] == ["2021-06-01", "2021-06-01T09:00", "2021-06-02T09:00"]


def test_list_of_dates_is_a_list_of_events(read: Read) -> None:
    text = "L’actualité du mois\n\nJeudi 17 mai 2018 : Rencontre des maires\nLieu : Metz\nHoraire : 15h00-17h00\n\nMardi 22 mai 2018 : Le commerce\nLieu : Trèves"  # noqa: E501
    events = read(text).events
    assert [(e.title, e.start, e.end, e.place, e.part_of) for e in events] == [
        ("Rencontre des maires", "2018-05-17T15:00", "2018-05-17T17:00", "Metz", None),
        ("Le commerce", "2018-05-22", None, "Trèves", None),
    ]


def test_clock_without_a_day_gives_no_start(read: Read) -> None:
    assert [e.start for e in read("Workshop on ferries\n\n9.30 a.m. Welcome\n\n10 a.m. Panel").events] == [None] * 3


@pytest.mark.parametrize(
    ("text", "value", "qualifier"),
    [
        ("une cinquantaine de participants ont assisté", 50, Qualifier.ABOUT),
        ("plus de 200 personnes ont pris part", 200, Qualifier.AT_LEAST),
        ("39 personnes étaient là, le matin comme le soir", 39, Qualifier.EXACT),
        ("rund 120 Gäste kamen", 120, Qualifier.ABOUT),
        ("almost 150 representatives attended", 150, Qualifier.ABOUT),
    ],
)
def test_attendance(read: Read, text: str, value: int, qualifier: Qualifier) -> None:
    (event,) = read(f"Colloque de Metz\n3 mai 2019\n\nÀ cette journée {text}.").events
    assert event.attendance is not None
    assert (event.attendance.value, event.attendance.qualifier) == (value, qualifier)


def test_a_number_with_the_mark_of_a_footnote_is_no_attendance(read: Read) -> None:
    assert read("Forum des usagers\n\nJeudi 14 mars 2019, Thionville\n\n201¹ personnes étaient présentes.").events != ()


def test_event_told_in_prose(read: Read) -> None:
    text = "Ein Rückblick\n\nDie Jahrestagung der Archive fand am 5. September 2019 in Görlitz statt. Jan Kowal sprach über Akten."  # noqa: E501
    record = read(text)
    assert [(e.title, e.start, e.place) for e in record.events] == [
        ("Jahrestagung der Archive", "2019-09-05", "Görlitz")
    ]
    assert [(p.agent, p.role) for p in record.participations] == [("Jan Kowal", Role.SPEAKER)]


def test_board_list_has_no_event(read: Read) -> None:
    assert read("Der Vorstand\n\nPräsident\n\n• Jan Kowal\n").events == ()


def test_office_holder_without_a_name(read: Read) -> None:
    record = read(
        "Colloque de Metz\n3 mai 2019\n\nLe Président et le Secrétaire général de l’ARE étaient présents ce jour-là."
    )
    assert [(p.agent, p.position, p.organization, p.role) for p in record.participations] == [
        (None, "Président", "ARE", Role.ATTENDEE),
        (None, "Secrétaire général", "ARE", Role.ATTENDEE),
    ]


@pytest.mark.parametrize("reply", ["RSVP by 15 February to a@b.example", "Réponse souhaitée avant le 15 février"])
def test_day_until_which_one_may_answer_is_no_event(read: Callable[[str], Record], reply: str) -> None:
    record = read(
        f"Harbour seminar\nThursday 22 February 2024, 6 p.m.\nTown Hall, Derry\n\nChair: Anna Weber\n\n{reply}\n"
    )
    assert [e.start for e in record.events] == ["2024-02-22T18:00"]


def test_letter_without_a_title_is_called_by_its_sentence(read: Callable[[str], Record]) -> None:
    record = read(
        "From: Moor Trust <a@b.example>\nSubject: Invitation\n\nDear partners,\n\nThe Moor Trust invites you to the "
        "closing conference of the project in spring.\n\n"
        "When: Thursday, 21 March 2024, 9:30 to 14:00\nWhere: Town Hall, Derry\n\n"
        "Provisional programme:\n9:30  Registration\n10:00 Welcome by Anna Weber\n"
    )
    main = record.events[0]
    assert (main.title, main.start, main.end, main.place) == (
        "closing conference of the project",
        "2024-03-21T09:30",
        "2024-03-21T14:00",
        "Derry",
    )


def test_day_of_an_office_in_brackets_is_no_event(read: Callable[[str], Record]) -> None:
    text = "Moor Forum\n\nTrustees\n- Anna Weber\n- Paul Hill (resigned 30 September 2022)\n\n"
    assert read(f"{text}The Forum is overseen by a board of many.").events == ()
