from collections.abc import Callable
from dataclasses import replace

import pytest

from kg.extract import extract
from kg.model import Document, Record
from kg.text.normal import sha256

Read = Callable[[str], Record]


def held(record: Record) -> set[tuple[str, str | None, str | None, str | None]]:
    return {(p.person, p.organization, p.start, p.end) for p in record.positions}


@pytest.mark.parametrize(
    ("text", "office"),
    [
        (
            "Nora Blanc, maire de Toul, en fonction depuis 2016, a ouvert la séance.",
            ("Nora Blanc", "Toul", "2016", None),
        ),
        ("Emma Roth, Bürgermeisterin von Kehl, seit 2017 im Amt, sprach.", ("Emma Roth", "Kehl", "2017", None)),
        ("Jane Hill, mayor of Derry, in office since May 2018, spoke.", ("Jane Hill", "Derry", "2018-05", None)),
        ("Jane Hill, mayor of Derry, who held the post until 2019, spoke.", ("Jane Hill", "Derry", None, "2019")),
    ],
)
def test_a_clause_dates_the_office_before_it(read: Read, text: str, office: tuple[str | None, ...]) -> None:
    assert office in held(read(text))


@pytest.mark.parametrize(
    "text",
    [
        "Le 12 mai 2022, le GECT Alpha a élu Nora Blanc présidente. Elle succède à Luc Petit, maire de Toul, "
        "qui occupait ce poste depuis 2015.",
        "Am 12. Mai 2022 wurde Nora Blanc zur Präsidentin des Vereins Oderbogen gewählt. Sie folgt auf Luc Petit, "
        "Bürgermeister von Toul, der das Amt seit 2015 innehatte.",
        "On 12 May 2022 the Fen Agency elected Nora Blanc chair. She succeeds Luc Petit, mayor of Toul, "
        "who had held the post since 2015.",
    ],
)
def test_after_a_succession_the_clause_is_on_the_office_that_was_passed_on(read: Read, text: str) -> None:
    found = {(p.person, p.organization == "Toul", p.start, p.end) for p in read(text).positions}
    assert ("Luc Petit", False, "2015", "2022-05-12") in found
    assert ("Luc Petit", True, None, None) in found
    assert ("Nora Blanc", False, "2022-05-12", None) in found


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("Nora Blanc, maire de Toul, en poste depuis six ans, a ouvert la séance.", "2014"),
        ("Emma Roth, Bürgermeisterin von Kehl, seit 6 Jahren im Amt, sprach.", "2014"),
        ("Jane Hill, mayor of Derry, who has held the post for six years, spoke.", "2014"),
        ("Jane Hill, mayor of Derry, in office for 600 years, spoke.", None),
    ],
)
def test_years_are_counted_back_from_the_day_of_the_page(text: str, start: str | None) -> None:
    dated = Document(id="page", language="en", text=text, sha256=sha256(text), published="2020-03-05")
    assert [p.start for p in extract(dated)[0].positions] == [start]
    assert [p.start for p in extract(replace(dated, published=None))[0].positions] == [None]


def test_a_clause_on_nobody_dates_nothing(read: Read) -> None:
    assert held(read("Seit 2017 im Amt ist Emma Roth, Bürgermeisterin von Kehl.")) == {
        ("Emma Roth", "Kehl", None, None)
    }


def test_days_behind_a_verb_of_holding_are_of_the_office_that_it_tells(read: Callable[[str], Record]) -> None:
    record = read(
        "Le GECT s’est réuni le lundi 10 mars 2025 à Toul. Paul Martin, maire de Forbach, occupait la présidence du "
        "GECT depuis mars 2021. Anne Noir, maire de Toul depuis 2014, a parlé."
    )
    assert [(p.person, p.position, p.start) for p in record.positions if p.position == "maire"] == [
        ("Paul Martin", "maire", None),
        ("Anne Noir", "maire", "2014"),
    ]
