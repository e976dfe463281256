import json
from typing import Any, TypeVar

from hypothesis import given, settings
from hypothesis import strategies as st

from kg import jsonl
from kg.model import (
    Attendance,
    Document,
    EntityType,
    Event,
    EventKind,
    Evidence,
    Factuality,
    Mention,
    Participation,
    Passage,
    Position,
    Qualifier,
    Record,
    Role,
    Span,
)
from kg.records import from_json, to_json
from kg.text.normal import sha256, slug, stored

T = TypeVar("T")
law = settings(derandomize=True, database=None, deadline=None, max_examples=150)

# Surrogates are left out: no UTF-8 file can hold them. Control characters stay in: pages have them.
CHARACTERS = st.characters(exclude_categories=["Cs"])
# An empty name is left out: in a record "" stands for none.
NAMES = st.text(CHARACTERS, min_size=1, max_size=12)
# The record is about what people wrote in the last centuries; Python knows no year 0.
DAYS = st.dates().map(lambda day: day.isoformat())
TIMES = st.datetimes().map(lambda time: time.isoformat(timespec="minutes"))
# Figures have two digits in a file, and a reviewed record has none.
SURE = st.none() | st.integers(0, 100).map(lambda hundredths: hundredths / 100)
WHEN = st.one_of(DAYS, TIMES, DAYS.map(lambda day: day[:4]), DAYS.map(lambda day: day[:7]))
# An id must name a file and a part of an IRI: it has a letter or digit, and no slash.
IDS = NAMES.filter(
    lambda name: slug(name) != "" and name.isprintable() and not set(name) & set("/\\") and name[0] != "."
)


def maybe(strategy: st.SearchStrategy[T]) -> st.SearchStrategy[T | None]:
    return st.none() | strategy


@st.composite
def spans(draw: st.DrawFn, text: str) -> Span:
    start = draw(st.integers(0, len(text) - 1))
    return Span(start, draw(st.integers(start + 1, len(text))))


@st.composite
def documents(draw: st.DrawFn) -> Document:
    # A text without a character has no spans; the records of empty pages have a test of their own.
    text = stored(draw(st.text(CHARACTERS, min_size=1, max_size=60)))
    return Document(
        id=draw(IDS),
        language=draw(st.sampled_from(["fr", "de", "en", "lb"])),
        text=text,
        sha256=sha256(text),
        title=draw(maybe(NAMES)),
        source=draw(st.sampled_from([None, "https://example.org/a", "http://example.org/é b"])),
        published=draw(maybe(DAYS)),
        retrieved=draw(maybe(TIMES)),
    )


@st.composite
def events(draw: st.DrawFn, names: list[str], evidence: st.SearchStrategy[Evidence]) -> tuple[Event, ...]:
    made: list[Event] = []
    for event_id in draw(st.lists(NAMES, max_size=4, unique=True)):
        made.append(
            Event(
                id=event_id,
                title=draw(st.text(CHARACTERS, max_size=12)),
                kind=draw(maybe(st.sampled_from(EventKind))),
                # An event is part of an earlier one, so that none is part of itself.
                part_of=draw(st.sampled_from([None, *(event.id for event in made)])),
                start=draw(maybe(WHEN)),
                end=draw(maybe(WHEN)),
                place=draw(st.sampled_from([None, *names])),
                venue=draw(st.sampled_from([None, *names])),
                series=draw(st.sampled_from([None, *names])),
                attendance=draw(
                    maybe(st.builds(Attendance, value=st.integers(0, 10**6), qualifier=st.sampled_from(Qualifier)))
                ),
                evidence=draw(evidence),
                confidence=draw(SURE),
            )
        )
    return tuple(made)


@st.composite
def records(draw: st.DrawFn) -> Record:
    document = draw(documents())
    evidence = st.lists(spans(document.text), max_size=2).map(tuple)
    mentions = draw(
        st.lists(
            st.builds(
                Mention,
                type=st.sampled_from(EntityType),
                name=NAMES,
                aliases=st.lists(NAMES, max_size=2).map(tuple),
                evidence=evidence,
                confidence=SURE,
            ),
            max_size=5,
        )
    )
    # A person is no place and no body, and nothing but a person holds an office.
    people = [m.name for m in mentions if m.type is EntityType.PERSON]
    bodies = [n for m in mentions if m.type is not EntityType.PERSON for n in (m.name, *m.aliases)]
    made = draw(events(bodies, evidence))
    participations = st.builds(
        Participation,
        agent=st.sampled_from([None, *people, *bodies]),
        event=st.sampled_from([e.id for e in made] or [""]),
        role=st.sampled_from(Role),
        position=NAMES,  # with neither agent nor organisation nor position it would say nobody
        organization=st.sampled_from([None, *bodies]),
        evidence=evidence,
        confidence=SURE,
    )
    positions = st.builds(
        Position,
        person=st.sampled_from(people or [""]),
        position=NAMES,
        organization=st.sampled_from([None, *bodies]),
        start=maybe(WHEN),
        end=maybe(WHEN),
        evidence=evidence,
        confidence=SURE,
    )
    made_record = Record(
        document=document,
        mentions=tuple(mentions),
        events=made,
        participations=tuple(draw(st.lists(participations, max_size=3 if made else 0))),
        positions=tuple(draw(st.lists(positions, max_size=3 if people else 0))),
        factuality=draw(st.sampled_from(Factuality)),
        passages=tuple(
            draw(
                st.lists(
                    st.builds(Passage, span=spans(document.text), factuality=st.sampled_from(Factuality)), max_size=2
                )
            )
        ),
    )
    return made_record.as_reviewed() if draw(st.booleans()) else made_record


def through_a_file(value: dict[str, Any]) -> Any:
    return json.loads(jsonl.page(value).encode("utf-8"))


@law
@given(records())
def test_a_record_comes_back_from_its_file_as_it_was(record: Record) -> None:
    assert from_json(through_a_file(to_json(record)), "here") == record


@law
@given(records())
def test_the_same_record_gives_the_same_bytes(record: Record) -> None:
    assert jsonl.page(to_json(from_json(to_json(record), "here"))) == jsonl.page(to_json(record))


def test_the_record_of_an_empty_page() -> None:
    record = Record(document=Document(id="empty", language="de", text="", sha256=sha256("")))
    assert from_json(through_a_file(to_json(record)), "here") == record
