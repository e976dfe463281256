"""Bodies, territories, venues and works: found by any of their names, or one by a name that pages share."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.resolve.conftest import Maker

CHAMBER = ("organisation-kammer", "Chambre de commerce de la Sarre", "Handelskammer des Saarlandes", "IHK Saar")


@pytest.mark.parametrize(
    "name",
    [
        "Chambre de commerce de la Sarre",
        "CHAMBRE DE COMMERCE DE LA SARRE",
        "la chambre de commerce de la sarre",
        "Handelskammer des Saarlandes",
        "IHK Saar",
        "IHK-Saar",
    ],
)
def test_a_name_in_any_language_and_spelling_is_found(make: Maker, name: str) -> None:
    outcome = make.resolve([make.record("a", f"O: {name}")], [make.entry(*CHAMBER)])
    assert outcome.id("a", name) == "organisation-kammer"
    assert outcome.issues == ()


@pytest.mark.parametrize(
    ("name", "entry"), [("Pays d'Alzette", "Pays d’Alzette"), ("Meuse-Rhin", "Meuse Rhin"), ("L’Élysée", "Elysee")]
)
def test_apostrophes_hyphens_and_accents(make: Maker, name: str, entry: str) -> None:
    assert (
        make.resolve([make.record("a", f"T: {name}")], [make.entry("territory-x", entry)]).id("a", name)
        == "territory-x"
    )


def test_an_alias_is_enough(make: Maker) -> None:
    outcome = make.resolve([make.record("a", "O: notre chambre = IHK Saar")], [make.entry(*CHAMBER)])
    assert outcome.id("a", "notre chambre") == "organisation-kammer"


def test_a_body_is_no_territory(make: Maker) -> None:
    page = make.record("a", "O: Lorraine")
    assert (
        make.resolve([page], [make.entry("territory-lorraine", "Lorraine")]).id("a", "Lorraine")
        == "organisation-lorraine"
    )


def test_an_acronym_alone_finds_the_one_that_has_it(make: Maker) -> None:
    entries = [make.entry("organisation-igr", "Institut de la Grande Région", acronyms=("IGR",))]
    assert make.resolve([make.record("a", "O: IGR")], entries).id("a", "IGR") == "organisation-igr"


def test_an_acronym_of_two_is_open(make: Maker) -> None:
    entries = [
        make.entry("organisation-one", "Conseil parlementaire", acronyms=("CPI",)),
        make.entry("organisation-two", "Cour pénale", acronyms=("CPI",)),
    ]
    outcome = make.resolve([make.record("a", "O: CPI")], entries)
    assert outcome.id("a", "CPI") == "organisation-cpi"
    [message] = outcome.messages()
    assert message.startswith("warning a CPI")
    assert "organisation-one, organisation-two" in message


def test_an_acronym_with_another_full_name_is_another_thing(make: Maker) -> None:
    entries = [make.entry("organisation-igr", "Institut de la Grande Région", acronyms=("IGR",))]
    outcome = make.resolve([make.record("a", "O: Imprimerie Gruber = IGR")], entries)
    assert outcome.id("a", "Imprimerie Gruber") == "organisation-imprimerie-gruber"
    assert "shares an acronym with organisation-igr" in outcome.messages()[0]


def test_an_acronym_with_a_near_full_name_is_the_same(make: Maker) -> None:
    entries = [make.entry("organisation-igr", "Institut de la Grande Région", acronyms=("IGR",))]
    outcome = make.resolve([make.record("a", "O: Institut transfrontalier de la Grande Région = IGR")], entries)
    assert outcome.id("a", "Institut transfrontalier de la Grande Région") == "organisation-igr"


def test_a_name_of_two_entries_is_open(make: Maker) -> None:
    entries = [make.entry("territory-one", "Neustadt"), make.entry("territory-two", "Neustadt")]
    outcome = make.resolve([make.record("a", "T: Neustadt")], entries)
    assert outcome.id("a", "Neustadt") == "territory-neustadt"
    assert "territory-one, territory-two" in outcome.messages()[0]


def test_pages_share_an_unknown_name(make: Maker) -> None:
    pages = [
        make.record("a", "O: Rhein-Verein"),
        make.record("b", "O: le RHEIN VEREIN"),
        make.record("c", "T: Rhein-Verein"),
    ]
    outcome = make.resolve(pages)
    assert outcome.id("a", "Rhein-Verein") == outcome.id("b", "le RHEIN VEREIN") == "organisation-rhein-verein"
    assert outcome.id("c", "Rhein-Verein") == "territory-rhein-verein"


def test_the_other_name_of_one_page_is_the_name_of_another(make: Maker) -> None:
    pages = [make.record("a", "O: Rhein-Verein = Freunde des Rheins"), make.record("b", "O: Freunde des Rheins")]
    outcome = make.resolve(pages)
    assert outcome.id("a", "Rhein-Verein") == outcome.id("b", "Freunde des Rheins")


def test_other_names_alone_do_not_meet(make: Maker) -> None:
    pages = [make.record("a", "O: Rhein-Verein = unser Verein"), make.record("b", "O: Mosel-Verein = unser Verein")]
    outcome = make.resolve(pages)
    assert outcome.id("a", "Rhein-Verein") != outcome.id("b", "Mosel-Verein")


def test_a_name_of_a_kind_is_no_name(make: Maker) -> None:
    pages = [
        make.record("a", "O: CC Un = communauté de communes"),
        make.record("b", "O: Communauté de communes"),
        make.record("c", "O: Communauté de communes"),
    ]
    outcome = make.resolve(pages)
    ids = {
        outcome.id("a", "CC Un"),
        outcome.id("b", "Communauté de communes"),
        outcome.id("c", "Communauté de communes"),
    }
    assert len(ids) == 3
    assert "organisation-communaute-de-communes" in ids


def test_a_bare_acronym_joins_the_one_page_that_explains_it(make: Maker) -> None:
    pages = [make.record("a", "O: ABC"), make.record("b", "O: Alpha Beta Club = ABC"), make.record("c", "O: ABC")]
    outcome = make.resolve(pages)
    assert outcome.id("a", "ABC") == outcome.id("b", "Alpha Beta Club") == outcome.id("c", "ABC")


def test_a_bare_acronym_of_two_is_open(make: Maker) -> None:
    pages = [
        make.record("a", "O: ABC"),
        make.record("b", "O: Alpha Beta Club = ABC"),
        make.record("c", "O: Autre Bureau = ABC"),
        make.record("d", "O: Alpha et Beta Club = ABC"),
    ]
    outcome = make.resolve(pages)
    assert outcome.id("a", "ABC") == "organisation-abc"
    assert (
        outcome.id("b", "Alpha Beta Club") == outcome.id("d", "Alpha et Beta Club") != outcome.id("c", "Autre Bureau")
    )
    assert "the acronym ABC stands for several things" in outcome.messages()[0]


def test_two_halls_of_one_name_in_two_towns_are_two(make: Maker) -> None:
    pages = [
        make.record("a", "T: Metz", "V: Hôtel de ville", "@ e | A | 2024-05-06 | | Metz | Hôtel de ville"),
        make.record("b", "T: Nancy", "V: Hôtel de ville", "@ e | B | 2024-05-06 | | Nancy | Hôtel de ville"),
        make.record("c", "T: Metz", "V: Hôtel de Ville", "@ e | C | 2024-05-06 | | Metz | Hôtel de Ville"),
    ]
    outcome = make.resolve(pages)
    assert outcome.id("a", "Hôtel de ville") == outcome.id("c", "Hôtel de Ville") == "venue-hotel-de-ville"
    assert outcome.id("b", "Hôtel de ville").startswith("venue-hotel-de-ville-")


def test_a_known_hall_is_not_in_another_town(make: Maker) -> None:
    entries = [
        make.entry("territory-metz", "Metz"),
        make.entry("territory-nancy", "Nancy"),
        make.entry("venue-hall", "Arsenal", within=("territory-metz",)),
    ]
    pages = [
        make.record("a", "T: Metz", "V: Arsenal", "@ e | A | 2024-05-06 | | Metz | Arsenal"),
        make.record("b", "T: Nancy", "V: Arsenal", "@ e | B | 2024-05-06 | | Nancy | Arsenal"),
    ]
    outcome = make.resolve(pages, entries)
    assert (outcome.id("a", "Arsenal"), outcome.id("b", "Arsenal")) == ("venue-hall", "venue-arsenal")


def test_one_name_for_two_known_things_joins_neither(make: Maker) -> None:
    entries = [make.entry("territory-one", "Neustadt an der Saar"), make.entry("territory-two", "Neustadt am Rhein")]
    pages = [
        make.record("a", "T: Neustadt = Neustadt an der Saar"),
        make.record("b", "T: Neustadt = Neustadt am Rhein"),
    ]
    outcome = make.resolve(pages, entries)
    assert (outcome.id("a", "Neustadt"), outcome.id("b", "Neustadt")) == ("territory-one", "territory-two")


def test_every_town_has_a_town_hall(make: Maker) -> None:
    pages = [
        make.record("a", "V: Rathaus von Exemplum = Rathaus", language="de"),
        make.record("b", "V: Rathaus", language="de"),
        make.record("c", "V: Maison des sciences"),
        make.record("d", "V: Maison des sciences"),
    ]
    outcome = make.resolve(pages)
    assert outcome.id("a", "Rathaus von Exemplum") != outcome.id("b", "Rathaus")
    assert outcome.id("c", "Maison des sciences") == outcome.id("d", "Maison des sciences")


def test_general_names_are_one_where_the_pages_are_about_the_same(make: Maker) -> None:
    people = ("P: Anna Wunderlich", "P: Karl Zwilling", "P: Paul Ferrandin")
    pages = [
        make.record("a", "O: Comité directeur", *people),
        make.record("b", "O: Vorstand", *people, language="de"),
        make.record("c", "O: Vorstand", language="de"),
    ]
    outcome = make.resolve(pages)
    assert outcome.id("a", "Comité directeur") == outcome.id("b", "Vorstand") != outcome.id("c", "Vorstand")


def test_a_slip_of_the_pen_joins_and_two_usual_spellings_do_not(make: Maker) -> None:
    once = [make.record("a", "O: Verein Rosenkranzer"), make.record("b", "O: Verein Rosenkranzner")]
    outcome = make.resolve(once)
    assert outcome.id("a", "Verein Rosenkranzer") == outcome.id("b", "Verein Rosenkranzner")
    often = [
        make.record(f"{letter}{at}", f"O: {name}")
        for letter, name in (("a", "Verein Rosenkranzer"), ("b", "Verein Rosenkranzner"))
        for at in range(4)
    ]
    outcome = make.resolve(often)
    assert outcome.id("a0", "Verein Rosenkranzer") != outcome.id("b0", "Verein Rosenkranzner")


def test_a_name_near_two_things_joins_neither(make: Maker) -> None:
    pages = [make.record(f"a{at}", "O: Verein Rodenerbach") for at in range(9)]
    pages += [make.record(f"b{at}", "O: Verein Rodenernach") for at in range(9)]
    pages.append(make.record("c", "O: Verein Rodenerach"))
    outcome = make.resolve(pages)
    assert outcome.id("c", "Verein Rodenerach") not in {
        outcome.id("a0", "Verein Rodenerbach"),
        outcome.id("b0", "Verein Rodenernach"),
    }


def test_an_acronym_in_small_letters_is_the_acronym(make: Maker) -> None:
    pages = [make.record("a", "O: Agape"), make.record("b", "O: Agence Rosenkranz de Longwy = AGAPE")]
    outcome = make.resolve(pages)
    assert outcome.id("a", "Agape") == outcome.id("b", "Agence Rosenkranz de Longwy")
