from typing import Any

import pytest

from kg.query import Engine
from kg.view.content import content
from kg.view.facts import read
from kg.view.scene import compose


@pytest.fixture(scope="module")
def told(evening: Engine) -> dict[str, Any]:
    facts = read(evening)
    return content(compose(facts), facts)


def test_office_has_its_date_and_its_passage(told: dict[str, Any]) -> None:
    tenure = told["statements"]["id:tenure-1"]
    assert tenure == {
        "post": ["id:post-vice"],
        "body": ["id:organisation-grand-est"],
        "attested": ["2019-06-04"],
        "evidence": ["id:evidence-nicole"],
    }
    assert told["names"]["id:post-vice"]["name"]["fr"] == "vice-présidente"


def test_passage_has_its_context_and_document(told: dict[str, Any]) -> None:
    quote = told["quotes"]["id:evidence-nicole"]
    assert quote["exact"] == "Nicole Muller-Becker, vice-présidente du Conseil régional Grand Est,"
    assert (quote["prefix"], quote["suffix"]) == ("ont écouté ", " a dit ce que le traité change.")
    assert told["documents"][quote["text"]] == {
        "title": "Une soirée à Sarrebruck",
        "url": "https://example.org/soiree",
        "issued": "2019-06-06",
        "language": "fr",
    }


def test_event_says_when_where_and_how_many(told: dict[str, Any]) -> None:
    details = dict(told["things"]["id:event-aachen"]["details"])
    assert details["start"] == [{"date": "2019-06-04"}]
    assert details["location"] == [{"thing": "id:venue-chamber"}]
    assert details["mentions"] == [{"thing": "id:instrument-treaty-of-aachen"}]
    assert details["headcount"] == [{"count": "100", "how": "least", "evidence": ["id:evidence-count"]}]


def test_statement_that_no_line_shows_is_told_in_a_panel(told: dict[str, Any]) -> None:
    assert told["things"]["id:event-panel"]["statements"] == ["id:participation-4"]
    assert told["things"]["id:person-2"]["statements"] == ["id:tenure-2"]


def test_everything_referred_to_is_there(told: dict[str, Any]) -> None:
    for statement in told["statements"].values():
        assert set(statement["evidence"]) <= set(told["quotes"])
        for column in ("role", "post", "body", "factuality"):
            assert set(statement.get(column, ())) <= set(told["names"])
    assert {quote["text"] for quote in told["quotes"].values()} == set(told["documents"])


def test_address_that_is_none_of_the_web_is_left_out_of_a_document(hostile: Engine) -> None:
    facts = read(hostile)
    assert "url" not in content(compose(facts), facts)["documents"]["id:text-1111111111111111"]
