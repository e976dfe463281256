"""What shells complete, and the scripts that make them."""

import shutil
import subprocess
from pathlib import Path

import pytest

from kg.cli import main
from kg.cli.completion import SHELLS
from kg.query import find, named_queries


def completed(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], *words: str) -> list[str]:
    """The words that bash is offered for the last of these."""
    monkeypatch.setenv("_KG_COMPLETE", "bash_complete")
    monkeypatch.setenv("COMP_WORDS", " ".join(["kg", *words]))
    monkeypatch.setenv("COMP_CWORD", str(len(words)))
    with pytest.raises(SystemExit):
        main([])
    return [line.partition(",")[2] for line in capsys.readouterr().out.splitlines() if line]


def test_names_of_queries(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    offered = completed(monkeypatch, capsys, "query", "offices-")
    assert offered == [name for name in named_queries() if name.startswith("offices-")]
    assert len(offered) > 2


def test_names_of_commands_and_formats(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    assert completed(monkeypatch, capsys, "quer") == ["query", "queries"]
    assert completed(monkeypatch, capsys, "query", "moderators", "--format", "t") == ["table", "tsv", "turtle"]


def test_names_of_parameters(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    offered = completed(monkeypatch, capsys, "query", "holders-of-a-post", "-p", "")
    assert offered == [f"{one.name}=" for one in find("holders-of-a-post").parameters]
    assert completed(monkeypatch, capsys, "query", "moderators", "-p", "language=f") == ["language=fr"]
    assert completed(monkeypatch, capsys, "query", "no-such-query", "-p", "a") == []


def test_a_file_is_left_to_the_shell(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    assert completed(monkeypatch, capsys, "query", "./mine") == ["./mine"]


@pytest.mark.parametrize("shell", SHELLS)
def test_the_script_is_one_for_the_shell(shell: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["completion", shell]) == 0
    script = capsys.readouterr().out
    assert f"_KG_COMPLETE={shell}_complete" in script
    program = shutil.which(shell)
    if program is None:
        pytest.skip(f"{shell} is not installed: only that the script names it is tested")
    file = tmp_path / "script"
    file.write_text(script, "utf-8")
    assert subprocess.run([program, "-n", str(file)], capture_output=True, check=False).returncode == 0


def test_bash_puts_no_blank_after_the_sign_of_equality(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["completion", "bash"]) == 0
    assert "compopt -o nospace" in capsys.readouterr().out


def test_an_unknown_shell_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["completion", "tcsh"]) == 2
    assert "bash" in capsys.readouterr().err
