"""Names of people: one key for one name, in any order and spelling."""

import pytest

from kg.resolve.match.person_names import are_near, is_full, is_rare, name_key


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Anna Müller", "MÜLLER Anna"),
        ("Anna Müller", "Anna Mueller"),
        ("Dr. Karl Groß", "Karl Gross"),
        ("Karl-Heinz Lambertz", "Karl Heinz Lambertz"),
        ("Franz Clément", "Franz Clement"),
        ("Charlotte von der Aue", "Charlotte Aue"),
        ("Jean d’Exemple", "Jean Exemple"),
        ("Jörg Schäfer", "Joerg Schaefer"),
    ],
)
def test_one_name(one: str, other: str) -> None:
    assert name_key(one) == name_key(other)


@pytest.mark.parametrize(("one", "other"), [("Anna Müller", "Hanna Müller"), ("Jean Muller", "Jeanne Muller")])
def test_two_names(one: str, other: str) -> None:
    assert name_key(one) != name_key(other)


@pytest.mark.parametrize(
    ("one", "other", "near"),
    [
        ("J. Vonderheid", "Julien Vonderheid", True),
        ("Charles Nothomb", "Charles-Ferdinand Nothomb", True),
        ("Anna Berg-Thal", "Anna Berg", True),
        ("Monika Oberkirmann", "Monika Oberkirman", True),
        ("Jean Muller", "Jeanne Muller", False),
        ("Anna Berg", "Anne Berger", False),
        ("Berg", "Anna Berg", False),
        ("P. Vonderheid", "Julien Vonderheid", False),
    ],
)
def test_near_names(one: str, other: str, *, near: bool) -> None:
    assert are_near(name_key(one), name_key(other)) is near
    assert are_near(name_key(other), name_key(one)) is near


def test_frequent_names_are_not_rare() -> None:
    assert not is_rare(name_key("Anna Müller"))
    assert not is_rare(name_key("Martin Simon"))
    assert is_rare(name_key("Anna Wunderlich"))


def test_a_surname_alone_is_not_full() -> None:
    assert not is_full(name_key("Frau Berg"))
    assert is_full(name_key("A. Berg"))
