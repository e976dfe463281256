"""`%load_ext kg` and `%%sparql` in a real IPython."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pandas
import polars
import pytest
import rdflib
from IPython.core.interactiveshell import InteractiveShell
from traitlets.config import Config

import kg
from kg.query import Table
from kg.result import Result

CELL = "SELECT ?name { ?e a kg:Event ; schema:name ?name } ORDER BY ?name"


@pytest.fixture(scope="module")
def shell(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    """A shell that keeps no history and nothing in the home of who runs the tests."""
    config = Config()
    config.HistoryManager.enabled = False
    make: Any = InteractiveShell
    shell = make(config=config, ipython_dir=str(tmp_path_factory.mktemp("ipython")))
    shell.run_line_magic("load_ext", "kg")
    yield shell
    shell.reset()


def test_a_cell_of_sparql(shell: Any, sample: Path) -> None:
    table = shell.run_cell_magic("sparql", f"--graph {sample}", CELL)
    assert isinstance(table, Table)
    assert len(table) > 0


def test_a_named_query_in_a_line_with_parameters(shell: Any, sample: Path) -> None:
    shell.user_ns["g"] = kg.open(sample)
    frame = shell.run_line_magic("sparql", "people-of-an-organisation -p organisation=CCPHVA --graph g --to pandas")
    assert isinstance(frame, pandas.DataFrame)
    assert "Julien Vian" in frame["personName"].tolist()


def test_a_cell_may_have_parameters(shell: Any, sample: Path) -> None:
    cell = f"#+ parameters:\n#+   tag: {{type: text}}\n{CELL.replace('} ORDER', 'FILTER(LANG(?name) = ?tag) } ORDER')}"
    table = shell.run_cell_magic("sparql", f"--graph {sample} -p tag=fr", cell)
    assert len(table) > 0
    assert len(shell.run_cell_magic("sparql", f"--graph {sample} -p tag=xx", cell)) == 0


def test_the_forms_of_an_answer(shell: Any, sample: Path) -> None:
    def asked(options: str, cell: str = CELL) -> Any:
        return shell.run_cell_magic("sparql", f"--graph {sample} {options}", cell)

    assert isinstance(asked("--to polars"), polars.DataFrame)
    assert isinstance(asked("--to result"), Result)
    triples = CELL.replace("SELECT ?name", "CONSTRUCT { ?e schema:name ?name } WHERE").split(" ORDER")[0]
    assert isinstance(asked("--to rdflib", triples), rdflib.Graph)
    assert isinstance(asked("", triples), Result)
    assert asked("", "ASK { ?e a kg:Event }") is True
    assert asked("--into names --to pandas") is None
    assert isinstance(shell.user_ns.pop("names"), pandas.DataFrame)


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("--graph {sample} --to excel", "excel"),
        ("--graph {sample} --timeout soon", "no number of seconds"),
        ("--graph {sample} --timeout 0", "above zero"),
        ("--graph {sample} --frobnicate x", "frobnicate"),
        ("--graph {sample} --to", "value is missing"),
        ("--graph {sample} -p tag", "KEY=VALUE"),
        ("--graph 'unclosed", "cannot be read"),
        ("moderators --graph {sample}", "two questions"),
        ("--graph /no/such/folder", "kg build"),
    ],
)
def test_a_mistake_is_one_line(
    line: str, said: str, shell: Any, sample: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert shell.run_cell_magic("sparql", line.format(sample=sample), CELL) is None
    told = capsys.readouterr().out
    assert said in told
    assert told.startswith("kg: ")
    assert told.count("\n") == 1
