import base64
import json
import re
import zlib
from importlib import resources

import pytest

from kg.query import Engine
from kg.view.desk.sparql import POLICY, blocks, words
from kg.view.names import LANGUAGES


def opened(block: str) -> bytes:
    return zlib.decompress(base64.b64decode(block))


@pytest.fixture(scope="module")
def found(hostile: Engine) -> dict[str, str]:
    return blocks(hostile.dump("trig"))


def test_graph_and_engine_are_in_the_page(found: dict[str, str], hostile: Engine) -> None:
    assert opened(found["sparql-graph"]) == hostile.dump("trig")
    wasm = (resources.files("kg.view") / "vendor" / "oxigraph.wasm").read_bytes()
    assert opened(found["sparql-engine"]) == wasm


def test_no_block_can_leave_its_element(found: dict[str, str]) -> None:
    assert [name for name, block in found.items() if re.search(r"[^A-Za-z0-9+/=]", block)] == []


def test_worker_is_one_script_with_its_licence(found: dict[str, str]) -> None:
    program = opened(found["sparql-worker"]).decode("utf-8")
    assert "oxigraph 0.5" in program.partition("*/")[0]
    assert re.search(r"^(import|export) ", program, re.MULTILINE) is None


def test_questions_come_with_the_prefixes_of_kg(found: dict[str, str]) -> None:
    library = json.loads(opened(found["sparql-questions"]))
    assert library["prefixes"]["kg"].endswith("ns#")
    assert len(library["questions"]) > 15


def test_the_same_graph_gives_the_same_blocks(found: dict[str, str], hostile: Engine) -> None:
    assert blocks(hostile.dump("trig")) == found


def test_words_are_there_in_every_language() -> None:
    assert tuple(words()) == LANGUAGES


def test_the_policy_lets_nothing_else_through() -> None:
    assert "unsafe-eval" not in POLICY["script-src"].replace("wasm-unsafe-eval", "")
    assert POLICY["worker-src"] == "blob:"
