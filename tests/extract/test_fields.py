from collections.abc import Callable

import pytest

from kg.model import Record

Read = Callable[[str], Record]


def rows(record: Record) -> set[tuple[str, str, str | None]]:
    return {(p.person, p.position, p.organization) for p in record.positions}


def test_label_in_the_line_of_a_committee(read: Read) -> None:
    text = "EGTC Alpha\n\n• Water Committee – Chair: Anna Berg. Secretary: Jan Wolf."
    assert {("Anna Berg", "Chair", "Water Committee"), ("Jan Wolf", "Secretary", "Water Committee")} <= rows(read(text))


def test_plural_label_inside_a_sentence_is_of_all_who_follow(read: Read) -> None:
    text = "Siègent aussi la trésorière, Nora Blanc, et deux vice-présidents : Luc Petit et Paul Noir."
    told = {(person, office) for person, office, _ in rows(read(text))}
    assert {("Luc Petit", "vice-président"), ("Paul Noir", "vice-président")} <= told


def test_a_firm_before_the_colon_is_where_the_office_is_held(read: Read) -> None:
    text = "a) Weingut Adler, Konz: Anna Berg, Geschäftsführerin"
    assert rows(read(text)) == {("Anna Berg", "Geschäftsführerin", "Weingut Adler")}


def test_minutes_of_a_committee_name_its_chair(read: Read) -> None:
    text = "LOUGH SHORE BORDER NETWORK\n\nGreenways Steering Committee\n\nPRESENT\n  Anna Berg (Chair)      Cavan County Council\n"  # noqa: E501
    assert ("Anna Berg", "Chair", "Greenways Steering Committee") in rows(read(text))


def test_bilingual_line_gives_one_office(read: Read) -> None:
    text = "• Anna Berg, vice-présidente de la Ligue Verte / Vizepräsidentin der Ligue Verte"
    assert rows(read(text)) == {("Anna Berg", "vice-présidente", "Ligue Verte")}


def test_office_of_the_one_before_is_not_of_the_next(read: Read) -> None:
    text = (
        "Es sprechen Anna Berg, Leiterin der Steuerverwaltung Thurgau, Jan Wolf, Präsident der Handwerkskammer Trier."
    )
    assert rows(read(text)) == {
        ("Anna Berg", "Leiterin", "Steuerverwaltung Thurgau"),
        ("Jan Wolf", "Präsident", "Handwerkskammer Trier"),
    }


def test_field_of_an_office_is_no_body(read: Read) -> None:
    assert rows(read("• Anna Berg, Head of Finance, Port Authority Lough Foyle")) == {
        ("Anna Berg", "Head of Finance", "Port Authority Lough Foyle")
    }


def test_institution_before_the_office(read: Read) -> None:
    assert rows(read("• Anna Berg (Tourismusverband Hochwald, Geschäftsführerin)")) == {
        ("Anna Berg", "Geschäftsführerin", "Tourismusverband Hochwald")
    }


@pytest.mark.parametrize("name", ["Le Messager Lorrain", "L’Éclaireur", "Der Grenzbote", "The Border Times"])
def test_an_article_in_capitals_begins_the_name_of_an_institution(read: Read, name: str) -> None:
    text = f"Colloque\nJeudi 6 octobre 2022, Metz\n\n9h00 Table ronde\n- Nora Blanc, journaliste, {name}"
    assert [(p.position, p.organization) for p in read(text).positions] == [("journaliste", name)]


@pytest.mark.parametrize(
    ("words", "body"),
    [
        (
            "Saarland, Ministry of Economics, Transport and Viticulture",
            "Ministry of Economics, Transport and Viticulture",
        ),
        ("Sarre, ministère de la Santé", "ministère de la Santé"),
        ("Metz, France", "Metz"),
    ],
)
def test_of_a_land_and_its_ministry_somebody_is_of_the_ministry(read: Read, words: str, body: str) -> None:
    record = read(f"Minutes of the Board\n\nDate: 12 April 2023\n\nPresent:\n- Nora Blanc ({words})")
    assert [p.organization for p in record.participations] == [body]


def test_noun_of_an_office_on_a_board_and_with_its_body(markdown: Read) -> None:
    board = markdown("# Moorverein Trier\n\nStand: Januar 2025\n\n## Geschäftsstelle\n\nLeitung: DI Thomas Kern\n")
    assert not board.events
    assert [(p.person, p.position) for p in board.positions] == [("Thomas Kern", "Leitung")]
    museum = markdown("# Moorabend\n\n4. Juni 2024, 19 Uhr, Trier\n\n- Leitung des Museums Torfau: Anna Lehr\n")
    assert ("Anna Lehr", "Leitung", "Museum Torfau") in {
        (p.person, p.position, p.organization) for p in museum.positions
    }
