"""A source is left out as if the rules had been asked anew of all that is left, on any graph."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, Store

from kg.query import EmbeddedEngine
from kg.query.concluding import Conclusions
from kg.query.rdf import node
from kg.query.rules import piecemeal, read, rules
from kg.vocab import terms as t
from kg.vocab.namespaces import FACTUALITY, GRAPH, ID, KG, ORG, PREFIXES

ALL = "SELECT * { GRAPH ?g { ?s ?p ?o } }"
DAYS = st.sampled_from(("2020-05-05", "2020-05-06"))
STARTS = st.sampled_from(("2020-05-05", "2020-05-05", "2020-05-06", "2020"))
PERIODS = st.none() | st.sampled_from(("2018/2022", "2020/..", "../2020", "2020-05-05/2020-05-05"))
SOURCES = st.sets(st.integers(1, 3), min_size=1, max_size=2)
FEW, TWO = st.integers(0, 2), st.integers(0, 1)
FACTUALITIES = st.sampled_from(("reported", "reported", "announced"))

Said = list[tuple[str, str, str | Literal | None]]


def event(number: int, above: int, start: str) -> Said:
    whole = f"event-{above}" if above < number else None
    return [(f"event-{number}", t.START_DATE, Literal(start)), (f"event-{number}", t.PART_OF, whole)]


def part(number: int, happening: int, who: int | None, post: int, factuality: str) -> Said:
    said = {
        t.IN: f"event-{happening}",
        t.FACTUALITY_OF: FACTUALITY + factuality,
        t.POST: f"post-{post}",
        t.ON_BEHALF_OF: "body",
        t.PARTICIPANT: None if who is None else f"person-{who}",
    }
    return [(f"part-{number}", predicate, value) for predicate, value in said.items()]


def tenure(number: int, who: int, post: int, day: str, period: str | None) -> Said:
    said: dict[str, str | Literal | None] = {
        t.MEMBER: f"person-{who}",
        t.POST: f"post-{post}",
        ORG + "organization": "body",
        KG + "attestedOn": Literal(day),
        KG + "edtf": None if period is None else Literal(period),
    }
    return [(f"tenure-{number}", predicate, value) for predicate, value in said.items()]


def post(number: int, office: int | None) -> Said:
    role = None if office is None else f"office-{office}"
    return [(f"post-{number}", ORG + "postIn", "body"), (f"post-{number}", ORG + "role", role)]


def person(number: int) -> Said:
    return [(f"person-{number}", t.TYPE, t.PERSON)]


EVENTS = st.builds(event, FEW, FEW, STARTS)
PARTS = st.builds(part, FEW, FEW, st.none() | FEW, TWO, FACTUALITIES)
TENURES = st.builds(tenure, FEW, FEW, TWO, DAYS, PERIODS)
OTHERS = st.builds(post, TWO, st.none() | TWO) | st.builds(person, FEW)


@st.composite
def graphs(draw: st.DrawFn) -> Store:
    """What three sources say of events, parts, tenures, posts and people, and what the rules conclude from it."""
    store = Store()
    for kind, least in ((EVENTS, 3), (PARTS, 2), (TENURES, 1), (OTHERS, 0)):
        for sources, said in draw(st.lists(st.tuples(SOURCES, kind), min_size=least, max_size=least + 3)):
            store.extend(quad for source in sources for quad in quads(said, f"{GRAPH}text-{source}"))
    store.extend(list(concluded(store)))
    return store


def quads(said: Said, graph: str) -> Iterator[Quad]:
    for subject, predicate, value in said:
        if value is not None:
            told = value if isinstance(value, Literal) else NamedNode(value if ":" in value else ID + value)
            yield Quad(NamedNode(ID + subject), NamedNode(predicate), told, NamedNode(graph))


def concluded(store: Store) -> Iterator[Quad]:
    for rule in rules():
        for triple in EmbeddedEngine(store).construct(rule.text):
            subject, predicate, value = map(node, triple)
            yield Quad(subject, predicate, value, NamedNode(rule.graph))  # type: ignore[arg-type]


def told(store: Store, source: int) -> list[Quad]:
    return list(store.quads_for_pattern(None, None, None, NamedNode(f"{GRAPH}text-{source}")))


def anew(store: Store, source: int) -> set[Quad]:
    """The graph without a source, all rules asked of all of it."""
    left = Store()
    left.extend(quad for quad in store if quad not in told(store, source) and "inferred" not in str(quad.graph_name))
    return {*left, *concluded(left)}


@settings(max_examples=60, deadline=None)
@given(graphs())
def test_only_what_may_change_is_concluded_once_more_and_all_of_that(store: Store) -> None:
    before = set(store)
    conclusions = Conclusions(store, ALL)
    for source in (1, 2, 3):
        expected = anew(store, source)
        with conclusions.without(told(store, source)):
            assert set(store) == expected
        assert set(store) == before


UNNAMED = "id:part kg:factuality factuality:reported ; kg:in id:room ; kg:post id:chair ; kg:onBehalfOf id:body . "
HELD = "id:tenure kg:post id:chair ; org:organization id:body ; org:member id:person ; kg:attestedOn '2020-05-05' . "
RIVAL = "id:rival kg:post id:seat ; org:member id:other ; kg:attestedOn '2020-05-05' . "
OFFICE = " org:postIn id:body ; org:role id:office . "
PART = "id:part kg:factuality factuality:reported ; kg:in id:room ; kg:participant id:person . "
ABOVE = "id:room kg:partOf id:session . "


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (PART + ABOVE, "id:session kg:partOf id:event"),
        (UNNAMED + HELD + ABOVE, "id:session schema:startDate '2020-05-05'"),
        (UNNAMED + HELD + RIVAL + "id:room schema:startDate '2020-05-05' . id:chair" + OFFICE, "id:seat" + OFFICE),
    ],
)
def test_what_lies_far_from_a_conclusion_changes_it(first: str, second: str) -> None:
    store = stated(first, second)
    conclusions, before = Conclusions(store, ALL), set(store)
    expected = anew(store, 2)
    with conclusions.without(told(store, 2)):
        assert set(store) == expected
        assert expected != before - set(told(store, 2))


def stated(*sources: str) -> Store:
    store = Store()
    prefixes = "".join(f"PREFIX {name}: <{iri}> " for name, iri in PREFIXES.items())
    graphs = "".join(f"GRAPH graph:text-{n} {{ {said} }} " for n, said in enumerate(sources, 1))
    store.load(prefixes + graphs, format=RdfFormat.TRIG)
    store.extend(list(concluded(store)))
    return store


def test_what_a_query_cannot_see_is_not_concluded() -> None:
    store = stated(PART, PART)
    assert any("inferred" in graph.value for graph in store.named_graphs() if isinstance(graph, NamedNode))
    with Conclusions(store, "SELECT * { ?part kg:participant ?who }").without(told(store, 2)):
        assert {str(quad.graph_name) for quad in store} == {f"<{GRAPH}text-1>"}


@pytest.mark.parametrize(
    "text",
    [
        "CONSTRUCT { ?a kg:tookPartIn ?b . ?b kg:in ?a } WHERE { ?a kg:partOf ?b }",
        "CONSTRUCT { ?a ?p ?b } WHERE { ?a ?p ?b }",
        "CONSTRUCT { ?a kg:tookPartIn ?b } WHERE { ?a kg:partOf ?c BIND(?c AS ?b) }",
        "CONSTRUCT { ?a kg:tookPartIn ?b } WHERE { GRAPH ?g { ?a kg:partOf ?b } }",
        "CONSTRUCT { ?a kg:actsFor ?b } WHERE { ?a kg:actsFor/kg:partOf ?b }",
    ],
)
def test_a_rule_that_is_not_plain_is_asked_anew_of_everything(text: str, tmp_path: Path) -> None:
    (tmp_path / "own.rq").write_text(text, encoding="utf-8")
    known = (*rules(), read(tmp_path / "own.rq"))
    assert not piecemeal(known)
    store = stated(PART, PART + "id:part kg:partOf id:room")
    before = set(store)
    with Conclusions(store, ALL, known).without(told(store, 2)):
        assert {*told(store, 1), *concluded(stated(PART))} <= set(store)
    assert {quad for quad in store if "own" not in str(quad.graph_name)} == before


def test_every_rule_says_of_whom_it_may_conclude_something_else() -> None:
    assert piecemeal(rules())
    assert all("?it" in rule.touched and "?subject" in rule.touched for rule in rules())
