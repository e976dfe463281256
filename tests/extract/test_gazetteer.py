from collections.abc import Callable

import pytest

from kg import assets
from kg.extract import gazetteer
from kg.extract.words import split
from kg.model import Record
from kg.text.normal import fold

Read = Callable[[str], Record]


def names() -> list[str]:
    return assets.path("data/gazetteer/towns.txt").read_text("utf-8").splitlines()


def test_the_table_is_folded_sorted_and_without_twins() -> None:
    assert names() == sorted({fold(name) for name in names()} - {""})


@pytest.mark.parametrize("word", ["essen", "hof", "reading", "nice", "marz", "muhen", "moulins", "stazione", "bar"])
def test_what_is_also_a_word_is_not_in_it(word: str) -> None:
    assert word not in gazetteer.towns()


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("in Želiezovce tagen", "Želiezovce"),
        ("aus Bad Feilnbach kommen", "Bad Feilnbach"),
        ("près d'Ornans", "Ornans"),
        ("KLATTAU", "KLATTAU"),
    ],
)
def test_the_longest_name_is_found(text: str, name: str) -> None:
    words = split(text, 0, len(text))
    found = [(i, stop) for i in range(len(words)) if (stop := gazetteer.at(words, i)) is not None]
    assert [text[words[i].start : words[stop - 1].end] for i, stop in found][:1] == [name]


@pytest.mark.parametrize("text", ["das Ornans", "du Ornans", "l'Ornans", "Haut-Ornans", "ornans"])
def test_no_town_stands_behind_an_article_or_inside_a_name(text: str) -> None:
    words = split(text, 0, len(text))
    assert all(gazetteer.at(words, i) is None for i in range(len(words)))


def test_a_small_town_is_the_place_of_its_meeting(read: Read) -> None:
    record = read("Sitzung des Vorstands\n12. März 2024, Bad Feilnbach\n\n10.00 Uhr Begrüßung\n")
    assert record.events[0].place == "Bad Feilnbach"


def test_the_second_of_two_offices_is_not_that_of_the_next_name(read: Read) -> None:
    record = read(
        "Es sprechen Herr Arno Kirf, Vorsitzender des Bürgervereins und Ortsbürgermeister von Ralingen, "
        "Frau Lea Matgen, Sprecherin des Schülerrats."
    )
    assert [(p.person, p.position) for p in record.positions][:2] == [
        ("Arno Kirf", "Vorsitzender"),
        ("Arno Kirf", "Ortsbürgermeister"),
    ]
