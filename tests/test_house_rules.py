"""The shape of the code: what neither import-linter nor ruff can say."""

import ast
import statistics
from collections.abc import Iterator
from pathlib import Path

import pytest

SRC = Path(__file__).resolve().parents[1] / "src" / "kg"
MODULES = sorted(SRC.rglob("*.py"))
each_module = pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(SRC)))

MODULE_LINES = 300
MODULE_LINES_MEDIAN = 90
FUNCTION_LINES = 50  # without the docstring
FUNCTION_LINES_MEDIAN = 9
VAGUE_NAMES = {"utils", "util", "helpers", "helper", "common", "misc", "shared"}


def functions(path: Path) -> Iterator[tuple[str, int]]:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            first = node.body[0]
            documented = ast.get_docstring(node) is not None
            doc = (first.end_lineno or 0) - first.lineno + 1 if documented else 0
            yield node.name, (node.end_lineno or 0) - node.lineno + 1 - doc


def length(path: Path) -> int:
    return len(path.read_text("utf-8").splitlines())


@each_module
def test_module_is_short(path: Path) -> None:
    assert length(path) <= MODULE_LINES


@each_module
def test_functions_are_short(path: Path) -> None:
    assert {name: lines for name, lines in functions(path) if lines > FUNCTION_LINES} == {}


@each_module
def test_module_has_a_telling_name(path: Path) -> None:
    assert path.stem not in VAGUE_NAMES


@each_module
def test_module_leaves_its_own_package_alone(path: Path) -> None:
    """A cycle through a package's own `__init__` is one import-linter does not see."""
    own = ".".join(path.relative_to(SRC.parent).parts[:-1])
    siblings = {p.stem for p in path.parent.iterdir()}
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if path.name != "__init__.py" and isinstance(node, ast.ImportFrom) and node.module == own:
            assert {alias.name for alias in node.names} <= siblings, f"line {node.lineno}"


def test_medians() -> None:
    assert statistics.median(length(path) for path in MODULES) < MODULE_LINES_MEDIAN
    lines = [n for path in MODULES for _, n in functions(path)]
    assert statistics.median(lines) < FUNCTION_LINES_MEDIAN
