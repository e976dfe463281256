"""The fast rows of `brokers` are those of its text."""

import random

import pytest
from pyoxigraph import Literal, NamedNode, Quad, Store

from kg import query
from kg.query.answering import answer
from kg.query.brokering import brokers
from kg.query.embedded import EmbeddedEngine
from kg.vocab.namespaces import ID, KG, SKOS

QUERY = query.find("brokers")


def world(seed: int) -> EmbeddedEngine:
    """Institutions at events and their sessions; some without a name, some with several, some alone."""
    chance = random.Random(seed)
    store, graph = Store(), NamedNode(ID + "graph")

    def add(subject: str, predicate: str, value: NamedNode | Literal) -> None:
        store.add(Quad(NamedNode(ID + subject), NamedNode(predicate), value, graph))

    for event in range(12):
        add(f"event-{event}s", KG + "partOf", NamedNode(f"{ID}event-{event}"))
        for part in range(chance.randrange(5)):
            name = f"participation-{event}-{part}"
            add(name, KG + "in", NamedNode(f"{ID}event-{event}{chance.choice(['', 's'])}"))
            add(name, KG + "onBehalfOf", NamedNode(f"{ID}organisation-{chance.randrange(14)}"))
    for body in range(14):
        for language in chance.sample(["fr", "de", "en"], chance.randrange(4)):
            add(f"organisation-{body}", SKOS + "prefLabel", Literal(f"{language} {body % 5}", language=language))
    return query.engine_over(store)


@pytest.mark.parametrize("seed", range(12))
@pytest.mark.parametrize("language", ["de", "it"])
def test_they_are_the_rows_of_the_text(seed: int, language: str) -> None:
    engine = world(seed)
    bindings = {"language": query.literal(language)}
    told = engine.select(QUERY.text, bindings)
    assert brokers(engine, bindings) == told
    assert len(told) > 0


def test_a_users_own_query_of_that_name_is_asked_as_it_stands(engine: EmbeddedEngine) -> None:
    mine = QUERY._replace(text="ASK { ?part kg:onBehalfOf ?language }")
    assert answer(engine, mine, {"language": query.literal("en")}) is False
    assert isinstance(answer(engine, QUERY, {"language": query.literal("en")}), query.Table)
