from collections.abc import Callable
from dataclasses import replace

import pytest

from kg.model import Event, Position, Record
from kg.triples.tenures import Dates, dates_of, is_former

Make = Callable[..., Record]


def position(title: str = "présidente", *, start: str | None = None, end: str | None = None) -> Position:
    return Position(person="Anne Weiss", position=title, organization="ARG", start=start, end=end)


@pytest.mark.parametrize(
    ("held", "dates"),
    [
        (position(), Dates(attested=("2024-05-20",))),
        (
            position(start="2019"),
            Dates(attested=("2024-05-20",), edtf="2019/..", earliest="2019-01-01"),
        ),
        (
            position(start="2019-06", end="2025"),
            Dates(attested=("2024-05-20",), edtf="2019-06/2025", earliest="2019-06-01", latest="2025-12-31"),
        ),
        (position(end="2024-02"), Dates(edtf="../2024-02", latest="2024-02-29")),
        (position(end="2023-02"), Dates(edtf="../2023-02", latest="2023-02-28")),
        (position(start="2024-09-01"), Dates(edtf="2024-09-01/..", earliest="2024-09-01")),
        (
            position(start="2024-05-14T10:00"),
            Dates(attested=("2024-05-20",), edtf="2024-05-14/..", earliest="2024-05-14"),
        ),
        (position("ancienne présidente"), Dates(edtf="../2024-05-14", latest="2024-05-14")),
        (
            position("ancienne présidente", start="2001", end="2014"),
            Dates(edtf="2001/2014", earliest="2001-01-01", latest="2014-12-31"),
        ),
        (
            position("ancienne présidente", start="2001"),
            Dates(edtf="2001/2024-05-14", earliest="2001-01-01", latest="2024-05-14"),
        ),
    ],
)
def test_dates(held: Position, dates: Dates, record: Make) -> None:
    assert dates_of(held, record()) == dates


def test_without_a_dated_event_the_day_of_the_page_counts(record: Make) -> None:
    made = record(events=(Event(id="e1", title="Colloque", start="2024"),))
    assert dates_of(position(), made).attested == ("2024-05-20",)


def test_without_any_day_nothing_is_invented(record: Make) -> None:
    made = record(events=())
    undated = replace(made, document=replace(made.document, published=None))
    assert dates_of(position(), undated) == Dates()
    assert dates_of(position("ancienne présidente"), undated) == Dates()


@pytest.mark.parametrize(
    "words",
    [
        "ancien maire",
        "Ancienne ministre de la Culture",
        "ex-préfet",
        "ehemaliger Landrat",
        "Minister a. D.",
        "Altbürgermeister a.D.",
        "former mayor",
        "professeur émérite",
    ],
)
def test_former(words: str) -> None:
    assert is_former(words)


@pytest.mark.parametrize(
    "words", ["maire", "chargé du site de l'ancien haut fourneau de Belval", "export manager", "Experte", "présidente"]
)
def test_not_former(words: str) -> None:
    assert not is_former(words)
