"""The files that belong to the program: ontology, queries, word lists, authority, sample pages.

In a wheel they lie in `kg/_assets`; in a checkout they are the folders at its top.
"""

from pathlib import Path

STAND_IN = "https://w3id.org/grkg/"
"""The base IRI as it is written in the files of `ontology/` and `queries/`."""

BASE = STAND_IN
"""The base IRI of everything the program names. Change it here and nowhere else: `text` rewrites the files."""

_PACKAGE = Path(__file__).resolve().parent


def root() -> Path:
    """The folder that holds `ontology/`, `queries/` and `data/`."""
    packed = _PACKAGE / "_assets"
    return packed if packed.is_dir() else _PACKAGE.parents[1]


def path(name: str) -> Path:
    """The path of one asset, such as `queries/question/holders-of-a-post.rq`."""
    return root() / name


def text(file: Path) -> str:
    """Read an asset, with the stand-in base replaced by the one in force."""
    content = file.read_text("utf-8")
    return content if BASE == STAND_IN else content.replace(STAND_IN, BASE)
