"""What a page carries to answer SPARQL by itself: the engine, its worker's program, the graph and the named queries.

Each is one compressed block; `page/asking.js` inflates them when the panel is first opened.
"""

import base64
import zlib
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Any, Final

from kg import files, jsonl
from kg.view.desk.program import program
from kg.view.desk.questions import questions
from kg.vocab.namespaces import PREFIXES

LEVEL: Final = 9
POLICY: Final = {"script-src": "'wasm-unsafe-eval'", "worker-src": "blob:", "trusted-types": "kg-worker"}
"""What the page's Content-Security-Policy has to let through: WebAssembly, and a worker that the page itself makes."""


def blocks(trig: bytes) -> dict[str, str]:
    """The blocks, by the id of the element that the page keeps each in.

    Args:
        trig: the graph.
    """
    return {
        "sparql-engine": _wasm(),
        "sparql-worker": packed(_vendored("oxigraph.js") + program("worker.js").encode("utf-8")),
        "sparql-graph": packed(trig),
        "sparql-questions": packed(jsonl.line({"prefixes": PREFIXES, "questions": questions()}).encode("utf-8")),
    }


def words() -> dict[str, dict[str, Any]]:
    """The words of the panel in each language."""
    found: dict[str, dict[str, Any]] = files.read_yaml(
        Path(str(resources.files("kg.view.desk") / "page" / "sparql.yaml"))
    )
    return found


def packed(content: bytes) -> str:
    """Bytes, compressed, in characters that can stand in HTML."""
    return base64.b64encode(zlib.compress(content, LEVEL)).decode("ascii")


@cache
def _wasm() -> str:
    return packed(_vendored("oxigraph.wasm"))


def _vendored(name: str) -> bytes:
    return (resources.files("kg.view") / "vendor" / name).read_bytes()
