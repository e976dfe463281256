"""The bodies of offices where no list knows them: by their place, their last word, what they are called after."""

from collections.abc import Callable

import pytest

from kg.model import EntityType, Record

Read = Callable[[str], Record]


@pytest.mark.parametrize(
    ("text", "position", "body"),
    [
        ("Anna Weber, coordinator at the Lille-Kehl twin city office, spoke.", "coordinator",
         "Lille-Kehl twin city office"),
        ("Erik Holm, Chairman of the Region Jämtland–Schleswig, spoke.", "Chairman", "Region Jämtland–Schleswig"),
        ("Monika Huber, Abteilungsleiterin im Verkehrsministerium, sprach.", "Abteilungsleiterin",
         "Verkehrsministerium"),
        ("Luc Petit, vice-président du Pôle métropolitain de Lille en charge de l’emploi, a parlé.", "vice-président",
         "Pôle métropolitain de Lille"),
        ("Nathalie Noir, directrice du Vivat d’Armentières, a parlé.", "directrice", "Vivat d’Armentières"),
        ("Luc Petit, journaliste à La Voix du Nord, a parlé.", "journaliste", "La Voix du Nord"),
        ("Moderiert hat Anna Weber, Redakteurin beim SWR, am Montag.", "Redakteurin", "SWR"),
    ],
)  # fmt: skip
def test_the_body_of_an_office(read: Read, text: str, position: str, body: str) -> None:
    assert [(p.position, p.organization) for p in read(text).positions] == [(position, body)]


def test_what_stands_behind_the_office_of_a_name_is_nobody(read: Read) -> None:
    record = read("Es sprach Anna Weber, Leiterin Spitex Rorschach, am Montag.")
    assert [m.name for m in record.mentions if m.type is EntityType.PERSON] == ["Anna Weber"]


@pytest.mark.parametrize("text", ["Die Mdr ist kurz.", "Le soir, ils ont parlé.", "The guardian spoke."])
def test_a_common_word_is_no_newspaper(read: Read, text: str) -> None:
    assert not [m for m in read(text).mentions if m.type is EntityType.ORGANIZATION]
