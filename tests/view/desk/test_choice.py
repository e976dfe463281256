import time
from dataclasses import asdict

import pytest

from kg.errors import InputError
from kg.query import Engine
from kg.view import page
from kg.view.desk.choice import Choice, chosen, without_the_rest
from kg.view.facts import Facts, read
from kg.view.scene import Scene, compose


@pytest.fixture(scope="module")
def facts(evening: Engine) -> Facts:
    return read(evening)


@pytest.fixture(scope="module")
def whole(facts: Facts) -> Scene:
    return compose(facts)


def part(evening: Engine, **choice: object) -> Scene:
    facts = read(evening)
    return chosen(compose(facts), facts, Choice(**choice), evening)  # type: ignore[arg-type]


def test_without_a_choice_all_is_drawn(evening: Engine, whole: Scene) -> None:
    assert asdict(part(evening)) == asdict(whole)
    assert Choice().is_all()
    assert not Choice(since="2019").is_all()


def test_kinds_leave_the_ties_between_them(evening: Engine) -> None:
    found = part(evening, kinds=("person", "event"))
    assert set(found.nodes.values()) == {"person", "event"}
    assert {tie.kind for tie in found.ties} <= {"reported", "announced"}


@pytest.mark.parametrize("name", ["person-1", "id:person-1", "nicole muller-becker"])
def test_focus_is_an_identifier_or_a_name(evening: Engine, name: str) -> None:
    found = part(evening, focus=name)
    assert "id:event-aachen" in found.nodes
    assert "id:person-2" not in found.nodes


def test_depth_widens_the_view(evening: Engine, whole: Scene) -> None:
    sizes = [len(part(evening, focus="person-1", depth=depth).nodes) for depth in (0, 1, 2, 5)]
    assert sizes == sorted(sizes)
    assert (sizes[0], sizes[-1]) == (1, len(whole.nodes))


def test_dates_keep_what_is_attested_then(evening: Engine) -> None:
    assert "id:event-aachen" in part(evening, since="2019-06", until="2019-06").nodes
    with pytest.raises(InputError):
        part(evening, until="2016")


def test_the_query_of_somebody_else_has_limits(evening: Engine) -> None:
    text = "SELECT (COUNT(*) AS ?n) { " + " ".join(f"?s{i} ?p{i} ?o{i} ." for i in range(5)) + " }"
    began = time.monotonic()
    with pytest.raises(InputError, match=r"its 0\.3 s were over"):
        part(evening, query=text, limits={"seconds": 0.3})
    assert time.monotonic() - began < 3


def test_query_gives_the_nodes(evening: Engine) -> None:
    text = "SELECT ?p ?e { ?k kg:participant ?p ; kg:in ?e . ?p a kg:Person }"
    assert set(part(evening, query=text).nodes) == {"id:person-1", "id:person-2", "id:event-aachen", "id:event-panel"}


def test_statements_in_an_answer_bring_their_ends(evening: Engine) -> None:
    found = part(evening, query="SELECT ?k { ?k a kg:Tenure }")
    assert {"id:person-1", "id:organisation-grand-est"} <= found.nodes.keys()


@pytest.mark.parametrize(
    ("choice", "said"),
    [
        ({"kinds": ("cat",)}, "'cat'"),
        ({"since": "spring"}, "'spring'"),
        ({"focus": "nobody"}, "'nobody'"),
        ({"query": "ASK {}"}, "yes or no"),
        ({"since": "2099"}, "nothing of the graph"),
    ],
)
def test_mistakes_are_told(evening: Engine, choice: dict[str, object], said: str) -> None:
    with pytest.raises(InputError, match=said) as caught:
        part(evening, **choice)
    assert caught.value.hint


def test_a_name_that_nothing_has_brings_those_that_are_near(evening: Engine) -> None:
    with pytest.raises(InputError, match="nothing that is drawn is called 'Grnd Est'") as caught:
        part(evening, focus="Grnd Est")
    assert "Near are: territory-grand-est (Grand Est)" in caught.value.hint


def test_facts_of_a_part_tell_of_nobody_else(evening: Engine, facts: Facts) -> None:
    found = without_the_rest(facts, part(evening, focus="person-1"))
    people = {person for columns in found.participations.values() for person in columns.get("participant", ())}
    assert "id:person-2" not in people
    assert set(found.quotes) < set(facts.quotes)


def test_page_of_a_part_carries_no_word_of_the_rest(evening: Engine) -> None:
    assert len(page(evening, focus="person-1", sparql=False)) < len(page(evening, sparql=False))
