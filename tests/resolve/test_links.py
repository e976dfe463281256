"""Judgements on links: what is accepted, for which thing, and what contradicts."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from kg import resolve
from kg.errors import DecisionError, InputError
from kg.model import Decision, Judgement, MentionKey

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from tests.resolve.conftest import Maker

    from kg.model import Authority, Record
    from kg.resolve import Worked

Q1, Q2, GEO = "http://www.wikidata.org/entity/Q1", "http://www.wikidata.org/entity/Q2", "https://sws.geonames.org/1/"


def said(left: MentionKey | str, judgement: str, iri: str, **more: Any) -> Decision:
    base = Decision(left=left, right=iri, judgement=Judgement(judgement), by="A. B.", on="2024-05-06")
    return replace(base, **more)


def worked(records: Iterable[Record], decisions: Iterable[Decision], entries: Iterable[Authority] = ()) -> Worked:
    return resolve.work(tuple(records), {one.id: one for one in entries}, tuple(decisions))


def accepted(found: Worked) -> list[tuple[str, str]]:
    return [(link.thing, link.iri) for link in found.resolution.links]


def test_an_accepted_address_is_a_link_of_the_thing(make: Maker) -> None:
    page = make.record("a", "P: Anna Thal")
    key = make.key("a", "P", "Anna Thal")
    found = worked([page], [said(key, "same", Q1, reason="Her own page.", findings=("both are so called",))])
    [link] = found.resolution.links
    assert link.thing == found.resolution.entities[0].id
    assert (link.side, link.iri) == (key, Q1)
    assert link.reasons == ("decided by A. B. on 2024-05-06", "Her own page.", "both are so called")
    assert found.resolution.merges == ()
    assert found.issues == ()


def test_a_link_holds_for_the_whole_thing(make: Maker) -> None:
    pages = [make.record("a", "O: Zentrum Alpha"), make.record("b", "O: Zentrum Alpha")]
    first, second = (make.key(page, "O", "Zentrum Alpha") for page in "ab")
    found = worked(pages, [said(second, "same", Q1)])
    assert len(found.resolution.entities) == 1
    assert found.links.judgement(first, Q1) is Judgement.SAME
    assert found.links.accepted(first) == [Q1]
    assert found.links.judgement(first, Q2) is None


def test_an_entry_that_no_page_names_has_its_link(make: Maker) -> None:
    found = worked([make.record("a")], [said("territory-x", "same", Q1)], [make.entry("territory-x", "X")])
    assert accepted(found) == [("territory-x", Q1)]


@pytest.mark.parametrize("judgement", ["different", "unsure"])
def test_what_is_not_accepted_is_no_link(make: Maker, judgement: str) -> None:
    found = worked([make.record("a")], [said("territory-x", judgement, Q1)], [make.entry("territory-x", "X")])
    assert accepted(found) == []
    assert found.links.judgement("territory-x", Q1) is Judgement(judgement)


def test_addresses_that_come_along_and_one_that_is_rejected(make: Maker) -> None:
    entry = make.entry("territory-x", "X")
    yes = said("territory-x", "same", Q1, also=(GEO, "http://viaf.org/viaf/1"))
    assert {iri for _, iri in accepted(worked([make.record("a")], [yes], [entry]))} == {Q1, *yes.also}
    found = worked([make.record("a")], [yes, said("territory-x", "different", GEO)], [entry])
    assert {iri for _, iri in accepted(found)} == {Q1, "http://viaf.org/viaf/1"}
    along = next(link for link in found.resolution.links if link.iri != Q1)
    assert along.reasons == (f"decided by A. B. on 2024-05-06: {Q1} is the same, and its register gives this address",)


def test_taken_back_is_as_if_never_said(make: Maker) -> None:
    entry = make.entry("territory-x", "X")
    yes = said("territory-x", "same", Q1)
    never = worked([make.record("a")], [], [entry])
    back = worked([make.record("a")], resolve.settled([yes, resolve.taking_back(yes, "C. D.", "2024-05-07")]), [entry])
    assert back.resolution == never.resolution
    assert back.issues == never.issues
    assert back.links.judgement("territory-x", Q1) is None


def test_a_contradiction_stops_with_who_said_what(make: Maker) -> None:
    pages = [make.record("a", "O: Zentrum Alpha"), make.record("b", "O: Zentrum Alpha")]
    first, second = (make.key(page, "O", "Zentrum Alpha") for page in "ab")
    with pytest.raises(DecisionError) as caught:
        worked(pages, [said(first, "same", Q1), said(second, "different", Q1, by="C. D.")])
    message = str(caught.value)
    assert f"'Zentrum Alpha' (Organization in a) is {Q1} (by A. B. on 2024-05-06)" in message
    assert "(Organization in a) and 'Zentrum Alpha' (Organization in b) are one by what pages say" in message
    assert f"(Organization in b) is not {Q1} (by C. D. on 2024-05-06)" in message


def test_a_contradiction_shows_the_chain_of_judgements(make: Maker) -> None:
    pages = [make.record(page, "P: Anna Thal") for page in "abc"]
    one, two, three = (make.key(page, "P", "Anna Thal") for page in "abc")
    chain = [make.decision(one, "same", two), make.decision(two, "same", three)]
    with pytest.raises(DecisionError) as caught:
        worked(pages, [*chain, said(one, "same", Q1), said(three, "different", Q1)])
    assert "(Person in a) is 'Anna Thal' (Person in b) (by A. B. on 2024-05-06), " in str(caught.value)
    assert "(Person in b) is 'Anna Thal' (Person in c) (by A. B. on 2024-05-06); but" in str(caught.value)


def test_two_things_under_one_address_stay_two_and_are_told(make: Maker) -> None:
    entries = [make.entry("territory-x", "X"), make.entry("territory-y", "Y")]
    found = worked([make.record("a")], [said(one.id, "same", Q1) for one in entries], entries)
    assert accepted(found) == [("territory-x", Q1), ("territory-y", Q1)]
    assert [issue.message for issue in found.issues] == [f"territory-x and territory-y are both accepted as {Q1}"]


def test_a_link_of_a_page_that_is_gone_is_told(make: Maker) -> None:
    found = worked([make.record("a")], [said(make.key("gone", "P", "Anna Thal"), "same", Q1)])
    assert accepted(found) == []
    assert [issue.value for issue in found.issues] == ["'Anna Thal' (Person in gone)"]


def test_a_link_outlives_another_name_of_the_file(make: Maker) -> None:
    page = make.record("b", "P: Anna Thal")
    moved = replace(page, document=replace(page.document, source="https://example.org/forum"))
    decision = said(make.key("a", "P", "Anna Thal"), "same", Q1, left_source="https://example.org/forum")
    found = worked([moved], [decision])
    assert accepted(found) == [(found.resolution.entities[0].id, Q1)]


def test_why_two_are_one_passes_over_links(make: Maker) -> None:
    pages = [make.record("a", "O: Zentrum Alpha"), make.record("b", "O: Zentrum Alpha")]
    first, second = (make.key(page, "O", "Zentrum Alpha") for page in "ab")
    decisions = (said(first, "same", Q1),)
    lines = resolve.explain(first, second, worked(pages, decisions), {}, decisions)
    assert not any(Q1 in line for line in lines)


def test_links_are_told_from_other_judgements(make: Maker) -> None:
    link, other = said("territory-x", "same", Q1), make.decision("territory-x", "same", make.key("a", "T", "X"))
    assert resolve.parted([link, other]) == ([other], [link])


def test_what_is_written_is_read(tmp_path: Path) -> None:
    link = said("territory-x", "same", Q1, findings=("one", "two"), also=(GEO,))
    resolve.append(tmp_path, [link])
    assert resolve.load_decisions(tmp_path) == (link,)


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"left": Q1, "right": "territory-x"}, "an address stands on the right"),
        ({"right": "http://x/ y"}, "without blanks"),
        ({"right": "http://x/<y>"}, "without blanks or brackets"),
        ({"findings": "one"}, "'findings' must be a list of texts"),
        ({"also": ["not an address"]}, "'also' holds further addresses"),
        ({"right": "territory-y", "also": [GEO]}, "'also' holds further addresses"),
        ({"also": ["http://x/ y"]}, "'also' holds further addresses"),
    ],
)
def test_a_wrong_line_is_told(tmp_path: Path, change: dict[str, Any], message: str) -> None:
    line = {"left": "territory-x", "right": Q1, "judgement": "same", "by": "A. B.", "on": "2024-05-06"} | change
    (tmp_path / "d.jsonl").write_text(json.dumps(line) + "\n", "utf-8")
    with pytest.raises(InputError, match=message):
        resolve.load_decisions(tmp_path)


@pytest.mark.parametrize(("column", "value"), [("right_name", "http://x/ y"), ("left_name", Q1), ("right_name", "")])
def test_a_table_with_a_wrong_address_is_not_taken_over(column: str, value: str) -> None:
    row = resolve.Row(left="territory-x", right=Q1, score=3.0, reasons=("a",), evidence=((), ()))
    head, line = resolve.as_table([row]).splitlines()
    cells = dict(zip(head.split(","), line.split(","), strict=True)) | {"judgement": "same"}
    assert cells["right_type"] == "register"
    good = ",".join(cells.values())
    (decision,) = resolve.from_csv(f"{head}\n{good}\n", "t.csv", "A. B.", "2024-05-06")
    assert (decision.left, decision.right) == ("territory-x", Q1)
    bad = ",".join((cells | {column: value}).values())
    with pytest.raises(InputError, match="row 2: "):
        resolve.from_csv(f"{head}\n{bad}\n", "t.csv", "A. B.", "2024-05-06")
