"""One PDF to its content, by its text layer; pictures are not read."""

import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from kg.errors import SourceError
from kg.model import BlockKind
from kg.source.layout import Content
from kg.source.pdf.columns import regions
from kg.source.pdf.lines import lines_of
from kg.source.pdf.margins import without_margins
from kg.source.pdf.paragraphs import pieces_of
from kg.source.pdf.runs import Run, runs_of
from kg.source.raw import Raw

MOST_PAGES = 2_000
MOST_CHARACTERS = 5_000_000
MOST_SECONDS = 120
_HINT = "Open it in a PDF reader, save it again, or give its text as .txt."


def read_pdf(raw: Raw) -> Content:
    """Read a PDF.

    Raises:
        SourceError: it is damaged, locked, too long, or holds pictures of pages and no text.
    """
    if not raw.data[:1024].lstrip(b"\r\n\t \x00\xef\xbb\xbf").startswith(b"%PDF-"):
        raise SourceError(f"{raw.path} is no PDF: it does not begin with %PDF-.", hint="Check its ending.")
    with _opened(raw) as document:
        pages = list(_runs(document, raw))
        if not any(pages) and _has_pictures(document):
            raise SourceError(f"{raw.path} holds pictures of pages and no text; run OCR first.", hint=_OCR)
    parts = [part for page in _without_margins(pages) for part in regions(page)]
    pieces = pieces_of(parts)
    heading = next((p.text for p in pieces if p.kind is BlockKind.HEADING and p.level == 1), None)
    return Content(pieces=pieces, title=None if heading is None else heading.replace("\n", " "))


_OCR = "For example: ocrmypdf -l fra+deu+eng IN.pdf OUT.pdf"


@contextmanager
def _opened(raw: Raw) -> Iterator[Any]:
    import pypdfium2  # noqa: PLC0415 - 40 ms, only where there is a PDF

    try:
        document = pypdfium2.PdfDocument(raw.data)
    except pypdfium2.PdfiumError as error:
        locked = "password" in str(error).lower()
        said = "is locked with a password." if locked else f"is damaged: {error}."
        raise SourceError(f"{raw.path} {said}", hint="Save it without one." if locked else _HINT) from error
    try:
        yield document
    except pypdfium2.PdfiumError as error:
        raise SourceError(f"{raw.path} is damaged: {error}.", hint=_HINT) from error
    finally:
        document.close()


def _runs(document: Any, raw: Raw) -> Iterator[list[Run]]:
    """The runs of each page, within the bounds on everything."""
    if len(document) > MOST_PAGES:
        raise SourceError(f"{raw.path} has {len(document)} pages; kg reads {MOST_PAGES}.", hint="Cut it into parts.")
    until = time.monotonic() + MOST_SECONDS
    left = MOST_CHARACTERS
    for number in range(len(document)):
        page = document[number]
        try:
            found = runs_of(page, most=left)
        finally:
            page.close()
        left -= sum(len(run.text) for run in found)
        if left <= 0 or time.monotonic() > until:
            raise SourceError(
                f"{raw.path}: {number + 1} of {len(document)} pages took {MOST_SECONDS} seconds or held "
                f"{MOST_CHARACTERS} characters; kg reads no further.",
                hint="Cut it into parts.",
            )
        yield found


def _has_pictures(document: Any) -> bool:
    from pypdfium2 import raw  # noqa: PLC0415

    return any(
        next(iter(page.get_objects(filter=(raw.FPDF_PAGEOBJ_IMAGE,), max_depth=3)), None) is not None
        for page in (document[number] for number in range(min(len(document), 10)))
    )


def _without_margins(pages: Sequence[Sequence[Run]]) -> list[list[Run]]:
    kept = without_margins([lines_of(page) for page in pages])
    return [[cell for line in page for cell in line.cells] for page in kept]
