"""Who took part by the verb of a clause, also where German parts the verb or puts it last."""

from collections.abc import Callable

import pytest

from kg.model import Record, Role

Read = Callable[[str], Record]
HEAD = "Fachtagung Moorwasser\n26. März 2021, Kehl\n\n"


@pytest.mark.parametrize(
    ("sentence", "agent", "role"),
    [
        ("An der Sitzung nahmen Landrat Paul Kern und Anna Lehr aus Trier per Video teil.", "Anna Lehr", Role.ATTENDEE),
        ("Anna Lehr, die am Festakt teilnahm, kam aus Trier.", "Anna Lehr", Role.ATTENDEE),
        ("Die Forscherin Anna Lehr legte den Stand der Arbeiten dar.", "Anna Lehr", Role.SPEAKER),
        ("Den Stand der Arbeiten, den Anna Lehr darlegte, kannten alle.", "Anna Lehr", Role.SPEAKER),
        ("Ihm widersprach Anna Lehr.", "Anna Lehr", Role.SPEAKER),
        ("Auf Nachfrage von Anna Lehr wurde vertagt.", "Anna Lehr", Role.SPEAKER),
        ("Die Laudatio auf Anna Lehr hielt Paul Kern.", "Anna Lehr", Role.ATTENDEE),
        ("Die Laudatio auf Anna Lehr hielt Paul Kern.", "Paul Kern", Role.SPEAKER),
        ("Anna Lehr nahm an der Podiumsrunde „Wem gehört das Moor?“ teil.", "Anna Lehr", Role.SPEAKER),
        ("Als Gast war Anna Lehr zugeschaltet.", "Anna Lehr", Role.ATTENDEE),
    ],
)
def test_verb_gives_the_part(read: Read, sentence: str, agent: str, role: Role) -> None:
    assert (agent, role) in {(p.agent, p.role) for p in read(HEAD + sentence).participations}
