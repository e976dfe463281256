import pytest

from kg.query import card, find
from kg.query.cards import command, fallback, kind
from kg.query.named import NamedQuery, Parameter


@pytest.mark.parametrize(
    ("language", "words"), [("fr", "Qui est attesté"), ("de", "bezeugt"), ("en", "Who is attested")]
)
def test_a_card_says_everything(language: str, words: str) -> None:
    named = find("holders-of-a-post")
    text = card(named, language)
    assert words in text
    assert named.limits in text
    assert "kg query holders-of-a-post" in text
    for name in (*(p.name for p in named.parameters), *(c.name for c in named.columns)):
        assert f"    {name}: " in text


def test_a_card_says_that_a_question_is_heavy() -> None:
    assert "\nHeavy: " in card(find("brokers"), "en")
    assert "Heavy" not in card(find("holders-of-a-post"), "en")


def test_a_bare_query_has_a_short_card() -> None:
    assert card(NamedQuery("mine", "ASK {}", {}), "en").split("\n\n")[-1] == "Ask it:\n    kg query mine\n"


def test_words_for_parameters() -> None:
    named = Parameter("x", "name", "the x", "IGR", None, ("organisation", "territory"))
    assert kind(named) == "name or id of an organisation or a territory"
    assert fallback(named) == "needed"
    assert fallback(Parameter("x", "year", "the year", "2019", "")) == "any when left out"
    assert command(NamedQuery("mine", "", {}, (named,))) == 'kg query mine -p x="IGR"'
