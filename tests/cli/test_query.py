"""`kg query` and `kg queries`: answers, formats, and what is said of wrong questions."""

import csv
import io
import json
from pathlib import Path

import pytest

from kg import query
from kg.cli import main
from kg.query import weighing

EVENTS = "SELECT ?name WHERE { ?e a kg:Event ; schema:name ?name } ORDER BY ?name"


def answer(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    code = main(["query", *arguments])
    captured = capsys.readouterr()
    assert code == 0, captured.err
    return captured.out


def refusal(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    code = main(["query", *arguments])
    captured = capsys.readouterr()
    assert code == 2
    assert captured.out == ""
    assert captured.err.count("\n") == 1
    return captured.err


def test_a_named_query_takes_a_name_in_any_language(sample: Path, capsys: pytest.CaptureFixture[str]) -> None:
    shown = answer(capsys, "people-of-an-organisation", "-p", "organisation=ccphva", "--graph", str(sample))
    assert "Julien Vian" in shown


def test_a_heavy_question_may_be_answered_from_memory(
    sample: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    disk = answer(capsys, "brokers", "--graph", str(sample))
    held: list[str] = []

    def for_work(engine: query.EmbeddedEngine, question: query.NamedQuery) -> query.EmbeddedEngine:
        held.append(question.name)
        return query.in_memory(engine)

    monkeypatch.setattr(weighing, "for_work", for_work)
    assert answer(capsys, "brokers", "--graph", str(sample)) == disk
    answer(capsys, "moderators", "--graph", str(sample))
    assert held == ["brokers"]


def test_a_word_on_unknown_terms_and_repeated_rows(sample: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["query", "SELECT ?x { ?x a kg:Persn }", "--graph", str(sample), "--format", "csv"]) == 0
    found = capsys.readouterr()
    assert found.out == "x\r\n"
    assert found.err == "kg: note: the ontology has no kg:Persn; near are kg:Person.\n"
    assert main(["query", "SELECT ?kind { ?x a ?kind }", "--graph", str(sample)]) == 0
    assert "of them different: what several sources say counts once for each" in capsys.readouterr().err
    assert main(["query", "SELECT DISTINCT ?kind { ?x a ?kind }", "--graph", str(sample)]) == 0
    assert capsys.readouterr().err == ""


def test_every_format_holds_the_same_rows(sample: Path, capsys: pytest.CaptureFixture[str]) -> None:
    graph = ["--graph", str(sample)]
    rows = [row[0] for row in csv.reader(io.StringIO(answer(capsys, EVENTS, "--format", "csv", *graph)))][1:]
    assert rows
    loaded = json.loads(answer(capsys, EVENTS, "--format", "json", *graph))
    assert [binding["name"]["value"] for binding in loaded["results"]["bindings"]] == rows
    tsv = answer(capsys, EVENTS, "--format", "tsv", *graph).splitlines()
    assert len(tsv) == len(rows) + 1
    xml = answer(capsys, EVENTS, "--format", "xml", *graph)
    assert xml.count("<result>") == len(rows)
    assert f"{len(rows)} rows" in answer(capsys, EVENTS, *graph)


def test_a_file_is_written_whole(sample: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "events.csv"
    assert answer(capsys, EVENTS, "--format", "csv", "-o", str(out), "--graph", str(sample)) == ""
    assert out.read_text("utf-8").startswith("name\n")


def test_ask_is_yes_or_no(sample: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert answer(capsys, "ASK { ?e a kg:Event }", "--graph", str(sample)) == "yes\n"
    assert answer(capsys, "ASK { ?e a kg:Nothing }", "--graph", str(sample)) == "no\n"


@pytest.mark.parametrize("form", ["table", "turtle", "ntriples", "jsonld"])
def test_construct_gives_triples(form: str, sample: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = "CONSTRUCT { ?e schema:name ?n } WHERE { ?e a kg:Event ; schema:name ?n }"
    assert "Smart Cities Tour" in answer(capsys, text, "--format", form, "--graph", str(sample))


def test_a_query_file_is_read(sample: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "mine.rq"
    file.write_text(f"PREFIX kg: <https://w3id.org/grkg/ns#>\nPREFIX schema: <https://schema.org/>\n{EVENTS}", "utf-8")
    assert "Smart Cities Tour" in answer(capsys, str(file), "--graph", str(sample))


def test_a_mistake_in_sparql_has_line_and_column(sample: Path, capsys: pytest.CaptureFixture[str]) -> None:
    error = refusal(capsys, "SELECT ?x\nWHERE { ?x a }", "--graph", str(sample))
    assert "line 2" in error
    assert "column" in error


def test_an_unknown_name_offers_the_nearest(sample: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert "holders-of-a-post" in refusal(capsys, "holder-of-a-post", "--graph", str(sample))


def test_a_missing_parameter_is_named_with_an_example(sample: Path, capsys: pytest.CaptureFixture[str]) -> None:
    error = refusal(capsys, "people-of-an-organisation", "--graph", str(sample))
    assert "organisation" in error
    assert "-p" in error


@pytest.mark.parametrize("pair", ["organisation", "=IGR"])
def test_a_parameter_without_its_form_is_refused(pair: str, sample: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert "KEY=VALUE" in refusal(capsys, "people-of-an-organisation", "-p", pair, "--graph", str(sample))


def test_a_parameter_given_twice_is_refused(sample: Path, capsys: pytest.CaptureFixture[str]) -> None:
    twice = ["-p", "organisation=IGR", "-p", "organisation=FNCCR"]
    assert "twice" in refusal(capsys, "people-of-an-organisation", *twice, "--graph", str(sample))


def test_no_graph_says_to_build_first(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert "kg build" in refusal(capsys, EVENTS, "--graph", str(tmp_path / "none"))


def test_queries_lists_each_with_its_summary(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["queries", "--language", "de"]) == 0
    shown = capsys.readouterr().out
    assert "holders-of-a-post" in shown
    assert main(["queries", "holders-of-a-post"]) == 0
    assert "holders-of-a-post" in capsys.readouterr().out


def test_a_named_query_says_what_it_asked_beside_the_rows(sample: Path, capsys: pytest.CaptureFixture[str]) -> None:
    asked = [
        "query",
        "people-of-an-organisation",
        "-p",
        "organisation=CCPHVA",
        "--graph",
        str(sample),
        "--format",
        "csv",
    ]
    assert main(asked) == 0
    captured = capsys.readouterr()
    assert captured.out.startswith("personName,")
    assert "? (organisation = id:organisation-" in captured.err
    assert main(["query", EVENTS, "--graph", str(sample)]) == 0
    assert capsys.readouterr().err == ""


def test_the_card_stands_below_a_table_and_beside_rows(sample: Path, capsys: pytest.CaptureFixture[str]) -> None:
    mark = json.loads((sample / "manifest.json").read_text("utf-8"))["graph_sha256"]
    asked = ["query", "moderators", "--graph", str(sample), "--card"]
    assert main(asked) == 0
    shown = capsys.readouterr()
    assert f"Graph:      sha256:{mark}" in shown.out
    assert "@misc{kg-moderators-" in shown.out
    assert main([*asked, "--format", "csv"]) == 0
    rows = capsys.readouterr()
    assert "sha256" not in rows.out
    assert f"sha256:{mark}" in rows.err


def test_the_card_of_a_table_goes_into_its_file(
    sample: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "answer.txt"
    assert answer(capsys, "moderators", "--graph", str(sample), "--card", "-o", str(out)) == ""
    assert "@misc{" in out.read_text("utf-8")


def test_coverage_stands_below_a_table_and_beside_rows(sample: Path, capsys: pytest.CaptureFixture[str]) -> None:
    asked = ["query", "moderators", "--graph", str(sample), "--coverage"]
    assert main(asked) == 0
    assert "What stands behind this answer:" in capsys.readouterr().out
    assert main([*asked, "--format", "csv"]) == 0
    rows = capsys.readouterr()
    assert "stands behind" not in rows.out
    assert "Without one of the sources" in rows.err
