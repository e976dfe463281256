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


@pytest.mark.parametrize(
    "text",
    [
        "La réunion a eu lieu le 3 juin 2021 à Metz. Nora Blanc a ouvert la séance. Luc Petit était excusé.",
        "Am 3. Juni 2021 war in Guben Sitzung. Nora Blanc eröffnete sie. Luc Petit ließ sich entschuldigen.",
        "The board met in Newry on 3 June 2021. Nora Blanc opened the meeting. Luc Petit sent apologies.",
    ],
)
def test_a_sentence_excuses(read: Read, text: str) -> None:
    record = read(text)
    said = {(p.agent, record.factuality_at(p.evidence)) for p in record.participations}
    assert said == {("Nora Blanc", Factuality.REPORTED), ("Luc Petit", Factuality.EXCUSED)}


@pytest.mark.parametrize("heading", ["Excusés :", "Entschuldigt:", "Apologies for absence"])
def test_a_list_of_the_excused_ends_with_the_next_item(read: Read, heading: str) -> None:
    text = (
        "Compte rendu de la réunion\n12 avril 2023, Metz\n\nPrésents :\n- Nora Blanc, GECT Alpha\n\n"
        f"{heading}\n- Luc Petit, maire de Toul\n\n1. Ouverture de la réunion\nMme Blanc ouvre la réunion."
    )
    record = read(text)
    said = {(p.agent, p.event, record.factuality_at(p.evidence)) for p in record.participations}
    assert said == {
        ("Nora Blanc", "e0", Factuality.REPORTED),
        ("Luc Petit", "e0", Factuality.EXCUSED),
        ("Nora Blanc", "e1", Factuality.REPORTED),
    }


def test_the_excused_of_a_marked_up_page(markdown: Read) -> None:
    text = "# Minutes of the Board\n\nDate: 12 April 2023\n\n## Present\n\n- Nora Blanc, GECT Alpha\n\n## Apologies\n\n"
    record = markdown(f"{text}- Luc Petit, CFL\n\n## Opening\n\nMs Blanc opened the meeting.")
    said = {(p.agent, record.factuality_at(p.evidence)) for p in record.participations}
    assert said == {("Nora Blanc", Factuality.REPORTED), ("Luc Petit", Factuality.EXCUSED)}


def test_who_speaks_for_somebody_absent_is_there(read: Read) -> None:
    record = read(
        "Feier zum Vertrag\n\nDie Feier fand am Montag, 13. Oktober 2025, in Trier statt. Es sprach Staatssekretär "
        "Marc Thill; er vertrat Arbeitsministerin Claire Weber, die verhindert war."
    )
    excused = [p.span.of(record.document.text) for p in record.passages if p.factuality is Factuality.EXCUSED]
    assert excused == ["er vertrat Arbeitsministerin Claire Weber, die verhindert war."]
