import importlib.util
from pathlib import Path
from types import ModuleType

from kg.query import named_queries

ROOT = Path(__file__).resolve().parents[2]
PAGE = ROOT / "docs" / "queries.md"


def generator() -> ModuleType:
    spec = importlib.util.spec_from_file_location("queries_page_tool", ROOT / "tools" / "queries_page.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_list_is_fresh() -> None:
    stored = PAGE.read_text("utf-8")
    assert generator().page(stored) == stored, "run: python tools/queries_page.py"


def test_it_says_everything_of_every_query() -> None:
    stored = PAGE.read_text("utf-8")
    for named in named_queries().values():
        assert f"### {named.name}\n" in stored
        assert all(summary in stored for summary in named.summary.values())
