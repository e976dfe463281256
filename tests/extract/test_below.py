"""Titles under their date, and events of several days."""

from collections.abc import Callable

from kg.model import Record


def test_the_title_stands_under_the_line_of_date_and_place(read: Callable[[str], Record]) -> None:
    record = read(
        "4 June 2024 in Luxembourg\n\nWorkshop on trains across the border\n\nOrganised by the Border Institute."
    )
    assert [(e.title, e.start) for e in record.events] == [("Workshop on trains across the border", "2024-06-04")]


def test_french_weekdays_may_be_cut_short(read: Callable[[str], Record]) -> None:
    record = read("Jeu, 25.03.2021\nWebinaire sur le télétravail des frontaliers")
    event = record.events[0]
    assert (event.title, event.start, event.place) == (
        "Webinaire sur le télétravail des frontaliers",
        "2021-03-25",
        None,
    )


def test_a_sentence_says_how_long_a_programme_lasts(read: Callable[[str], Record]) -> None:
    record = read(
        "Fachtagung Grenzwasser\n\nDie Tagung fand vom 03.05. - 04.05.2022 in Kehl statt.\n\nProgramm\n\n"
        "03.05.2022 - Erster Tag\n\n09:00 - Begrüßung\n\nZUSAMMENFASSUNG (PDF)\n\nZur Anmeldung"
    )
    assert (record.events[0].start, record.events[0].end) == ("2022-05-03", "2022-05-04")
    assert [e.title for e in record.events[1:]] == ["Begrüßung"]


def test_a_list_of_whom_a_workshop_is_for_is_no_programme(read: Callable[[str], Record]) -> None:
    record = read(
        "4 June 2024 in Luxembourg\n\nWorkshop on trains across the border\n\nThe workshop is addressed at experts "
        "from all levels of government who would like to discuss the challenges of trains:\n- Planners;\n- Teachers;"
    )
    assert len(record.events) == 1
