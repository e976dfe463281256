"""The way in: one file becomes one Document, a folder a list of pages."""

import re
from dataclasses import replace
from pathlib import Path

from kg.errors import InputError, SourceError
from kg.model import Block, Document
from kg.source.divided import joined
from kg.source.formats import READERS, SUFFIXES
from kg.source.language import detect, told_apart
from kg.source.layout import Content, Laid, assemble, full
from kg.source.listing import Listing, listing
from kg.source.plain import line_blocks
from kg.source.raw import Raw, file_bytes
from kg.source.trace import traced, traced_lines
from kg.source.trails import without_trails
from kg.text import normal
from kg.text.giving_back import give_back

_AGAIN = "Save the page again, or take it out."
_PLAIN = ".txt"
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


def document_id(path: Path) -> str:
    """The id of the document in a file: the name of the file in small letters."""
    return normal.slug(path.stem) or f"page-{normal.key(path.stem)}"


def read(path: Path, *, name: str | None = None, url: str | None = None) -> Document:
    """Read a page: its main content as plain text with its blocks, and what it says about itself.

    Args:
        path: the file.
        name: the id of the document, where it is not to be made from the name of the file.
        url: the address that the page was fetched from; else the page may say its own.

    Raises:
        InputError: no such file, a folder, a suffix that is not supported, or a sources.yaml out of order.
        SourceError: the file is no text, has no text, or its markup cannot be read.
    """
    document = _read(path)
    give_back(len(document.text))
    return replace(document, id=name or document.id, source=url or document.source)


def decoded(path: Path) -> str | None:
    """The page as it was decoded, markup and all, in which `Block.raw` counts; None where a format has no such text.

    Raises:
        InputError, SourceError: as `read` does.
    """
    return _content(path)[0].page


def _content(path: Path) -> tuple[Content, Listing]:
    suffix = path.suffix.lower()
    data = file_bytes(path)
    if suffix not in READERS:
        raise InputError(f"{path}: the ending {suffix!r} is not supported.", hint=f"Supported: {', '.join(SUFFIXES)}.")
    if not data.strip():
        raise SourceError(f"{path} is empty.", hint=_AGAIN)
    known = listing(path)
    return READERS[suffix](Raw(data=data, path=path, charset=known.charset)), known


def _laid_out(path: Path) -> tuple[Content, Laid, Listing]:
    """What a file holds, laid out as text; its pieces are let go, for of a long page they fill the memory."""
    content, known = _content(path)
    if path.suffix.lower() == _PLAIN:
        text = joined(normal.stored(content.page or ""))
        return content, Laid(text=text, blocks=line_blocks(text)), known
    return replace(content, pieces=()), assemble(full(without_trails(content.pieces))), known


def _read(path: Path) -> Document:
    content, laid, known = _laid_out(path)
    give_back(len(laid.text))
    if not laid.blocks:
        raise SourceError(f"{path} is empty: there is no text in it.", hint=_AGAIN)
    text, blocks = laid.text, _traced(content, laid, path)
    content, laid = replace(content, page=None), Laid(text="", blocks=())
    give_back(len(text))
    return _document(path, text, blocks, content, known)


def _traced(content: Content, laid: Laid, path: Path) -> tuple[Block, ...]:
    """The blocks, with the way back to the page where it has one."""
    if path.suffix.lower() == _PLAIN:
        return traced_lines(content.page or "", laid.blocks, laid.text)
    return laid.blocks if content.page is None else traced(content.page, laid, markup=content.markup)


def _document(path: Path, text: str, blocks: tuple[Block, ...], content: Content, known: Listing) -> Document:
    language = _language(text, content, known)
    return Document(
        id=document_id(path),
        language=language,
        text=text,
        sha256=normal.sha256(text),
        title=known.title or content.title or _first_line(text, blocks),
        source=content.url or known.url,
        published=content.published or known.published,
        retrieved=known.retrieved,
        embedded=content.embedded,
        blocks=told_apart(text, blocks, language),
        remarks=content.remarks,
    )


def _language(text: str, content: Content, known: Listing) -> str:
    for stated in (known.language, content.language):
        found = _LANGUAGE.match((stated or "").strip().lower())
        if found is not None:
            return found[0]
    return detect(text)


def _first_line(text: str, blocks: tuple[Block, ...]) -> str:
    return blocks[0].span.of(text).strip().partition("\n")[0][:_LONGEST_TITLE]
