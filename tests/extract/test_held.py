"""Events that prose tells of without a day."""

from collections.abc import Callable

import pytest

from kg.model import Record


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (
            "Un sommet au bord du lac\n\nLe 12e sommet des villes du lac s'est tenu au Palais des congrès. Anne Petit, "
            "maire de Thonon, a salué les délégations.",
            "12e sommet des villes du lac",
        ),
        (
            "Viel los am Fluss\n\nDie Jahrestagung der Flussgemeinden fand in der Stadthalle statt. Karl Moser, "
            "Bürgermeister von Kehl, begrüßte die Gäste.",
            "Jahrestagung der Flussgemeinden",
        ),
        (
            "River Towns Annual Conference\n\nThe conference was hosted by the River Council. Mary Hill, chair of the "
            "River Council, opened it with a word of thanks.",
            "River Towns Annual Conference",
        ),
    ],
)
def test_a_verb_of_taking_place_makes_an_event_without_a_day(
    read: Callable[[str], Record], text: str, title: str
) -> None:
    record = read(text)
    assert [(e.title, e.start) for e in record.events] == [(title, None)]
    assert len(record.participations) >= 1


def test_what_is_to_come_is_no_event_that_was_held(read: Callable[[str], Record]) -> None:
    record = read(
        "Notre comité\n\nLa prochaine assemblée des communes sera ouverte à tous. Marie Petit préside le comité."
    )
    assert record.events == ()
