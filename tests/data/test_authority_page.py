"""docs/authority.md says what the authority, its grammar and the graph are."""

import re
from pathlib import Path

import pytest
from pyoxigraph import Store

from kg import query, resolve
from kg.files import from_yaml
from kg.resolve.authority import read_authority
from kg.resolve.codes import GRAMMAR
from kg.store import in_memory
from kg.triples import reference
from kg.vocab.concepts import concepts

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "data" / "authority"
PAGE = (ROOT / "docs" / "authority.md").read_text("utf-8")
ROWS = [
    row for block in re.findall(r"^```yaml\n(.*?)^```", PAGE, re.MULTILINE | re.DOTALL) for row in from_yaml(block, "")
]
QUERIES = re.findall(r"^```sparql\n(.*?)^```", PAGE, re.MULTILINE | re.DOTALL)


@pytest.fixture(scope="module")
def store() -> Store:
    entries = resolve.load_authority([FOLDER])
    return in_memory(reference(entries, resolve.load_changes([FOLDER], entries)))


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["id"])
def test_a_row_stands_in_the_authority_as_on_the_page(row: dict[str, object]) -> None:
    known = [one for file in FOLDER.rglob("*.yaml") for one in from_yaml(file.read_text("utf-8"), file.name)]
    assert {**row, "note": None} in [{**one, "note": None} for one in known]


def test_the_page_shows_a_row_and_a_change() -> None:
    assert [row["id"] for row in ROWS] == ["territory-moselle", "change-regional-councils-2016"]


def test_registers_and_their_examples() -> None:
    rows = re.findall(r"^\| (`[a-z0-9-]+`(?:, `[a-z0-9-]+`)*) \| .* \| ([\w-]+) \|$", PAGE, re.MULTILINE)
    examples = {register: example for names, example in rows for register in re.findall(r"`([^`]+)`", names)}
    assert set(examples) == set(GRAMMAR)
    assert examples["insee-commune"] == "57463"
    for register in set(GRAMMAR) - {"insee-region", "nuts-2010"}:
        pattern, holds, _ = GRAMMAR[register]
        assert pattern.fullmatch(examples[register])
        assert holds(examples[register])


def test_kinds_of_source_and_of_change() -> None:
    assert set(re.findall(r"^\| `([a-z-]+)` \| .* \|$", PAGE, re.MULTILINE)) >= {c.id for c in concepts("source-kind")}
    assert all(f"`{concept.id}`" in PAGE for concept in concepts("change-kind"))


def test_the_queries_answer(store: Store) -> None:
    engine = query.engine_over(store)
    first, second = (engine.select(text).rows for text in QUERIES)
    assert [[term.value if term else None for term in row] for row in first] == [
        ["2016-01-01", "https://w3id.org/grkg/id/organisation-region-grand-est"]
    ]
    assert [row[0].value for row in second if row[0]] == ["https://w3id.org/grkg/id/territory-metz"]


def test_the_numbers_are_those_of_today() -> None:
    entries, files = read_authority([FOLDER])
    changes = resolve.load_changes([FOLDER], entries)
    territories, organisations, told = map(
        int, re.findall(r"some (\d+) territories, (\d+) organisations and (\d+) changes", PAGE)[0]
    )
    counts = {kind: sum(id_.startswith(kind) for id_ in files) for kind in ("territory", "organisation")}
    assert abs(counts["territory"] - territories) < 10
    assert abs(counts["organisation"] - organisations) < 10
    assert abs(len(changes) - told) < 10
