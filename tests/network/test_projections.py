"""Who is tied to whom, counted by hand in small.trig."""

import networkx
import pytest
from pyoxigraph import Literal, NamedNode, Quad, Store

from kg.errors import InputError
from kg.network import PROJECTIONS, project
from kg.query import EmbeddedEngine, engine_over
from kg.vocab import terms as t
from kg.vocab.namespaces import GRAPH, ID

Ties = dict[tuple[str, str, str], int]


def ties(graph: "networkx.MultiGraph[str]") -> Ties:
    return {
        (one.removeprefix(ID), other.removeprefix(ID), key): said["weight"]
        for one, other, key, said in graph.edges(keys=True, data=True)
    }


def nodes(graph: "networkx.MultiGraph[str]") -> list[str]:
    return [node.removeprefix(ID) for node in graph]


def test_each_projection_is_described_in_three_languages() -> None:
    assert list(PROJECTIONS) == ["events", "people", "organisations", "territories", "countries"]
    assert all(set(said) == {"fr", "de", "en"} for said in PROJECTIONS.values())


def test_people_share_events_and_more_closely_sessions(engine: EmbeddedEngine) -> None:
    assert ties(project(engine, "people")) == {
        ("person-anne", "person-bert", "same-event"): 2,
        ("person-anne", "person-bert", "same-session"): 1,
        ("person-anne", "person-cleo", "same-event"): 1,
        ("person-bert", "person-cleo", "same-event"): 1,
    }


def test_whoever_was_excused_or_represented_was_not_there(engine: EmbeddedEngine) -> None:
    graph = project(engine, "people")
    assert "person-dora" not in nodes(graph)
    assert graph.edges[f"{ID}person-anne", f"{ID}person-cleo", "same-event"]["events"] == f"{ID}event-1"


def test_a_represented_body_was_there(engine: EmbeddedEngine) -> None:
    graph = project(engine, "organisations")
    tie = graph.edges[f"{ID}organisation-chamber", f"{ID}organisation-city", "same-event"]
    assert (tie["events"], tie["factuality"]) == (f"{ID}event-2", "represented")
    assert ("organisation-city", "territory-luxembourg", "same-event") not in ties(graph)


def test_organisations_meet_through_those_who_speak_for_them(engine: EmbeddedEngine) -> None:
    assert ties(project(engine, "organisations")) == {
        ("organisation-chamber", "organisation-city", "same-event"): 1,
        ("organisation-chamber", "organisation-kammer", "same-event"): 2,
        ("organisation-chamber", "organisation-kammer", "same-session"): 1,
        ("organisation-chamber", "territory-luxembourg", "same-event"): 1,
        ("organisation-city", "organisation-kammer", "same-event"): 1,
        ("organisation-kammer", "territory-luxembourg", "same-event"): 1,
    }


def test_a_tie_says_when_how_surely_and_in_which_words(engine: EmbeddedEngine) -> None:
    tie = project(engine, "people").edges[f"{ID}person-anne", f"{ID}person-bert", "same-event"]
    assert tie == {
        "rung": "same-event",
        "weight": 2,
        "first_date": "2023-05-11",
        "last_date": "2024",
        "factuality": "announced reported",
        "quotes": 4,
        "source_roles": "attendee speaker",
        "target_roles": "moderator speaker",
        "events": f"{ID}event-1 {ID}event-2",
        "event_names": "Forum 1 | Forum 2",
    }


def test_regions_are_the_parts_of_cross_border_areas(engine: EmbeddedEngine) -> None:
    assert ties(project(engine, "territories")) == {
        ("territory-area", "territory-lorraine", "same-event"): 1,
        ("territory-area", "territory-saarland", "same-event"): 1,
        ("territory-lorraine", "territory-luxembourg", "same-event"): 1,
        ("territory-lorraine", "territory-saarland", "same-event"): 2,
        ("territory-lorraine", "territory-saarland", "same-session"): 1,
        ("territory-luxembourg", "territory-saarland", "same-event"): 1,
    }


def test_countries_lie_above_what_a_body_acts_for(engine: EmbeddedEngine) -> None:
    assert ties(project(engine, "countries")) == {
        ("territory-france", "territory-germany", "same-event"): 2,
        ("territory-france", "territory-germany", "same-session"): 1,
        ("territory-france", "territory-luxembourg", "same-event"): 1,
        ("territory-germany", "territory-luxembourg", "same-event"): 1,
    }


def test_a_territory_may_lie_in_several(store: Store) -> None:
    """A town in a canton and in an intercommunal area is still in one region and one country."""
    graph = NamedNode(GRAPH + "reference")
    for name, above in (("moselle", "agglomeration"), ("agglomeration", "moselle"), ("moselle", "area")):
        quad = (NamedNode(f"{ID}territory-{name}"), NamedNode(t.WITHIN), NamedNode(f"{ID}territory-{above}"))
        store.add(Quad(*quad, graph))
    engine = engine_over(store)
    assert "territory-lorraine" in nodes(project(engine, "territories"))
    assert nodes(project(engine, "countries")) == ["territory-france", "territory-germany", "territory-luxembourg"]


def test_a_territory_of_no_cross_border_area_stands_for_the_level_under_its_country(store: Store) -> None:
    chamber, of = NamedNode(f"{ID}organisation-chamber"), NamedNode(t.COMPETENT_FOR)
    store.add(Quad(chamber, of, NamedNode(f"{ID}territory-munich"), NamedNode(GRAPH + "reference")))
    found = nodes(project(engine_over(store), "territories"))
    assert "territory-bavaria" in found
    assert "territory-munich" not in found


def test_events_are_tied_to_people_and_to_the_bodies_they_speak_for(engine: EmbeddedEngine) -> None:
    graph = project(engine, "events")
    assert networkx.is_bipartite(networkx.Graph(graph))
    assert ("person-anne", "event-1-a", "person") in ties(graph)
    assert ("organisation-chamber", "event-1-a", "body") in ties(graph)
    assert ("organisation-chamber", "event-1", "body") in ties(graph)
    assert ("organisation-city", "event-2", "body") in ties(graph)
    assert ("person-cleo", "event-2", "person") not in ties(graph)
    assert {said["kind"] for _, said in graph.nodes(data=True) if said["bipartite"] == 1} == {"event", "session"}


def test_an_actor_is_described(engine: EmbeddedEngine) -> None:
    graph = project(engine, "events")
    assert graph.nodes[f"{ID}organisation-chamber"] == {
        "label": "Chambre",
        "label_fr": "Chambre",
        "label_de": "Kammer in Metz",
        "label_en": "",
        "kind": "organisation",
        "organisation_kind": "chamber",
        "country": "France",
        "acts_for": "",
        "bipartite": 0,
    }
    anne = graph.nodes[f"{ID}person-anne"]
    assert (anne["label"], anne["kind"], anne["country"], anne["acts_for"]) == (
        "Anne Weiss", "person", "France", "Chambre",
    )  # fmt: skip
    assert graph.nodes[f"{ID}organisation-kammer"]["label"] == "Kammer"
    assert graph.nodes[f"{ID}territory-luxembourg"]["kind"] == "territory"


def test_the_seat_says_the_country_of_a_body_for_a_cross_border_area(engine: EmbeddedEngine) -> None:
    graph = project(engine, "organisations")
    assert graph.nodes[f"{ID}organisation-city"]["country"] == "Luxembourg"


def test_an_event_is_described(engine: EmbeddedEngine) -> None:
    graph = project(engine, "events")
    session = graph.nodes[f"{ID}event-1-a"]
    assert (session["label"], session["kind"], session["event_kind"]) == ("Session A", "session", "talk")
    assert (session["date"], session["whole_event"]) == ("2023-05-11", f"{ID}event-1")
    assert graph.nodes[f"{ID}event-1-b"]["date"] == "2023-05-11"
    assert graph.nodes[f"{ID}event-2"]["kind"] == "event"


@pytest.mark.parametrize("name", PROJECTIONS)
def test_nodes_and_edges_are_sorted_and_plain(name: str, engine: EmbeddedEngine) -> None:
    graph = project(engine, name)
    assert list(graph) == sorted(graph, key=lambda node: (graph.nodes[node].get("bipartite", 0), node))
    edges = list(graph.edges(keys=True))
    assert edges == sorted(edges)
    values = [value for _, said in graph.nodes(data=True) for value in said.values()]
    values += [value for *_, said in graph.edges(data=True) for value in said.values()]
    assert {type(value) for value in values} <= {str, int}
    assert graph.graph["projection"] == name


def test_an_unknown_projection_names_the_known(engine: EmbeddedEngine) -> None:
    with pytest.raises(InputError, match=r"'cats'.*organisations"):
        project(engine, "cats")


@pytest.mark.parametrize("name", PROJECTIONS)
def test_an_empty_graph_gives_an_empty_network(name: str) -> None:
    graph = project(engine_over(Store()), name)
    assert (len(graph), graph.number_of_edges()) == (0, 0)


@pytest.mark.parametrize("name", PROJECTIONS)
def test_circles_and_gaps_do_not_stop_it(name: str, store: Store) -> None:
    """An event that is part of itself, a country in its own region, a role and a factuality nobody states."""
    graph = NamedNode(GRAPH + "text-odd")
    for subject, predicate, value in (
        ("event-1", t.PART_OF, "event-1-a"),
        ("territory-france", t.WITHIN, "territory-moselle"),
        ("participation-odd", t.IN, "event-unknown"),
        ("participation-odd", t.PARTICIPANT, "person-unknown"),
    ):
        store.add(Quad(NamedNode(ID + subject), NamedNode(predicate), NamedNode(ID + value), graph))
    store.add(Quad(NamedNode(ID + "participation-odd"), NamedNode(t.TYPE), NamedNode(t.PARTICIPATION), graph))
    store.add(Quad(NamedNode(ID + "person-anne"), NamedNode(t.LABEL), Literal("Another name"), graph))
    assert len(project(engine_over(store), name)) > 0
