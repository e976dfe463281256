import pytest

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
    ],
)
def test_line_begins_with_a_time(text: str, start: str, end: str | None) -> None:
    clock = times.opening(text, 0, len(text))
    assert clock is not None
    assert (clock.start, clock.end) == (start, end)


@pytest.mark.parametrize("text", ["12.05.2019", "18.10. Atelier", "39 personnes", "2014 - 2020", "100.000 habitants"])
def test_line_begins_with_no_time(text: str) -> None:
    assert times.opening(text, 0, len(text)) is None


def test_time_inside_a_line() -> None:
    text = "Mercredi 7 octobre 2020 à 19h00"
    clock = times.find(text, 24, len(text))
    assert clock is not None
    assert clock.start == "19:00"
