from collections.abc import Callable

import pytest

from kg.model import EntityType, Record

Read = Callable[[str], Record]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Die Vortragsreihe „Moor und Mensch“ beginnt.", "Moor und Mensch"),
        ("Le cycle « Eaux partagées » continue.", "Eaux partagées"),
        ("Join the 5th Border Forum in Derry.", "Border Forum"),
        ("9. Moor-Konferenz\nKehl, 3. Mai 2019", "Moor-Konferenz"),
    ],
)
def test_series_shows_by_quotation_or_edition(read: Read, text: str, name: str) -> None:
    assert [m.name for m in read(text).mentions if m.type is EntityType.SERIES] == [name]


@pytest.mark.parametrize("text", ["Die 12. Sitzung des Rates war kurz.", "Interregionale Vortragsreihe"])
def test_meeting_of_a_body_and_a_bare_word_are_no_series(read: Read, text: str) -> None:
    assert [m.name for m in read(text).mentions if m.type is EntityType.SERIES] == []
