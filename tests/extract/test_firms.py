from collections.abc import Callable

import pytest

from kg.model import EntityType, Record

Read = Callable[[str], Record]


def bodies(record: Record) -> list[str]:
    return [m.name for m in record.mentions if m.type is EntityType.ORGANIZATION]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Die Bahntechnik Wieland GmbH baut die Brücke.", "Bahntechnik Wieland GmbH"),
        ("Les travaux sont confiés à Charpentes Duvivier s.à r.l. depuis mai.", "Charpentes Duvivier s.à r.l."),
        ("The ferry is run by Northern Link Ltd from June.", "Northern Link Ltd"),
        ("Der Verein Brückenbogen e. V. lädt ein.", "Verein Brückenbogen e. V."),
        ("Betreiber ist die Stromnetz Neiße AG in Görlitz.", "Stromnetz Neiße AG"),
    ],
)
def test_legal_form_shows_a_firm(read: Read, text: str, name: str) -> None:
    assert name in bodies(read(text)) or any(name in m.aliases for m in read(text).mentions)


def test_an_office_before_the_firm_is_no_part_of_it(read: Read) -> None:
    assert "Bahntechnik Wieland GmbH" in bodies(read("• Anna Berg, Geschäftsführerin Bahntechnik Wieland GmbH"))


def test_capitals_alone_are_no_legal_form(read: Read) -> None:
    assert bodies(read("ALLES AG HIER")) == []
