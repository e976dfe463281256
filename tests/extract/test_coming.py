from collections.abc import Callable

import pytest

from kg.model import Factuality, Record

Read = Callable[[str], Record]

PAGES = {
    "de": "Pressemitteilung\n\nGuben, 5. Juni 2021\n\nNeuer Vorsitz\n\n"
    "Die Versammlung des Vereins Oderbogen hat am 3. Juni 2021 "
    "in Guben getagt. Jan Kowal dankte allen.\n\nAm 9. September 2021 lädt der Verein Oderbogen zu einer "
    "Fachtagung ein. Es sprechen Paul Roux und Anna Weber.\n\nAuf dem Podium sitzen Lea Roth und Nora Blanc.",
    "fr": "Communiqué de presse\n\nMetz, le 5 juin 2021\n\nUn nouveau départ\n\n"
    "Le comité du GECT Alpha s'est réuni le 3 juin 2021 "
    "à Metz. Jan Kowal a présenté le bilan.\n\nLe 9 septembre 2021, le GECT Alpha organise un colloque à Toul. "
    "Interviendront Paul Roux et Anna Weber.\n\nPrendront également la parole :\n"
    "- Lea Roth, maire de Toul\n- Nora Blanc, maire de Metz",
    "en": "Strasbourg, 5 June 2021 – The board of the Fen Agency met in Strasbourg on 3 June 2021. "
    "Jan Kowal opened the meeting.\n\n"
    "On 9 September 2021 the Fen Agency holds a conference in Newry. Speakers include Paul Roux and Anna Weber.\n\n"
    "There will be a debate with Lea Roth and Nora Blanc on the panel.",
}


@pytest.mark.parametrize("language", sorted(PAGES))
def test_all_that_is_said_of_a_coming_event_announces(read: Read, language: str) -> None:
    record = read(PAGES[language])
    days = {event.id: event.start for event in record.events}
    found = {(p.agent, days[p.event], record.factuality_at(p.evidence)) for p in record.participations}
    assert record.factuality is Factuality.REPORTED
    assert ("Jan Kowal", "2021-06-03", Factuality.REPORTED) in found
    coming = {agent for agent, day, said in found if (day, said) == ("2021-09-09", Factuality.ANNOUNCED)}
    assert {"Paul Roux", "Anna Weber", "Lea Roth", "Nora Blanc"} <= coming


def test_what_is_past_stays_reported(read: Read) -> None:
    text = (
        "Guben, 5. Juni 2021 – Am 3. Juni 2021 tagte die Versammlung des Vereins Oderbogen in Guben. "
        "Jan Kowal dankte allen.\n\nAuf dem Podium saßen Lea Roth und Nora Blanc."
    )
    record = read(text)
    assert {record.factuality_at(p.evidence) for p in record.participations} == {Factuality.REPORTED}
