import re
from collections import Counter
from importlib import resources

import pytest

from kg.view.desk.program import part, program, taken

MODULES = sorted(
    path.name for path in (resources.files("kg.view.desk") / "page").iterdir() if path.name.endswith(".js")
)
PROGRAMS = {entry: re.findall(r"^// ([\w-]+\.js)$", program(entry), re.MULTILINE) for entry in ("main.js", "worker.js")}
each_program = pytest.mark.parametrize("entry", PROGRAMS)
DECLARED = re.compile(
    r"^(?:export )?(?:async )?(?:const|let|function\*?|class) (\[[^\]]*\]|\{[^}]*\}|[\w$]+)", re.MULTILINE
)
IMPORTED = re.compile(r'^import \{([^}]*)\} from "\./([\w-]+\.js)";$', re.MULTILINE)


def declared(module: str) -> list[str]:
    return [name for found in DECLARED.findall(part(module)) for name in re.findall(r"[\w$]+", found)]


@each_program
def test_no_name_stands_in_two_modules(entry: str) -> None:
    names = Counter(name for module in PROGRAMS[entry] for name in declared(module))
    assert {name for name, count in names.items() if count > 1} == set()


@pytest.mark.parametrize("module", MODULES)
def test_what_is_imported_is_exported_there_and_used(module: str) -> None:
    rest = IMPORTED.sub("", part(module))
    for names, other in IMPORTED.findall(part(module)):
        for name in re.findall(r"[\w$]+", names):
            pattern = rf"^export (?:async )?(?:const|let|function\*?|class) {re.escape(name)}\b"
            assert re.search(pattern, part(other), re.MULTILINE), f"{other} does not export {name}"
            assert re.search(rf"\b{re.escape(name)}\b", rest), f"{name} is not used"


def test_every_module_is_in_a_program() -> None:
    assert sorted({module for modules in PROGRAMS.values() for module in modules}) == MODULES


@each_program
def test_linked_modules_stand_once_and_after_those_they_take_from(entry: str) -> None:
    order = PROGRAMS[entry]
    assert len(set(order)) == len(order)
    assert re.search(r"^(?:import|export) ", program(entry), re.MULTILINE) is None
    for module in order:
        assert all(order.index(other) < order.index(module) for other in taken(module)), module


def test_program_never_writes_markup() -> None:
    assert (
        re.findall(r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\b|new Function", program("main.js"))
        == []
    )
