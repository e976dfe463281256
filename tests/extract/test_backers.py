from collections.abc import Callable

import pytest

from kg.model import EntityType, Record, Role

Read = Callable[[str], Record]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Jeudi 5 mars 2026, Toul\n\nUne soirée proposée par Eusko Lore et Kantuz, est gratuite.", {"Eusko Lore", "Kantuz"}),  # noqa: E501
        ("The workshop took place on 5 March 2026 in Derry. It was hosted by Bobbin Lane and Translink in the old mill.", {"Bobbin Lane", "Translink"}),  # noqa: E501
        ("Le forum s’est tenu le 5 mars 2026 à Toul. Il est organisé par Luc Petit avec ses amis.", set()),
    ],
)  # fmt: skip
def test_what_a_verb_shows_to_be_a_body(read: Read, text: str, names: set[str]) -> None:
    assert {m.name for m in read(text).mentions if m.type is EntityType.ORGANIZATION} == names


def test_unknown_organisers_take_part(read: Read) -> None:
    record = read(
        "Le forum s’est tenu le 5 mars 2026 à Toul. Il a été organisé par Lanbide, en partenariat avec Ostalaria."
    )
    assert {(p.agent, p.role) for p in record.participations} == {
        ("Lanbide", Role.ORGANIZER),
        ("Ostalaria", Role.PARTNER),
    }
