import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.extract import times


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("9h50 – 10h50 – Table ronde", "09:50", "10:50"),
        ("11h 05 Pause", "11:05", None),
        ("14 h – Visite", "14:00", None),
        ("9.50 – 10.50 Uhr Vortrag", "09:50", "10:50"),
        ("15. 15 – 15. 45 Uhr Kaffee", "15:15", "15:45"),
        ("10.00: Eröffnung", "10:00", None),
        ("13 :00 Uhr : Mittagessen", "13:00", None),
        ("ab 13 Uhr", "13:00", None),
        ("16–18:00 Uhr", "16:00", "18:00"),
        ("10.30 a.m. Welcome", "10:30", None),
        ("9 - 9.45 a.m. Session", "09:00", "09:45"),
        ("12.30 – 2 p.m. Lunch", "12:30", "14:00"),
        ("14H00/15H30 Atelier", "14:00", "15:30"),
        ("14 heures 30 : visite", "14:30", None),
        ("14 heures Visite", "14:00", None),
        ("9 Uhr 30 Anreise", "09:30", None),
        ("9–12h Ateliers", "09:00", "12:00"),
        ("9 à 10 heures, accueil", "09:00", "10:00"),
        ("entre 9 h et 11 h, accueil", "09:00", "11:00"),
        ("zwischen 9 und 11 Uhr Ankunft", "09:00", "11:00"),
        ("between 9 and 11 a.m. arrival", "09:00", "11:00"),
        ("14h00 > 15h30 Visite", "14:00", "15:30"),
        ("9:30 AM - 11 AM Opening", "09:30", "11:00"),
        ("9.30am to noon Workshops", "09:30", "12:00"),
        ("11 – 1 p.m. Panel", "11:00", "13:00"),
        ("12:15 AM Night train", "00:15", None),
        ("14u30 Welkom", "14:30", None),
        ("kl. 14.00 Velkomst", "14:00", None),
        ("18 Uhr c.t. Antrittsvorlesung", "18:15", None),
        ("18.30 Uhr s.t. Antrittsvorlesung", "18:30", None),
    ],
)
def test_line_begins_with_a_time(text: str, start: str, end: str | None) -> None:
    clock = times.opening(text, 0, len(text))
    assert clock is not None
    assert (clock.start, clock.end) == (start, end)


@pytest.mark.parametrize(
    ("text", "rest"),
    [("14 heures Visite", " Visite"), ("18h30 précises, accueil", ", accueil"), ("10:00 - 10:45 CET: talk", ": talk")],
)
def test_the_words_of_a_time_belong_to_it(text: str, rest: str) -> None:
    clock = times.opening(text, 0, len(text))
    assert clock is not None
    assert text[clock.stop :] == rest


@pytest.mark.parametrize(
    "text",
    ["3 et 4 h de route", "12/15 rue Haute", "24 Hommes", "9 heureux élus", "5 a month", "3.12. Atelier", "10.30."],
)
def test_numbers_that_only_look_like_a_time(text: str) -> None:
    assert times.opening(text, 0, len(text)) is None


@pytest.mark.parametrize("text", ["12.05.2019", "18.10. Atelier", "39 personnes", "2014 - 2020", "100.000 habitants"])
def test_line_begins_with_no_time(text: str) -> None:
    assert times.opening(text, 0, len(text)) is None


def test_time_inside_a_line() -> None:
    text = "Mercredi 7 octobre 2020 à 19h00"
    clock = times.find(text, 24, len(text))
    assert clock is not None
    assert clock.start == "19:00"


@pytest.mark.parametrize("text", ["Beginn um 18 Uhr.", "Doors open at 6 p.m.", "Ouverture à 18 h."])
def test_time_at_the_end_of_a_sentence(text: str) -> None:
    clock = times.find(text, 0, len(text))
    assert clock is not None
    assert clock.start == "18:00"


SPELLINGS = ("{h}h{m:02}", "{h} h {m:02}", "{h}:{m:02}", "{h}.{m:02} Uhr", "{h:02}:{m:02} Uhr", "{h}h{m:02} –")


@given(st.integers(0, 23), st.integers(0, 59), st.sampled_from(SPELLINGS))
def test_every_time_of_day_is_read_in_every_spelling(hour: int, minute: int, spelling: str) -> None:
    text = spelling.format(h=hour, m=minute) + " Accueil"
    clock = times.opening(text, 0, len(text))
    assert clock is not None
    assert clock.start == f"{hour:02}:{minute:02}"


@given(st.text(alphabet="0123456789hH:. –-àUhrbisamp", max_size=30))
def test_a_time_lies_in_the_text_and_on_the_clock(text: str) -> None:
    clock = times.opening(text, 0, len(text))
    for told in () if clock is None else (clock.start, clock.end or clock.start):
        assert 0 <= int(told[:2]) < 24
        assert 0 <= int(told[3:]) < 60
    assert clock is None or 0 <= clock.begin < clock.stop <= len(text)
