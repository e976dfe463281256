from collections.abc import Callable
from dataclasses import replace

import pytest

from kg.model import Attendance, EntityType, Event, EventKind, Evidence, Mention, Qualifier, Record

Make = Callable[..., Record]
Triples = set[tuple[str, str, str]]
Evident = Callable[..., Evidence]


def said_of(subject: str, triples: Triples) -> set[tuple[str, str]]:
    return {(p, o) for s, p, o in triples if s == subject and p not in ("evidence", "asStated")}


def test_an_event(record: Make, triples: Callable[..., Triples]) -> None:
    event = Event(
        id="e1",
        title="Frontières vivantes",
        kind=EventKind.CONFERENCE,
        start="2024-05-14T09:00",
        end="2024-05-14T17:00",
        place="Völklingen",
        venue="Völklinger Hütte",
    )
    assert said_of("event-e1", triples(record(events=(event,)))) == {
        ("type", "Event"),
        ("name", "Frontières vivantes@fr"),
        ("additionalType", "conference"),
        ("startDate", "2024-05-14T09:00:00+02:00^^dateTime"),
        ("endDate", "2024-05-14T17:00:00+02:00^^dateTime"),
        ("location", "territory-volklingen"),
        ("location", "venue-volklinger-hutte"),
    }


def test_sessions_are_counted_in_their_event(record: Make, triples: Callable[..., Triples]) -> None:
    events = (
        Event(id="e1", title="Colloque"),
        Event(id="s1", title="Ouverture", part_of="e1"),
        Event(id="s2", title="Table ronde", part_of="e1"),
        Event(id="s2a", title="Exposé", part_of="s2"),
        Event(id="s3", title="Clôture", part_of="e1"),
    )
    made = triples(record(events=events))
    places = {s: o for s, p, o in made if p == "position"}
    assert places == {
        "event-s1": "1^^integer",
        "event-s2": "2^^integer",
        "event-s2a": "1^^integer",
        "event-s3": "3^^integer",
    }
    assert {o for s, p, o in made if s == "event-s2a" and p in ("type", "partOf")} == {"Event", "Session", "event-s2"}
    assert ("event-e1", "type", "Session") not in made


@pytest.mark.parametrize(
    ("qualifier", "said"),
    [
        (Qualifier.EXACT, {("value", "50^^integer")}),
        (Qualifier.ABOUT, {("value", "50^^integer"), ("approximate", "true^^boolean")}),
        (Qualifier.AT_LEAST, {("minValue", "50^^integer")}),
        (Qualifier.AT_MOST, {("maxValue", "50^^integer")}),
    ],
)
def test_headcounts(
    qualifier: Qualifier,
    said: set[tuple[str, str]],
    record: Make,
    triples: Callable[..., Triples],
    evidence: Evident,
) -> None:
    words = "une cinquantaine de personnes"
    event = Event(
        id="e1", title="Colloque", attendance=Attendance(value=50, qualifier=qualifier), evidence=evidence(words)
    )
    made = triples(record(events=(event,)))
    (node,) = {o for s, p, o in made if s == "event-e1" and p == "headcount"}
    assert said_of(node, made) == {("type", "Headcount"), *said}
    assert (node, "asStated", f"{words}@fr") in made
    assert [t for t in made if t[0] == node and t[1] == "evidence"]


def test_a_headcount_rests_on_the_passage_that_states_it(
    record: Make, triples: Callable[..., Triples], evidence: Evident
) -> None:
    title, words = evidence("Colloque"), evidence("une cinquantaine de personnes")
    event = Event(id="e1", title="Colloque", attendance=Attendance(value=50), evidence=(*title, *words))
    made = triples(record(events=(event,)))
    (node,) = {o for s, p, o in made if s == "event-e1" and p == "headcount"}
    assert (node, "asStated", "une cinquantaine de personnes@fr") in made


def test_a_body_in_whose_house_one_meets_is_a_venue_too(record: Make, triples: Callable[..., Triples]) -> None:
    made = triples(record(events=(Event(id="e1", title="Colloque", venue="ARG"),)))
    assert ("event-e1", "location", "organisation-agence-rive-gauche") in made
    assert ("organisation-agence-rive-gauche", "type", "Venue") in made


def test_a_project_that_events_belong_to_is_a_series_too(record: Make, triples: Callable[..., Triples]) -> None:
    project = Mention(type=EntityType.PROJECT, name="Frontières")
    made = triples(record(mentions=(project,), events=(Event(id="e1", title="Colloque", series="Frontières"),)))
    assert said_of("project-frontieres", made) >= {("type", "Project"), ("type", "Series")}


def test_a_treaty_is_mentioned_by_the_event_in_whose_part_of_the_page_it_stands(
    record: Make, triples: Callable[..., Triples], evidence: Evident
) -> None:
    events = (
        Event(id="e1", title="Colloque", evidence=evidence("Colloque")),
        Event(id="e2", title="Table ronde", evidence=evidence("Table ronde")),
        Event(id="e3", title="Fin", evidence=evidence("Fin")),
    )
    treaty = "instrument-traite-d-aix-la-chapelle"
    assert {t for t in triples(record(events=events)) if t[1] == "mentions"} == {("event-e2", "mentions", treaty)}
    only_later = triples(record(events=(replace(events[2], part_of=None),)))
    assert {t for t in only_later if t[1] == "mentions"} == {("event-e3", "mentions", treaty)}
    assert not [t for t in triples(record(events=())) if t[1] == "mentions"]
