import pytest

from kg.extract import awards, occasions
from kg.extract.words import split


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("In der Burg wurden die Moor-Umweltpreise verliehen.", "Moor-Umweltpreise"),
        ("Le soir, le Prix de la Tourbe a été remis à trois classes.", "Prix de la Tourbe"),
        ("In the castle the Bog Awards were presented.", "Bog Awards"),
        ("Die Strompreise wurden gesenkt.", None),
    ],
)
def test_a_prize_that_is_given_names_the_ceremony(text: str, title: str | None) -> None:
    words = split(text, 0, len(text))
    span = awards.find_one(text, words, 0, len(words))
    assert (None if span is None else text[span[0] : span[1]]) == title


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


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Guests came for the launch of the Skills Hub.", "launch of the Skills Hub"),
        ("They will launch the Skills Hub.", None),
        ("Guests came to visit the hospital.", None),
    ],
)
def test_word_that_is_a_verb_too(text: str, title: str | None) -> None:
    words = split(text, 0, len(text))
    span = occasions.title(text, words, 0, len(words))
    assert (None if span is None else text[slice(*span)]) == title
