import pytest

from kg.view.desk.moments import between, each, span


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("1970-01-01", (0, 0)),
        ("1970", (0, 364)),
        ("1972", (730, 1095)),
        ("1970-02", (31, 58)),
        ("1970-12", (334, 364)),
        ("1970-01-02T18:30:00+01:00", (1, 1)),
        ("1969-12-31", (-1, -1)),
    ],
)
def test_date_is_the_days_from_its_first_to_its_last(text: str, days: tuple[int, int]) -> None:
    assert span(text) == days


@pytest.mark.parametrize("text", ["", "spring", "2019-13", "2019-02-30", "0000"])
def test_what_is_no_date_has_no_days(text: str) -> None:
    assert span(text) is None


def test_start_and_end_make_one_span() -> None:
    assert between(["1970-01-03", "1970-01-01"]) == [0, 2]
    assert between(["nothing"]) == []


def test_attested_dates_stay_single() -> None:
    assert each(["1970-01-01", "?", "1970-01-03"]) == [0, 0, 2, 2]
