from collections.abc import Callable

import pytest

from kg.model import Record

Read = Callable[[str], Record]


def starts(record: Record) -> dict[str, str | None]:
    return {p.person: p.start for p in record.positions}


@pytest.mark.parametrize(
    "text",
    [
        "Am 3. Juni 2021 wurde Emma Roth in Guben zur Vorsitzenden des Vereins Oderbogen gewählt.",
        "Le 3 juin 2021, le GECT Alpha a élu Emma Roth présidente à Metz.",
        "On 3 June 2021 Emma Roth was elected chair of the Fen Agency in Newry.",
    ],
)
def test_an_office_begins_on_the_day_of_the_election(read: Read, text: str) -> None:
    assert starts(read(text)) == {"Emma Roth": "2021-06-03"}


def test_further_elections_of_the_meeting_are_of_its_day(read: Read) -> None:
    text = (
        "Am 3. Juni 2021 wurde Emma Roth in der Sitzung des Vereins Oderbogen zur Vorsitzenden gewählt. "
        "Jan Kowal wurde zum Schatzmeister gewählt."
    )
    assert starts(read(text)) == {"Emma Roth": "2021-06-03", "Jan Kowal": "2021-06-03"}


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("Am 3. Juni 2021 sprach Emma Roth, sie wurde zur Vorsitzenden des Vereins Oderbogen 2015 gewählt.", None),
        ("Emma Roth wurde zur Vorsitzenden des Vereins Oderbogen ab dem 1. Juli 2021 gewählt.", "2021-07-01"),
        ("Am 3. Juni 2021 war Emma Roth Vorsitzende des Vereins Oderbogen.", None),
    ],
)
def test_other_days_are_no_days_of_election(read: Read, text: str, start: str | None) -> None:
    assert starts(read(text)) in ({"Emma Roth": start}, {})
