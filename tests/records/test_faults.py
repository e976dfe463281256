import re
from collections.abc import Callable
from typing import Any

import pytest

from kg.records.faults import faults
from kg.text.normal import sha256

Raw = dict[str, Any]


def at(raw: Raw, path: str) -> tuple[Any, str | int]:
    """The container and the key that a path such as `events.0.start` names."""
    *above, last = [int(part) if part.isdigit() else part for part in path.split(".")]
    for part in above:
        raw = raw[part]  # type: ignore[index]
    return raw, last


def put(path: str, value: Any) -> Callable[[Raw], None]:
    def change(raw: Raw) -> None:
        container, key = at(raw, path)
        container[key] = value

    return change


def drop(path: str) -> Callable[[Raw], None]:
    def change(raw: Raw) -> None:
        container, key = at(raw, path)
        del container[key]

    return change


FORM = [
    (drop("document"), "the record: 'document' is a required property"),
    (drop("positions"), "the record: 'positions' is a required property"),
    (put("people", []), "the record: Additional properties are not allowed ('people' was unexpected)"),
    (put("document.language", "français"), "document.language: 'français' does not match '^[a-z]{2}$'"),
    (put("document.sha256", "abc"), "document.sha256: 'abc' does not match '^[0-9a-f]{64}$'"),
    (put("document.factuality", "maybe"), "document.factuality: 'maybe' is not one of ['announced', "),
    (put("entities.0.type", "Human"), "entities[0].type: 'Human' is not one of ['Person', "),
    (put("entities.0.name", ""), "entities[0].name: '' should be non-empty"),
    (put("entities.0.evidence", [[3]]), "entities[0].evidence[0]: [3] is too short"),
    (put("entities.0.evidence", [[-1, 3]]), "entities[0].evidence[0][0]: -1 is less than the minimum of 0"),
    (put("events.0.kind", "party"), "events[0].kind: 'party' is not one of ['conference', "),
    (put("events.0.start", "14 mai 2024"), "events[0].start: '14 mai 2024' is no date (write 2019-11-21, 2019-11 or"),
    (put("events.0.start", "13.3.2023"), "events[0].start: '13.3.2023' is no date (write 2023-03-13, 2023-03 or 2023)"),
    (put("events.0.end", "31/02/2023"), "events[0].end: '31/02/2023' is no date (write 2019-11-21, 2019-11 or 2019)"),
    (put("entities.0.evidence", [""]), "entities[0].evidence[0]: '' should be non-empty"),
    (put("events.0.attendance", {"value": "50"}), "events[0].attendance.value: '50' is not of type 'integer'"),
    (put("participations.0.role", "guest"), "participations[0].role: 'guest' is not one of ['organizer', "),
    (drop("participations.0.agent"), "participations[0]: 'agent' is a required property"),
    (put("positions.0.office", "maire"), "positions[0]: Additional properties are not allowed ('office' was"),
]

MEANING = [
    (put("document.id", "../a"), "document.id: '../a' can name no file: write letters, digits and hyphens"),
    (put("document.id", "…"), "document.id: '…' can name no file"),
    (put("document.id", ".a"), "document.id: '.a' can name no file"),
    (put("document.source", "www.example.org"), "document.source: 'www.example.org' is no web address (https://...)"),
    (put("document.published", "mai 2024"), "document.published: 'mai 2024' is no date"),
    (put("document.retrieved", "20240502"), "document.retrieved: '20240502' is no date"),
    (put("events.1.id", "e1"), "events[1]: the id 'e1' stands twice"),
    (put("events.1.part_of", "e9"), "events[1].part_of: unknown event 'e9' (this record has e1, s1)"),
    (put("participations.0.event", "s9"), "participations[0].event: unknown event 's9' (this record has e1, s1)"),
    (put("events", []), "participations[0].event: unknown event 's1' (this record has none)"),
    (put("events.0.part_of", "s1"), "events: e1 is part of s1 is part of e1"),
    (put("events.0.part_of", "e1"), "events: e1 is part of e1"),
    (put("events.0.place", "Nancy"), "events[0].place: 'Nancy' is the name of no entity of this record"),
    (put("events.0.venue", ["Metz", "Nancy"]), "events[0].venue: 'Nancy' is the name of no entity of this record"),
    (put("events.0.place", "Anne Weiss"), "events[0].place: 'Anne Weiss' is a Person"),
    (put("participations.0.agent", "Weiss"), "participations[0].agent: 'Weiss' is the name of no entity"),
    (put("participations.0.organization", "Mme Weiss"), "participations[0].organization: 'Mme Weiss' is a Person"),
    (put("positions.0.person", "ARG"), "positions[0].person: 'ARG' is no Person (but Organization)"),
    (put("positions.0.organization", "AGR"), "positions[0].organization: 'AGR' is the name of no entity"),
    (
        put("participations.0", {"agent": None, "event": "e1", "role": "host", "position": ""}),
        "participations[0]: says nobody: no agent, no position and no organization",
    ),
    (put("positions.0.position", None), "positions[0].position: names no office"),
    (put("events.0.start", "2024-02-30"), "events[0].start: '2024-02-30' is no date (write 2019-11-21, 2019-11 or"),
    (put("events.0.end", ["2024-05-14", "2024-13"]), "events[0].end: '2024-13' is no date"),
    (put("events.0.end", "2024-05-14T25:00"), "events[0].end: '2024-05-14T25:00' is no date"),
    (put("positions.0.start", "mai 2024"), "positions[0].start: 'mai 2024' is no date"),
    (put("text", "Pre\u0301fet"), "text: not in normal form NFC with line feeds"),
    (put("document.sha256", sha256("another text")), "text: not the text that document.sha256 was taken of"),
    (put("entities.0.evidence", [[0, 999]]), "entities[0].evidence: [0, 999] lies outside the text of 82 characters"),
    (put("events.0.evidence", [[4, 4]]), "events[0].evidence: [4, 4] lies outside the text of 82 characters"),
    (put("positions.0.evidence", ["maire"]), "positions[0].evidence: the text does not have the words 'maire'"),
    (put("positions.0.evidence", ["  "]), "positions[0].evidence: the text does not have the words '  '"),
    (put("positions.0.evidence", ["An"]), "positions[0].evidence: the text does not have the words 'An'"),
    (
        put("document.passages", [{"start": 9, "end": 4, "factuality": "reported"}]),
        "document.passages[0]: [9, 4] lies outside the text",
    ),
]

SOUND = [
    ("entities.2.optional", True),
    ("document.publisher", "further keys of the document are left alone"),
    ("events.0.place", ["Metz", ""]),
    ("events.0.start", ["2024", "2024-05"]),
    ("events.0.place", None),
    ("positions.0.start", "2019"),
    ("positions.0.end", "2024-05-14"),
    ("participations.0.agent", None),
    ("document.source", "https://example.org/"),
    ("document.retrieved", "2024-05-20T08:00:00+02:00"),
]


def test_the_record_that_the_others_break_is_sound(raw: Raw) -> None:
    assert faults(raw) == []


@pytest.mark.parametrize(("path", "value"), SOUND)
def test_sound(path: str, value: Any, raw: Raw) -> None:
    put(path, value)(raw)
    assert faults(raw) == []


@pytest.mark.parametrize(("change", "message"), [pytest.param(*case, id=case[1]) for case in (*FORM, *MEANING)])
def test_fault(change: Callable[[Raw], None], message: str, raw: Raw) -> None:
    change(raw)
    found = faults(raw)
    assert [fault for fault in found if fault.startswith(message)], found


@pytest.mark.parametrize("value", [None, [], "a record", 3])
def test_what_is_no_object_at_all(value: Any) -> None:
    assert [fault for fault in faults(value) if fault.startswith("the record: ")]


def test_all_faults_are_told_at_once(raw: Raw) -> None:
    put("events.0.place", "Nancy")(raw)
    put("participations.0.event", "s9")(raw)
    put("positions.0.position", "")(raw)
    assert len(faults(raw)) == 3


def test_a_fault_of_form_hides_no_other(raw: Raw) -> None:
    put("participations.0.role", "guest")(raw)
    put("participations.0.organization", "AGR")(raw)
    put("positions.0.evidence", [[0, 999]])(raw)
    put("events.0.start", "13.3.2023")(raw)
    assert [fault.partition(": ")[0] for fault in faults(raw)] == [
        "events[0].start",
        "participations[0].role",
        "participations[0].organization",
        "positions[0].evidence",
    ]


def test_words_that_stand_there_twice_are_told_with_their_places(raw: Raw) -> None:
    put("text", raw["text"] + "\nAnne Weiss\n(ARG)")(raw)
    put("positions.0.evidence", ["Anne Weiss"])(raw)
    put("participations.0.evidence", ["présidente,"])(raw)
    assert faults(raw) == [
        "positions[0].evidence: the words 'Anne Weiss' stand in the text 2 times: write more of them, or the place "
        "that is meant: [33, 43] in line 1; [83, 93] in line 2"
    ]


def test_a_record_in_pieces_is_looked_at_as_far_as_it_goes(raw: Raw) -> None:
    drop("positions.0.person")(raw)
    put("participations.0.event", "s9")(raw)
    found = faults(raw)
    assert [fault for fault in found if fault.startswith("positions[0]: 'person' is a required")]
    assert [fault for fault in found if fault.startswith("participations[0].event: unknown")]


def test_a_fault_is_one_line(raw: Raw) -> None:
    put("events.0.place", "two\nlines")(raw)
    assert not [fault for fault in faults(raw) if re.search(r"\n", fault)]
