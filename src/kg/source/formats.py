"""The readers of page formats, by the ending of a file."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from kg.source.decoding import decode
from kg.source.layout import Content
from kg.source.raw import Raw

Reader = Callable[[Raw], Content]


def _text(raw: Raw) -> Content:
    found = decode(raw)
    return Content(page=found.text, remarks=found.remarks)


def _markdown(raw: Raw) -> Content:
    from kg.source.markdown.reading import read_markdown  # noqa: PLC0415 - one format at a time

    found = decode(raw)
    return read_markdown(found.text, remarks=found.remarks)


def _html(raw: Raw) -> Content:
    from kg.source.html.reading import read_html  # noqa: PLC0415 - lxml only where there is HTML

    found = decode(raw, declares=True)
    return read_html(found.text, raw.path, remarks=found.remarks)


def _mail(raw: Raw) -> Content:
    from kg.source.mail.reading import read_mail  # noqa: PLC0415

    return read_mail(raw)


def _docx(raw: Raw) -> Content:
    from kg.source.office.docx import read_docx  # noqa: PLC0415

    return read_docx(raw)


def _odt(raw: Raw) -> Content:
    from kg.source.office.odt import read_odt  # noqa: PLC0415

    return read_odt(raw)


def _pdf(raw: Raw) -> Content:
    from kg.source.pdf.reading import read_pdf  # noqa: PLC0415 - PDFium only where there is a PDF

    return read_pdf(raw)


READERS: Mapping[str, Reader] = MappingProxyType(
    {
        ".docx": _docx,
        ".eml": _mail,
        ".htm": _html,
        ".html": _html,
        ".md": _markdown,
        ".odt": _odt,
        ".pdf": _pdf,
        ".txt": _text,
    }
)
SUFFIXES = tuple(READERS)
