"""Types and properties: each has words in three languages, and what is proposed exists."""

import pytest
import yaml

from kg import assets
from kg.resolve.match.candidates import TABLE
from kg.resolve.match.weights import weights_of
from kg.serve.catalogue import all_types, properties_of, property_name, type_name, types_of, value_type
from kg.serve.things import Name, Thing
from kg.serve.words import LANGUAGES, names_in, settings


def test_every_word_stands_in_three_languages() -> None:
    words = yaml.safe_load(assets.path("data/serve/words.yaml").read_text("utf-8"))
    assert [name for part in words.values() for name, said in part.items() if set(said) != set(LANGUAGES)] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_type_has_a_name(language: str) -> None:
    assert [one for one in all_types() if not type_name(one, language)] == []
    assert type_name("ns#Unicorn", language) is None
    assert property_name("unicorn", language) is None


@pytest.mark.parametrize("type_id", all_types())
def test_what_is_proposed_exists(type_id: str) -> None:
    proposed = properties_of(type_id)
    assert len(proposed) > 3
    assert set(proposed) <= set(names_in("properties"))
    assert {value_type(one) for one in proposed} <= {None, *all_types()}


def test_settings_speak_of_properties_and_of_what_can_be_reached() -> None:
    chosen = settings()
    assert set(chosen["facts"]) <= set(names_in("properties"))
    assert chosen["reachable"] == weights_of(TABLE).weights["same_name"]
    assert chosen["match"]["other"] == weights_of(TABLE).weights["same_meaning"]
    assert chosen["match"]["Person"] > weights_of(TABLE).weights["same_name"]


def test_types_of_a_thing_begin_with_its_kind_and_end_with_the_broad_ones() -> None:
    area = Thing(
        id="a",
        classes=("CrossBorderArea", "Territory"),
        names=(Name(0, "fr", "A"),),
        facts={"kind": ("territory-kind/commune", "x")},
    )
    found = types_of(area)
    assert found[0] == "territory-kind/commune"
    assert found[1:3] == ("ns#CrossBorderArea", "ns#Territory")


def test_a_name_in_another_language_is_better_than_none() -> None:
    thing = Thing(
        id="a", classes=("Territory",), names=(Name(0, "nl", "Luik"), Name(1, "fr", "Liège"), Name(2, "", "LG"))
    )
    assert thing.name("de") == "Luik"
    assert Thing(id="a", classes=(), names=()).name("de") == "a"
