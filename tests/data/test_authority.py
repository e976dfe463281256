"""The authority that comes with kg: large enough, in order, and right in what can be checked by itself."""

from collections import Counter
from pathlib import Path

import pytest

from kg import resolve
from kg.model import Authority, Change, EntityType
from kg.resolve.lying import Lying
from kg.vocab.concepts import concepts

FOLDER = Path(__file__).resolve().parents[2] / "data" / "authority"
ENTRIES = resolve.load_authority([FOLDER])
CHANGES = {change.id: change for change in resolve.load_changes([FOLDER], ENTRIES)}
LYING = Lying(ENTRIES)


def of_kind(kind: str) -> list[Authority]:
    return [entry for entry in ENTRIES.values() if entry.kind == kind]


def code_of(id_: str, register: str) -> set[str]:
    return {code.value for code in ENTRIES[id_].codes if code.register == register}


def test_nothing_is_missing_or_contradicts_itself() -> None:
    assert [(issue.value, issue.message) for issue in resolve.review_authority([FOLDER])] == []


def test_it_is_as_large_as_it_says() -> None:
    counts = Counter(entry.type for entry in ENTRIES.values())
    assert counts[EntityType.TERRITORY] >= 250
    assert counts[EntityType.ORGANIZATION] >= 200
    assert len(CHANGES) >= 30


def test_offices_exist_in_territories_of_the_authority() -> None:
    places = {place for office in concepts("office") for place in office.places}
    assert places <= set(ENTRIES)
    assert {"territory-france", "territory-germany", "territory-luxembourg", "territory-belgium"} <= places


@pytest.mark.parametrize(
    ("kind", "within", "number"),
    [
        ("commune", "territory-saarland", 52),
        ("rural-district", "territory-saarland", 7),
        ("rural-district", "territory-rhineland-palatinate", 24 + 3),
        ("urban-district", "territory-rhineland-palatinate", 12),
        ("canton", "territory-luxembourg", 12),
        ("department", "territory-grand-est", 10),
        ("province", "territory-wallonia", 5),
        ("administrative-arrondissement", "territory-wallonia", 20),
        ("commune", "territory-german-speaking-community", 9),
    ],
)
def test_a_tier_is_whole(kind: str, within: str, number: int) -> None:
    """Three districts of Rhineland-Palatinate have had another name, and one of Saarland another form."""
    assert len([entry for entry in of_kind(kind) if within in LYING.around(entry.id)]) == number


def test_every_department_and_district_of_today_has_its_nuts_code() -> None:
    for entry in (*of_kind("department"), *of_kind("rural-district"), *of_kind("urban-district")):
        assert entry.until is not None or code_of(entry.id, "nuts-2021"), entry.id


@pytest.mark.parametrize(
    ("territory", "register", "code"),
    [
        ("territory-lorraine", "nuts-2021", "FRF3"),
        ("territory-lorraine", "nuts-2010", "FR41"),
        ("territory-moselle", "nuts-2021", "FRF33"),
        ("territory-cochem-zell", "nuts-2021", "DEB1C"),
        ("territory-german-speaking-community", "nuts-2021", "BE336"),
        ("territory-metz", "insee-commune", "57463"),
        ("territory-saarlouis", "ags", "10044115"),
        ("territory-liege", "refnis", "62063"),
    ],
)
def test_codes_that_everybody_knows(territory: str, register: str, code: str) -> None:
    assert code in code_of(territory, register)


def test_no_area_across_borders_lies_within_a_country() -> None:
    for area in of_kind("cross-border-area"):
        assert area.within == ()
        assert len(LYING.countries(area.id)) >= 2


def names(change: Change) -> tuple[set[str], set[str]]:
    return set(change.before), set(change.after)


def test_the_regions_merged_in_2016() -> None:
    assert names(CHANGES["change-regional-councils-2016"]) == (
        {"organisation-region-alsace", "organisation-region-champagne-ardenne", "organisation-region-lorraine"},
        {"organisation-region-grand-est"},
    )
    assert CHANGES["change-regional-councils-2016"].date == "2016-01-01"
    assert ENTRIES["organisation-region-lorraine"].until == "2015-12-31"
    assert "territory-grand-est" in CHANGES["change-regions-of-france-2016"].after


def test_what_is_over_has_gone_into_something_or_been_dissolved() -> None:
    told = {id_ for change in CHANGES.values() for id_ in change.before}
    over = {entry.id for entry in ENTRIES.values() if entry.until is not None}
    assert over - told == {"organisation-european-coal-and-steel-community"}


def test_names_in_luxembourgish_and_dutch_stand_where_they_are_usual() -> None:
    luxembourg = [entry for entry in of_kind("commune") if "territory-luxembourg" in LYING.around(entry.id)]
    assert len(luxembourg) >= 45
    for entry in luxembourg:
        assert "lb" in {label.language for label in entry.names}, entry.id
    for entry in of_kind("province"):
        assert "nl" in {label.language for label in entry.names}, entry.id
