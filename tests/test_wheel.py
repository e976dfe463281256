"""The wheel is enough: installed into an empty environment, it builds and answers in an empty folder."""

import os
import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
SHIPPED = (
    "ontology/kg.ttl",
    "ontology/context.jsonld",
    "queries/question/",
    "queries/link/wikidata/",
    "data/linking/",
    "data/lexicon/fr/",
    "data/documents/",
)

pytestmark = pytest.mark.slow


def run(*command: str | Path, folder: Path) -> str:
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "COV", "KG_"))}
    done = subprocess.run(
        [str(part) for part in command], cwd=folder, env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("dist")
    run(sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", folder, folder=ROOT)
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def bin_(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The programs of an environment that holds the locked packages and the wheel, and nothing else."""
    folder = tmp_path_factory.mktemp("venv")
    venv.create(folder, with_pip=True)
    pip = (folder / "bin" / "python", "-m", "pip", "--disable-pip-version-check", "install", "--quiet")
    run(*pip, "--require-hashes", "--only-binary", ":all:", "-r", ROOT / "requirements.lock", folder=folder)
    run(*pip, "--no-deps", "--no-index", wheel, folder=folder)
    return folder / "bin"


def test_wheel_carries_ontology_queries_and_data(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    assert [part for part in SHIPPED if not any(name.startswith(f"kg/_assets/{part}") for name in names)] == []
    assert {"kg/view/vendor/d3.js", "kg/view/vendor/oxigraph.js", "kg/view/vendor/oxigraph.wasm"} <= set(names)
    assert [name for name in names if "__pycache__" in name or name.endswith(".pyc")] == []


def test_environment_is_consistent(bin_: Path, tmp_path: Path) -> None:
    assert "No broken requirements" in run(bin_ / "python", "-m", "pip", "check", folder=tmp_path)


def test_sample_is_built_and_answers(bin_: Path, tmp_path: Path) -> None:
    run(bin_ / "kg", "build", "--sample", "-o", "out", folder=tmp_path)
    assert sorted(path.name for path in tmp_path.iterdir() if not path.name.startswith(".")) == ["out"]
    query = "SELECT (COUNT(DISTINCT ?person) AS ?people) WHERE { ?person a kg:Person }"
    rows = run(bin_ / "kg", "query", query, "--graph", "out", "--format", "csv", folder=tmp_path).splitlines()
    assert rows[0] == "people"
    assert int(rows[1]) > 0


def test_library_opens_what_was_built(bin_: Path, tmp_path: Path) -> None:
    run(bin_ / "kg", "build", "--sample", "-o", "out", folder=tmp_path)
    code = "import kg; print(len(kg.open('out').query('SELECT ?e WHERE { ?e a kg:Event }').rows))"
    assert int(run(bin_ / "python", "-c", code, folder=tmp_path)) > 0
