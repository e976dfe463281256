"""From the bytes of a page to text: what is no text is refused, and the encoding is found."""

import codecs
import re
from dataclasses import dataclass
from pathlib import Path

from kg.errors import SourceError
from kg.source.raw import Raw

_SAVE = "Save it as plain text or HTML in the program that made it."
_RENAME = "Give the file the ending {0}, and kg reads it."
_MAGIC = (
    (b"%PDF-", "a PDF", _RENAME.format(".pdf")),
    (b"PK\x03\x04", "a zip or office document", _RENAME.format(".docx or .odt where it is one")),
    (b"\xd0\xcf\x11\xe0", "an old office document", _SAVE),
    (b"{\\rtf", "an RTF document", _SAVE),
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
_CHARSET = re.compile(rb"""(?:charset|encoding)\s{0,9}=\s{0,9}["']?\s{0,9}([A-Za-z0-9_.:-]{2,40})""")
_SEEN_BY_BROWSERS = {"iso8859-1": "cp1252", "ascii": "cp1252", "latin-1": "cp1252"}
_NO_CHARSETS = frozenset({"utf-7", "unicode_escape", "raw_unicode_escape", "idna", "punycode", "undefined"})
"""Codecs that make other text of plain ASCII; no page may ask for them."""
_WESTERN = ["cp1252", "iso8859_15", "mac_roman", "cp850"]
"""What French, German and English pages were written in before UTF-8; a wider choice guesses worse."""

_DECLARATION_WITHIN = 4096
_SAMPLE = 4096
_NUL_SHARE = 0.3
"""In Western text in UTF-16 nearly every second byte is NUL."""
_GOOD_FOR_ONE_BROKEN = 4
_BEYOND_ASCII = re.compile(r"[^\x00-\x7f\ufffd]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Decoded:
    """The text of a page, and what a reader should know of how it was found."""

    text: str
    remarks: tuple[str, ...] = ()


def decode(raw: Raw, *, declares: bool = False) -> Decoded:
    """The text of a page; `declares` says that the format can declare its charset (HTML).

    Raises:
        SourceError: the bytes are no text.
    """
    data, path = raw.data, raw.path
    _refuse_other_formats(data, path)
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return _marked(data, encoding, len(mark), path)
    if b"\x00" in data:
        return Decoded(text=_wide(data, path))
    text = _attempt(data, "utf-8")
    if text is None:
        text = _attempt(data, charset_named(raw.charset))
    if text is None and declares:
        text = _attempt(data, _declared(data))
    return Decoded(text=text) if text is not None else _mended(data) or _guessed(data, path)


def charset_named(name: str | None) -> str | None:
    """The codec for a charset that a page or server names; None where it names none that can be trusted."""
    try:
        found = codecs.lookup((name or "").strip().encode("ascii", "replace").decode("ascii"))
    except (LookupError, ValueError):
        return None
    if found.name in _NO_CHARSETS or not getattr(found, "_is_text_encoding", False):
        return None
    return _SEEN_BY_BROWSERS.get(found.name, found.name)


def _refuse_other_formats(data: bytes, path: Path) -> None:
    start = data[:1024].lstrip(b"\r\n\t ")
    for magic, what, hint in _MAGIC:
        if start.startswith(magic):
            raise SourceError(f"{path} is not a text page: it is {what}.", hint=hint)


def _marked(data: bytes, encoding: str, length: int, path: Path) -> Decoded:
    if encoding == "utf-8":
        text = _attempt(data[length:], encoding)
        found = _mended(data[length:]) if text is None else Decoded(text=text)
    else:
        text = _attempt(data, encoding)
        found = None if text is None else Decoded(text=text)
    if found is None or "\x00" in found.text:
        raise SourceError(
            f"{path} is not text: it does not hold the {encoding} its first bytes promise.", hint="Save it as UTF-8."
        )
    return found


def _wide(data: bytes, path: Path) -> str:
    """UTF-16 without a mark, told by where its NUL bytes stand."""
    sample = data[:_SAMPLE]
    for encoding, first in (("utf-16-le", 1), ("utf-16-be", 0)):
        share = sample[first::2].count(0) / max(len(sample) // 2, 1)
        text = _attempt(data, encoding) if share > _NUL_SHARE else None
        if text is not None and "\x00" not in text:
            return text
    raise SourceError(f"{path} is not text: it holds NUL bytes.", hint="Save it as UTF-8 text.")


def _declared(data: bytes) -> str | None:
    found = _CHARSET.search(data[:_DECLARATION_WITHIN])
    return None if found is None else charset_named(found[1].decode("ascii"))


def _attempt(data: bytes, encoding: str | None) -> str | None:
    if encoding is None:
        return None
    try:
        return data.decode(encoding)
    except (UnicodeError, LookupError):
        return None


def _mended(data: bytes) -> Decoded | None:
    """UTF-8 with a few broken bytes; None where it is no UTF-8 at all."""
    text = data.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    if broken * _GOOD_FOR_ONE_BROKEN > len(_BEYOND_ASCII.findall(text)):
        return None
    places = f"{broken} places" if broken > 1 else "one place"
    return Decoded(text=text, remarks=(f"the page is not sound UTF-8: in {places} it reads \ufffd.",))


def _guessed(data: bytes, path: Path) -> Decoded:
    from charset_normalizer import from_bytes  # noqa: PLC0415 - most pages are UTF-8 and need no guess

    best = from_bytes(data, cp_isolation=_WESTERN).best()
    if best is None:
        raise SourceError(f"{path}: no encoding makes text of it.", hint="Save it as UTF-8.")
    return Decoded(text=str(best))
