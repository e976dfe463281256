"""sources.yaml: what is known of the pages of a folder and does not stand in them.

It stands in the folder of the pages or beside that folder, and maps a file's name to `title`, `url`, `published`,
`retrieved`, `language` and `charset`.
"""

from dataclasses import dataclass, fields
from functools import lru_cache
from pathlib import Path

from kg.errors import InputError
from kg.files import read_yaml

NAME = "sources.yaml"


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """What sources.yaml says of one file."""

    title: str | None = None
    url: str | None = None
    published: str | None = None
    retrieved: str | None = None
    language: str | None = None
    charset: str | None = None
    """The charset that the server named; the page's own marks come first."""


_KEYS = frozenset(field.name for field in fields(Listing))


def listing(page: Path) -> Listing:
    """The entry for a page; an empty one where there is none.

    Raises:
        InputError: the sources.yaml that holds for this page is not in order.
    """
    for folder in (page.parent, page.parent.parent):
        path = folder / NAME
        if path.is_file():
            return _entries(path, path.stat().st_mtime_ns).get(page.name, Listing())
    return Listing()


def listed(folder: Path) -> tuple[str, ...]:
    """The file names that the sources.yaml of a folder speaks of; none where there is none.

    Raises:
        InputError: it is not in order.
    """
    path = folder / NAME
    return tuple(_entries(path, path.stat().st_mtime_ns)) if path.is_file() else ()


@lru_cache(maxsize=8)
def _entries(path: Path, _changed: int) -> dict[str, Listing]:
    content = read_yaml(path)
    if content is None:
        return {}
    if not isinstance(content, dict):
        raise InputError(f"{path} must map file names to what is known of them.")
    return {str(name): _entry(path, str(name), entry) for name, entry in content.items()}


def _entry(path: Path, name: str, entry: object) -> Listing:
    if not isinstance(entry, dict):
        raise InputError(f"{path}: {name} must have keys such as url and retrieved, not {entry!r}.")
    unknown = sorted(str(key) for key in entry if key not in _KEYS)
    if unknown:
        raise InputError(
            f"{path}: {name} has the unknown key {unknown[0]!r}.", hint=f"Known: {', '.join(sorted(_KEYS))}."
        )
    return Listing(**{key: None if value is None else str(value) for key, value in entry.items()})
