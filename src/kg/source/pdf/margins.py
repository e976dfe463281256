"""What is printed on every page and is no content: running heads, running feet, page numbers."""

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache

from kg import assets
from kg.files import read_yaml
from kg.source.pdf.lines import Line

_LINES = 3
"""So many lines at the top and at the bottom of a page may be running ones."""
_SHARE = 0.5
_DIGITS = re.compile(r"\d+")
_NUMBER = r"[-–— ]{0,3}\d{1,4}[-–— ]{0,3}"


def without_margins(pages: Sequence[Sequence[Line]]) -> list[list[Line]]:
    """The lines of each page but for running ones; one that is larger than the rest stays where it stands first."""
    seen = Counter(key for page in pages for key in {_key(line) for line in _edge(page)})
    running = {key for key, count in seen.items() if count > 1 and count >= _SHARE * len(pages)}
    kept: set[str] = set()
    out = []
    for page in pages:
        edge = {id(line) for line in _edge(page)}
        ordinary = sorted(line.size for line in page)[len(page) // 2] if page else 0
        rest = []
        for line in page:
            key = _key(line)
            if id(line) in edge and (key in running or _is_number(line)):
                if line.size <= 1.2 * ordinary or key in kept or _is_number(line):
                    continue
                kept.add(key)
            rest.append(line)
        out.append(rest)
    return out


def _edge(page: Sequence[Line]) -> list[Line]:
    return [*page[:_LINES], *page[max(_LINES, len(page) - _LINES) :]]


def _key(line: Line) -> str:
    return _DIGITS.sub("#", line.text.casefold())


def _is_number(line: Line) -> bool:
    return _numbers().fullmatch(line.text.casefold()) is not None


@cache
def _numbers() -> re.Pattern[str]:
    words = read_yaml(assets.path("data/lexicon/page/print.yaml"))
    page, of = ("|".join(re.escape(word) for word in words[key]) for key in ("page", "of"))
    return re.compile(rf"(?:(?:{page})\s?)?{_NUMBER}(?:(?:{of})\s?\d{{1,4}})?[-–— ]{{0,3}}")
