"""`kg build` as a whole: what comes out, that it is the same twice, and that nothing is lost when it fails."""

import json
import shutil
from pathlib import Path

import pytest
from pyoxigraph import NamedNode, Store

from kg import assets, pipeline, query
from kg.cli import main
from kg.errors import ContentError, DecisionError, GraphError, InputError
from kg.store import Folder
from kg.vocab import terms
from kg.vocab.namespaces import GRAPH

EVIDENCED = (terms.PARTICIPATION, terms.TENURE, terms.HEADCOUNT)

PAGE = """Journée d'étude : la coopération sanitaire

Mardi 8 octobre 2019 – Longwy

9h00 – 9h30 – Accueil

9h30 – 10h30 – Table ronde – Se soigner de part et d'autre de la frontière

Débat animé par Claire Exemple, rédactrice en chef du Courrier des frontières

  • Paul Modèle, directeur, Agence régionale de santé Grand Est
"""


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A data folder of the sample's own files that a test may change."""
    copy = tmp_path / "data"
    for part in ("documents", "records"):
        shutil.copytree(assets.path(f"data/{part}"), copy / part)
    return copy


def record_of(data: Path) -> Path:
    return sorted((data / "records").glob("*.json"))[0]


def edit(path: Path, facet: str, item: int, **fields: object) -> None:
    record = json.loads(path.read_text("utf-8"))
    record[facet][item] |= fields
    path.write_text(json.dumps(record), "utf-8")


def test_the_sample_has_everything_the_folder_promises(sample: Path) -> None:
    assert {path.name for path in sample.iterdir()} == Folder(sample).own


def test_every_conclusion_leads_to_the_rule_that_it_follows_by(sample: Path) -> None:
    rules = {path.stem for path in assets.path("queries/infer").glob("*.rq")}
    asked = """SELECT DISTINCT ?graph ?rule WHERE {
      ?graph kg:origin <https://w3id.org/grkg/origin/inferred> ; prov:wasDerivedFrom ?plan .
      ?plan a prov:Plan ; dcterms:title ?rule ; dcterms:description ?said FILTER(LANG(?said) = "en")
    }"""
    rows = query.trusted(sample).select(asked).rows
    told = {(graph.value, rule.value) for graph, rule in rows if graph is not None and rule is not None}
    assert told == {(f"{GRAPH}inferred-{rule}", rule) for rule in rules}
    lines = (sample / "graph.nq").read_text("utf-8").splitlines()
    assert {line.split()[-2][1:-1] for line in lines if f" <{GRAPH}inferred" in line} <= {graph for graph, _ in told}


def test_two_builds_write_the_same_bytes(sample: Path, tmp_path: Path) -> None:
    again = tmp_path / "again"
    pipeline.build(assets.path("data"), again)
    for name in Folder(again).own - {"store", "texts", "records"}:
        assert (again / name).read_bytes() == (sample / name).read_bytes(), name


def test_a_deleted_store_is_made_again_with_the_same_answers(sample: Path, tmp_path: Path) -> None:
    copy = tmp_path / "build"
    shutil.copytree(sample, copy)
    text = "SELECT ?s ?p ?o WHERE { ?s ?p ?o } ORDER BY ?s ?p ?o"
    before = query.trusted(copy).select(text)
    shutil.rmtree(copy / "store")
    assert query.trusted(copy).select(text) == before


def test_every_statement_has_its_evidence(sample: Path) -> None:
    store = Store.read_only(str(sample / "store"))
    for one in EVIDENCED:
        nodes = {q.subject for q in store.quads_for_pattern(None, NamedNode(terms.TYPE), NamedNode(one))}
        assert nodes, one
        for node in nodes:
            assert list(store.quads_for_pattern(node, NamedNode(terms.EVIDENCE_OF), None)), node


def test_every_quote_is_the_text_at_its_offsets(sample: Path) -> None:
    rows = query.trusted(sample).select(
        "SELECT ?sha ?start ?end ?exact WHERE { ?e a kg:Evidence ; oa:hasSource ?t ; oa:hasSelector ?p, ?q ."
        " ?t kg:sha256 ?sha . ?p oa:start ?start ; oa:end ?end . ?q oa:exact ?exact }"
    )
    assert len(rows) > 50
    for sha, start, end, exact in rows.values():
        text = (sample / "texts" / f"{sha}.txt").read_text("utf-8")
        assert isinstance(start, int)
        assert isinstance(end, int)
        assert text[start:end] == exact


def test_no_blank_node(sample: Path) -> None:
    assert "_:" not in {line.split(" ", 1)[0][:2] for line in (sample / "graph.nq").read_text("utf-8").splitlines()}
    assert not any(" _:" in line for line in (sample / "graph.nq").read_text("utf-8").splitlines())


def test_a_folder_of_pages_is_enough(tmp_path: Path) -> None:
    pages = tmp_path / "pages"
    pages.mkdir()
    (pages / "sante.txt").write_text(PAGE, "utf-8")
    summary = pipeline.build(pages, tmp_path / "build")
    assert (summary.documents, summary.reviewed) == (1, 0)
    names = query.trusted(tmp_path / "build").select("SELECT ?n WHERE { ?p a kg:Person ; rdfs:label ?n } ORDER BY ?n")
    assert [row[0] for row in names.values()] == ["Claire Exemple", "Paul Modèle"]


def test_one_page_is_enough(tmp_path: Path) -> None:
    (tmp_path / "sante.txt").write_text(PAGE, "utf-8")
    assert pipeline.build(tmp_path / "sante.txt", tmp_path / "build").documents == 1


def test_a_page_that_cannot_be_read_is_a_warning(data: Path, tmp_path: Path) -> None:
    (data / "documents" / "empty.txt").write_bytes(b"")
    summary = pipeline.build(data, tmp_path / "build")
    assert summary.documents == 2
    assert [issue.document for issue in summary.issues if issue.stage == "source"] == ["empty.txt"]
    with pytest.raises(GraphError, match=r"empty\.txt"):
        pipeline.build(data, tmp_path / "strict", strict=True)
    assert not (tmp_path / "strict").exists()


def test_a_page_changed_since_its_review_is_a_warning(data: Path, tmp_path: Path) -> None:
    page = next(path for path in (data / "documents").iterdir() if path.suffix == ".md")
    page.write_text(page.read_text("utf-8") + "\nUn mot de plus.\n", "utf-8")
    summary = pipeline.build(data, tmp_path / "build")
    assert any("changed since" in issue.message for issue in summary.issues)
    assert summary.reviewed == 2


def test_a_record_naming_an_unknown_event_stops_and_keeps_the_last_output(
    data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "build"
    pipeline.build(data, out)
    before = {path: path.read_bytes() for path in out.rglob("*") if path.is_file()}
    edit(record_of(data), "participations", 0, event="nowhere")
    assert main(["build", str(data), "-o", str(out)]) == 2
    error = capsys.readouterr().err
    assert error.count("\n") == 1
    assert "'nowhere'" in error
    assert record_of(data).name in error
    assert {path: path.read_bytes() for path in out.rglob("*") if path.is_file()} == before


def test_an_error_in_the_graph_stops_and_says_where_the_findings_are(data: Path, tmp_path: Path) -> None:
    out = tmp_path / "build"
    pipeline.build(data, out)
    before = (out / "graph.nq").read_bytes()
    edit(record_of(data), "participations", 0, evidence=[])
    with pytest.raises(GraphError, match=r"build\.failed\.jsonl"):
        pipeline.build(data, out)
    assert (out / "graph.nq").read_bytes() == before
    failed = tmp_path / "build.failed.jsonl"
    assert {json.loads(line)["severity"] for line in failed.read_text("utf-8").splitlines()} == {"error"}
    edit(record_of(data), "participations", 0, evidence=[[0, 5]])
    pipeline.build(data, out)
    assert not failed.exists()


def test_decisions_that_contradict_each_other_stop(data: Path, tmp_path: Path) -> None:
    (data / "decisions").mkdir()
    lines = [
        {
            "left": "organisation-igr",
            "right": "organisation-ccphva",
            "judgement": judgement,
            "by": "t",
            "on": "2020-01-01",
        }
        for judgement in ("same", "different")
    ]
    text = "\n".join(json.dumps(line) for line in lines)
    (data / "decisions" / "team.jsonl").write_text(text, "utf-8")
    with pytest.raises(DecisionError):
        pipeline.build(data, tmp_path / "build")


def test_one_text_in_two_pages_counts_once(tmp_path: Path) -> None:
    pages = tmp_path / "pages"
    pages.mkdir()
    for name in ("sante.txt", "sante-copie.txt"):
        (pages / name).write_text(PAGE, "utf-8")
    summary = pipeline.build(pages, tmp_path / "build")
    assert summary.documents == 1
    assert any("hold the same text" in issue.message for issue in summary.issues)


def test_a_record_with_another_id_than_its_page_is_told(data: Path, tmp_path: Path) -> None:
    record = json.loads(record_of(data).read_text("utf-8"))
    record["document"]["id"] = "other"
    record_of(data).write_text(json.dumps(record), "utf-8")
    with pytest.raises(ContentError, match="hold the same text"):
        pipeline.build(data, tmp_path / "build")


@pytest.mark.parametrize("listing", ["foo: bar: baz", "smart-cities-tour-2019.html: {publishd: 2019-07-01}"])
def test_a_sources_file_out_of_order_stops(listing: str, data: Path, tmp_path: Path) -> None:
    (data / "sources.yaml").write_text(listing, "utf-8")
    with pytest.raises(InputError, match=r"sources\.yaml"):
        pipeline.build(data, tmp_path / "build")


def test_a_sources_entry_for_no_page_is_a_warning(data: Path, tmp_path: Path) -> None:
    (data / "sources.yaml").write_text("smart-citys.html: {published: 2019-07-01}", "utf-8")
    summary = pipeline.build(data, tmp_path / "build")
    assert any("smart-citys.html" in issue.message for issue in summary.issues)


def test_a_refused_output_folder_leaves_no_lock(tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "thesis.txt").write_text("mine", "utf-8")
    with pytest.raises(InputError, match="did not write"):
        pipeline.build(assets.path("data"), tmp_path / "mine")
    assert [path.name for path in tmp_path.iterdir()] == ["mine"]


def test_two_records_of_one_document_stop(data: Path, tmp_path: Path) -> None:
    shutil.copy(record_of(data), data / "records" / "again.json")
    with pytest.raises(ContentError, match="another record"):
        pipeline.build(data, tmp_path / "build")


def test_two_pages_with_one_id_stop(tmp_path: Path) -> None:
    (tmp_path / "sante.txt").write_text(PAGE, "utf-8")
    (tmp_path / "sante.md").write_text(PAGE, "utf-8")
    with pytest.raises(ContentError, match="one document id"):
        pipeline.build(tmp_path, tmp_path / "build")


@pytest.mark.parametrize("content", [None, "empty"])
def test_nothing_to_read_is_said(content: str | None, tmp_path: Path) -> None:
    data = tmp_path / "data"
    if content is not None:
        data.mkdir()
    with pytest.raises(InputError):
        pipeline.build(data, tmp_path / "build")
    assert not (tmp_path / "build").exists()


def test_a_folder_with_nothing_but_an_unreadable_page_is_an_error(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    pages = tmp_path / "pages"
    pages.mkdir()
    (pages / "a.txt").write_bytes(b"%PDF-1.4\n")
    assert main(["build", str(pages), "-o", str(tmp_path / "build")]) == 2
    assert capsys.readouterr().err.count("\n") == 1


def test_the_command_says_what_and_where(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "out"
    assert main(["build", "--sample", "-o", str(out)]) == 0
    shown = capsys.readouterr().out
    assert str(out) in shown
    assert "network.html" in shown
    assert main(["build", "data", "--sample", "-o", str(out)]) == 2
    assert "--sample" in capsys.readouterr().err
