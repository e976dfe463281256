"""`kg export`, `kg view`, `kg network`, `kg check`: what lands where."""

import json
import zipfile
from pathlib import Path

import pytest

from kg.cli import main
from kg.cli.export import FORMATS, PROJECTIONS
from kg.export import FORMATS as EXPORTED
from kg.network import PROJECTIONS as PROJECTED


def test_the_choices_are_those_of_the_stages() -> None:
    assert set(FORMATS) == set(EXPORTED)
    assert set(PROJECTIONS) == set(PROJECTED)


@pytest.mark.parametrize("form", FORMATS)
def test_a_file_and_standard_output_are_the_same(
    form: str, sample: Path, tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    out = tmp_path / f"graph.{form}"
    assert main(["export", form, "-o", str(out), "--graph", str(sample)]) == 0
    capsysbinary.readouterr()
    assert main(["export", form, "--graph", str(sample)]) == 0
    assert capsysbinary.readouterr().out == out.read_bytes() != b""


def test_csv_is_a_zip_of_tables(sample: Path, tmp_path: Path) -> None:
    out = tmp_path / "tables.zip"
    assert main(["export", "csv", "-o", str(out), "--graph", str(sample)]) == 0
    with zipfile.ZipFile(out) as tables:
        assert {"events.csv", "participations.csv", "people.csv"} <= set(tables.namelist())


def test_a_view_of_what_somebody_else_asks_has_limits(
    sample: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out, asked = tmp_path / "net.html", tmp_path / "theirs.rq"
    asked.write_text("SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }", "utf-8")
    line = ["view", "-o", str(out), "--query", str(asked), "--timeout", "0.3", "--graph", str(sample)]
    assert main(line) == 2
    assert "its 0.3 s were over" in capsys.readouterr().err
    assert not out.exists()
    assert main([*line, "--renderer", "pyvis"]) == 2
    assert "pyvis has no option" in capsys.readouterr().err


def test_an_unknown_format_names_the_known(sample: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["export", "word", "--graph", str(sample)]) == 2
    assert "jsonld" in capsys.readouterr().err


def test_view_leaves_sparql_out_and_lets_pyvis_draw(sample: Path, tmp_path: Path) -> None:
    sizes = {}
    for name, options in {"desk": [], "small": ["--no-sparql"], "pyvis": ["--renderer", "pyvis"]}.items():
        out = tmp_path / f"{name}.html"
        assert main(["view", "-o", str(out), *options, "--graph", str(sample)]) == 0
        sizes[name] = out.stat().st_size
    assert sizes["small"] < sizes["desk"] - 1_900_000
    assert "vis-network" in (tmp_path / "pyvis.html").read_text("utf-8")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["desk.html", "pyvis.html", "small.html"]


def test_view_writes_one_file(sample: Path, tmp_path: Path) -> None:
    out = tmp_path / "net.html"
    assert main(["view", "-o", str(out), "--title", "Réseau", "--language", "de", "--graph", str(sample)]) == 0
    assert "Réseau" in out.read_text("utf-8")
    assert [path.name for path in tmp_path.iterdir()] == ["net.html"]


@pytest.mark.parametrize("projection", PROJECTIONS)
def test_network_as_table_and_measures(projection: str, sample: Path, capsys: pytest.CaptureFixture[str]) -> None:
    graph = ["--projection", projection, "--graph", str(sample)]
    assert main(["network", *graph]) == 0
    assert "row" in capsys.readouterr().out
    assert main(["network", "--metrics", "--format", "csv", *graph]) == 0
    assert "degree" in capsys.readouterr().out


@pytest.mark.parametrize("form", ["graphml", "gexf"])
def test_network_as_xml(form: str, sample: Path, tmp_path: Path) -> None:
    out = tmp_path / f"net.{form}"
    assert main(["network", "--format", form, "-o", str(out), "--graph", str(sample)]) == 0
    assert out.read_bytes().startswith(b"<?xml")
    assert main(["network", "--metrics", "--format", form, "--graph", str(sample)]) == 2


def test_check_of_the_sample_finds_no_error(sample: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--graph", str(sample)]) == 0
    assert capsys.readouterr().out
    out = tmp_path / "findings.jsonl"
    assert main(["check", "--format", "jsonl", "-o", str(out), "--graph", str(sample)]) == 0
    assert all(json.loads(line)["severity"] != "error" for line in out.read_text("utf-8").splitlines())
