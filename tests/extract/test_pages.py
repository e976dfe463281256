"""Three pages written for these tests, of places and people that no other page of the project names."""

from collections.abc import Callable

from kg.model import EntityType, Factuality, Record, Role

Fixture = Callable[[str], Record]


def people(record: Record) -> list[str]:
    return [m.name for m in record.mentions if m.type is EntityType.PERSON]


def parts(record: Record, role: Role) -> list[tuple[str | None, str, str | None, str | None]]:
    return [(p.agent, p.event, p.position, p.organization) for p in record.participations if p.role is role]


def test_french_programme(fixture_record: Fixture) -> None:
    record = fixture_record("programme-fr.txt")
    main, *sessions = record.events
    assert (main.start, main.end, main.place, main.venue) == (
        "2022-10-14T09:00",
        "2022-10-14T16:30",
        "Pontarlier",
        "salle des Annonciades",
    )
    assert [e.title for e in sessions] == [
        "Accueil café",
        "Ouverture",
        "Table ronde : « Une rivière, deux pays »",
        "Buffet",
        "Atelier 1 : cartographier les nappes",
        "Conclusions",
    ]
    assert len(people(record)) == 9
    assert parts(record, Role.MODERATOR)[0][:2] == ("Nadège Prétot", "e3")
    assert ("Idriss Benali", "e3", None, "Association des riverains du Doubs") in parts(record, Role.SPEAKER)
    assert ("Solange Vuillermoz", "e6", "présidente", "Parc naturel régional du Haut-Jura") in parts(
        record, Role.SPEAKER
    )
    assert [p[0] for p in parts(record, Role.ORGANIZER)] == ["Parc naturel régional du Haut-Jura"]
    assert [p[0] for p in parts(record, Role.PARTNER)][:1] == ["Chambre d’agriculture du Jura"]
    (excused,) = [p for p in record.participations if p.agent == "Gaëtan Perrin"]
    assert record.factuality_at(excused.evidence) is Factuality.EXCUSED


def test_german_report(fixture_record: Fixture) -> None:
    record = fixture_record("report-de.html")
    (event,) = record.events
    assert (event.title, event.start, event.place) == ("Jahrestagung der Grenzmuseen", "2019-09-05", "Görlitz")
    assert event.attendance is not None
    assert event.attendance.value == 120
    assert record.factuality is Factuality.REPORTED
    assert [p[0] for p in parts(record, Role.ORGANIZER)] == ["Schlesisches Museum"]
    assert [p[0] for p in parts(record, Role.PARTNER)] == ["Stiftung Neißeland", "Technische Universität Liberec"]
    assert [(p[0], p[2], p[3]) for p in parts(record, Role.SPEAKER)] == [
        ("Friedhelm Kastner", "Oberbürgermeister", None),
        ("Aneta Wrona", "Direktorin", "Schlesisches Museum"),
        ("Gundula Reimers", "Historikerin", "Universität Leipzig"),
        ("Tomáš Havlík", "Leiter", "Referat für Kultur"),
        ("Jadwiga Mazurek", "ehemalige Abgeordnete", "Sejm"),
    ]
    assert [(p[0], p[3]) for p in parts(record, Role.MODERATOR)] == [("Enrico Salzmann", "Mitteldeutscher Rundfunk")]
    assert (None, "e0", "Generalsekretär", None) in parts(record, Role.ATTENDEE)


def test_english_board_and_conference(fixture_record: Fixture) -> None:
    record = fixture_record("board-en.md")
    held = {(p.person, p.position, p.organization) for p in record.positions}
    assert {
        ("Henrik Lindqvist", "President", "Euroregion Lower Vistula"),
        ("Henrik Lindqvist", "Mayor", "Karlskrona"),
        ("Agnieszka Zielińska", "Vice-President", "Euroregion Lower Vistula"),
        ("Rūta Kazlauskienė", "Treasurer", "Euroregion Lower Vistula"),
        ("Owen Fairweather", "Director", "Baltic Heritage Trust"),
    } <= held
    main, *sessions = record.events
    assert (main.title, main.start, main.end, main.place) == (
        "Spring conference",
        "2024-05-23T10:30",
        "2024-05-23T15:00",
        "Klaipėda",
    )
    assert [(e.title, e.start) for e in sessions] == [
        ("Welcome", "2024-05-23T10:30"),
        ("Panel: Ferries without borders", "2024-05-23T11:00"),
        ("Lunch", "2024-05-23T12:30"),
    ]
    assert [p[:2] for p in parts(record, Role.MODERATOR)] == [("Owen Fairweather", "e2")]
    assert [p[0] for p in parts(record, Role.SPEAKER)] == ["Henrik Lindqvist", "Kristīne Ozola", "Jonas Petrauskas"]
