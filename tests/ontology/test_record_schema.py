"""The JSON Schema of records: it takes what the format allows and says no to the rest."""

import json
import os
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from kg.model import EntityType, EventKind, Factuality, Qualifier, Role

ROOT = Path(__file__).resolve().parents[2]
SHARED = Path(os.environ.get("KG_SHARED", ROOT.parent / "shared"))
SCHEMA: dict[str, Any] = json.loads((ROOT / "ontology" / "record.schema.json").read_text("utf-8"))
OURS = Draft202012Validator(SCHEMA)
SMALL: dict[str, Any] = {
    "document": {
        "id": "forum",
        "language": "de",
        "title": None,
        "sha256": "0" * 64,
        "retrieved": "2024-03-13T08:00:00Z",
        "factuality": "announced",
        "passages": [{"start": 0, "end": 5, "factuality": "reported"}],
        "reviewed": True,
        "confidence": {"entities": [0.9], "events": [None], "participations": [1], "positions": [0]},
    },
    "text": "Forum mit Erika Beispiel",
    "entities": [{"type": "Person", "name": "Erika Beispiel", "aliases": ["Beispiel"], "evidence": [[10, 24]]}],
    "events": [{"id": "e1", "title": "Forum", "start": "2024-03", "attendance": {"value": 50, "qualifier": "about"}}],
    "participations": [{"agent": "Erika Beispiel", "event": "e1", "role": "speaker", "organization": ["", "Kammer"]}],
    "positions": [{"person": "Erika Beispiel", "position": "Präsidentin", "start": "2020"}],
}


def changed(path: str, value: Any) -> dict[str, Any]:
    """The small record with one value set; `path` is such as `events/0/kind`."""
    record = json.loads(json.dumps(SMALL))
    *way, last = path.split("/")
    place = record
    for step in way:
        place = place[int(step) if isinstance(place, list) else step]
    place[last] = value
    return dict(record)


def test_schema_is_one() -> None:
    Draft202012Validator.check_schema(SCHEMA)


def test_small_record_is_taken() -> None:
    assert list(OURS.iter_errors(SMALL)) == []


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("document/id", ""),
        ("document/language", "deu"),
        ("document/sha256", "abc"),
        ("document/factuality", "rumoured"),
        ("document/passages", [{"start": 0, "end": 5}]),
        ("document/passages", [{"start": -1, "end": 5, "factuality": "reported"}]),
        ("document/reviewed", "yes"),
        ("document/confidence", [0.9]),
        ("document/confidence/events", [1.1]),
        ("document/confidence/events", ["high"]),
        ("document/confidence/places", [0.5]),
        ("entities/0/type", "Dog"),
        ("entities/0/name", ""),
        ("entities/0/evidence", [[1]]),
        ("entities/0/evidence", [[-1, 2]]),
        ("entities/0/colour", "red"),
        ("events/0/kind", "party"),
        ("events/0/start", "12. März"),
        ("events/0/start", ["2024", "bald"]),
        ("events/0/attendance", {"qualifier": "about"}),
        ("events/0/attendance", {"value": -1}),
        ("participations/0/role", "bouncer"),
        ("participations/0/event", None),
        ("positions/0/person", None),
        ("extra", []),
    ],
)
def test_wrong_value_is_refused(path: str, value: Any) -> None:
    assert list(OURS.iter_errors(changed(path, value))) != []


@pytest.mark.parametrize("key", ["document", "entities", "events", "participations", "positions"])
def test_missing_part_is_refused(key: str) -> None:
    assert list(OURS.iter_errors({k: v for k, v in SMALL.items() if k != key})) != []


def test_lists_are_those_of_the_model() -> None:
    of = {name: SCHEMA["properties"][name]["items"]["properties"] for name in ("entities", "events", "participations")}
    assert set(of["entities"]["type"]["enum"]) == {e.value for e in EntityType}
    assert set(of["events"]["kind"]["enum"]) == {e.value for e in EventKind} | {None}
    assert set(of["events"]["attendance"]["properties"]["qualifier"]["enum"]) == {e.value for e in Qualifier}
    assert set(of["participations"]["role"]["enum"]) == {e.value for e in Role}
    assert set(SCHEMA["$defs"]["factuality"]["enum"]) == {e.value for e in Factuality}


def test_hand_made_records_are_taken_and_the_shared_schema_agrees() -> None:
    if not (SHARED / "corpus").is_dir():
        pytest.skip("no ../shared/corpus beside the checkout")
    theirs = Draft202012Validator(json.loads((SHARED / "corpus" / "record.schema.json").read_text("utf-8")))
    files = sorted(SHARED.rglob("*.gold.json"))
    records = {file.name: json.loads(file.read_text("utf-8")) for file in files}
    assert records != {}
    assert [(name, e.message) for name, record in records.items() for e in OURS.iter_errors(record)] == []
    assert list(theirs.iter_errors(SMALL)) == []
