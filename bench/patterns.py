"""Whether a regular expression of kg is slow on any text: each is fed strings that grow, made of what it looks for.

    python -m bench.patterns [--largest CHARACTERS] [--slow MILLISECONDS] [--all]

Every pattern that kg compiles is taken down while its modules are loaded and small pages of every format are read. For
each, some pieces are made from its own letters and classes, and repeated up to the largest size, with an end that fits
nothing, so that a pattern which can be read in many ways tries them all. A pattern whose module searches with it is
searched with, so an unbounded repetition that may begin anywhere shows up as quadratic; the others are matched.

Printed are those that take longer than --slow at the largest size and grow faster than the text: the exponent (1 is
linear, 2 quadratic), the piece, and where the pattern is compiled. The exit code is 1 where there is one.
"""

import argparse
import importlib
import math
import pkgutil
import re
import re._parser as grammar  # type: ignore[import-not-found]
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product
from pathlib import Path
from time import process_time
from typing import Any

COMMON = (
    *" a A1\n\t-.,:;(<&/'\"_=|*#[",
    "a ",
    "A ",
    "1.",
    "1 ",
    ". ",
    "a,",
    "--",
    "\n\n",
    " \n",
    "é",
    "<a",
    "](",
    "9h",
)
ENDS = ("", "\x00", "!")
GROWTH = 1.3
MOST_LETTERS = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """A pattern that grows faster than the text."""

    where: str
    pattern: str
    piece: str
    seconds: float
    exponent: float


def compiled() -> dict[str, re.Pattern[str]]:
    """Every pattern over text that kg compiles, by the file and line that does."""
    found: dict[str, re.Pattern[str]] = {}
    plain = re._compile  # type: ignore[attr-defined]

    def noted(pattern: Any, flags: int) -> Any:
        made = plain(pattern, flags)
        frame = sys._getframe(2)
        while frame is not None and frame.f_code.co_filename == re.__file__:
            frame = frame.f_back  # type: ignore[assignment]
        path = frame.f_code.co_filename if frame is not None else ""
        if "/kg/" in path and isinstance(made.pattern, str):
            place = f"{path.rpartition('/kg/')[2]}:{frame.f_lineno}"
            found.setdefault(f"{place} {len([k for k in found if k.startswith(place + ' ')])}", made)
        return made

    re._compile = noted  # type: ignore[attr-defined]
    try:
        _load()
    finally:
        re._compile = plain  # type: ignore[attr-defined]
    by_pattern = {(made.pattern, made.flags): where for where, made in reversed(found.items())}
    return {where: found[where] for where in sorted(by_pattern.values())}


def _load() -> None:
    """Load all modules, and read pages, for some patterns are made of word lists when they are first asked for."""
    kg = importlib.import_module("kg")
    for module in pkgutil.walk_packages(kg.__path__, "kg."):
        if not module.name.endswith("__main__"):
            importlib.import_module(module.name)
    seeds = importlib.import_module("bench.seeds")
    read, extract = importlib.import_module("kg.source").read, importlib.import_module("kg.extract").extract
    with tempfile.TemporaryDirectory() as folder:
        for ending, make in seeds.FORMATS.items():
            path = Path(folder) / f"page{ending}"
            path.write_bytes(make())
            extract(read(path))


def letters(pattern: re.Pattern[str]) -> list[str]:
    """Letters that the pattern itself looks for, a few of each class."""
    out: dict[str, None] = {}
    for op, value in _leaves(grammar.parse(pattern.pattern, pattern.flags)):
        name = str(op)
        if name in ("LITERAL", "NOT_LITERAL"):
            out[chr(value)] = None
        elif name == "RANGE":
            out[chr(value[0])] = None
        elif name == "CATEGORY":
            out[{"DIGIT": "1", "SPACE": " "}.get(str(value).rsplit("_", 1)[-1], "a")] = None
    return list(out)[:MOST_LETTERS]


def _leaves(tree: Any) -> Iterator[tuple[Any, Any]]:
    if isinstance(tree, tuple) and len(tree) == 2 and str(tree[0]) in ("LITERAL", "NOT_LITERAL", "RANGE", "CATEGORY"):
        yield tree
    elif isinstance(tree, (list, tuple, grammar.SubPattern)):
        for part in tree:
            yield from _leaves(part)


def pieces(pattern: re.Pattern[str]) -> list[str]:
    """What is repeated: single letters, pairs of the pattern's own, and what pages are made of."""
    own = letters(pattern)
    return list(dict.fromkeys((*own, *COMMON, *("".join(pair) for pair in product(own[:6], repeat=2)))))


def searching(where: str) -> bool:
    """Whether the module that compiles a pattern looks for it anywhere in a text."""
    file, _, line = where.split(" ", maxsplit=1)[0].partition(":")
    source = (Path(importlib.import_module("kg").__file__ or "").parent / file).read_text("utf-8")
    named = re.match(r"(\w+)\b.*=", source.splitlines()[int(line) - 1])
    return (
        named is None or re.search(rf"\b{named[1]}\.(?:search|sub|subn|split|findall|finditer)\b", source) is not None
    )


def seconds(pattern: re.Pattern[str], text: str, *, anywhere: bool) -> float:
    """The CPU seconds of one use."""
    start = process_time()
    (pattern.search if anywhere else pattern.match)(text)
    return process_time() - start


def worst(where: str, pattern: re.Pattern[str], largest: int, slow: float) -> Finding | None:
    """The piece on which a pattern grows fastest, where that is too fast."""
    out: Finding | None = None
    anywhere = searching(where)
    for piece, end in product(pieces(pattern), ENDS):
        size = largest // 64
        last = first = seconds(pattern, piece * (size // len(piece)) + end, anywhere=anywhere)
        while size < largest and last < slow * 20:
            size *= 2
            last = seconds(pattern, piece * (size // len(piece)) + end, anywhere=anywhere)
        steps = math.log2(size / (largest // 64))
        if last < slow or not steps:
            continue
        exponent = math.log2(last / max(first, 1e-6)) / steps
        if exponent > GROWTH and (out is None or last > out.seconds):
            out = Finding(where=where, pattern=pattern.pattern, piece=piece + end, seconds=last, exponent=exponent)
    return out


def main() -> int:
    """Feed every pattern."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--largest", type=int, default=64_000)
    parser.add_argument("--slow", type=float, default=20.0, help="milliseconds")
    parser.add_argument("--only", default="", help="only the patterns of the files whose path begins so")
    parser.add_argument("--all", action="store_true", help="name every pattern")
    given = parser.parse_args()
    patterns = {where: made for where, made in compiled().items() if where.startswith(given.only)}
    found = 0
    for where, pattern in patterns.items():
        finding = worst(where, pattern, given.largest, given.slow / 1000)
        if given.all:
            print(where)
        if finding is not None:
            found += 1
            print(
                f"{where}: {finding.seconds * 1000:.0f} ms, exponent {finding.exponent:.1f} on"
                f" {finding.piece!r}: {finding.pattern[:90]!r}",
                flush=True,
            )
    print(f"{len(patterns)} patterns up to {given.largest} characters: {found} grow faster than the text")
    return int(found > 0)


if __name__ == "__main__":
    sys.exit(main())
