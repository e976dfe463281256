"""Each finding on two people, one by one, and its weight."""

from dataclasses import replace

import pytest

from kg.resolve.match.people import FEATURES, Around, Person, contradict, person_findings
from kg.resolve.match.person_names import name_key
from kg.resolve.match.weights import weights_of

ANNA = Person(names=frozenset((name_key("Anna Wunderlich"),)))
FACTS: dict[str, tuple[Person, Person, Around]] = {
    "same_name": (ANNA, ANNA, Around()),
    "rare_name": (ANNA, ANNA, Around()),
    "near_name": (ANNA, replace(ANNA, names=frozenset((name_key("A. Wunderlich"),))), Around()),
    "other_name": (ANNA, replace(ANNA, names=frozenset((name_key("Karl Thal"),))), Around()),
    "same_body": (replace(ANNA, bodies=frozenset((1,))), replace(ANNA, bodies=frozenset((1, 2))), Around()),
    "same_office": (
        replace(ANNA, offices=frozenset((("mayor", "p:metz"),))),
        replace(ANNA, offices=frozenset((("mayor", "p:metz"),))),
        Around(),
    ),
    "same_event": (replace(ANNA, events=frozenset(("e",))), replace(ANNA, events=frozenset(("e",))), Around()),
    "common_people": (ANNA, ANNA, Around(common_people=2)),
    "body_named": (ANNA, ANNA, Around(body_named=True)),
    "common_pages": (ANNA, ANNA, Around(common_things=2)),
    "same_territory": (
        replace(ANNA, territories=frozenset(("p:metz",))),
        replace(ANNA, territories=frozenset(("p:metz",))),
        Around(),
    ),
    "other_territory": (
        replace(ANNA, territories=frozenset(("p:metz",))),
        replace(ANNA, territories=frozenset(("p:trier",))),
        Around(),
    ),
    "other_town": (replace(ANNA, towns=frozenset(("p:metz",))), replace(ANNA, towns=frozenset(("p:trier",))), Around()),
    "other_time": (replace(ANNA, years=(1950, 1951)), replace(ANNA, years=(2001, 2001)), Around()),
}


def test_every_feature_has_a_weight_and_a_case() -> None:
    names = [feature.__name__ for feature in FEATURES]
    assert set(names) == set(weights_of("people").weights) == set(FACTS)
    assert all(feature.__doc__ for feature in FEATURES)


@pytest.mark.parametrize("feature", FACTS)
def test_finding(feature: str) -> None:
    left, right, around = FACTS[feature]
    found = {finding.feature: finding.words for finding in person_findings(left, right, around)}
    assert found[feature]
    assert found == {f.feature: f.words for f in person_findings(right, left, around)} or "places" not in found


@pytest.mark.parametrize("feature", ["other_town", "other_time"])
def test_what_contradicts_outweighs_all_that_agrees(feature: str) -> None:
    left, right, _ = FACTS[feature]
    assert contradict(left, right)
    weights = weights_of("people").weights
    assert (
        weights[feature] + weights["same_name"] + weights["rare_name"] + weights["same_body"]
        < weights_of("people").same
    )


def test_territories_within_each_other_do_not_speak_against() -> None:
    left, right, _ = FACTS["other_territory"]
    features = {finding.feature for finding in person_findings(left, right, Around(related=True))}
    assert "other_territory" not in features


def test_what_is_known_of_both_is_known_of_the_one() -> None:
    left = replace(ANNA, towns=frozenset(("p:metz",)), years=(2001, 2003))
    right = replace(ANNA, bodies=frozenset((3,)), years=(1999, 2002))
    both = left.with_(right)
    assert (both.towns, both.bodies, both.years) == (left.towns, right.bodies, (1999, 2003))
