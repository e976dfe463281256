"""Minutes: one meeting, its title, who was there, its items."""

from collections.abc import Callable

from kg.model import Record, Role

Read = Callable[[str], Record]

GERMAN = """Gemeinsamer Ausschuss

           N I E D E R S C H R I F T

über die 7. Sitzung des Gemeinsamen Ausschusses
am Donnerstag, dem 5. Juni 2025, im Kreishaus, Lindenweg 3, Trier

Beginn:  16.00 Uhr
Ende:    18.25 Uhr

ANWESEND

Anna Blum, Bürgermeisterin
Karl Schmitt, Landrat

ENTSCHULDIGT

Peter Wagner

TAGESORDNUNG

TOP 1   Eröffnung der Sitzung
TOP 2   Zuschüsse aus dem Kulturtopf

Zu TOP 1
Frau Blum eröffnet die Sitzung.

Zu TOP 2
Herr Schmitt berichtet über 31 Anträge.

Nächste Sitzung: Donnerstag, 18. September 2025, 16.00 Uhr
"""

ENGLISH = """Joint Committee
MINUTES of the 14th meeting
held on Tuesday, 11 February 2025 at 10.30 am
in the Lakeside Hotel, Enniskillen

PRESENT
    Mary Byrne, Chair
    John Walsh, Cavan County Council

1.  Welcome
    Ms Byrne welcomed the members and noted that the call for the next round of
    applications had been opened in good time.

2.  Land access on the greenway
    Mr Walsh said that most of the plots had been agreed with their owners so far.

                                                ACTION: Secretariat, by 28 February
"""


def test_german_minutes(read: Read) -> None:
    events = read(GERMAN).events
    assert [(e.title, e.start, e.end) for e in events] == [
        ("7. Sitzung des Gemeinsamen Ausschusses", "2025-06-05T16:00", "2025-06-05T18:25"),
        ("Eröffnung der Sitzung", "2025-06-05", None),
        ("Zuschüsse aus dem Kulturtopf", "2025-06-05", None),
    ]


def test_who_has_the_floor_in_an_item_taken_up_by_its_number(read: Read) -> None:
    parts = [(p.agent, p.event, p.role) for p in read(GERMAN).participations]
    assert ("Anna Blum", "e1", Role.SPEAKER) in parts
    assert ("Karl Schmitt", "e2", Role.SPEAKER) in parts
    assert [part for part in parts if part[0] == "Peter Wagner"] == [("Peter Wagner", "e0", Role.ATTENDEE)]  # excused


def test_english_minutes(read: Read) -> None:
    events = read(ENGLISH).events
    assert [(e.title, e.start) for e in events] == [
        ("MINUTES of the 14th meeting", "2025-02-11T10:30"),
        ("Welcome", "2025-02-11"),
        ("Land access on the greenway", "2025-02-11"),
    ]


def test_the_chair_among_those_present(read: Read) -> None:
    text = ENGLISH.replace("Mary Byrne, Chair", "Mary Byrne (Chair)    Cavan County Council")
    parts = [(p.agent, p.event, p.role) for p in read(text).participations]
    assert ("Mary Byrne", "e0", Role.MODERATOR) in parts
    assert ("John Walsh", "e0", Role.ATTENDEE) in parts


def test_page_that_is_the_record_has_the_day_of_the_meeting(read: Read) -> None:
    record = read(
        "Assemblée générale du Syndicat des tourbières\n\nCompte rendu — mercredi 22 janvier 2025, Lens\n\n"
        "1. Budget\nM. Paul Roux expose le budget.\n\n"
        "2. Divers\nUn point sera fait lors de la prochaine assemblée, le jeudi 19 juin 2025 à Toul.\n"
    )
    assert record.events[0].start == "2025-01-22"


def test_item_taken_up_by_its_number_holds_the_text_below(read: Read) -> None:
    record = read(
        "NIEDERSCHRIFT über die 3. Sitzung\nam 4. Juni 2024, Trier\n\n"
        "Tagesordnung\nTOP 1  Haushalt\nTOP 2  Verschiedenes\n\n"
        "Zu TOP 1:\nHerr Paul Kern erläutert den Entwurf.\n\nZu TOP 2:\nFrau Anna Lehr fragt nach dem Termin.\n"
    )
    titles = {e.id: e.title for e in record.events}
    spoken = {(p.agent, titles[p.event]) for p in record.participations if p.role is Role.SPEAKER}
    assert spoken == {("Paul Kern", "Haushalt"), ("Anna Lehr", "Verschiedenes")}


def test_head_of_minutes_in_several_rows(read: Callable[[str], Record]) -> None:
    record = read(
        "HARBOUR HEALTH FORUM\n\nMinutes of the 14th meeting of the Executive Committee of the Forum of Harbours\n"
        "held at the Grand Hotel, Sligo, in the presence of the two chairs of both boards\n"
        "on Thursday, 11th April 2024 at 2.00 p.m.\n\n"
        "Present:\nAnna Weber      Moor Trust\nJane Hill       Health Council\n\n"
        "1. Welcome\nAnna Weber opened the meeting.\n\n2. AOB\nThere was no other business.\n"
    )
    main, *items = record.events
    assert (main.title[:23], main.start) == ("Minutes of the 14th mee", "2024-04-11T14:00")
    assert "held" not in main.title
    assert [e.title for e in items] == ["Welcome", "AOB"]


def test_heads_of_minutes_say_town_building_and_who_may_vote(read: Read) -> None:
    record = read(
        "Protokoll der 3. Sitzung des Beirats\n\nDatum: Dienstag, 14. Mai 2024\nOrt: Musterwald, Schloss Hohenfels\n\n"
        "Anwesend (stimmberechtigt):\n   Anna Weber     Landrätin, Landkreis Moorburg\n"
        "   Paul Kern      Universität Trier\n\n"
        "Anwesend (beratend): Jean Roux\n\nTOP 1   Begrüßung\n"
    )
    main = record.events[0]
    assert (main.place, main.venue) == ("Musterwald", "Schloss Hohenfels")
    assert {(p.agent, p.role) for p in record.participations} == {
        (name, Role.ATTENDEE) for name in ("Anna Weber", "Paul Kern", "Jean Roux")
    }
