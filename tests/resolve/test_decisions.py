"""Decisions are read strictly and win over what is computed."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from kg import resolve
from kg.errors import DecisionError, InputError
from kg.model import EntityType, Judgement, MentionKey

if TYPE_CHECKING:
    from pathlib import Path

    from tests.resolve.conftest import Maker

LINE: dict[str, Any] = {
    "left": {"document": "a", "type": "Person", "name": "Anna Berg"},
    "right": "person-0123456789abcdef",
    "judgement": "same",
    "by": "A. B.",
    "on": "2024-05-06",
}


def written(folder: Path, *lines: object) -> Path:
    text = "\n".join(line if isinstance(line, str) else json.dumps(line) for line in lines)
    (folder / "d.jsonl").write_text(text + "\n", "utf-8")
    return folder


def test_lines_are_read_in_order(tmp_path: Path) -> None:
    other = LINE | {"judgement": "unsure", "reason": "no date", "withdrawn": True}
    first, second = resolve.load_decisions(written(tmp_path, LINE, "", other))
    assert first.left == MentionKey("a", EntityType.PERSON, "Anna Berg")
    assert (first.right, first.judgement, first.withdrawn) == ("person-0123456789abcdef", Judgement.SAME, False)
    assert (second.judgement, second.reason, second.withdrawn) == (Judgement.UNSURE, "no date", True)


@pytest.mark.parametrize(
    ("line", "what"),
    [
        ("{", "not JSON"),
        ([1], "keys and values"),
        (LINE | {"note": "x"}, "unknown key 'note'"),
        (LINE | {"judgement": "maybe"}, "unknown judgement 'maybe'"),
        (LINE | {"left": {"document": "a", "name": "b"}}, "'left' must be"),
        (LINE | {"left": {"document": "a", "type": "Town", "name": "b"}}, "unknown type 'Town'"),
        (LINE | {"left": LINE["right"]}, "the same"),
        (LINE | {"by": ""}, "'by' must be text"),
        (LINE | {"on": "yesterday"}, "must be a day"),
        (LINE | {"withdrawn": "no"}, "true or false"),
        (LINE | {"right": None}, "'right' must be"),
    ],
)
def test_a_line_out_of_order_is_named(tmp_path: Path, line: object, what: str) -> None:
    with pytest.raises(InputError) as caught:
        resolve.load_decisions(written(tmp_path, LINE, line))
    assert "d.jsonl: line 2" in caught.value.message
    assert what in caught.value.message
    assert "\n" not in str(caught.value)


def test_no_folder(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no such folder"):
        resolve.load_decisions(tmp_path / "missing")


def test_same_joins_and_is_asked_no_more(make: Maker) -> None:
    pages = [make.record("a", "P: Anna Berg"), make.record("b", "P: Anna Berg"), make.record("c", "P: A. Berg")]
    a, b, c = make.key("a", "P", "Anna Berg"), make.key("b", "P", "Anna Berg"), make.key("c", "P", "A. Berg")
    outcome = make.resolve(pages, decisions=[make.decision(a, "same", c), make.decision(b, "same", a)])
    assert len({outcome.id("a", "Anna Berg"), outcome.id("b", "Anna Berg"), outcome.id("c", "A. Berg")}) == 1
    assert outcome.issues == ()


def test_different_keeps_apart_whatever_agrees(make: Maker) -> None:
    lines = ("P: Anna Berg", "O: Kammer Saar", "! Anna Berg | Leiterin | Kammer Saar")
    pages = [make.record(document, *lines) for document in "abc"]
    a, b, c = (make.key(document, "P", "Anna Berg") for document in "abc")
    decisions = [make.decision(a, "different", b), make.decision(b, "same", c)]
    outcome = make.resolve(pages, decisions=decisions)
    assert outcome.id("c", "Anna Berg") == outcome.id("b", "Anna Berg") != outcome.id("a", "Anna Berg")
    assert outcome.issues == ()


def test_different_from_an_entry_leaves_a_thing_of_its_own(make: Maker) -> None:
    entries = [make.entry("territory-neustadt", "Neustadt")]
    key = make.key("a", "T", "Neustadt")
    outcome = make.resolve(
        [make.record("a", "T: Neustadt")], entries, [make.decision(key, "different", "territory-neustadt")]
    )
    assert outcome.id("a", "Neustadt").startswith("territory-neustadt-")
    assert not outcome.entity("a", "Neustadt").known


def test_different_settles_a_name_of_two_entries(make: Maker) -> None:
    entries = [make.entry("territory-one", "Neustadt"), make.entry("territory-two", "Neustadt")]
    key = make.key("a", "T", "Neustadt")
    outcome = make.resolve(
        [make.record("a", "T: Neustadt")], entries, [make.decision(key, "different", "territory-two")]
    )
    assert outcome.id("a", "Neustadt") == "territory-one"


def test_same_with_an_entry_of_any_type(make: Maker) -> None:
    entries = [make.entry("territory-lorraine", "Lorraine")]
    key = make.key("a", "O", "la Lorraine")
    outcome = make.resolve(
        [make.record("a", "O: la Lorraine")], entries, [make.decision(key, "same", "territory-lorraine")]
    )
    assert (outcome.id("a", "la Lorraine"), outcome.entity("a", "la Lorraine").type) == (
        "territory-lorraine",
        "Territory",
    )


def test_unsure_only_silences(make: Maker) -> None:
    pages = [make.record("a", "P: Anna Berg"), make.record("b", "P: Anna Berg")]
    decision = make.decision(make.key("a", "P", "Anna Berg"), "unsure", make.key("b", "P", "Anna Berg"))
    outcome = make.resolve(pages, decisions=[decision])
    assert outcome.id("a", "Anna Berg") != outcome.id("b", "Anna Berg")
    assert outcome.issues == ()


def test_withdrawn_is_as_if_never_made(make: Maker) -> None:
    pages = [make.record("a", "P: Anna Berg"), make.record("b", "P: Anna Berg")]
    a, b = make.key("a", "P", "Anna Berg"), make.key("b", "P", "Anna Berg")
    gone = make.decision(a, "same", make.key("gone", "P", "Anna Berg"), withdrawn=True)
    outcome = make.resolve(pages, decisions=[make.decision(a, "same", b, withdrawn=True), gone])
    assert outcome.resolution == make.resolve(pages).resolution
    assert outcome.issues == make.resolve(pages).issues


def test_a_decision_on_what_is_gone_is_told(make: Maker) -> None:
    decision = make.decision(make.key("a", "P", "Anna Berg"), "same", "person-ffffffffffffffff")
    outcome = make.resolve([make.record("a", "P: Anna Berg")], decisions=[decision])
    [message] = outcome.messages()
    assert message.startswith("warning")
    assert "person-ffffffffffffffff" in message


def test_a_chain_that_ends_in_different_is_shown(make: Maker) -> None:
    pages = [make.record(document, "P: Anna Berg") for document in "abcd"]
    a, b, c, d = (make.key(document, "P", "Anna Berg") for document in "abcd")
    decisions = [
        make.decision(a, "same", b),
        make.decision(b, "same", c),
        make.decision(c, "same", d),
        make.decision(a, "different", c),
    ]
    with pytest.raises(DecisionError) as caught:
        make.resolve(pages, decisions=decisions)
    message = caught.value.message
    assert "(Person in a) is 'Anna Berg' (Person in b) (by A. B. on 2024-05-06)" in message
    assert "'Anna Berg' (Person in b) is 'Anna Berg' (Person in c)" in message
    assert "Person in d" not in message
    assert "\n" not in message


def test_one_mention_is_not_two_entries(make: Maker) -> None:
    entries = [make.entry("territory-one", "Neustadt"), make.entry("territory-two", "Neustadt")]
    key = make.key("a", "T", "Neustadt")
    decisions = [make.decision(key, "same", "territory-one"), make.decision("territory-two", "same", key)]
    with pytest.raises(DecisionError, match=r"two authority entries: territory-one is .*territory-two"):
        make.resolve([make.record("a", "T: Neustadt")], entries, decisions)


def test_different_holds_for_all_that_a_mention_comes_to_be(make: Maker) -> None:
    """`y` becomes the known Metz with the others; `z`, which is not `y`, is then no Metz either."""
    pages = [make.record(document, "T: Metz") for document in "abyz"]
    decision = make.decision(make.key("z", "T", "Metz"), "different", make.key("y", "T", "Metz"))
    outcome = make.resolve(pages, [make.entry("territory-metz", "Metz")], [decision])
    assert {outcome.id(document, "Metz") for document in "aby"} == {"territory-metz"}
    assert outcome.id("z", "Metz").startswith("territory-metz-")
