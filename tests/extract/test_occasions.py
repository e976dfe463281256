import pytest

from kg.extract import occasions
from kg.extract.words import split


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Ils ont pris part au Sommet des maires de la frontière, à Toul.", "Sommet des maires de la frontière"),
        ("The meeting of the working group took place in Derry.", "meeting of the working group"),
        ("La réunion de travail a duré deux heures.", "réunion de travail"),
        ("Die Sitzung des Rates fand in Kehl statt.", "Sitzung des Rates"),
        ("La conférence et la visite ont plu.", "conférence"),
        ("La rencontre de ce matin a plu.", "rencontre"),
    ],
)
def test_an_event_is_named_with_what_it_is_of(text: str, title: str) -> None:
    words = split(text, 0, len(text))
    span = occasions.title(text, words, 0, len(words))
    assert span is not None
    assert text[span[0] : span[1]] == title
