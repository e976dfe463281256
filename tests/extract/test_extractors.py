"""Extractors of other packages: found by entry point, loaded by name only, and never a danger to the record."""

import subprocess
import sys
import tomllib
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import pytest

from kg import extract
from kg.cli import main
from kg.errors import ContentError, InputError
from kg.extract import Candidate, load_extractors
from kg.model import Document, Severity

TEXT = "Abend der Nachbarn\n\nFreitag, 7. Juni 2024, Perl\n\n19.00 Uhr Das Amt für Brückenbau stellt sich vor\n"

ROOT = Path(__file__).resolve().parents[2]

PLUGIN = """
from kg.extract import Candidate

class Finder:
    name = "finder"

    def propose(self, document):
        word = "Amt für Brückenbau"
        start = document.text.find(word)
        if start >= 0:
            fields = {"type": "Organization", "name": word}
            yield Candidate(facet="entities", fields=fields, quote=word, start=start, end=start + len(word))

class Shapeless:
    pass
"""
POINTS = """[kg.extractors]
finder = village_finder:Finder
shapeless = village_finder:Shapeless
missing = no_such_module:Finder
absent = village_finder:Absent
"""


@pytest.fixture
def plugin(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A package as pip would have installed it."""
    (tmp_path / "village_finder.py").write_text(PLUGIN, "utf-8")
    info = tmp_path / "village_finder-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: village-finder\nVersion: 1.0\n", "utf-8")
    (info / "entry_points.txt").write_text(POINTS, "utf-8")
    monkeypatch.syspath_prepend(str(tmp_path))
    yield tmp_path
    sys.modules.pop("village_finder", None)


@pytest.fixture
def page(tmp_path: Path) -> Path:
    path = tmp_path / "pages" / "abend.txt"
    path.parent.mkdir()
    path.write_text(TEXT, "utf-8")
    return path


@pytest.mark.usefixtures("plugin")
def test_an_extractor_is_found_by_its_name() -> None:
    (finder,) = load_extractors(["finder", "finder"])
    assert finder.name == "finder"


@pytest.mark.usefixtures("plugin")
@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("findr", "no extractor is called 'findr'"),
        ("missing", "cannot be loaded"),
        ("absent", "cannot be loaded"),
        ("shapeless", "no `name` and `propose`"),
    ],
)
def test_what_cannot_be_used_is_said_in_one_line(name: str, words: str) -> None:
    with pytest.raises(InputError, match=words):
        load_extractors([name])


@pytest.mark.usefixtures("plugin")
def test_the_command_line_lets_it_propose(page: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["extract", str(page), "-o", str(tmp_path / "out"), "--with", "finder"]) == 0
    assert main(["build", str(page), "-o", str(tmp_path / "graph"), "--with", "finder"]) == 0
    assert (tmp_path / "graph" / "graph.nq").exists()
    assert main(["extract", str(page), "--with", "nobody"]) == 2
    assert "'nobody'" in capsys.readouterr().err


class Failing:
    name = "failing"

    def __init__(self, error: Exception) -> None:
        self.error = error

    def propose(self, document: Document) -> Iterator[Candidate]:
        yield Candidate(facet="entities", fields={"type": "Person", "name": "Abend"}, quote="Abend", start=0, end=5)
        raise self.error


@pytest.mark.parametrize("error", [ContentError("no idea.", hint="Ask another."), ZeroDivisionError("1/0")])
def test_where_it_fails_the_record_of_the_rules_stands(error: Exception) -> None:
    document = Document(id="abend", language="de", text=TEXT, sha256="0" * 64)
    alone, _ = extract.extract(document)
    made, issues = extract.extract(document, [Failing(error)])
    assert made == alone
    (issue,) = [issue for issue in issues if issue.value == "failing"]
    assert issue.severity is Severity.WARNING
    assert str(error.args[0]) in issue.message


def test_extractors_are_neither_looked_for_nor_loaded_unless_named() -> None:
    code = (
        "import sys, kg.extract; kg.extract.load_extractors([]);"
        "late = ('kg.extract.endpoint', 'http.client', 'ssl', 'importlib.metadata');"
        "print([m for m in sys.modules if m.startswith(late)])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_the_entry_points_of_this_package_lead_somewhere() -> None:
    points = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["entry-points"]["kg.extractors"]
    assert set(points) == {"openai-compatible"}
    for value in points.values():
        module, _, attribute = value.partition(":")
        assert callable(getattr(import_module(module), attribute))
