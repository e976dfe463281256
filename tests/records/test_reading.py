import json
from pathlib import Path
from typing import Any

import pytest

from kg.errors import ContentError, InputError
from kg.model import Factuality, Passage, Qualifier, Span
from kg.records import from_json, read, to_json

Raw = dict[str, Any]


def test_read_names_the_file_and_the_unknown_event(raw: Raw, tmp_path: Path) -> None:
    raw["participations"][0]["event"] = "s9"
    path = tmp_path / "a.json"
    path.write_text(json.dumps(raw), "utf-8")
    with pytest.raises(ContentError, match=r"a\.json: participations\[0\]\.event: unknown event 's9'") as caught:
        read(path)
    assert "docs/record.md" in caught.value.hint
    assert "\n" not in str(caught.value)


def test_read_says_where_it_is_no_json(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text('{"document": {},\n "text": }', "utf-8")
    with pytest.raises(InputError, match=r"a\.json: line 2, column 10: "):
        read(tmp_path / "a.json")


def test_read_of_a_missing_file(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no such file"):
        read(tmp_path / "a.json")


def test_of_many_faults_thirty_are_told_and_the_rest_counted(raw: Raw) -> None:
    raw["participations"] = [raw["participations"][0] | {"event": f"s{i}"} for i in range(10, 43)]
    with pytest.raises(ContentError, match=r"^here: .*'s10'.*'s39' [^;]* \(and 3 more\)\. "):
        from_json(raw, "here")


def test_evidence_may_be_given_by_its_words(raw: Raw) -> None:
    raw["text"] = raw["text"].replace("présidente, Agence", "présidente,\nAgence")
    raw["participations"][0]["evidence"] = ["Anne Weiss, pre\u0301sidente, Agence  Rive Gauche", [0, 9]]
    evidence = from_json(raw, "here").participations[0].evidence
    assert evidence == (Span(33, 75), Span(0, 9))
    assert raw["text"][33:75] == "Anne Weiss, présidente,\nAgence Rive Gauche"
    assert to_json(from_json(raw, "here"))["participations"][0]["evidence"] == [[33, 75], [0, 9]]


def test_of_several_right_values_the_first_is_taken(raw: Raw) -> None:
    raw["events"][0] |= {"place": ["Metz", ""], "start": ["2024-05", "2024"], "venue": ["", "Metz"], "series": []}
    raw["participations"][0]["position"] = ["présidente", "présidente de l'agence"]
    raw["positions"][0]["organization"] = ["", "ARG"]
    record = from_json(raw, "here")
    event = record.events[0]
    assert (event.place, event.start, event.venue, event.series) == ("Metz", "2024-05", None, None)
    assert record.participations[0].position == "présidente"
    assert record.positions[0].organization is None


def test_what_is_not_said_is_none(raw: Raw) -> None:
    raw["positions"][0] |= {"start": "", "end": None}
    record = from_json(raw, "here")
    assert (record.positions[0].start, record.positions[0].end) == (None, None)
    assert record.document.source is None
    assert record.events[0].attendance is None
    assert record.events[1].evidence == ()
    assert not record.reviewed
    assert record.factuality is Factuality.ANNOUNCED


def test_attendance_without_a_qualifier_is_exact(raw: Raw) -> None:
    raw["events"][0]["attendance"] = {"value": 50}
    attendance = from_json(raw, "here").events[0].attendance
    assert attendance is not None
    assert attendance.qualifier is Qualifier.EXACT


def test_passages_and_review(raw: Raw) -> None:
    raw["document"] |= {
        "factuality": "announced",
        "passages": [{"start": 0, "end": 32, "factuality": "reported"}],
        "reviewed": True,
    }
    record = from_json(raw, "here")
    assert record.passages == (Passage(span=Span(0, 32), factuality=Factuality.REPORTED),)
    assert record.reviewed


def test_a_record_without_its_text(raw: Raw) -> None:
    del raw["text"]
    for facet in ("entities", "events", "participations", "positions"):
        for item in raw[facet]:
            item.pop("evidence", None)
    assert from_json(raw, "here").document.text == ""


def test_hand_made_records_of_the_corpus_are_read(shared: Path) -> None:
    files = sorted((shared / "corpus" / "dev").glob("*.gold.json"))
    assert len(files) > 10
    for file in files:
        assert read(file).mentions


SURE = {"entities": [0.9, None, 0.5], "events": [1, 0], "participations": [0.25], "positions": [0.75]}


def test_confidence_stands_beside_the_items(raw: dict[str, Any]) -> None:
    raw["document"]["confidence"] = SURE
    record = from_json(raw, "here")
    assert [m.confidence for m in record.mentions] == [0.9, None, 0.5]
    assert [p.confidence for p in record.positions] == [0.75]
    assert to_json(record)["document"]["confidence"] == SURE


@pytest.mark.parametrize("changes", [{"events": [1]}, {"events": []}, {"positions": [0.1, 0.2]}])
def test_confidence_of_other_lengths_is_left_aside(raw: dict[str, Any], changes: dict[str, list[float]]) -> None:
    raw["document"]["confidence"] = SURE | changes
    record = from_json(raw, "here")
    assert {m.confidence for m in record.mentions} == {None}
    assert "confidence" not in to_json(record)["document"]


def test_a_reviewed_record_has_no_confidence(raw: dict[str, Any]) -> None:
    raw["document"] |= {"confidence": SURE}
    assert from_json(raw, "here").as_reviewed().participations[0].confidence is None
    raw["document"]["reviewed"] = True
    record = from_json(raw, "here")
    assert record.participations[0].confidence is record.positions[0].confidence is None
    assert "confidence" not in to_json(record)["document"]


@pytest.mark.parametrize("value", [[1.5], [-0.1], ["sure"], 0.5, {"a": 1}])
def test_a_figure_that_is_none_is_a_fault(raw: dict[str, Any], value: object) -> None:
    raw["document"]["confidence"] = SURE | {"participations": value}
    with pytest.raises(ContentError, match=r"document\.confidence\.participations"):
        from_json(raw, "here")
