from collections.abc import Callable

import pytest

from kg.model import EntityType, Record

Persons = Callable[[str], list[str]]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("par Mme Aline KREMER, directrice", ["Aline Kremer"]),
        ("Prof. Dr. Gundula Reimers", ["Gundula Reimers"]),
        ("Dr. des. Peter Ulmen (Universität Gießen)", ["Peter Ulmen"]),
        ("Mr Jan van den Berg spoke", ["Jan van den Berg"]),
        ("Charles de Courson et Anne-Marie Le Goff", ["Charles de Courson", "Anne-Marie Le Goff"]),
        ("Tillo MESTERS, avocat", ["Tillo Mesters"]),
        ("L’échevin eschois Pol Wagener a parlé", ["Pol Wagener"]),
        ("Xandra Quint, vice-présidente de la Région", ["Xandra Quint"]),
        ("Astrid M. Fellinger", ["Astrid M. Fellinger"]),
    ],
)
def test_name(persons: Persons, text: str, names: list[str]) -> None:
    assert persons(text) == names


@pytest.mark.parametrize(
    "text",
    [
        "Grand Est et Haute Alsace",
        "rue Jean Jaurès",
        "Le Conseil Régional Grand Est",
        "rédacteur en chef de Frontière Magazine",
        "die Deutsche Post und der Rhein",
        "Table Ronde Finale",
    ],
)
def test_no_name(persons: Persons, text: str) -> None:
    assert persons(text) == []


def test_bare_surname_is_the_person_named_before(persons: Persons) -> None:
    assert persons("Hendrik Herzog kam. Danach sprach Herzog.\nM. Herzog remercie.") == ["Hendrik Herzog"] * 3


def test_bare_surname_of_two_persons_is_nobody(persons: Persons) -> None:
    assert persons("Anna Berger und Karl Berger kamen. Es sprach Berger.") == ["Anna Berger", "Karl Berger"]


def test_unknown_name_is_known_by_its_list(persons: Persons) -> None:
    text = "• Marie Durand, CNRS\n• Idriss Qasmi (Acteo)\n• Bzzt Frnk, Inria"
    assert persons(text) == ["Marie Durand", "Idriss Qasmi", "Bzzt Frnk"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Es sprachen Anna Weber von Brückenbauer Nord und Olaf Krings vom Nordfunk.", ["Anna Weber", "Olaf Krings"]),
        ("Karl Theodor von Arnim und Jos van der Meer kamen.", ["Karl Theodor von Arnim", "Jos van der Meer"]),
        ("Siobhán Doyle of Leitrim County Council spoke.", ["Siobhán Doyle"]),
        ("• Claire Byrne TD (Independent)", ["Claire Byrne"]),
        ("• Mgr. Tomáš Novák, Stadtrat in Liberec", ["Tomáš Novák"]),
        ("Die Bürgermeister:in Kim Berg sprach.", ["Kim Berg"]),
        ("The Franco-Belgian Rescue Agreement was signed.", []),
        ("Vorsitz          Inger Marie Lund     Kommune Tønder", ["Inger Marie Lund"]),
    ],
)  # fmt: skip
def test_names_end_where_bodies_begin(persons: Callable[[str], list[str]], text: str, names: list[str]) -> None:
    assert persons(text) == names


def test_building_behind_an_office_is_nobody(persons: Callable[[str], list[str]]) -> None:
    assert persons("17.30 Reception hosted by the Lord Mayor of Belfast, City Hall") == []


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("The panel was moderated by Per-Olof Hägg.", "Per-Olof Hägg"),
        ("Professor Emerita Gro Hallingdal (University of Bergen) spoke.", "Gro Hallingdal"),
        ("Lt Cdr Eoin Fallon spoke for the Irish Coast Guard.", "Eoin Fallon"),
    ],
)
def test_small_words_and_ranks_before_a_name(read: Callable[[str], Record], text: str, person: str) -> None:
    assert [m.name for m in read(text).mentions if m.type is EntityType.PERSON] == [person]


def test_two_nations_are_no_given_name(read: Callable[[str], Record]) -> None:
    record = read("They met during the Czech-German Culture Days in Dresden.")
    assert not [m for m in record.mentions if m.type is EntityType.PERSON]
