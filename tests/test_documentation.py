"""The documentation says everything that the program offers, and nothing that it does not."""

import ast
import json
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

import kg
from kg.cli.program import kg as program
from kg.model import EntityType, EventKind, Factuality, Qualifier, Role
from kg.query.library import named_queries
from kg.records import from_json

ROOT = Path(__file__).resolve().parents[1]
DOCS = ROOT / "docs"
SRC = ROOT / "src" / "kg"
PAGES = [ROOT / "README.md", *sorted(p for p in DOCS.rglob("*.md") if "_build" not in p.parts)]
MODULES = sorted(SRC.rglob("*.py"))
LEXICON = sorted(p for p in (ROOT / "data" / "lexicon").rglob("*") if p.is_file())
TERM = re.compile(r"^kg:(\w+)\s+a\s", re.MULTILINE)
FENCE = re.compile(r"^(```+|:::+).*?^\1\s*$", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"\]\((?![a-z]+:)([^)\s#]*)(?:#([^)\s]+))?\)")


def commands(group: click.Group, path: str) -> Iterator[tuple[str, click.Command]]:
    context = click.Context(group)
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        assert command is not None
        yield f"{path} {name}", command
        if isinstance(command, click.Group):
            yield from commands(command, f"{path} {name}")


def sections(page: Path) -> dict[str, str]:
    """The text under each heading, down to the next heading."""
    parts = re.split(r"^#+ +(.+)$", page.read_text("utf-8"), flags=re.MULTILINE)
    return {heading.replace("`", "").strip(): body for heading, body in zip(parts[1::2], parts[2::2], strict=True)}


def anchors(page: Path) -> set[str]:
    """The names that Sphinx and code hosts give to the headings of a page."""
    kept = (re.sub(r"[^\w\- ]", "", heading.lower()) for heading in sections(page))
    return {heading.replace(" ", "-") for heading in kept}


COMMANDS = dict(commands(program, "kg"))


@pytest.mark.parametrize("path", COMMANDS)
def test_command_has_a_section(path: str) -> None:
    assert [heading for heading in sections(DOCS / "command-line.md") if f"{heading} ".startswith(f"{path} ")]


@pytest.mark.parametrize("path", COMMANDS)
def test_options_stand_in_the_section_of_their_command(path: str) -> None:
    page = sections(DOCS / "command-line.md")
    mine = "\n".join(body for heading, body in page.items() if heading.startswith((path, "Options of every")))
    options = [p for p in COMMANDS[path].params if isinstance(p, click.Option)]
    names = [max(option.opts, key=len) for option in options]
    assert [name for name in names if f"`{name}`" not in mine] == []


def test_every_named_query_is_described() -> None:
    page = sections(DOCS / "queries.md")
    assert len(named_queries()) > 0
    for name, query in named_queries().items():
        said = [*(one.name for one in query.parameters), *(one.name for one in query.columns)]
        assert [word for word in said if f"`{word}`" not in page[name]] == [], name


def test_every_own_term_is_explained() -> None:
    terms = TERM.findall((ROOT / "ontology" / "kg.ttl").read_text("utf-8"))
    page = (DOCS / "model.md").read_text("utf-8")
    assert len(terms) > 20
    assert [term for term in terms if not re.search(rf"\bkg:{term}\b", page)] == []


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(SRC)))
def test_what_is_public_has_a_docstring(path: Path) -> None:
    tree = ast.parse(path.read_text("utf-8"))
    assert ast.get_docstring(tree) is not None
    classes = [node for node in tree.body if isinstance(node, ast.ClassDef) and not node.name.startswith("_")]
    scopes: list[ast.Module | ast.ClassDef] = [tree, *classes]
    named = [
        node
        for scope in scopes
        for node in scope.body
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef) and not node.name.startswith("_")
    ]
    assert [node.name for node in named if ast.get_docstring(node) is None] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda p: str(p.relative_to(ROOT)))
def test_links_lead_somewhere(page: Path) -> None:
    for target, anchor in LINK.findall(FENCE.sub("", page.read_text("utf-8"))):
        file = page if target == "" else (page.parent / target).resolve()
        assert file.exists(), target
        if anchor and file.suffix == ".md":
            assert anchor in anchors(file), f"{target}#{anchor}"


def test_example_of_a_record_is_sound() -> None:
    example = re.search(r"```json\n(.*?)```", (DOCS / "record.md").read_text("utf-8"), re.DOTALL)
    assert example is not None
    record = from_json(json.loads(example[1]), "docs/record.md")
    quotes = [record.document.text[s.start : s.end] for m in record.mentions for s in m.evidence]
    assert quotes == [mention.name for mention in record.mentions]
    assert record.participations[0].evidence == record.positions[0].evidence != ()


def test_record_page_names_every_value() -> None:
    page = (DOCS / "record.md").read_text("utf-8")
    values = [value for kind in (EntityType, EventKind, Factuality, Qualifier, Role) for value in kind]
    assert [value for value in values if f"`{value}`" not in page] == []


def test_every_page_is_in_the_table_of_contents() -> None:
    trees = re.findall(r"```\{toctree\}(.*?)```", "".join(p.read_text("utf-8") for p in PAGES), re.DOTALL)
    listed = {line.strip() for tree in trees for line in tree.splitlines() if line and not line.startswith(":")}
    pages = {str(p.relative_to(DOCS).with_suffix("")) for p in PAGES[1:]} - {"index"}
    assert {page.removeprefix("decisions/") if page != "decisions/index" else page for page in pages} == listed


def test_changelog_and_citation_have_the_current_version() -> None:
    assert re.search(
        rf"^## \[{re.escape(kg.__version__)}\] - \d{{4}}-\d\d-\d\d$", (ROOT / "CHANGELOG.md").read_text("utf-8"), re.M
    )
    assert f"\nversion: {kg.__version__}\n" in (ROOT / "CITATION.cff").read_text("utf-8")


def test_there_are_word_lists() -> None:
    assert {path.parts[-2] for path in LEXICON} >= {"fr", "de", "en"}


@pytest.mark.parametrize("path", LEXICON, ids=lambda p: "/".join(p.parts[-2:]))
def test_word_list_begins_with_what_belongs_in_it(path: Path) -> None:
    first = path.read_text("utf-8").splitlines()[0]
    assert re.match(r"# \S", first)


def test_decision_draws_the_rows_as_they_are() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    contracts = project["tool"]["importlinter"]["contracts"]
    layers = next(contract["layers"] for contract in contracts if contract["id"] == "flow")
    note = (DOCS / "decisions" / "0005-import-rows.md").read_text("utf-8")
    drawn = re.search(r"```text\n(.*?)```", note, re.DOTALL)
    assert drawn is not None
    assert drawn[1].splitlines() == layers
