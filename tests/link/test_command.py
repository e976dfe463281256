"""`kg link` as a user has it, over a real SPARQL server: look up, list, explain, exchange, accept, take back, build."""

import csv
import json
import sys
from pathlib import Path
from typing import Any

import pytest
from tests import terminals

from kg.cli import main

WD = "http://www.wikidata.org/entity/"
EXACT = "<http://www.w3.org/2004/02/skos/core#exactMatch>"


class Command:
    """Runs `kg link` on a data folder with the test server."""

    def __init__(self, data: Path, url: str, capsys: pytest.CaptureFixture[str]) -> None:
        self.data, self.url, self.capsys = data, url, capsys

    def __call__(self, *options: str) -> tuple[int, str, str]:
        self.capsys.readouterr()
        code = main(["link", str(self.data), "--endpoint", self.url, *options])
        said = self.capsys.readouterr()
        return code, said.out, said.err

    def listed(self) -> list[str]:
        """The open proposals as pairs of thing and item."""
        code, out, _ = self("--list")
        assert code == 0
        rows = [line.split(None, 2)[2].split(" | ") for line in out.splitlines()]
        return [f"{row[0]} {row[2].split()[0].removeprefix(WD)}" for row in rows]

    def proposals(self) -> list[dict[str, Any]]:
        lines = (self.data / "links" / "wikidata.jsonl").read_text("utf-8").splitlines()
        return [json.loads(line) for line in lines]

    def answer(self, judgement: str, *items: str, by: str = "C. H.", reason: str = "") -> None:
        """Answer proposals by way of the table."""
        table = self.data / "table.csv"
        assert self("--export", str(table))[0] == 0
        with table.open(encoding="utf-8-sig", newline="") as file:
            rows = list(csv.DictReader(file))
        for row in rows:
            if row["right_name"].removeprefix(WD) in items:
                row |= {"judgement": judgement, "reason": reason}
        with table.open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, rows[0])
            writer.writeheader()
            writer.writerows(rows)
        code, _, err = self("--import", str(table), "--by", by)
        assert code == 0, err

    def decisions(self) -> list[dict[str, Any]]:
        return [
            json.loads(line) for line in (self.data / "decisions" / "resolve.jsonl").read_text("utf-8").splitlines()
        ]

    def graph(self) -> list[str]:
        out = self.data.parent / "out"
        assert main(["build", str(self.data), "-o", str(out)]) == 0, self.capsys.readouterr().err
        return (out / "graph.nq").read_text("utf-8").splitlines()


@pytest.fixture
def link(data: Path, wikidata: Any, capsys: pytest.CaptureFixture[str]) -> Command:
    return Command(data, wikidata.url, capsys)


def test_names_codes_and_facts_propose_what_fits(link: Command) -> None:
    code, _, err = link()
    assert code == 0
    assert "Wikidata: 5 of 5 things, 7 proposals (3 queries asked, 0 answered from the disk)" in err
    assert "7 proposals, 3 of them likely, 7 open" in err
    assert link.listed() == [
        "Saarland Q90010",
        "Metz Q90013",
        "Anna Thal Q90030",
        "Université du Grand Fleuve Q90020",
        "Institut der Nachbarschaft Q90022",
        "Anna Thal Q90031",
        "Metz Q90015",
    ]
    saarland = next(one for one in link.proposals() if one["match"] == WD + "Q90010")
    assert saarland["also"] == ["http://viaf.org/viaf/900100000", "https://sws.geonames.org/9001000/"]
    assert {"weight": 6.0, "words": "both are DE-SL in iso-3166-2"} in saarland["findings"]
    university = next(one for one in link.proposals() if one["match"] == WD + "Q90020")
    assert university["also"] == [
        "http://viaf.org/viaf/900200000",
        "https://isni.org/isni/0000000123456789",
        "https://ror.org/0abcdef12",
    ]


def test_a_river_a_family_name_and_the_dead_are_not_proposed(link: Command) -> None:
    link()
    assert {WD + q for q in ("Q90011", "Q90012", "Q90032", "Q90021")} & {
        one["match"] for one in link.proposals()
    } == set()


def test_homonyms_are_proposed_with_their_reasons_and_none_is_taken(link: Command) -> None:
    link()
    people = [one for one in link.proposals() if one["called"] == "Anna Thal"]
    assert [(one["match"][-2:], one["likely"]) for one in people] == [("30", True), ("31", False)]
    assert any("others fit as well or better" in finding["words"] for finding in people[1]["findings"])
    assert not (link.data / "decisions").exists()


def test_a_second_run_asks_the_disk_and_proposes_the_same(link: Command) -> None:
    link()
    first = (link.data / "links" / "wikidata.jsonl").read_bytes()
    code, _, err = link()
    assert code == 0
    assert "(0 queries asked, 3 answered from the disk)" in err
    assert (link.data / "links" / "wikidata.jsonl").read_bytes() == first
    code, _, err = link("--refresh")
    assert "(3 queries asked, 0 answered from the disk)" in err


def test_offline_needs_no_endpoint_and_says_what_it_does_not_know(link: Command) -> None:
    code, _, err = link("--offline")
    assert code == 0
    assert "5 things have not been asked about yet" in err
    link()
    link.url = link.url.replace("127.0.0.1", "localhost")
    assert "5 things have not been asked about yet" in link("--offline")[2]


def test_accepted_links_stand_in_the_graph_with_who_when_and_why(link: Command) -> None:
    link()
    link.answer("same", "Q90010", reason="The federal state.")
    link.answer("same", "Q90030")
    lines = link.graph()
    thing = "<https://w3id.org/grkg/id/territory-saarland>"
    curated = "<https://w3id.org/grkg/graph/curated>"
    addresses = (WD + "Q90010", "http://viaf.org/viaf/900100000", "https://sws.geonames.org/9001000/")
    for address in addresses:
        assert f"{thing} {EXACT} <{address}> {curated} ." in lines
    match = next(line.split()[0] for line in lines if f"joins> <{WD}Q90010>" in line)
    about = [line for line in lines if line.startswith(match)]
    assert any(f"joins> {thing}" in line for line in about)
    assert any('creator> "C. H."' in line for line in about)
    assert any('description> "The federal state."@en' in line for line in about)
    assert any('description> "both are DE-SL in iso-3166-2"@en' in line for line in about)
    assert any('description> "Saarland: state in Germany"@en' in line for line in about)
    assert any("/date> " in line for line in about)
    assert sum("#joins> <https://sws.geonames.org" in line for line in lines) == 1
    is_linked_by_its_mention(link, lines)


def is_linked_by_its_mention(link: Command, lines: list[str]) -> None:
    """A person without an entry is judged on by a mention, which leads to the person of now."""
    decision = link.decisions()[1]
    assert decision["left"] == {"document": "forum", "type": "Person", "name": "Anna Thal"}
    person = next(line.split()[0] for line in lines if f"{EXACT} <{WD}Q90030>" in line)
    assert person.startswith("<https://w3id.org/grkg/id/person-")
    match = next(line.split()[0] for line in lines if f"#joins> <{WD}Q90030>" in line)
    sides = {line.split()[2] for line in lines if line.startswith(f"{match} ") and "#joins>" in line}
    (mention,) = sides - {f"<{WD}Q90030>"}
    assert any(line.startswith(f"{mention} <http://www.w3.org/ns/oa#hasBody> {person} ") for line in lines)


def test_what_was_answered_is_not_asked_again(link: Command) -> None:
    link()
    link.answer("same", "Q90013")
    link.answer("different", "Q90030")
    link.answer("unsure", "Q90022")
    left = ["Saarland Q90010", "Université du Grand Fleuve Q90020", "Anna Thal Q90031"]
    assert link.listed() == left
    link()
    assert link.listed() == left
    link("--refresh")
    assert link.listed() == left


def test_a_link_that_is_taken_back_leaves_the_graph_as_if_it_had_never_been(link: Command) -> None:
    link()
    before = link.graph()
    assert not any(WD in line for line in before)
    link.answer("same", "Q90010")
    link.answer("same", "Q90030")
    assert link.graph() != before
    assert "taken back: forum/Anna Thal and" in link("--undo", "--by", "C. H.")[2]
    assert link("--undo", "--by", "C. H.")[0] == 0
    assert link.graph() == before
    assert len(link.decisions()) == 4
    assert len(link.listed()) == 7
    code, _, err = link("--undo", "--by", "C. H.")
    assert (code, "no decision by 'C. H.'" in err) == (2, True)


def test_answers_that_contradict_each_other_stop_and_say_who_said_what(link: Command) -> None:
    link()
    link.answer("same", "Q90010")
    table = link.data / "table.csv"
    rows = table.read_text("utf-8").replace("same,", "different,", 1)
    table.write_text(rows, "utf-8")
    code, _, err = link("--import", str(table), "--by", "D. E.")
    assert code == 2
    assert "territory-saarland is http://www.wikidata.org/entity/Q90010 (by C. H. on" in err
    assert "is not http://www.wikidata.org/entity/Q90010 (by D. E. on" in err
    assert len(link.decisions()) == 1


def test_why(link: Command) -> None:
    link()
    code, out, _ = link("--why", "Metz", WD + "Q90015")
    assert code == 0
    assert out.splitlines()[0] == f"Metz (territory-metz) and Metz ({WD}Q90015): proposed, not answered."
    assert "  for     +3.0  both are called 'Metz'" in out
    assert "  against -1.5  others fit as well or better" in out
    link.answer("different", "Q90015", reason="In Canada.")
    out = link("--why", "territory-metz", WD + "Q90015")[1]
    assert "rejected." in out
    assert "Judged different by C. H. on" in out
    assert "In Canada." in out
    assert link("--undo", "--by", "C. H.")[0] == 0
    out = link("--why", "Metz", WD + "Q90015")[1]
    assert "proposed, not answered." in out
    assert "In Canada, since taken back." in out
    code, _, err = link("--why", "Metz", WD + "Q1")
    assert (code, "has not been proposed" in err) == (2, True)


def test_only_what_is_named_is_looked_up_and_the_rest_stays(link: Command) -> None:
    link()
    assert "1 of 1 things" in link("--only", "Metz")[2]
    assert len(link.proposals()) == 7
    assert link("--only", "Nowhere at all")[0] == 2


def test_two_things_at_once_and_answering_without_a_terminal(
    link: Command, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    assert "different things" in link("--list", "--undo")[2]
    assert "--refresh asks anew" in link("--offline", "--refresh")[2]
    with (tmp_path / "empty").open("w+", encoding="utf-8") as empty:
        monkeypatch.setattr(sys, "stdin", empty)
        code, _, err = link("--answer")
    assert (code, "asks its questions in a terminal" in err) == (2, True)


def test_an_endpoint_that_is_down_loses_nothing(link: Command) -> None:
    link()
    before = (link.data / "links" / "wikidata.jsonl").read_bytes()
    link.url = "http://127.0.0.1:9/query"
    code, _, err = link("--seconds", "0.5")
    assert code == 2
    assert "stopped after 0 of 5 things: http://127.0.0.1:9/query cannot be asked" in err
    assert "What was answered is kept" in err
    assert err.count("\n") == 1
    assert (link.data / "links" / "wikidata.jsonl").read_bytes() == before


def test_a_sitting(link: Command) -> None:
    link()
    shown, code = sitting(link, [b"r", b"The federal state\r", b"s", b"d", b"z", b"k", b"x", b"s", b"q"])
    assert code == 0
    assert "7 open. Is this the same thing? Likely, score +14.0" in shown
    assert "also http://viaf.org/viaf/900100000" in shown
    assert "(reason: The federal state)" in shown
    assert "taken back:" in shown
    assert "2 judgement(s) written to" in shown
    said = [(one["right"][-2:], one["judgement"], one.get("withdrawn", False)) for one in link.decisions()]
    assert said == [("10", "same", False), ("13", "different", False), ("13", "different", True), ("30", "same", False)]
    assert link.decisions()[0]["reason"] == "The federal state"
    assert "Anna Thal Q90031" not in link.listed()


def sitting(link: Command, keys: list[bytes]) -> tuple[str, int]:
    """What a terminal of a person shows who presses these keys, one at each prompt; and the exit code."""
    return terminals.sitting(["link", str(link.data), "--answer", "--by", "C. H."], keys)
