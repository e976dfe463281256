from collections.abc import Callable
from typing import Any

import pytest

from kg.model import Authority, EntityType, Label, Mention, Record
from kg.triples.things import given_and_family

Make = Callable[..., Record]
Triples = set[tuple[str, str, str]]


@pytest.mark.parametrize(
    ("full", "given", "family"),
    [
        ("Anne Weiss", "Anne", "Weiss"),
        ("Paul de la Roche", "Paul", "de la Roche"),
        ("Marie-Louise von der Aue", "Marie-Louise", "von der Aue"),
        ("Jean Marc Muller-Becker", "Jean Marc", "Muller-Becker"),
        ("Ludwig van", "Ludwig", "van"),
        ("Cher", "", "Cher"),
        ("Anne D’Alzette", "Anne", "D’Alzette"),
    ],
)
def test_given_and_family(full: str, given: str, family: str) -> None:
    assert given_and_family(full) == (given, family)


def test_a_person(record: Make, triples: Callable[..., Triples]) -> None:
    said = {(p, o) for s, p, o in triples(record()) if s == "person-paul-de-la-roche" and p != "evidence"}
    assert said == {
        ("type", "Person"),
        ("label", "Paul de la Roche"),
        ("givenName", "Paul"),
        ("familyName", "de la Roche"),
    }


def test_other_names_of_a_person_have_no_language(record: Make, triples: Callable[..., Triples]) -> None:
    assert ("person-anne-weiss", "altLabel", "Mme Weiss") in triples(record())


def test_an_acronym_has_no_language(record: Make, triples: Callable[..., Triples]) -> None:
    made = triples(record())
    assert ("organisation-agence-rive-gauche", "acronym", "ARG") in made
    assert ("organisation-agence-rive-gauche", "prefLabel", "Agence Rive Gauche@fr") in made
    assert not [t for t in made if t[1] == "altLabel" and t[2].startswith("ARG")]


@pytest.mark.parametrize(
    ("type_", "class_"),
    [
        (EntityType.ORGANIZATION, "Organisation"),
        (EntityType.TERRITORY, "Territory"),
        (EntityType.VENUE, "Venue"),
        (EntityType.SERIES, "Series"),
        (EntityType.PROJECT, "Project"),
        (EntityType.INSTRUMENT, "LegalInstrument"),
    ],
)
def test_classes(type_: EntityType, class_: str, record: Make, triples: Callable[..., Triples]) -> None:
    made = triples(record(mentions=(Mention(type=type_, name="Frontières"),)))
    ((subject, _, _),) = [t for t in made if t[1:] == ("type", class_)]
    assert (subject, "prefLabel", "Frontières@fr") in made


def test_the_authority_has_the_preferred_names(record: Make, triples: Callable[..., Triples]) -> None:
    known: dict[str, Any] = {
        "organisation-agence-rive-gauche": Authority(
            id="organisation-agence-rive-gauche",
            type=EntityType.ORGANIZATION,
            names=(Label("Agence Rive Gauche", "fr"), Label("Agentur Linkes Ufer", "de")),
            acronyms=("ARG",),
        )
    }
    said = {(p, o) for s, p, o in triples(record(), authority=known) if s == "organisation-agence-rive-gauche"}
    assert {p for p, _ in said} == {"type", "evidence"}
