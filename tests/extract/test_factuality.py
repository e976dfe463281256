from collections.abc import Callable

import pytest

from kg.model import Factuality, Record

Read = Callable[[str], Record]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Colloque\n3 mai 2019\n\nLe colloque aura lieu à Metz, inscription sur place.", Factuality.ANNOUNCED),
        ("Colloque\n3 mai 2019\n\nLe colloque s’est tenu à Metz et a réuni les maires.", Factuality.REPORTED),
        ("Die Tagung fand am 3. Mai 2019 in Trier statt, viele kamen.", Factuality.REPORTED),
        ("Compte rendu\n\nColloque\n3 mai 2019", Factuality.REPORTED),
        ("Colloque\n3 mai 2019\n\n9 h Accueil", Factuality.ANNOUNCED),
    ],
)
def test_whole(read: Read, text: str, said: Factuality) -> None:
    assert read(text).factuality is said


def test_programme_inside_a_report_is_announced(read: Read) -> None:
    text = "Colloque\n3 mai 2019\n\nLe colloque s’est tenu à Metz et a réuni les maires.\n\n9 h Débat\nLuc Petit, maire"
    record = read(text)
    (part,) = [p for p in record.participations if p.agent == "Luc Petit"]
    assert record.factuality is Factuality.REPORTED
    assert record.factuality_at(part.evidence) is Factuality.ANNOUNCED


def test_excused(read: Read) -> None:
    record = read("Réunion de bureau\n3 mai 2019\n\nOuverture de la réunion\n\nExcusé : M. Luc Petit, maire de Toul")
    (part,) = record.participations
    assert record.factuality_at(part.evidence) is Factuality.EXCUSED
