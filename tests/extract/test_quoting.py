"""Who speaks, told by the grammar of speech: a quotation before the name, a clause that says what is so."""

from collections.abc import Callable

import pytest

from kg.model import Record, Role


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        ("« Le fleuve nous lie », a plaisanté Anne Keller, maire de Kehl.", "Anne Keller"),
        ("„Der Fluss verbindet uns“, scherzte Karl Moser, Bürgermeister von Kehl.", "Karl Moser"),
        ("“The river joins us,” joked Mary Hill, mayor of Kehl.", "Mary Hill"),
        ("Anne Keller, maire de Kehl, a espéré pour sa part que le pont ouvrirait bientôt.", "Anne Keller"),
        ("Karl Moser, Bürgermeister von Kehl, mahnte, dass die Brücke bald öffnen müsse.", "Karl Moser"),
        ("Mary Hill, mayor of Kehl, hinted that the bridge would open soon.", "Mary Hill"),
    ],
)
def test_speech_is_told_by_its_grammar(read: Callable[[str], Record], sentence: str, speaker: str) -> None:
    record = read(f"News\n\nLa réunion du conseil a eu lieu le 4 juin 2024 à Kehl.\n\n{sentence}")
    assert [(p.agent, p.role) for p in record.participations if p.agent == speaker] == [(speaker, Role.SPEAKER)]


def test_who_is_spoken_of_behind_the_claim_does_not_speak(read: Callable[[str], Record]) -> None:
    record = read(
        "A word from the river\n\nThe council met in Kehl on 4 June 2024.\n\n"
        "Mary Hill, mayor of Kehl, hinted that Tom Byrne would leave."
    )
    assert [p.agent for p in record.participations if p.role is Role.SPEAKER] == ["Mary Hill"]
