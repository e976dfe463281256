"""The program of the page: small JavaScript modules, linked into one script without a bundler.

A module says what it takes with lines of `import { a, b } from "./other.js";` (or `import "./other.js";`) and what it
gives with `export` before a declaration. Linked, they stand one after the other in one scope, each after those that
it takes from; so a name at the top of a module is used in no other module, and nothing is renamed on import.
"""

import re
from collections.abc import Iterator
from importlib import resources
from typing import Final

from kg.errors import KgBug

_IMPORT: Final = re.compile(r'^import (?:\{[^}]*\} from )?"\./([\w-]+\.js)";\n', re.MULTILINE)
_EXPORT: Final = re.compile(r"^export (?=(?:async )?(?:const|let|function\*?|class) )", re.MULTILINE)


def program(entry: str) -> str:
    """Link a module with all that it takes from, directly or not.

    Args:
        entry: the file name of the module in `page/`.

    Returns:
        One script in a scope of its own.

    Raises:
        KgBug: modules take from each other in a circle.
    """
    parts = (f"// {name}\n{_plain(part(name))}" for name in _in_order(entry, (), {}))
    return '(() => {\n"use strict";\n' + "".join(parts) + "})();\n"


def part(name: str) -> str:
    """One file of the page."""
    return (resources.files("kg.view.desk") / "page" / name).read_text("utf-8")


def taken(module: str) -> list[str]:
    """The file names of the modules that one takes from."""
    return _IMPORT.findall(part(module))


def _in_order(module: str, above: tuple[str, ...], seen: dict[str, None]) -> Iterator[str]:
    if module in above:
        raise KgBug(f"modules of the page take from each other in a circle: {' -> '.join((*above, module))}.")
    if module not in seen:
        for other in taken(module):
            yield from _in_order(other, (*above, module), seen)
        seen[module] = None
        yield module


def _plain(source: str) -> str:
    return _EXPORT.sub("", _IMPORT.sub("", source))
