"""One e-mail to its content: the subject is the title, the day of sending the day of publication.

No header enters the text, and addresses in the body become `[…]`: a mail is more private than a page.
"""

import email
import email.errors
import email.utils
import re
from contextlib import suppress
from email.header import decode_header, make_header
from email.message import Message
from email.policy import compat32

from kg.errors import SourceError
from kg.model import BlockKind
from kg.source.decoding import decode
from kg.source.layout import Content, Piece
from kg.source.mail.plain import paragraphs
from kg.source.raw import Raw

_MOST_PARTS = 100
_LONGEST_HEADER = 2000
_ADDRESS = re.compile(r"<?(?:mailto:)?(?<![\w.%+-])[\w.%+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,6}>?")
_HIDDEN = "[…]"
_SPACE = re.compile(r"\s+")
_HEADER = re.compile(rb"[!-9;-~]{1,80}:")
_FORMS = ("text/plain", "text/html")
_HINT = "Open it in a mail program, copy its text and save that as .txt."


def read_mail(raw: Raw) -> Content:
    """Read an e-mail.

    Raises:
        SourceError: it is no e-mail, it is nested too deep, or it has no text.
    """
    message = _message(raw)
    subject = _header(message, "Subject")
    form, body = _body(message, raw)
    content = _html(body) if form == "text/html" else _plain(body, message)
    heading = (Piece(kind=BlockKind.HEADING, text=subject, level=1),) if subject else ()
    pieces = tuple(_discreet(piece) for piece in (*heading, *content.pieces))
    return Content(pieces=pieces, title=subject, published=_day(message), remarks=content.remarks)


def _message(raw: Raw) -> Message:
    first = raw.data.lstrip(b"\r\n\xef\xbb\xbf")
    if not first.startswith(b"From ") and _HEADER.match(first) is None:
        raise SourceError(f"{raw.path} is no e-mail: it does not begin with headers.", hint=_HINT)
    if raw.data.lower().count(b"boundary") > _MOST_PARTS:
        raise SourceError(f"{raw.path} has more than {_MOST_PARTS} parts; it is no letter.", hint=_HINT)
    try:
        return email.message_from_bytes(first, policy=compat32)
    except (RecursionError, email.errors.MessageError, ValueError, LookupError) as error:
        raise SourceError(f"{raw.path}: the e-mail cannot be read: {error}.", hint=_HINT) from error


def _header(message: Message, name: str) -> str | None:
    value = message.get(name)
    if value is None:
        return None
    written = str(value)[:_LONGEST_HEADER]
    with suppress(email.errors.MessageError, LookupError, ValueError):  # else it stays as it is written
        written = str(make_header(decode_header(written)))
    return _SPACE.sub(" ", written).strip() or None


def _day(message: Message) -> str | None:
    value = message.get("Date")
    try:
        return None if value is None else email.utils.parsedate_to_datetime(str(value)[:200]).date().isoformat()
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def _body(message: Message, raw: Raw) -> tuple[str, Raw]:
    """The first text part that is no attachment, else the first HTML part."""
    parts = [part for part in message.walk() if not part.is_multipart() and part.get_content_disposition() is None]
    for form in _FORMS:
        for part in parts:
            data = _payload(part) if part.get_content_type() == form else b""
            if data.strip():
                return form, Raw(data=data, path=raw.path, charset=_charset(part))
    raise SourceError(f"{raw.path} is empty: the e-mail holds no text.", hint="Give its attachments as files.")


def _payload(part: Message) -> bytes:
    try:
        data = part.get_payload(decode=True)
    except (ValueError, LookupError):
        return b""
    return data if isinstance(data, bytes) else b""


def _charset(part: Message) -> str | None:
    try:
        return part.get_content_charset()
    except (ValueError, LookupError, UnicodeError):
        return None


def _html(body: Raw) -> Content:
    from kg.source.html.reading import read_html  # noqa: PLC0415 - lxml only where there is HTML

    found = decode(body, declares=True)
    return read_html(found.text, body.path, remarks=found.remarks)


def _plain(body: Raw, message: Message) -> Content:
    found = decode(body)
    flowed = any("flowed" in str(part.get_param("format", "")).lower() for part in message.walk())
    lines = paragraphs(found.text, flowed=flowed)
    return Content(pieces=tuple(Piece(kind=BlockKind.LINE, text=line) for line in lines), remarks=found.remarks)


def _discreet(piece: Piece) -> Piece:
    return Piece(kind=piece.kind, level=piece.level, text=_ADDRESS.sub(_HIDDEN, piece.text))
