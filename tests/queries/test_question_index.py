import importlib.util
import json
from pathlib import Path
from types import ModuleType

from kg.query import load, named_queries

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "queries" / "question"


def generator() -> ModuleType:
    spec = importlib.util.spec_from_file_location("question_index_tool", ROOT / "tools" / "question_index.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_index_is_fresh() -> None:
    stored = json.loads((ROOT / "queries" / "question.json").read_text("utf-8"))
    assert stored == generator().gather(FOLDER), "run: python tools/question_index.py"


def test_index_and_headers_say_the_same() -> None:
    assert {path.stem: load(path) for path in FOLDER.glob("*.rq")} == named_queries()
