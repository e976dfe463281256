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


@pytest.mark.parametrize(
    ("told", "bodies"),
    [
        ("It was organised by the Upper Rhine Forum with the City of Kehl.", {"Upper Rhine Forum"}),
        ("It was organised by Border Forum.", {"Border Forum"}),
    ],
)
def test_a_body_called_like_an_event(read: Read, told: str, bodies: set[str]) -> None:
    record = read(f"Rail without borders\n\nThe conference took place on Thursday 12 June 2025 in Kehl. {told}\n")
    assert {m.name for m in record.mentions if m.type is EntityType.ORGANIZATION} == bodies
