"""The shell around the commands: help, exit codes, one line an error."""

import os
import subprocess
import sys
from importlib import import_module
from pathlib import Path

import click
import pytest

from kg.cli import main
from kg.cli.commands import SUMMARIES, Commands
from kg.cli.program import kg as group

HEAVY = {"rdflib", "networkx", "pyshacl", "pyvis", "pandas", "lxml", "jsonschema", "SPARQLWrapper", "pyld", "yaml"}


@pytest.mark.parametrize("name", SUMMARIES)
def test_the_summary_in_the_list_is_that_of_the_command(name: str) -> None:
    command = import_module(f"kg.cli.{name}").command
    assert command.name == name
    assert command.help is not None
    assert command.help.split("\n", 1)[0] == SUMMARIES[name]


def test_every_command_module_is_listed() -> None:
    folder = Path(import_module("kg.cli").__file__ or "").parent
    modules = {path.stem for path in folder.glob("*.py") if "@click.command(" in path.read_text("utf-8")}
    assert modules == set(SUMMARIES)


def test_help_lists_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--help"]) == 0
    shown = capsys.readouterr().out
    assert all(summary in shown for summary in SUMMARIES.values())


def test_version(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--version"]) == 0
    assert capsys.readouterr().out == "kg 0.1.0\n"


def test_unknown_command_is_one_line_and_exit_2(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["bild"]) == 2
    error = capsys.readouterr().err
    assert error.startswith("kg: No such command 'bild'")
    assert error.count("\n") == 1


def test_kg_alone_shows_its_help(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([]) == 2
    alone = capsys.readouterr().err
    main(["--help"])
    assert alone == capsys.readouterr().out


@pytest.mark.parametrize(
    ("arguments", "hint"),
    [
        (["querys"], "Did you mean `kg query`?"),
        (["zzz"], "`kg --help` lists the commands."),
        (["query", "--timeout", "soon", "ASK {}"], "`kg query --help` says what it takes."),
        (["query", "--timeout", "soon", "ASK {}"], "'soon' is not a number."),
        (["push"], "`kg push --help` says what it takes."),
        (["view", "--shiny"], "`kg view --help` says what it takes."),
    ],
)
def test_a_mistake_is_told_with_the_next_step(
    arguments: list[str], hint: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(arguments) == 2
    error = capsys.readouterr().err
    assert hint in error
    assert error.count("\n") == 1


def test_unknown_option_is_one_line_and_exit_2(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["export", "turtle", "--shiny"]) == 2
    assert capsys.readouterr().err.count("\n") == 1


def test_a_fault_of_kg_is_said_to_be_one(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(self: Commands, ctx: click.Context, cmd_name: str) -> click.Command:
        raise ZeroDivisionError("by zero")

    monkeypatch.setattr(Commands, "get_command", broken)
    monkeypatch.delenv("KG_DEBUG", raising=False)
    assert main(["build"]) == 70
    assert "a fault of kg itself" in capsys.readouterr().err
    monkeypatch.setenv("KG_DEBUG", "1")
    with pytest.raises(ZeroDivisionError):
        main(["build"])


def test_an_interrupt_is_130(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(self: Commands, ctx: click.Context, cmd_name: str) -> click.Command:
        raise KeyboardInterrupt

    monkeypatch.setattr(Commands, "get_command", interrupted)
    assert main(["build"]) == 130
    assert "interrupted" in capsys.readouterr().err


@pytest.mark.parametrize("arguments", [["--help"], ["query", "--help"], ["build", "--help"], ["serve", "--help"]])
def test_help_loads_nothing_heavy(arguments: list[str]) -> None:
    code = f"import sys; from kg.cli import main; main({arguments!r}); print(sorted(sys.modules), file=sys.stderr)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    loaded = {name.strip("[]' \n").split(".", 1)[0] for name in done.stderr.split(",")}
    assert loaded & (HEAVY | {"pyoxigraph", "json", "tempfile"}) <= {"json"} - {"json"}


def test_a_reader_that_goes_away_is_no_error(sample: Path) -> None:
    command = f'"{sys.executable}" -m kg export nquads --graph "{sample}" | head -n 1'
    done = subprocess.run(["sh", "-c", command], capture_output=True, text=True, check=True, env={**os.environ})
    assert done.stdout.count("\n") == 1
    assert done.stderr == ""


def test_the_group_is_the_one_that_is_documented() -> None:
    assert isinstance(group, Commands)
