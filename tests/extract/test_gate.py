"""The gate: what may enter a record, what is agreement, and every reason for which a candidate is refused."""

from typing import Any

import pytest

from kg.extract import Candidate
from kg.extract.agreement import Witness
from kg.extract.gate import Gated, admit
from kg.model import Document, EntityType, Event, Mention, Participation, Position, Record, Role, Severity, Span
from kg.records import from_json, to_json
from kg.text.normal import sha256

TEXT = (
    "Abend der Nachbarn\n\nFreitag, 7. Juni 2024, 19 Uhr, Rathaus Perl\n\n"
    "Begrüßung: Karin Muster, Bürgermeisterin der Gemeinde Perl\n\n"
    "Es spricht Jean Exemple, Leiter des Amts für Brückenbau, über Wege am Fluss.\n\n"
    "Karin Muster dankt dem Amt für Brückenbau.\n"
)


def at(words: str) -> tuple[Span, ...]:
    """The place of some words as evidence."""
    start = TEXT.index(words)
    return (Span(start, start + len(words)),)


@pytest.fixture
def record() -> Record:
    return Record(
        document=Document(id="abend", language="de", text=TEXT, sha256=sha256(TEXT)),
        mentions=(
            Mention(type=EntityType.PERSON, name="Karin Muster", evidence=at("Karin Muster")),
            Mention(type=EntityType.TERRITORY, name="Perl", evidence=at("Perl")),
        ),
        events=(Event(id="e0", title="Abend der Nachbarn", start="2024-06-07", evidence=at("Abend der Nachbarn")),),
        participations=(
            Participation(agent="Karin Muster", event="e0", role=Role.SPEAKER, evidence=at("Begrüßung: Karin Muster")),
        ),
        positions=(
            Position(person="Karin Muster", position="Bürgermeisterin", evidence=at("Karin Muster, Bürgermeisterin")),
        ),
    )


SPEAKER = "Jean Exemple, Leiter des Amts für Brückenbau"


def propose(record: Record, facet: str, quote: str, at: int | None = None, **fields: Any) -> Candidate:
    start = record.document.text.find(quote) if at is None else at
    return Candidate(facet=facet, fields=fields, quote=quote, start=max(start, 0), end=max(start, 0) + len(quote))


def gated(record: Record, *candidates: Candidate) -> Gated:
    return admit(record, candidates, by="tester")


def speaker(record: Record) -> tuple[Candidate, ...]:
    return (
        propose(record, "participations", SPEAKER, agent="Jean Exemple", event="Abend der Nachbarn", role="speaker",
                position="Leiter", organization="Amt für Brückenbau"),
        propose(record, "positions", SPEAKER, person="Jean Exemple", position="Leiter"),
        propose(record, "entities", "Jean Exemple", type="Person", name="Jean Exemple"),
        propose(record, "entities", "dem Amt für Brückenbau", type="Organization", name="Amt für Brückenbau"),
        propose(record, "events", "über Wege am Fluss", title="Wege am Fluss", part_of="Abend der Nachbarn",
                start="2024-06-07T19:00", kind="talk", place="Perl"),
    )  # fmt: skip


def test_what_stands_in_the_text_enters_whatever_the_order(record: Record) -> None:
    out = gated(record, *speaker(record))
    assert out.issues == ()
    assert {m.name for m in out.record.mentions} == {"Karin Muster", "Perl", "Jean Exemple", "Amt für Brückenbau"}
    assert [(p.agent, p.event, p.role, p.organization) for p in out.record.participations][1:] == [
        ("Jean Exemple", "e0", Role.SPEAKER, "Amt für Brückenbau")
    ]
    assert out.record.positions[1].position == "Leiter"
    talk = out.record.events[1]
    assert (talk.title, talk.part_of, talk.start, talk.place) == ("Wege am Fluss", "e0", "2024-06-07T19:00", "Perl")
    assert {w.witness for w in out.witnessed} == {Witness.NO_RULE}


def test_a_record_after_the_gate_is_sound(record: Record) -> None:
    out = gated(record, *speaker(record)).record
    assert from_json(to_json(out), "gated") == out


def test_the_order_of_proposals_changes_nothing(record: Record) -> None:
    assert gated(record, *reversed(speaker(record))).record == gated(record, *speaker(record)).record


def test_what_the_rules_found_too_is_agreement(record: Record) -> None:
    out = gated(
        record,
        propose(record, "entities", "Karin Muster", type="Person", name="KARIN MUSTER"),
        propose(record, "events", "Abend der Nachbarn", title="Abend der Nachbarn"),
        propose(record, "participations", "Begrüßung: Karin Muster", agent="Karin Muster", event="e0", role="speaker"),
        propose(record, "positions", "Karin Muster, Bürgermeisterin der Gemeinde Perl", person="Karin Muster",
                position="Bürgermeisterin", organization="Perl"),
    )  # fmt: skip
    assert (out.record, out.issues) == (record, ())
    assert [w.witness for w in out.witnessed] == [Witness.EXTRACTOR] * 4


def test_the_same_proposal_twice_is_one_item_and_no_agreement(record: Record) -> None:
    one = propose(record, "entities", "Jean Exemple", type="Person", name="Jean Exemple")
    out = gated(record, one, one)
    assert len(out.record.mentions) == 3
    assert [w.witness for w in out.witnessed] == [Witness.NO_RULE]


@pytest.mark.parametrize(
    ("facet", "quote", "fields", "reason"),
    [
        ("entities", "Frau Niemand", {"type": "Person", "name": "Niemand"}, "does not stand in the text"),
        ("entities", "", {"type": "Person", "name": "x"}, "no quote"),
        ("entities", "Jean Exemple", {"type": "Person", "name": "Jeanne Exemple"}, "does not stand in its quote"),
        ("entities", "Jean Exemple", {"type": "Person", "name": "an Exem"}, "does not stand in its quote"),
        ("entities", "Jean Exemple", {"type": "Robot", "name": "Jean Exemple"}, "is no type"),
        ("entities", "Jean Exemple", {"type": "Person"}, "gives no name"),
        ("entities", "Jean Exemple", {"type": "Person", "name": "  "}, "gives no name"),
        ("entities", "Jean Exemple", {"type": "Person", "name": 7}, "name is no text"),
        ("entities", "Jean Exemple", {"type": "Person", "name": "Jean Exemple", "age": "7"}, "'age' is unknown"),
        ("entities", "Karin Muster", {"type": "Venue", "name": "Karin Muster"}, "is known as Person"),
        ("friends", "Karin Muster", {"name": "Karin Muster"}, "a record has no 'friends'"),
        ("events", "Wege am Fluss", {"title": "Wege am Meer"}, "does not stand in its quote"),
        ("events", "Wege am Fluss", {"title": "Wege am Fluss", "start": "2025-06-07"}, "year 2025"),
        ("events", "Wege am Fluss", {"title": "Wege am Fluss", "start": "2024-06-08"}, "day 2024-06-08"),
        ("events", "Wege am Fluss", {"title": "Wege am Fluss", "start": "2024-06-07T20:00"}, "time 20:00"),
        ("events", "Wege am Fluss", {"title": "Wege am Fluss", "start": "tomorrow"}, "is no date"),
        ("events", "Wege am Fluss", {"title": "Wege am Fluss", "kind": "party"}, "is no kind"),
        ("events", "Wege am Fluss", {"title": "Wege am Fluss", "part_of": "Gipfel"}, "is no event"),
        ("events", "Wege am Fluss", {"title": "Wege am Fluss", "place": "Metz"}, "name of no Territory"),
        ("participations", SPEAKER, {"agent": "Jean Exemple", "event": "e0", "role": "speaker"}, "name of no Person"),
        ("participations", SPEAKER, {"agent": "Karin Muster", "event": "e0", "role": "speaker"}, "stand in its quote"),
        ("participations", SPEAKER, {"event": "e0", "role": "speaker"}, "says nobody"),
        ("participations", SPEAKER, {"position": "Leiter", "event": "e9", "role": "speaker"}, "is no event"),
        ("participations", SPEAKER, {"position": "Leiter", "event": "e0", "role": "boss"}, "is no role"),
        ("participations", SPEAKER, {"position": "Chef", "event": "e0", "role": "speaker"}, "position 'Chef'"),
        ("participations", "Begrüßung: Karin Muster", {"agent": "Karin Muster", "event": "e0", "role": "moderator"},
         "is known there as speaker"),
        ("positions", SPEAKER, {"person": "Karin Muster", "position": "Leiter"}, "does not stand in its quote"),
        ("positions", "Karin Muster", {"person": "Karin Muster", "position": "Leiter"}, "position 'Leiter'"),
        ("positions", "Karin Muster, Bürgermeisterin", {"person": "Karin Muster", "position": "Bürgermeisterin",
         "start": "2024"}, "year '2024'"),
    ],
)  # fmt: skip
def test_a_reason_is_given_for_each_refusal(
    record: Record, facet: str, quote: str, fields: dict[str, Any], reason: str
) -> None:
    out = gated(record, propose(record, facet, quote, **fields))
    assert out.record == record
    (issue,) = out.issues
    assert reason in issue.message
    assert issue.severity is Severity.NOTE
    assert "tester" in issue.message


@pytest.mark.parametrize("place", [(1, 13), (0, 0), (-5, 7), (5, 2), (0, 10**9), (None, None), ("0", "12")])
def test_a_quote_at_another_place_is_refused(record: Record, place: tuple[Any, Any]) -> None:
    fields = {"type": "Person", "name": "Jean Exemple"}
    wrong = Candidate(facet="entities", fields=fields, quote="Jean Exemple", start=place[0], end=place[1])
    out = gated(record, wrong)
    assert out.record == record
    assert "stands 1 times" in out.issues[0].message


def test_an_unnamed_office_holder_needs_the_words_of_the_office(record: Record) -> None:
    out = gated(record, propose(record, "participations", SPEAKER, event="e0", role="attendee", position="Leiter"))
    assert [p.agent for p in out.record.participations] == ["Karin Muster", None]
