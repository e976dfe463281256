"""Titles that stand behind an event's word, in reports and in tables."""

from collections.abc import Callable

import pytest

from kg.model import Record, Role

Read = Callable[[str], Record]


@pytest.mark.parametrize(
    ("sentence", "title"),
    [
        (
            "On 4 June 2025 some 200 delegates met in Derry for the health conference Wards without Walls.",
            "Wards without Walls",
        ),
        (
            "The first panel, Who pays? Care after ten years, took place on 4 June 2025.",
            "Who pays? Care after ten years",
        ),
        ("The conference of the Border Council took place on 4 June 2025.", "conference of the Border Council"),
    ],
)
def test_the_title_behind_the_word(read: Read, sentence: str, title: str) -> None:
    assert read(f"What we heard by the river\n\n{sentence}\n").events[0].title == title


TABLE = """# A lough and ninety opinions

*Posted by Border Region · 2 December 2024 · 2 comments*

Ninety young people gathered on Saturday 23 November 2024 in Derry for the third Lough Youth Assembly.

After lunch the members split into workshops:

| Tent | Theme | Facilitated by |
|---|---|---|
| Blue | The last bus home | Declan Sloan, Youth Council |
| Red | Whose history? | Anna Byrne and Mary Hill |
"""


def test_a_table_of_workshops_names_who_leads_them(markdown: Read) -> None:
    record = markdown(TABLE)
    titles = {e.id: e.title for e in record.events}
    assert titles["e0"] == "third Lough Youth Assembly"
    assert {(p.agent, titles[p.event]) for p in record.participations if p.role is Role.MODERATOR} == {
        ("Declan Sloan", "The last bus home"),
        ("Anna Byrne", "Whose history?"),
        ("Mary Hill", "Whose history?"),
    }


def test_a_table_of_work_packages_holds_no_items(markdown: Read) -> None:
    table = TABLE.replace("Tent", "WP").replace("Facilitated by", "Presented by").replace("workshops:", "groups:")
    record = markdown(table)
    assert [e.title for e in record.events] == ["third Lough Youth Assembly"]
    assert {p.agent for p in record.participations if p.role is Role.SPEAKER} == {
        "Declan Sloan",
        "Anna Byrne",
        "Mary Hill",
    }


def test_a_heading_that_the_report_takes_up_is_a_conference_beside_the_assembly(markdown: Read) -> None:
    record = markdown(
        "# News from the border\n\n"
        "Some 100 members came to Metz for the General Assembly on Thursday, 24 October 2019.\n\n"
        "## “Culture and its borders”\n\n"
        "The conference under this title began that afternoon. Anna Byrne spoke about film.\n"
    )
    assert [(e.title, e.part_of) for e in record.events] == [
        ("General Assembly", None),
        ("Culture and its borders", None),
    ]
    assert [(p.agent, p.event) for p in record.participations] == [("Anna Byrne", "e1")]
