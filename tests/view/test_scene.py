import pytest

from kg.query import Engine
from kg.view.facts import read
from kg.view.kinds import NODE_KINDS, TIE_KINDS
from kg.view.scene import Scene, Tie, compose


@pytest.fixture(scope="module")
def scene(evening: Engine) -> Scene:
    return compose(read(evening))


def tie(source: str, target: str, kind: str, *statements: str) -> Tie:
    return Tie(source=f"id:{source}", target=f"id:{target}", kind=kind, statements=tuple(f"id:{s}" for s in statements))


def test_nodes_have_their_kind(scene: Scene) -> None:
    assert scene.nodes == {
        "id:event-aachen": "event",
        "id:event-panel": "session",
        "id:organisation-grand-est": "organisation",
        "id:organisation-igr": "organisation",
        "id:person-1": "person",
        "id:person-2": "person",
        "id:territory-grand-est": "territory",
        "id:territory-grande-region": "territory",
        "id:territory-saarbruecken": "territory",
    }


def test_statements_of_two_pages_make_one_tie_that_is_reported_when_one_of_them_reports(scene: Scene) -> None:
    assert tie("person-1", "event-aachen", "reported", "participation-1", "participation-5") in scene.ties


def test_what_is_only_announced_is_drawn_so(scene: Scene) -> None:
    assert tie("person-2", "event-panel", "announced", "participation-3") in scene.ties
    assert tie("organisation-igr", "event-aachen", "announced", "participation-2") in scene.ties


def test_office_stands_for_acting_for_the_same_body(scene: Scene) -> None:
    ties = [t.kind for t in scene.ties if (t.source, t.target) == ("id:person-1", "id:organisation-grand-est")]
    assert ties == ["office"]


def test_body_without_an_office_is_acted_for(scene: Scene) -> None:
    assert tie("person-2", "organisation-igr", "acts_for", "participation-3") in scene.ties


def test_event_lies_where_its_venue_does_and_its_session_does_not_repeat_it(scene: Scene) -> None:
    assert [t for t in scene.ties if t.kind == "place"] == [tie("event-aachen", "territory-saarbruecken", "place")]


def test_session_is_part_of_its_event(scene: Scene) -> None:
    assert tie("event-panel", "event-aachen", "part") in scene.ties


def test_organisation_acts_for_its_territory(scene: Scene) -> None:
    assert tie("organisation-igr", "territory-grande-region", "acts_for") in scene.ties


def test_every_kind_has_a_look(scene: Scene) -> None:
    assert set(scene.nodes.values()) <= set(NODE_KINDS)
    assert {t.kind for t in scene.ties} <= set(TIE_KINDS)
