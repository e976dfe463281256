"""Pages without a programme: reports, calendars, minutes."""

from collections.abc import Callable

from kg.model import Record, Role

Read = Callable[[str], Record]


def parts(record: Record) -> set[tuple[str | None, str, Role]]:
    return {(p.agent, p.event, p.role) for p in record.participations}


def test_prose_names_the_event_better_than_the_line_of_the_newspaper(read: Read) -> None:
    record = read(
        "Rivers bring people together\n\nDerry, 12 May 2021\n\n"
        'On 10 May 2021 the conference "Water without borders" took place in Sligo. Jane Hill opened the day.\n'
        'In the panel "Who owns the lake?" spoke Anna Weber and Paul Roux.\n'
    )
    main, panel = record.events
    assert (main.title, main.start) == ('conference "Water without borders"', "2021-05-10")
    assert (panel.title, panel.part_of) == ('panel "Who owns the lake?"', "e0")
    assert parts(record) == {
        ("Jane Hill", "e0", Role.SPEAKER),
        ("Anna Weber", "e1", Role.SPEAKER),
        ("Paul Roux", "e1", Role.SPEAKER),
    }


def test_calendar_gives_the_day_above_the_title(read: Read) -> None:
    record = read(
        "Kalender 2024\n\nDi., 07.05., 19 Uhr\nVortrag: Moore\nAnna Weber, Moorverein\n\n"
        "24.–26.05.\nFahrt ins Elsass\nLeitung: Paul Roux\n"
    )
    assert [(e.title, e.start, e.end) for e in record.events] == [
        ("Vortrag: Moore", "2024-05-07T19:00", None),
        ("Fahrt ins Elsass", "2024-05-24", "2024-05-26"),
    ]
    assert parts(record) == {("Anna Weber", "e0", Role.SPEAKER), ("Paul Roux", "e1", Role.MODERATOR)}


def test_minutes_are_items_with_those_who_have_the_floor(read: Read) -> None:
    record = read(
        "PROCÈS-VERBAL\nSéance du comité\nmardi 4 février 2025, 18 h 30\n\n"
        "Présents : Mme Anna Weber, M. Paul Roux\n\n1. Budget\nMme Weber demande une pause.\n\n2. Divers\nRien.\n"
    )
    assert [e.title for e in record.events if e.part_of is not None] == ["Budget", "Divers"]
    assert {("Anna Weber", "e1", Role.SPEAKER), ("Paul Roux", "e0", Role.ATTENDEE)} <= parts(record)


def test_label_of_a_board_list_is_an_office(read: Read) -> None:
    record = read("Fen Agency\n\n* Chair: Anna Weber\n* Treasurers: Paul Roux, Jane Hill\n")
    assert {(p.person, p.position, p.organization) for p in record.positions} == {
        ("Anna Weber", "Chair", "Fen Agency"),
        ("Paul Roux", "Treasurer", "Fen Agency"),
        ("Jane Hill", "Treasurer", "Fen Agency"),
    }


def test_year_is_the_one_in_which_the_weekday_falls_on_the_day(read: Read) -> None:
    record = read("Moor-Tag in Kehl\nDonnerstag, 8. Februar\n\nDer Verein besteht seit dem 5. Mai 2023.")
    assert record.events[0].start == "2024-02-08"
