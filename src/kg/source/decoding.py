"""From the bytes of a file to text: what is no text is refused, and the encoding is found."""

import codecs
import re
from pathlib import Path

from kg.errors import InputError, SourceError

MOST_BYTES = 8 * 1024 * 1024
"""A page or report of people is far below this; a larger file is some other thing."""

_MAGIC = (
    (b"%PDF-", "a PDF", "Take the text out of it (pdftotext FILE.pdf FILE.txt) and give that file."),
    (b"PK\x03\x04", "a zip or office document", "Save it as plain text or HTML in the program that made it."),
    (b"\xd0\xcf\x11\xe0", "an old office document", "Save it as plain text or HTML in the program that made it."),
    (b"{\\rtf", "an RTF document", "Save it as plain text or HTML in the program that made it."),
    (b"\x89PNG", "a picture", "Give the text that stands in it."),
    (b"\xff\xd8\xff", "a picture", "Give the text that stands in it."),
    (b"GIF8", "a picture", "Give the text that stands in it."),
    (b"II*\x00", "a picture", "Give the text that stands in it."),
    (b"MM\x00*", "a picture", "Give the text that stands in it."),
    (b"\x1f\x8b", "a compressed file", "Unpack it first."),
    (b"%!PS", "a PostScript file", "Take the text out of it and give that."),
)
_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CHARSET = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([A-Za-z0-9_.:-]{2,40})""")
_SEEN_BY_BROWSERS = {"iso8859-1": "cp1252", "ascii": "cp1252", "latin-1": "cp1252"}
_WESTERN = ["cp1252", "iso8859_15", "mac_roman", "cp850"]
"""What French, German and English pages were written in before UTF-8; a wider choice guesses worse."""

_DECLARATION_WITHIN = 4096


def file_bytes(path: Path) -> bytes:
    """The content of a file.

    Raises:
        InputError: there is no such file, it is a folder, or it cannot be read.
        SourceError: it is too large to be a page.
    """
    if path.is_dir():
        raise InputError(f"{path} is a folder, not a page.", hint="Name the files in it, or give it to `kg build`.")
    try:
        size = path.stat().st_size
        if size > MOST_BYTES:
            raise SourceError(f"{path} has {size} bytes; a page has at most {MOST_BYTES}.", hint="Cut it into parts.")
        return path.read_bytes()
    except FileNotFoundError as error:
        raise InputError(f"no such file: {path}", hint="Check the spelling and the folder.") from error
    except OSError as error:
        raise InputError(f"cannot read {path}: {error.strerror or error}.", hint="Check its permissions.") from error


def decode(data: bytes, path: Path, *, declares: bool = False) -> str:
    """The text in `data`; `declares` says that the format can declare its charset (HTML).

    Raises:
        SourceError: the bytes are no text.
    """
    _refuse_other_formats(data, path)
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return _marked(data, encoding, len(mark), path)
    if b"\x00" in data:
        raise SourceError(f"{path} is not text: it holds NUL bytes.", hint="Save it as UTF-8 text.")
    text = _attempt(data, "utf-8")
    if text is None and declares:
        text = _attempt(data, _declared(data))
    return _guessed(data, path) if text is None else text


def _refuse_other_formats(data: bytes, path: Path) -> None:
    for magic, what, hint in _MAGIC:
        if data.lstrip(b"\r\n\t ").startswith(magic):
            raise SourceError(f"{path} is not a text page: it is {what}.", hint=hint)


def _marked(data: bytes, encoding: str, length: int, path: Path) -> str:
    text = _attempt(data[length:] if encoding == "utf-8" else data, encoding)
    if text is None or "\x00" in text:
        raise SourceError(f"{path} is not text: it does not hold the {encoding} its first bytes promise.")
    return text


def _declared(data: bytes) -> str | None:
    found = _CHARSET.search(data[:_DECLARATION_WITHIN])
    if found is None:
        return None
    try:
        name = codecs.lookup(found[1].decode("ascii")).name
    except LookupError:
        return None
    return _SEEN_BY_BROWSERS.get(name, name)


def _attempt(data: bytes, encoding: str | None) -> str | None:
    if encoding is None:
        return None
    try:
        return data.decode(encoding)
    except (UnicodeDecodeError, LookupError):
        return None


def _guessed(data: bytes, path: Path) -> str:
    from charset_normalizer import from_bytes  # noqa: PLC0415 - most pages are UTF-8 and need no guess

    best = from_bytes(data, cp_isolation=_WESTERN).best()
    if best is None:
        raise SourceError(f"{path}: no encoding makes text of it.", hint="Save it as UTF-8.")
    return str(best)
