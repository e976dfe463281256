from collections.abc import Callable

import pytest

from kg.model import Record

Read = Callable[[str], Record]


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("Paul Roux dirige le Conservatoire du Rhin depuis 2014.", ("Paul Roux", "directeur", "2014", None)),
        ("Anna Weber leitet ab Januar 2025 das Institut für Moorkunde.", ("Anna Weber", "Leiter", "2025-01", None)),
        ("Jane Hill was director of the Fen Agency from 2010 to 2016.", ("Jane Hill", "director", "2010", "2016")),
        ("Lea Roth, Bürgermeisterin von Kehl bis 2019, sprach.", ("Lea Roth", "Bürgermeisterin", None, "2019")),
        (
            "Le conseil a élu Paul Roux président du Syndicat du Doubs jusqu’au 31 mars 2025.",
            ("Paul Roux", "président", None, "2025-03-31"),
        ),
    ],
)
def test_verb_and_days_tell_an_office(read: Read, text: str, held: tuple[str | None, ...]) -> None:
    assert held in {(p.person, p.position, p.start, p.end) for p in read(text).positions}


@pytest.mark.parametrize(
    "text",
    [
        "Frau Anna Lehr wird auf Vorschlag von Herrn Paul Kern einstimmig zur Vorsitzenden gewählt.",
        "Sur proposition de Paul Kern, Anna Lehr est élue présidente.",
        "At the suggestion of Paul Kern, Anna Lehr was elected chair.",
    ],
)
def test_who_proposes_gets_no_office(read: Read, text: str) -> None:
    assert {p.person for p in read(text).positions} == {"Anna Lehr"}


def test_behind_a_clause_begins_no_office(read: Read) -> None:
    text = "In der Runde, die von Paul Kern geleitet wurde, stellten sich Landrat Karl Blum und Anna Lehr den Fragen."
    assert {(p.person, p.position) for p in read(text).positions} == {("Karl Blum", "Landrat")}


def test_pronoun_means_the_person_named_last(read: Read) -> None:
    record = read("Jane Hill opened the day. From 2013 to 2019 she was mayor of Derry.")
    assert ("Jane Hill", "mayor", "Derry") in {(p.person, p.position, p.organization) for p in record.positions}


def test_plural_is_of_all_who_are_named_together(read: Read) -> None:
    record = read("Anna Weber and Paul Roux will be vice-presidents of the Fen Agency.")
    assert {(p.person, p.position) for p in record.positions} == {
        ("Anna Weber", "vice-president"),
        ("Paul Roux", "vice-president"),
    }


@pytest.mark.parametrize(
    "text",
    [
        "Anna Weber et Paul Roux, respectivement maire de Metz et préfet de Toul, ont assisté.",
        "Anna Weber und Paul Roux, maire de Metz beziehungsweise préfet de Toul, kamen.",
        "Anna Weber and Paul Roux are, respectively, maire de Metz and préfet de Toul.",
    ],
)
def test_offices_are_given_out_in_order(read: Read, text: str) -> None:
    assert {(p.person, p.position, p.organization) for p in read(text).positions} == {
        ("Anna Weber", "maire", "Metz"),
        ("Paul Roux", "préfet", "Toul"),
    }
