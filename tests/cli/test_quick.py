"""The short way for a plain question, and that it is never another way."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from kg.cli import main, program
from kg.cli.answering import Asked, Limits
from kg.cli.quick import understood

ASK = "ASK { ?s ?p ?o }"


@pytest.mark.parametrize(
    ("line", "asked"),
    [
        (["query", "sources"], Asked("sources")),
        (["query", "-p", "a=b", ASK, "--parameter", "c=-d"], Asked(ASK, parameters=("a=b", "c=-d"))),
        (["query", "--graph=out", ASK, "--format", "csv"], Asked(ASK, form="csv", graph=Path("out"))),
        (["query", ASK, "--timeout", "1", "--timeout", "2.5"], Asked(ASK, limits=Limits(seconds=2.5))),
        (["query", "--parameter=a=b", "x"], Asked("x", parameters=("a=b",))),
    ],
)
def test_a_plain_question_is_understood(line: list[str], asked: Asked) -> None:
    assert understood(line) == asked


@pytest.mark.parametrize(
    "line",
    [
        [],
        ["queries"],
        ["--help"],
        ["query"],
        ["query", "--help"],
        ["query", "a", "b"],
        ["query", "a", "-p"],
        ["query", "a", "-pa=b"],
        ["query", "a", "--", "b"],
        ["query", "a", "-o", "file"],
        ["query", "a", "--card"],
        ["query", "a", "--endpoint", "https://x.example/"],
        ["query", "a", "--format", "xls"],
        ["query", "a", "--timeout", "soon"],
        ["query", "a", "--timeout", ""],
    ],
)
def test_anything_else_goes_the_long_way(line: list[str]) -> None:
    assert understood(line) is None


def test_a_shell_that_completes_goes_the_long_way(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("_KG_COMPLETE", "bash_complete")
    assert understood(["query", "sources"]) is None


@pytest.mark.parametrize(
    "line",
    [
        ["people-of-an-organisation", "-p", "organisation=CCPHVA", "--format", "tsv"],
        ["sources", "-p", "language=de"],
        [ASK],
        ["SELECT * { ?s ?p ?o } LIMIT 3", "--timeout", "9"],
        ["people-of-an-organisation"],
        ["peeple"],
        ["SELECT"],
        ["sources", "-p", "language"],
        [ASK, "--timeout", "0"],
        [ASK, "--timeout", "nan"],
    ],
)
def test_both_ways_say_the_same(sample: Path, capsys: pytest.CaptureFixture[str], line: list[str]) -> None:
    whole = ["query", *line, "--graph", str(sample)]
    assert understood(whole) is not None
    short = (main(whole), capsys.readouterr())
    assert (program.main(whole), capsys.readouterr()) == short


def test_the_short_way_loads_no_parser_of_options(sample: Path) -> None:
    code = (
        "import sys; from kg.cli import main; main(sys.argv[1:])\n"
        "print([name for name in ('click', 'yaml', 'json') if name in sys.modules], file=sys.stderr)"
    )
    command = [sys.executable, "-c", code, "query", ASK, "--graph", str(sample)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert (done.stdout, done.stderr) == ("yes\n", "[]\n")


@pytest.mark.parametrize(("question", "code"), [(ASK, 0), ("ASK {", 2)])
def test_a_process_ends_with_all_it_had_to_say(sample: Path, question: str, code: int) -> None:
    command = [sys.executable, "-m", "kg", "query", question, "--graph", str(sample)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, env={**os.environ})
    assert done.returncode == code
    assert (done.stdout, done.stderr == "") == (("yes\n", True) if code == 0 else ("", False))
