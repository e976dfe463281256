"""Who only contributes to a session that another leads, who joins the subject, and bodies beside regions."""

from collections.abc import Callable

import pytest

from kg.model import Record, Role

Read = Callable[[str], Record]


@pytest.mark.parametrize(
    "line",
    [
        "A. Remote work – led by Anna Weber, River Office, with a case by Peter Lund (Volvo)",
        "A. Arbeiten von fern – moderiert von Anna Weber, Grenzbüro, mit einem Impuls von Peter Lund (Volvo)",
        "A. Télétravail – animé par Anna Weber, Bureau du Rhin, avec un témoignage de Peter Lund (Volvo)",
    ],
)
def test_who_contributes_does_not_lead(read: Read, line: str) -> None:
    record = read(
        f"Labour Days\n4 June 2025, Kehl\n\n09.15–11.00  Parallel sessions\n   {line}\n   B. Skills\n\n12.00  Lunch\n"
    )
    roles = {p.agent: p.role for p in record.participations}
    assert roles == {"Anna Weber": Role.MODERATOR, "Peter Lund": Role.SPEAKER}


def test_a_second_subject_behind_the_verb_speaks_too(read: Read) -> None:
    record = read(
        "Border Forum\n4 June 2025, Kehl\n\n"
        "Mayor Anna Weber welcomed the guests together with her neighbour Peter Lund.\n"
    )
    assert {p.agent: p.role for p in record.participations} == {"Anna Weber": Role.SPEAKER, "Peter Lund": Role.SPEAKER}


def test_regions_beside_councils_are_partners_of_their_own(read: Read) -> None:
    record = read(
        "Border Forum\n4 June 2025, Kehl\n\n"
        "In cooperation with: Meath County Council, Region Skåne and the City of Malmö\n\n"
        "09.00  Opening\n10.00  Coffee\n"
    )
    partners = [p.agent for p in record.participations if p.role is Role.PARTNER]
    assert partners == ["Meath County Council", "Region Skåne", "City of Malmö"]


def test_a_report_called_by_one_small_word_has_its_headline(markdown: Read) -> None:
    record = markdown(
        "# Three signatures for a ferry\n\nOn 15 May 2025 the mayors met on board of the Nixe for the signing. "
        "Mayor Anna Weber spoke about the sea.\n"
    )
    assert [e.title for e in record.events] == ["Three signatures for a ferry"]
