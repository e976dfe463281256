from collections.abc import Callable

import pytest

from kg.errors import KgBug
from kg.model import Participation, Record, Resolution, Role
from kg.triples import World, of_record
from kg.vocab.namespaces import ID


def test_a_name_that_resolve_left_out_is_a_bug(record: Callable[..., Record]) -> None:
    made = record(mentions=(), participations=(Participation(agent="Jo Roth", event="e1", role=Role.HOST),))
    world = World(entities={}, events={("colloque", "e1"): "a", ("colloque", "s1"): "b"}, authority={}, topics={})
    with pytest.raises(KgBug, match="colloque: 'Jo Roth' is the name of no resolved mention"):
        of_record(made, world)


def test_topics_of_an_event(record: Callable[..., Record]) -> None:
    topic = "https://w3id.org/grkg/topic/mobility"
    world = World.of(Resolution(entities=(), events=()), {}, {"colloque": (("e1", topic),)})
    world = World(
        entities={},
        events={("colloque", "e1"): "event-a", ("colloque", "s1"): "event-b"},
        authority={},
        topics=world.topics,
    )
    quads = of_record(record(mentions=()), world)
    assert [str(q.subject) for q in quads if q.predicate.value.endswith("#about")] == [f"<{ID}event-a>"]
