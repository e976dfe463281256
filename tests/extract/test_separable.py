from collections.abc import Callable

import pytest

from kg.model import Record, Role

Read = Callable[[str], Record]

MEETING = "Am 12. April 2023 fand in Trier eine Sitzung der Regionalkommission statt. "


@pytest.mark.parametrize(
    "told",
    [
        "An der Sitzung nahmen Lea Roth, Generalkonsulin, und Jan Kowal, Bürgermeister von Kehl, teil.",
        "Der Sitzung wohnten Lea Roth und Jan Kowal, Bürgermeister von Kehl, bei.",
        "An ihr wirkten auch Lea Roth sowie Jan Kowal, Bürgermeister von Kehl, mit.",
        "An der Sitzung nahmen Lea Roth und Jan Kowal teil, der Saal war voll.",
    ],
)
def test_both_pieces_of_a_verb_tell_who_was_there(read: Read, told: str) -> None:
    parts = {(p.agent, p.event, p.role) for p in read(MEETING + told).participations}
    assert parts == {("Lea Roth", "e0", Role.ATTENDEE), ("Jan Kowal", "e0", Role.ATTENDEE)}


@pytest.mark.parametrize("told", ["Die Arbeiten nahmen Lea Roth und Jan Kowal sehr ernst.", "Lea Roth nimmt Platz."])
def test_one_piece_alone_tells_nothing(read: Read, told: str) -> None:
    assert read(MEETING + told).participations == ()


def test_where_an_invitation_leads(read: Read) -> None:
    record = read("Am 25. Mai 2023 lädt der Verein Oderbogen zu einer Fachtagung in die Kongresshalle Trier ein.")
    (event,) = record.events
    assert (event.title, event.venue, event.place) == ("Fachtagung", "Kongresshalle Trier", "Trier")
    assert [(p.agent, p.role) for p in record.participations] == [("Oderbogen", Role.ORGANIZER)]
