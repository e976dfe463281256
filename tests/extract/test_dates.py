import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.extract import dates
from kg.extract.numbers import places


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("Jeudi 11 juillet 2019", "2019-07-11", None),
        ("12. 10. 24", "2024-10-12", None),
        ("le 1er mars 2022", "2022-03-01", None),
        ("24-25 mai 2016", "2016-05-24", "2016-05-25"),
        ("du 30 mai au 2 juin 2021", "2021-05-30", "2021-06-02"),
        ("3./4. Juni 2019", "2019-06-03", "2019-06-04"),
        ("am 12. und 13. September 2013", "2013-09-12", "2013-09-13"),
        ("Mittwoch, den 27. November 2024", "2024-11-27", None),
        ("21.06.22 und 22.06.22", "2022-06-21", "2022-06-22"),
        ("on 24 and 25 October 2019", "2019-10-24", "2019-10-25"),
        ("May 3, 2018", "2018-05-03", None),
        ("mai 2018", "2018-05", None),
        ("2019-12-31", "2019-12-31", None),
        ("Sept. 12, 2023", "2023-09-12", None),
        ("Wed, June 5, 2024", "2024-06-05", None),
        ("16.9.–18.9.2024", "2024-09-16", "2024-09-18"),
        ("30.9.-1.10.2024", "2024-09-30", "2024-10-01"),
        ("Day 1 – Tuesday, 19 November 2024", "2024-11-19", None),
        ("Jour 2 - mardi 19 novembre 2024", "2024-11-19", None),
        ("Montag 16. - Mittwoch 18. September 2024", "2024-09-16", "2024-09-18"),
    ],
)
def test_spelling(text: str, start: str, end: str | None) -> None:
    assert [(d.start, d.end) for d in dates.find(text)] == [(start, end)]


def test_the_weekday_belongs_to_the_date() -> None:
    (date,) = dates.find("Come on Wednesday, June 5, 2024!")
    assert (date.begin, date.stop) == (8, 31)


def test_day_without_year_takes_the_year_of_the_page() -> None:
    assert [d.start for d in dates.find("Programme de mai 2018\nJeudi 17 mai")] == ["2018-05", "2018-05-17"]
    assert [d.start for d in dates.find("le 3 avril", "2020-02-01")] == ["2020-04-03"]
    assert dates.find("le 3 avril") == ()


@pytest.mark.parametrize("text", ["45 mai 2019", "12.13.2019", "9h50 – 10h50", "n° 1082/2006", "+49 681 506"])
def test_no_date(text: str) -> None:
    assert [d for d in dates.find(text) if d.exact] == []


FRAGMENTS = [
    *("lundi", "jeudi ", "Donnerstag, den ", "So", "Mo. ", "le ", "den ", "the ", "11", "3", "31 ", "32", "2019", "19"),
    *(".", "/", "-", " - ", "–", " und ", "&", " bis ", "u.", " au ", "du ", "1er ", "mai ", "Mai", "juillet 2019"),
    *(
        "Juni",
        "May ",
        "märz",
        "sept.",
        " ",
        "  ",
        "\n",
        ",",
        ":",
        "12.05.2019",
        "2019-07-11",
        "of ",
        "de ",
        "also ",
        "٣",
    ),
]


@given(st.lists(st.sampled_from(FRAGMENTS), max_size=30).map("".join))
def test_looking_around_numbers_finds_what_the_whole_spelling_finds(text: str) -> None:
    numbers = places(text)
    for spelling in dates.spellings():
        around = [found.span() for found in dates.matches(text, spelling, numbers[spelling.year])]
        assert around == [found.span() for found in spelling.whole.finditer(text)]


@pytest.mark.parametrize(
    "text", ["Mai 2024\nDi 07.05. 18 Uhr", "Mai 2024\nDi 07.05.\n19:30 Uhr", "Mai 2024\nDi 07.05.\n10–16 Uhr"]
)
def test_an_hour_behind_a_day_is_no_year(text: str) -> None:
    assert [when.start for when in dates.find(text)] == ["2024-05", "2024-05-07"]
