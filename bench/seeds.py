"""Small pages in every format that kg reads, made from one programme: what fuzzing and hostile tests start from."""

import io
import zipfile
from collections.abc import Iterable, Sequence
from email.message import EmailMessage

TITLE = "Rencontre des élus de la frontière"
LINES = (
    "Jeudi 14 mars 2019, Thionville",
    "9h00 – 9h30 Accueil des participants",
    "9h30 – 10h45 Table ronde – Travailler de part et d'autre de la frontière",
    "Animée par Claire Modèle, rédactrice en chef du Courrier des frontières",
    "Dr. Karl Muster, Präsident der Handelskammer Musterland",
)
ROWS = (("11h00", "Pause"), ("11h15", "Visite de la mairie"))

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_ODF = "urn:oasis:names:tc:opendocument:xmlns"


def text() -> bytes:
    """The programme as plain text."""
    rows = (f"{hour} {what}" for hour, what in ROWS)
    return "\n\n".join((TITLE, *LINES, *rows)).encode("utf-8")


def markdown() -> bytes:
    """The programme as Markdown."""
    items = "\n".join(f"- **{line}**" for line in LINES)
    rows = "\n".join(f"| {hour} | [{what}](https://example.org/a) |" for hour, what in ROWS)
    return f"---\nlang: fr\n---\n# {TITLE}\n\n{items}\n\n| Heure | Quoi |\n|---|---|\n{rows}\n".encode()


def html() -> bytes:
    """The programme as a web page."""
    items = "".join(f"<li><b>{line}</b></li>" for line in LINES)
    rows = "".join(f"<tr><td>{hour}</td><td>{what}</td></tr>" for hour, what in ROWS)
    return (
        f"<!doctype html><html lang='fr'><head><meta charset='utf-8'><title>{TITLE}</title></head><body>"
        f"<nav><a href='/'>Accueil</a></nav><main><h1>{TITLE}</h1><ul>{items}</ul><table>{rows}</table></main>"
        "<footer>Mentions l&eacute;gales</footer></body></html>"
    ).encode()


def mail() -> bytes:
    """The programme as an e-mail with a plain and an HTML body."""
    message = EmailMessage()
    message["From"], message["To"] = "Anna Beispiel <anna@example.org>", "liste@example.org"
    message["Subject"], message["Date"] = f"Invitation : {TITLE}", "Tue, 05 Mar 2019 09:00:00 +0100"
    message.set_content(text().decode("utf-8"))
    message.add_alternative(html().decode("utf-8"), subtype="html")
    return message.as_bytes()


def docx(body: str | None = None) -> bytes:
    """The programme as DOCX, or a document with another body."""
    heading = f'<w:p><w:pPr><w:pStyle w:val="Titre1"/></w:pPr><w:r><w:t>{TITLE}</w:t></w:r></w:p>'
    lines = "".join(f"<w:p><w:r><w:t>{line}</w:t></w:r></w:p>" for line in LINES)
    rows = "".join(
        "<w:tr>" + "".join(f"<w:tc><w:p><w:r><w:t>{cell}</w:t></w:r></w:p></w:tc>" for cell in row) + "</w:tr>"
        for row in ROWS
    )
    inner = f"{heading}{lines}<w:tbl>{rows}</w:tbl>" if body is None else body
    styles = '<w:style w:styleId="Titre1"><w:name w:val="heading 1"/></w:style>'
    return archive(
        {
            "word/document.xml": f'<w:document xmlns:w="{_W}"><w:body>{inner}</w:body></w:document>',
            "word/styles.xml": f'<w:styles xmlns:w="{_W}">{styles}</w:styles>',
        }
    )


def odt(body: str | None = None) -> bytes:
    """The programme as ODT, or a document with another body."""
    lines = "".join(f"<text:p>{line}</text:p>" for line in LINES)
    rows = "".join(
        "<table:table-row>"
        + "".join(f"<table:table-cell><text:p>{cell}</text:p></table:table-cell>" for cell in row)
        + "</table:table-row>"
        for row in ROWS
    )
    whole = f'<text:h text:outline-level="1">{TITLE}</text:h>{lines}<table:table>{rows}</table:table>'
    names = " ".join(f'xmlns:{name}="{_ODF}:{name}:1.0"' for name in ("office", "text", "table", "style"))
    inner = whole if body is None else body
    return archive(
        {
            "content.xml": f"<office:document-content {names}><office:body><office:text>{inner}</office:text>"
            "</office:body></office:document-content>"
        }
    )


def archive(parts: dict[str, str]) -> bytes:
    """A zip of text files, the same bytes each time."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in parts.items():
            file.writestr(zipfile.ZipInfo(name), content.encode("utf-8"), zipfile.ZIP_DEFLATED)
    return out.getvalue()


Placed = tuple[float, float, float, str]
"""Where words stand on a page (from the left, from the bottom), their size, and the words."""


def pdf(pages: Sequence[Iterable[Placed]] | None = None) -> bytes:
    """The programme as PDF, or pages with words at given places."""
    whole = [[(60.0, 780.0, 20.0, TITLE), *((60.0, 740.0 - 16 * n, 11.0, line) for n, line in enumerate(LINES))]]
    for number, row in enumerate(ROWS):
        whole[0] += [(60.0, 640.0 - 16 * number, 11.0, row[0]), (160.0, 640.0 - 16 * number, 11.0, row[1])]
    streams = [b"".join(_shown(*placed) for placed in page) for page in (whole if pages is None else pages)]
    font = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"
    return pdf_of(streams, b"<< /Font << /F 3 0 R >> >>", font)


def _shown(left: float, base: float, size: float, words: str) -> bytes:
    escaped = words.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)").encode("cp1252", "replace")
    return b"BT /F %g Tf 1 0 0 1 %g %g Tm (%s) Tj ET\n" % (size, left, base, escaped)


def pdf_of(streams: Sequence[bytes], resources: bytes, shared: bytes) -> bytes:
    """A PDF whose pages have these content streams; object 3 is `shared`."""
    kids = b" ".join(b"%d 0 R" % (4 + 2 * n) for n in range(len(streams)))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Count %d /Kids [%s] >>" % (len(streams), kids),
        shared,
    ]
    for number, stream in enumerate(streams):
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources %s /Contents %d 0 R >>"
            % (resources, 5 + 2 * number)
        )
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream))
    out, places = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    head = b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    return (
        out
        + head
        + table
        + b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n"
        % (
            len(objects) + 1,
            len(out),
        )
    )


FORMATS = {
    ".txt": text,
    ".md": markdown,
    ".html": html,
    ".eml": mail,
    ".docx": docx,
    ".odt": odt,
    ".pdf": pdf,
}
