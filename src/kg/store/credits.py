"""Who made a graph, as CITATION.cff in the data folder says it, kept in the manifest of the output folder.

CITATION.cff is the Citation File Format that GitHub, Zenodo and Zotero read. Named tuples and no data classes: every
question loads this module with the store, and those would cost it two milliseconds.
"""

from pathlib import Path
from typing import Any, Final, NamedTuple

from kg.errors import InputError
from kg.files import read_text, read_yaml
from kg.store.folder import Folder

NAME: Final = "CITATION.cff"


class Author(NamedTuple):
    """A person, or a body that has no given name."""

    name: str
    """The family name of a person, the whole name of a body."""
    given: str = ""

    def __str__(self) -> str:
        return f"{self.name}, {self.given}" if self.given else self.name


class Credits(NamedTuple):
    """How a graph wants to be cited; empty where its maker has not said."""

    title: str = ""
    authors: tuple[Author, ...] = ()
    date: str = ""
    """The day of release, as YYYY-MM-DD."""
    version: str = ""
    doi: str = ""
    url: str = ""

    def to_json(self) -> dict[str, Any]:
        """As the manifest keeps it: what is said, and nothing else."""
        plain = {**self._asdict(), "authors": [author._asdict() for author in self.authors]}
        return {key: value for key, value in plain.items() if value}


def credits_in(data: Path) -> Credits:
    """What CITATION.cff in a data folder says; nothing where there is none.

    Raises:
        InputError: the file is no CITATION.cff.
    """
    path = data / NAME
    if not path.is_file():
        return Credits()
    content = read_yaml(path)
    if not isinstance(content, dict) or not content.get("title") or not content.get("authors"):
        raise InputError(f"{path} has no title or no authors.", hint="Give both; docs/data.md shows such a file.")
    if not isinstance(content["authors"], list):
        raise InputError(f"{path}: authors is no list: {content['authors']!r}.", hint=_AUTHORS)
    plain = {"date": "date-released", "version": "version", "doi": "doi", "url": "url"}
    return Credits(
        title=str(content["title"]),
        authors=tuple(_author(path, author) for author in content["authors"]),
        **{key: str(content[name]) for key, name in plain.items() if content.get(name) is not None},
    )


def credits_of(folder: Path) -> Credits:
    """What the manifest of an output folder says; nothing where it says nothing, or there is none."""
    import json  # noqa: PLC0415 - a plain question is answered without it

    manifest = Folder(folder).manifest
    kept = json.loads(read_text(manifest)).get("citation", {}) if manifest.is_file() else {}
    return Credits(**{**kept, "authors": tuple(Author(**author) for author in kept.get("authors", ()))})


_AUTHORS: Final = "Each author has family-names and given-names, or as a body a name."


def _author(path: Path, author: object) -> Author:
    if isinstance(author, dict) and author.get("name"):
        return Author(name=str(author["name"]))
    if isinstance(author, dict) and author.get("family-names"):
        name = " ".join(str(part) for part in (author.get("name-particle"), author["family-names"]) if part)
        return Author(name=name, given=str(author.get("given-names") or ""))
    raise InputError(f"{path}: {author!r} is no author.", hint=_AUTHORS)
