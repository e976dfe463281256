"""The way in: one file becomes one Document, a folder a list of pages."""

import re
from collections.abc import Callable
from pathlib import Path

from kg.errors import InputError, SourceError
from kg.model import Block, Document
from kg.source.decoding import decode, file_bytes
from kg.source.language import detect
from kg.source.layout import Content, assemble
from kg.source.listing import Listing, listing
from kg.source.plain import line_blocks
from kg.source.trails import without_trails
from kg.text import normal

SUFFIXES = (".htm", ".html", ".md", ".txt")

_LONGEST_TITLE = 200
_LANGUAGE = re.compile(r"[a-z]{2}(?=$|[-_])")


def pages(folder: Path) -> list[Path]:
    """The pages of a folder (not of the folders in it), by name.

    Raises:
        InputError: there is no such folder.
    """
    if not folder.is_dir():
        raise InputError(f"no such folder: {folder}", hint="Check the spelling, or make it and put pages into it.")
    return sorted(path for path in folder.iterdir() if path.suffix.lower() in SUFFIXES and path.is_file())


def read(path: Path) -> Document:
    """Read a page: its main content as plain text with its blocks, and what it says about itself.

    Raises:
        InputError: no such file, a folder, a suffix that is not supported, or a sources.yaml out of order.
        SourceError: the file is no text, has no text, or its markup cannot be read.
    """
    suffix = path.suffix.lower()
    data = file_bytes(path)
    if suffix not in SUFFIXES:
        raise InputError(f"{path}: the ending {suffix!r} is not supported.", hint=f"Supported: {', '.join(SUFFIXES)}.")
    raw = decode(data, path, declares=suffix.startswith(".htm"))
    content = _reader(suffix)(raw, path)
    text, blocks = _plain(raw) if suffix == ".txt" else assemble(without_trails(content.pieces))
    if not blocks:
        raise SourceError(f"{path} is empty: there is no text in it.", hint="Save the page again, or take it out.")
    return _document(path, text, blocks, content)


def _plain(raw: str) -> tuple[str, tuple[Block, ...]]:
    text = normal.stored(raw)
    return text, line_blocks(text)


def _reader(suffix: str) -> Callable[[str, Path], Content]:
    if suffix == ".txt":
        return _nothing_said
    if suffix == ".md":
        from kg.source.markdown.reading import read_markdown  # noqa: PLC0415 - one format at a time

        return read_markdown
    from kg.source.html.reading import read_html  # noqa: PLC0415 - lxml only where there is HTML

    return read_html


def _nothing_said(_raw: str, _path: Path) -> Content:
    return Content(pieces=())


def _document(path: Path, text: str, blocks: tuple[Block, ...], content: Content) -> Document:
    known = listing(path)
    return Document(
        id=normal.slug(path.stem) or f"page-{normal.key(path.stem)}",
        language=_language(text, content, known),
        text=text,
        sha256=normal.sha256(text),
        title=known.title or content.title or _first_line(text, blocks),
        source=content.url or known.url,
        published=content.published or known.published,
        retrieved=known.retrieved,
        blocks=blocks,
        embedded=content.embedded,
    )


def _language(text: str, content: Content, known: Listing) -> str:
    for stated in (known.language, content.language):
        found = _LANGUAGE.match((stated or "").strip().lower())
        if found is not None:
            return found[0]
    return detect(text)


def _first_line(text: str, blocks: tuple[Block, ...]) -> str:
    return blocks[0].span.of(text).strip().partition("\n")[0][:_LONGEST_TITLE]
