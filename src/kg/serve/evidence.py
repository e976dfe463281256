"""The passages that a thing rests on, with the page and the line where each stands."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

from kg.serve.reading import rows

if TYPE_CHECKING:
    from kg.query import Engine

_CACHED: Final = 64


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """The words of a page, and where they stand in it."""

    words: str
    document: str
    address: str
    line: int | None
    """From 1; None where the text cannot be had."""


def passages(engine: "Engine", iri: str, texts: Path | None) -> list[Passage]:
    """The passages of a thing and of what is said of it, by page and place, each once."""
    return list(dict.fromkeys(_passages(engine, iri, texts)))


def _passages(engine: "Engine", iri: str, texts: Path | None) -> Iterator[Passage]:
    from kg.query import iri as term  # noqa: PLC0415 - the name is taken by what it is made of

    for row in rows(engine, "evidence", {"thing": term(iri)}):
        title = row["title"] if "title" in row else row["document"]
        yield Passage(
            words=row["exact"].value,
            document=title.value,
            address=row["url"].value if "url" in row else "",
            line=_line(texts, row["checksum"].value, int(row["start"].value)),
        )


def _line(texts: Path | None, checksum: str, start: int) -> int | None:
    text = None if texts is None or not checksum.isalnum() else _text(texts / f"{checksum}.txt")
    return None if text is None else text.count("\n", 0, start) + 1


@lru_cache(maxsize=_CACHED)
def _text(path: Path) -> str | None:
    try:
        return path.read_bytes().decode("utf-8")
    except (OSError, UnicodeDecodeError):
        return None
