"""`kg extract`: records to files and standard output; pages that cannot be read."""

import json
import os
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
import yaml

from kg import records
from kg.cli import main

PAGE = """Fachtag Grenzraum

Donnerstag, 12. März 2020 – Trier

10.00 – 10.30 Uhr  Begrüßung
Dr. Erika Beispiel, Direktorin, Institut für Grenzfragen
"""


@pytest.fixture
def page(tmp_path: Path) -> Path:
    path = tmp_path / "fachtag.txt"
    path.write_text(PAGE, "utf-8")
    return path


def test_one_page_to_standard_output(page: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["extract", str(page)]) == 0
    record = records.from_json(json.loads(capsys.readouterr().out), "stdout")
    assert record.document.text.startswith("Fachtag Grenzraum")
    assert "Erika Beispiel" in {mention.name for mention in record.mentions}


def test_yaml(page: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["extract", str(page), "--format", "yaml"]) == 0
    assert yaml.safe_load(capsys.readouterr().out)["document"]["id"] == "fachtag"


def test_a_folder_of_pages_to_files(page: Path, tmp_path: Path) -> None:
    (tmp_path / "fachtag.md").write_text(f"# {PAGE}", "utf-8")
    (tmp_path / "note.txt").write_text("Réunion du 3 juin 2021 à Metz", "utf-8")
    out = tmp_path / "records"
    assert main(["extract", str(tmp_path), "-o", str(out)]) == 0
    assert sorted(path.name for path in out.glob("[!.]*")) == ["fachtag.md.json", "fachtag.txt.json", "note.json"]


def test_several_pages_are_one_line_each(page: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    other = tmp_path / "other.txt"
    other.write_text("Réunion du 3 juin 2021 à Metz", "utf-8")
    assert main(["extract", str(page), str(other)]) == 0
    assert [json.loads(line)["document"]["id"] for line in capsys.readouterr().out.splitlines()] == ["fachtag", "other"]


@pytest.mark.parametrize(
    ("name", "content"),
    [("empty.txt", b""), ("blank.txt", b" \n\n"), ("paper.txt", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj")],
)
def test_a_page_that_is_none_is_one_line_and_exit_2(
    name: str, content: bytes, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    assert main(["extract", str(path)]) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err.count("\n") == 1
    assert name in captured.err


def test_no_such_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["extract", str(tmp_path / "none.txt")]) == 2
    assert "none.txt" in capsys.readouterr().err


def test_the_others_go_on(page: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "empty.txt").write_bytes(b"")
    out = tmp_path / "records"
    assert main(["extract", str(tmp_path), "-o", str(out)]) == 2
    assert [path.name for path in out.glob("[!.]*")] == ["fachtag.json"]
    assert "empty.txt" in capsys.readouterr().err
    assert main(["extract", str(tmp_path), "-o", str(out), "--strict"]) == 2


def test_a_folder_without_pages(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["extract", str(tmp_path)]) == 2
    assert "no page" in capsys.readouterr().err


def test_a_run_that_was_stopped_goes_on(page: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "note.txt").write_text("Réunion du 3 juin 2021 à Metz", "utf-8")
    out = tmp_path / "records"
    assert main(["extract", str(page), "-o", str(out)]) == 0
    (out / "fachtag.json").write_text("{}", "utf-8")
    assert main(["extract", str(tmp_path), "-o", str(out)]) == 0
    assert "Wrote 1 records" in (said := capsys.readouterr().err)
    assert "1 were there already" in said
    assert (out / "fachtag.json").read_text("utf-8") == "{}"
    assert main(["extract", str(tmp_path), "-o", str(out), "--again"]) == 0
    assert "Wrote 2 records" in capsys.readouterr().err
    assert (out / "fachtag.json").read_text("utf-8") != "{}"


def test_a_page_that_is_not_sound_says_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes("La journée était dédiée à la coopération à Völklingen".encode() + b" \xff fin")
    assert main(["extract", str(path)]) == 0
    captured = capsys.readouterr()
    assert "not sound UTF-8" in captured.err
    assert "\ufffd" in json.loads(captured.out)["text"]


def test_nothing_of_this_machine_is_fetched(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["extract", "http://127.0.0.1:9/secret", "-o", str(tmp_path / "out")]) == 2
    assert "127.0.0.1 is no public address" in capsys.readouterr().err


def test_a_glob_and_a_terminal_that_is_none(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for number in range(9):
        (tmp_path / f"p{number}.txt").write_text(PAGE, "utf-8")
    assert main(["extract", str(tmp_path / "p*.txt"), "-o", str(tmp_path / "out")]) == 0
    assert capsys.readouterr().err == f"Wrote 9 records to {tmp_path / 'out'}.\n"


@pytest.mark.slow
def test_a_run_that_is_killed_goes_on_where_it_was(tmp_path: Path) -> None:
    pages, out = tmp_path / "pages", tmp_path / "records"
    pages.mkdir()
    for number in range(400):
        (pages / f"p{number:03}.txt").write_text(PAGE.replace("12.", f"{number % 28 + 1}."), "utf-8")
    command = [sys.executable, "-m", "kg", "extract", str(pages), "-o", str(out)]
    process = subprocess.Popen(command, stderr=subprocess.PIPE, start_new_session=True)
    until = time.monotonic() + 60
    while len(list(out.glob("*.json"))) < 20 and time.monotonic() < until:
        time.sleep(0.02)
    os.killpg(process.pid, signal.SIGKILL)
    process.communicate()
    assert 20 <= (done := len(list(out.glob("*.json")))) < 400
    said = subprocess.run(command, capture_output=True, text=True, check=True).stderr
    there = re.search(r"(\d+) were there already", said)
    assert there is not None
    assert done - 1 <= int(there[1]) <= done
    assert len(list(out.glob("*.json"))) == 400
