"""The named queries: one file each in `queries/question`; only the one asked for is read."""

import re
from functools import cache
from pathlib import Path
from typing import Any, Final

from kg import assets
from kg.errors import InputError
from kg.files import read_text
from kg.query.header import described, named_query
from kg.query.named import NamedQuery

FOLDER: Final = "queries/question"
INDEX: Final = "queries/question.json"
_NAME: Final = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


def named_queries() -> dict[str, NamedQuery]:
    """All named queries, by name, in alphabetical order."""
    return {path.stem: _own(path) for path in sorted(assets.path(FOLDER).glob("*.rq"))}


def find(name: str) -> NamedQuery:
    """The named query of this name.

    Raises:
        InputError: there is none; the nearest names are offered.
    """
    path = assets.path(FOLDER) / f"{name}.rq"
    if _NAME.fullmatch(name) is None or not path.is_file():
        raise InputError(f"there is no query named {name!r}.", hint=_nearest(name))
    return _own(path)


def load(path: Path) -> NamedQuery:
    """A query file of the user's; its header may be missing.

    Raises:
        InputError: the file cannot be read, or its header is wrong.
    """
    return named_query(path.stem, read_text(path), str(path))


def question(asked: str) -> NamedQuery:
    """The query that a user means: a name, a file or SPARQL.

    Raises:
        InputError: it is none of these.
    """
    if asked.endswith(".rq"):
        return load(Path(asked))
    if _NAME.fullmatch(asked.strip()) is None:
        return named_query("", asked, "the query")
    return find(asked.strip())


def is_named(asked: str) -> bool:
    """Whether a user means one of our own queries: it has the form of a name."""
    return not asked.endswith(".rq") and _NAME.fullmatch(asked.strip()) is not None


def _own(path: Path) -> NamedQuery:
    said = _index().get(path.stem)
    text = assets.text(path)
    return named_query(path.stem, text, path.name) if said is None else described(path.stem, text, said, path.name)


@cache
def _index() -> dict[str, dict[str, Any]]:
    """The headers of all named queries, which tools/question_index.py gathers: JSON takes a tenth of YAML's time."""
    import json  # noqa: PLC0415 - SPARQL on the command line has no header to look up

    index: dict[str, dict[str, Any]] = json.loads(assets.text(assets.path(INDEX)))
    return index


def _nearest(name: str) -> str:
    import difflib  # noqa: PLC0415 - only a mistake needs it

    names = sorted(path.stem for path in assets.path(FOLDER).glob("*.rq"))
    words = set(name.split("-"))
    alike = difflib.get_close_matches(name, names, 3, 0.5)
    alike += [n for n in names if n not in alike and words & set(n.split("-")) and len(alike) < 5]
    near = f"Do you mean {' or '.join(alike[:5])}? " if alike else ""
    return f"{near}`kg queries` lists them all."
