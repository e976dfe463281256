"""Pairs by a sparse product: the numbers of the self-join in SPARQL, and of the networks, on any graph."""

from collections import Counter
from itertools import combinations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import NamedNode, Quad, Store

from kg import network
from kg.errors import InputError
from kg.network import product
from kg.network.together import RUNGS, together
from kg.query import EmbeddedEngine, engine_over
from kg.vocab import terms as t
from kg.vocab.namespaces import FACTUALITY, GRAPH, ID

PRESENCES = st.lists(st.tuples(st.integers(0, 6), st.integers(0, 4)), max_size=40)
PLACES = {
    "same-session": ("", "FILTER EXISTS { ?place kg:partOf ?above }"),
    "same-event": ("/kg:partOf*", "FILTER NOT EXISTS { ?place kg:partOf ?above }"),
    "same-series": ("/kg:partOf*/kg:inSeries", ""),
}
ABSENT = "(factuality:excused, factuality:cancelled, factuality:represented)"
SELF_JOIN = """SELECT ?one ?other (COUNT(DISTINCT ?place) AS ?times) WHERE {
  ?left a kg:Participation ; kg:participant ?one ; kg:in%(way)s ?place . ?one a kg:Person .
  ?right a kg:Participation ; kg:participant ?other ; kg:in%(way)s ?place . ?other a kg:Person .
  FILTER(STR(?one) < STR(?other)) %(only)s
  FILTER NOT EXISTS { ?left kg:factuality ?l FILTER(?l IN %(absent)s) }
  FILTER NOT EXISTS { ?right kg:factuality ?r FILTER(?r IN %(absent)s) }
} GROUP BY ?one ?other ORDER BY ?one ?other"""
STATED = ("reported", "announced", "excused", "represented", "cancelled", "")
PARTS = st.lists(st.tuples(st.integers(0, 5), st.integers(0, 7), st.sampled_from(STATED), st.booleans()), max_size=24)
ABOVE = st.lists(st.none() | st.integers(0, 6), min_size=8, max_size=8)
SERIES = st.lists(st.tuples(st.integers(0, 7), st.integers(0, 2)), max_size=8)


@st.composite
def engines(draw: st.DrawFn) -> EmbeddedEngine:
    """A graph of people and bodies, sessions within sessions, and series."""
    store = Store()

    def state(subject: str, predicate: str, value: str) -> None:
        store.add(Quad(NamedNode(ID + subject), NamedNode(predicate), NamedNode(value), NamedNode(GRAPH + "text-1")))

    for event, above in enumerate(draw(ABOVE)):
        state(f"event-{event}", t.TYPE, t.EVENT)
        if above is not None and above < event:
            state(f"event-{event}", t.PART_OF, f"{ID}event-{above}")
    for event, series in draw(SERIES):
        state(f"event-{event}", t.IN_SERIES, f"{ID}series-{series}")
    for number, (actor, event, factuality, person) in enumerate(draw(PARTS)):
        who, part = f"{'person' if person else 'organisation'}-{actor}", f"participation-{number:02}"
        state(who, t.TYPE, t.PERSON if person else t.ORGANISATION)
        state(part, t.TYPE, t.PARTICIPATION)
        state(part, t.IN, f"{ID}event-{event}")
        state(part, t.PARTICIPANT, ID + who)
        state(part, t.ON_BEHALF_OF, f"{ID}organisation-{actor % 3}" if person else ID + who)
        if factuality:
            state(part, t.FACTUALITY_OF, FACTUALITY + factuality)
    return engine_over(store)


def edges(engine: EmbeddedEngine, projection: str, rung: str) -> set[tuple[str, str, int]]:
    drawn = network.project(engine, projection).edges(data=True)
    return {(*sorted((one, other)), said["weight"]) for one, other, said in drawn if said["rung"] == rung}


@pytest.mark.parametrize("rung", RUNGS)
@settings(max_examples=60, deadline=None)
@given(engine=engines())
def test_the_product_is_the_self_join(rung: str, engine: EmbeddedEngine) -> None:
    way, only = PLACES[rung]
    rows = engine.select(SELF_JOIN % {"way": way, "only": only, "absent": ABSENT}).rows
    joined = [tuple("" if term is None else term.value for term in row) for row in rows]
    assert [(one, other, str(times)) for one, other, times in together(engine, rung).rows()] == joined


@pytest.mark.parametrize("rung", RUNGS[:2])
@pytest.mark.parametrize(("who", "projection"), [("people", "people"), ("bodies", "organisations")])
@settings(max_examples=40, deadline=None)
@given(engine=engines())
def test_the_product_weighs_as_the_network_does(rung: str, who: str, projection: str, engine: EmbeddedEngine) -> None:
    assert set(together(engine, rung, who).rows()) == edges(engine, projection, rung)


@settings(max_examples=100, deadline=None)
@given(presences=PRESENCES, stretch=st.integers(1, 30))
def test_pairs_are_counted_whatever_the_stretch(presences: list[tuple[int, int]], stretch: int) -> None:
    expected: Counter[tuple[int, int]] = Counter()
    for place in {place for _, place in presences}:
        expected.update(combinations(sorted({actor for actor, where in presences if where == place}), 2))
    table = np.array(presences, np.int64).reshape(-1, 2)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(product, "STRETCH", stretch)
        left, right, times = product.shared(table[:, 0], table[:, 1])
    rows = list(zip(left.tolist(), right.tolist(), times.tolist(), strict=True))
    assert rows == [(*pair, count) for pair, count in sorted(expected.items())]


def test_those_who_share_most_come_first(engine: EmbeddedEngine) -> None:
    met = together(engine)
    assert len(met) == 3
    assert [(one[len(ID) :], other[len(ID) :], times) for one, other, times in met.rows(1)] == [
        ("person-anne", "person-bert", 2)
    ]


@pytest.mark.parametrize(("rung", "who"), [("same-town", "people"), ("same-event", "dogs")])
def test_an_unknown_rung_or_actor_is_refused(rung: str, who: str, engine: EmbeddedEngine) -> None:
    with pytest.raises(InputError, match="not made by"):
        together(engine, rung, who)
