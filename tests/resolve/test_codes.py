"""Each register's codes are tried against its grammar, and a fault says what to do."""

import pytest

from kg.model import EntityType
from kg.resolve.codes import GRAMMAR, code_faults
from kg.vocab.concepts import concepts

WELL_WRITTEN = {
    "iso-3166-1": ["LU"],
    "iso-3166-2": ["DE-SL", "FR-57", "BE-WLX"],
    "nuts-2010": ["FR", "FR41", "FR413"],
    "nuts-2021": ["LU", "LU0", "DEC01", "BE32A"],
    "insee-region": ["44"],
    "insee-department": ["08", "57", "2A", "974"],
    "insee-commune": ["57463", "08105", "2A004"],
    "siren": ["200039865", "245701404"],
    "ags": ["10", "071", "10041", "10041100"],
    "refnis": ["62063", "03000"],
}
BADLY_WRITTEN = {
    "iso-3166-1": ["lu", "LUX", ""],
    "iso-3166-2": ["DESL", "DE-", "DE-SAAR"],
    "nuts-2010": ["F", "FR4135"],
    "nuts-2021": ["DEC011", "dec01", "D1"],
    "insee-region": ["4", "444"],
    "insee-department": ["5", "2C"],
    "insee-commune": ["5746", "574630", "57A63"],
    "siren": ["200039866", "20003986", "2000398650"],
    "ags": ["1", "17", "00", "1004", "100411", "1004110"],
    "refnis": ["6206", "620633", "6206a"],
}


def of(register: str, value: object) -> list[str]:
    type_ = EntityType.ORGANIZATION if register == "siren" else EntityType.TERRITORY
    return list(code_faults(type_, {register: value}))


def test_every_register_is_a_concept_and_has_cases() -> None:
    assert set(GRAMMAR) == {concept.id for concept in concepts("code")} == set(WELL_WRITTEN) == set(BADLY_WRITTEN)


@pytest.mark.parametrize(("register", "codes"), WELL_WRITTEN.items(), ids=WELL_WRITTEN)
def test_a_code_in_order(register: str, codes: list[str]) -> None:
    assert of(register, codes) == []


@pytest.mark.parametrize(
    ("register", "code"), [(register, code) for register, codes in BADLY_WRITTEN.items() for code in codes]
)
def test_a_code_out_of_order(register: str, code: str) -> None:
    (fault,) = of(register, code)
    assert repr(code) in fault
    assert register in fault
    assert "correct it, or leave it out" in fault


def test_a_number_wants_quotes() -> None:
    assert of("insee-commune", 57463) == ["the code insee-commune 57463 must be text: put it in quotes"]


def test_an_unknown_register() -> None:
    (fault,) = code_faults(EntityType.TERRITORY, {"postcode": "57000"})
    assert "unknown register 'postcode'" in fault
    assert "nuts-2021" in fault


def test_codes_belong_to_territories_and_siren_to_organisations() -> None:
    assert [*code_faults(EntityType.ORGANIZATION, {"ags": "10"})] == [
        "a Organization has no code 'ags': give it to the entry it names"
    ]
    assert [*code_faults(EntityType.TERRITORY, {"siren": "200039865"})] != []


def test_codes_that_are_no_mapping_or_empty() -> None:
    assert "write them so" in next(code_faults(EntityType.TERRITORY, ["DEC01"]))
    assert of("nuts-2021", []) == ["codes names nuts-2021 without a code: take it out"]
